#!/usr/bin/python3
"""Contested borders in pixels: the Kosovo-Serbia line in each point of view, the State Union at its last day.

usage: borders_test.py VIDIK
"""
import os
import subprocess
import sys
import tempfile
import unittest

import pictures

VIDIK = sys.argv[1]
os.environ["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
LINE = (0x7C, 0x88, 0x92)  # border.inner of the dark theme, LOOK 2.2
# Along the line where no name and no other border stands: east of Podujevo, and between Rozaje and Sjenica.
KOSOVO_SERBIA = "21.43,42.87,11"
MONTENEGRO_SERBIA = "19.62,43.13,11"


def lit(picture):
    """The pixels in about the colour of a border, where the map has no words: above the credits, below the caption."""
    _, _, rows = picture
    return {(x, y) for y in range(60, 250) for x in range(500)
            if all(abs(rows[y][3 * x + c] - LINE[c]) <= 26 for c in range(3))}


class Borders(unittest.TestCase):
    def draw(self, view, *words):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "a.png")
            done = subprocess.run([VIDIK, "render", "--safe", "--size", "500x400", "--view", view, "-o", path, *words],
                                  capture_output=True, text=True, check=False)
            self.assertEqual([done.returncode, done.stderr], [0, ""])
            return lit(pictures.read(path))

    def test_the_kosovo_serbia_line_is_solid_dashed_or_absent(self):
        solid, dashed, absent = (self.draw(KOSOVO_SERBIA, "--borders", view) for view in ("kosovo", "de-facto", "serbia"))
        line = solid - absent
        self.assertGreater(len(line), 100, "a line through the picture")
        self.assertLess(len(absent & line), 1)
        share = len(dashed & line) / len(line)  # 5 of 8.4 px are drawn, and ends are soft
        self.assertGreater(share, 0.2)
        self.assertLess(share, 0.8)

    def test_without_a_choice_it_is_de_facto(self):
        self.assertEqual(self.draw(KOSOVO_SERBIA), self.draw(KOSOVO_SERBIA, "--borders", "de-facto"))

    def test_the_state_union_ends_on_its_day(self):
        before, after = (self.draw(MONTENEGRO_SERBIA, "--at", day, "--window", "10d")
                         for day in ("2006-06-02T12:00", "2006-06-03T12:00"))
        self.assertGreater(len(after - before), 100, "a border, where there was a thin line inside the State Union")
        self.assertLess(len(before - after), 30, "and nothing is gone")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
