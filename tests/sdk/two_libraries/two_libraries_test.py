#!/usr/bin/python3
"""One overlay built with g++ and libstdc++ beside the same with clang++ and libc++, in one run of the program; exit code 77
where there is no clang++ with libc++: usage two_libraries_test.py VIDIK PLUGINS-FOLDER
"""
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

VIDIK, PLUGINS = sys.argv[1:3]
HERE = os.path.dirname(os.path.abspath(__file__))
BUILT = {"gcc": (["g++"], "libstdc++", "libstdc++.so.6"), "clang": (["clang++", "-stdlib=libc++"], "libc++", "libc++.so.1")}


def build(compiler, name, binary):
    return subprocess.run([*compiler, "-std=c++20", "-O1", "-shared", "-fPIC", "-fvisibility=hidden", f'-DNAME="{name}"',
                           f"-I{PLUGINS}/include", f"-I{PLUGINS}/sdk", os.path.join(HERE, "librarian.cpp"), "-o", binary],
                          capture_output=True, text=True, timeout=300, check=False)


class TwoLibraries(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        kept = tempfile.TemporaryDirectory()
        cls.addClassCleanup(kept.cleanup)
        cls.home, cls.options = kept.name, []
        for name, (compiler, _, _) in BUILT.items():
            folder = os.path.join(cls.home, name + ".vidik")
            os.makedirs(folder)
            binary = os.path.join(folder, name + ".so")
            done = build(compiler, name, binary)
            assert done.returncode == 0, done.stderr
            with open(binary, "rb") as file:
                digest = hashlib.sha256(file.read()).hexdigest()
            with open(os.path.join(folder, "plugin.json"), "w", encoding="utf-8") as file:
                json.dump({"id": "org.example." + name, "name": name, "version": "1.0.0", "epoch": 1, "level": 0,
                           "entry": {f"linux-{os.uname().machine}": name + ".so"}, "sha256": {name + ".so": digest},
                           "services": ["vidik.events/1"]}, file)
            cls.options += ["--plugins", folder]

    def vidik(self, *words):
        done = subprocess.run([VIDIK, *words, *self.options, "--json"], cwd=self.home, timeout=200,
                              env={**os.environ, "HOME": self.home}, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        self.assertEqual([done.returncode, done.stderr], [0, ""])
        return json.loads(done.stdout)

    def test_each_needs_the_library_it_was_built_with(self):
        for name, (_, _, library) in BUILT.items():
            done = subprocess.run(["readelf", "-d", os.path.join(self.home, name + ".vidik", name + ".so")],
                                  check=True, capture_output=True, text=True)
            needed = re.findall(r"NEEDED.*\[(lib(?:std)?c\+\+\.so[^]]*)\]", done.stdout)
            self.assertEqual(needed, [library], name)

    def test_both_are_ready_side_by_side(self):
        states = {one["name"]: [one["state"], one["reason"]] for one in self.vidik("plugin", "list")["plugins"]}
        for name in BUILT:
            self.assertEqual(states[name], ["ready", ""])

    def test_both_hand_over_their_events_in_one_run(self):
        found = self.vidik("events", "--layers", "gcc,clang", "--from", "2024-10", "--to", "2024-12")["events"]
        said = {(one["layer"], one["id"]): one["title"] for one in found}
        self.assertEqual(len(said), 4)
        for name, (_, library, _) in BUILT.items():
            self.assertEqual(said[name, "written-with-a-library-of-its-own"], f"Written with {library} at shelf 7")
            self.assertEqual(said[name, "thrown-and-caught-in-the-same-overlay"], f"caught in {library}")


if __name__ == "__main__":
    trial = [*BUILT["clang"][0], "-x", "c++", "-shared", "-fPIC", "-o", os.devnull, "-"]
    if not shutil.which("clang++") or subprocess.run(trial, input=b"#include <string>\nstd::string text;\n",
                                                     capture_output=True, check=False).returncode:
        print("SKIPPED: there is no clang++ with libc++ here")
        sys.exit(77)
    unittest.main(argv=sys.argv[:1])
