#!/usr/bin/python3
"""Same inputs, same bytes, whatever the process's zone, language and folder are: usage same_bytes_test.py VIDIK"""
import hashlib
import os
import subprocess
import sys
import tempfile
import unittest

# Leaks are looked for where no GL driver runs: its threads now and then take the leak checker itself down at the end.
os.environ["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
VIDIK = sys.argv.pop()
ARGS = ["--at", "2025-03-15", "--window", "30d", "--size", "1280x720"]
SURROUNDINGS = ({}, {"TZ": "Asia/Kolkata", "LANG": "C", "LC_ALL": "C"}, {"TZ": "America/St_Johns", "LC_ALL": "de_DE.UTF-8"})


class SameBytes(unittest.TestCase):
    def digest(self, name, surroundings):
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run([VIDIK, "render", "-o", name, *ARGS], cwd=folder, env={**os.environ, **surroundings},
                                  stdin=subprocess.DEVNULL, capture_output=True, check=True)
            self.assertEqual((b"", b""), (done.stdout, done.stderr))
            with open(os.path.join(folder, name), "rb") as file:
                return hashlib.sha256(file.read()).hexdigest()

    def test_a_picture_is_the_same_everywhere(self):
        self.assertEqual(1, len({self.digest("a.png", surroundings) for surroundings in SURROUNDINGS}))

    def test_a_draw_list_is_the_same_everywhere(self):
        self.assertEqual(1, len({self.digest("a.txt", surroundings) for surroundings in SURROUNDINGS}))

    def test_a_list_of_events_is_the_same_everywhere(self):
        said = {subprocess.run([VIDIK, "events", "--json", *ARGS[:4]], env={**os.environ, **surroundings}, check=True,
                               stdin=subprocess.DEVNULL, capture_output=True).stdout for surroundings in SURROUNDINGS}
        self.assertEqual(1, len(said))


if __name__ == "__main__":
    unittest.main()
