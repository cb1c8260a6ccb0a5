#!/usr/bin/python3
"""Plants one violation of each kind and expects check_house to name it: a checker that cannot fail is none."""
import os
import tempfile
import tomllib
import unittest

import check_house

HEADER = "#pragma once\n// What happened when.\n"
# name of the case: (file, text, the line blamed, words of the message)
VIOLATIONS = {
    "include up the strata": ("geodata/base/a.h", HEADER + '#include "store/event.h"\n', 3, "may not include store"),
    "include of a neighbour": ("viewer/scene/a.cpp", '#include "gpu/painter.h"\n', 1, "may not include gpu"),
    "include by path": ("viewer/scene/a.cpp", '#include "../gpu/painter.h"\n', 1, "by its module's name"),
    "GDAL away from home": ("geodata/store/a.cpp", "#include <gdal_priv.h>\n", 1, "only in geodata/ingest/gdal_*"),
    "GDAL in another file of its home": ("geodata/ingest/a.cpp", "#include <ogr_api.h>\n", 1, "only in geodata/ingest"),
    "ImGui in the scene": ("viewer/scene/a.cpp", "#include <imgui.h>\n", 1, "only in viewer/ui"),
    "ImGui's inside anywhere": ("viewer/ui/a.cpp", "#include <imgui_internal.h>\n", 1, "only in no file"),
    "GL outside the gpu": ("viewer/scene/a.cpp", "#include <glad/gl.h>\n", 1, "only in viewer/gpu"),
    "format library in a header": ("viewer/app/a.h", HEADER + "#include <fmt/format.h>\n", 3, "only in *.cpp"),
    "overlay that knows the store": ("plugins/x/a.c", '#include "store/event.h"\n', 1, "an overlay may include only"),
    "overlay that knows a library": ("plugins/x/a.c", "#include <zlib.h>\n", 1, "an overlay may include only"),
    "file over the cap": ("viewer/app/a.cpp", "int a();\n" * 401, 400, "the cap is 400"),
    "header without a sentence": ("viewer/app/a.h", "#pragma once\n\n#include <vector>\n", 1, "one sentence"),
    "header with a title": ("viewer/app/a.h", "#pragma once\n// colours\nint a();\n", 1, "one sentence"),
    "banned file name": ("viewer/app/event_manager.cpp", "int a();\n", 1, "no file is named 'manager'"),
    "banned class name": ("viewer/app/a.cpp", "class SceneEngine {};\n", 1, "no class is named 'engine'"),
    "banned struct name": ("viewer/app/a.cpp", "struct Utils;\n", 1, "no class is named 'utils'"),
    "a class with no name of its own": ("viewer/app/a.cpp", "struct Data {};\n", 1, "no class is named 'data'"),
    "platform in a plain file": ("viewer/app/a.cpp", "#ifdef __linux__\n#endif\n", 1, "*_posix.cpp"),
    "unfinished": ("viewer/app/a.cpp", "// TO" "DO later\n", 1, "finish it"),
    "control character": ("viewer/app/a.cpp", "// a\u0085b\n", 1, "U+0085"),
    "text that runs backwards": ("viewer/app/a.cpp", "// a\u202eb\n", 1, "U+202E"),
    "bytes that are no text": ("viewer/app/a.cpp", b"// \xff\n", 1, "not UTF-8"),
    "shader without a user": ("shaders/lonely.vert", "void main() {}\n", 1, "nothing uses"),
}
FINE = {
    "include down the strata": ("geodata/store/a.h", HEADER + '#include "base/time.h"\n#include "store/b.h"\n'),
    "GDAL at home": ("geodata/ingest/gdal_source.cpp", "#include <gdal_priv.h>\n"),
    "an overlay on its own": ("plugins/x/a.c", '#include "vidik_plugin.h"\n#include "own.h"\n#include <string.h>\n'),
    "a marked table over the cap": ("viewer/app/a.cpp", "// table\n" + "1,\n" * 500),
    "a platform's own file": ("geodata/ingest/spawn_posix.cpp", "#ifdef __linux__\n#endif\n"),
    "the door itself over the cap": ("plugins/include/vidik_plugin.h", HEADER + "int a();\n" * 500),
    "how a door is exported": ("plugins/include/vidik_plugin.h", HEADER + "#ifdef _WIN32\n#define VIDIK_EXPORT\n#endif\n"),
    "a note that names its issue": ("viewer/app/a.cpp", "// TO" "DO(#12): the other half\n"),
    "a word that only holds a banned one": ("viewer/app/database.cpp", "struct Metadata {};\nstruct BasePainter {};\n"),
    "letters of other scripts": ("viewer/app/a.cpp", "// Приштина, Πρέβεζα\n"),
}


class CheckHouse(unittest.TestCase):
    def problems_of(self, path, text):
        with open(os.path.join(check_house.HERE, "strata.toml"), "rb") as table:
            rules = tomllib.load(table)
        with tempfile.TemporaryDirectory() as root:
            os.makedirs(os.path.join(root, os.path.dirname(path)))
            with open(os.path.join(root, path), "wb") as file:
                file.write(text if isinstance(text, bytes) else text.encode())
            return list(check_house.check(root, rules))

    def test_each_violation_is_named_with_its_file_and_line(self):
        for name, (path, text, line, words) in VIOLATIONS.items():
            with self.subTest(name):
                problems = self.problems_of(path, text)
                self.assertEqual([(path, line)], [p[:2] for p in problems])
                self.assertIn(words, problems[0][2])

    def test_what_is_allowed_passes(self):
        for name, (path, text) in FINE.items():
            with self.subTest(name):
                self.assertEqual([], self.problems_of(path, text))

    def test_every_stratum_of_the_table_is_a_folder_or_will_be_one_of_ours(self):
        with open(os.path.join(check_house.HERE, "strata.toml"), "rb") as table:
            strata = tomllib.load(table)["strata"]
        below = set()
        for folder, may_include in strata.items():
            self.assertLessEqual(set(may_include), below, f"{folder} looks up the strata")
            below.add(folder.split("/")[1])


if __name__ == "__main__":
    unittest.main()
