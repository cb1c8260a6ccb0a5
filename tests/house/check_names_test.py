#!/usr/bin/python3
"""Plants two types of one name, in every way they were met or could be, and expects check_names to see them."""
import os
import tempfile
import unittest

import check_names


def problems_of(*sources):
    with tempfile.TemporaryDirectory() as root:
        for name, text in zip(("geodata/store/a.h", "viewer/scene/b.cpp"), sources):
            os.makedirs(os.path.join(root, os.path.dirname(name)))
            with open(os.path.join(root, name), "w", encoding="utf-8") as file:
                file.write(text)
        return list(check_names.check(root))


def ours(text, space="namespace vidik"):
    return f"{space} {{\n\n{text}\n\n}}  // {space}\n"


class CheckNames(unittest.TestCase):
    def test_a_type_defined_twice_is_named_with_both_places(self):
        for text in ("struct Wire {};", "class Wire final : public Base {", "enum class Wire : std::uint8_t {",
                     "template <typename T>\nstruct Wire {"):
            with self.subTest(text):
                problems = problems_of(ours("class Wire {\n};"), ours(text))
                self.assertEqual(["viewer/scene/b.cpp"], [p[0] for p in problems])
                self.assertIn("vidik::Wire is also defined in geodata/store/a.h", problems[0][2])

    def test_what_no_other_file_can_see_or_only_declares_passes(self):
        hidden = "namespace {\n\nstruct Wire {};\n\n}  // namespace\n"
        for text in (ours(hidden), ours("class Wire;"), ours("struct Wire::Body {\n};"), ours("  struct Wire {\n  };"),
                     ours("struct Wire {};", "namespace vidik::guest")):
            with self.subTest(text):
                self.assertEqual([], problems_of(ours("class Wire {\n};"), text))

    def test_after_a_closed_namespace_names_are_seen_again(self):
        text = "namespace vidik {\n\nnamespace {\n\nstruct Own {};\n\n}  // namespace\n\nstruct Wire {};\n\n}  // namespace vidik\n"
        self.assertEqual(1, len(problems_of(ours("class Wire {\n};"), text)))


if __name__ == "__main__":
    unittest.main()
