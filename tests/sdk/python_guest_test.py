#!/usr/bin/python3
"""A guest that is a Python program: its events and its line arrive, and what is not as its manifest says never runs.

usage: python_guest_test.py VIDIK FOLDER.vidik
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

# Leaks are looked for where no GL driver runs: its threads now and then take the leak checker itself down at the end.
os.environ["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"

VIDIK, FOLDER = sys.argv[1:3]
ID = "org.example.python-guest"


class PythonGuest(unittest.TestCase):
    def setUp(self):
        kept = tempfile.TemporaryDirectory()
        self.addCleanup(kept.cleanup)
        self.home = kept.name
        self.folder = os.path.join(self.home, "mine.vidik")
        shutil.copytree(FOLDER, self.folder)

    def vidik(self, *words):
        env = {**os.environ, "HOME": self.home, "XDG_STATE_HOME": self.home + "/state"}
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            env.pop(name, None)
        done = subprocess.run([VIDIK, *words, "--plugins", self.folder], cwd=self.home, env=env, timeout=200,
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def listed(self):
        plugins = json.loads(self.vidik("plugin", "list", "-v", "--json"))["plugins"]
        (mine,) = [one for one in plugins if one["path"] == self.folder]
        return mine

    def change_manifest(self, change):
        path = os.path.join(self.folder, "plugin.json")
        with open(path, encoding="utf-8") as file:
            manifest = json.load(file)
        change(manifest)
        with open(path, "w", encoding="utf-8") as file:
            json.dump(manifest, file)

    def change_program(self, text, program=None):
        """Other words in guest.py, with their hash in the manifest unless told; `program` runs them."""
        with open(os.path.join(self.folder, "guest.py"), "w", encoding="utf-8") as file:
            file.write(text)

        def change(manifest):
            manifest["sha256"]["guest.py"] = hashlib.sha256(text.encode()).hexdigest()
            if program:
                manifest["entry"]["command"][0] = program
        self.change_manifest(change)

    def test_its_events_arrive(self):
        found = json.loads(self.vidik("events", "--layers", "python_guest", "--json"))
        self.assertEqual([(one["id"], one["title"], one["precision"]) for one in found["events"]],
                         [("one", "Sample event 1", "minute"), ("two", "Sample event 2", "minute"),
                          ("three", "Sample event 3", "minute")])
        self.assertEqual([found["events"][0]["lon"], found["events"][0]["lat"]], [20.4573, 44.8178])
        self.assertEqual(found["events"][0]["begin"], "2024-11-30T21:53:20+01:00")

    def test_its_line_joins_the_events_that_are_visible(self):
        drawn = {}
        for day in ("2024-12-15", "2025-03-15"):
            self.vidik("render", "--layers", "python_guest", "--at", day, "-o", day + ".txt")
            with open(os.path.join(self.home, day + ".txt"), encoding="utf-8") as file:
                drawn[day] = len(re.findall("ff8800", file.read(), re.I))
        self.assertEqual(drawn["2024-12-15"], 0, "one event makes no line")
        self.assertGreater(drawn["2025-03-15"], 0)

    def test_it_runs_with_the_limits_of_every_guest(self):
        mine = self.listed()
        self.assertEqual([mine["state"], mine["reason"]], ["ready", ""])
        self.assertIn("no new privileges", mine["isolation"])
        self.assertIn("no files written", mine["isolation"])
        written = os.path.join(self.home, "written")
        self.change_program(f"open({written!r}, 'w').write('x' * 10)\n")
        self.assertEqual(self.listed()["state"], "failed")
        self.assertEqual(os.path.getsize(written) if os.path.exists(written) else 0, 0)

    def test_what_runs_is_what_was_hashed(self):
        with open(os.path.join(self.folder, "guest.py"), "a", encoding="utf-8") as file:
            file.write("# another\n")
        mine = self.listed()
        self.assertEqual(mine["state"], "refused")
        self.assertIn("SHA-256 differs", mine["reason"])

    def test_it_reads_its_own_folder_only_and_starts_no_second_process(self):
        isolation = self.listed()["isolation"]
        for line in ("reads only its own folder and the system's programs", "no second process"):
            if line not in isolation:
                self.skipTest(f"this kernel does not offer: {line}")
        with open(os.path.join(self.home, "private"), "w", encoding="utf-8") as file:
            file.write("private")
        self.change_program("import os\n"
                            "print('own', open('plugin.json').read(1))\n"
                            "for name, reach in (('other', lambda: open('../private')), ('process', os.fork)):\n"
                            "    try:\n        reach()\n        print(name, 'reached')\n"
                            "    except OSError as error:\n        print(name, type(error).__name__)\n")
        self.assertEqual(self.listed()["state"], "failed")
        with open(os.path.join(self.home, f"state/vidik/plugins/{ID}.log"), encoding="utf-8") as file:
            log = file.read()
        for line in ("own {", "other PermissionError", "process PermissionError"):
            self.assertIn(line, log)

    def test_it_gets_no_environment_and_its_words(self):
        self.change_program("import os, sys\nprint('env', sorted(set(os.environ) - {'LC_CTYPE', 'ASAN_OPTIONS'}),"
                            " sys.argv)\n")
        self.assertEqual(self.listed()["state"], "failed")
        with open(os.path.join(self.home, f"state/vidik/plugins/{ID}.log"), encoding="utf-8") as file:
            self.assertIn("env [] ['/proc/self/fd/4']", file.read())

    def test_it_may_not_say_its_own_limits(self):
        self.change_program("import os, struct\nos.read(3, 4096)\nlist_ = struct.pack('<II', 1, 3) + b'all'\n"
                            "os.write(3, struct.pack('<II', 73, len(list_)) + list_)\nos.read(3, 1)\n")
        mine = self.listed()
        self.assertEqual([mine["state"], mine["reason"]], ["failed", "spoke nonsense in create"])

    def test_a_program_that_is_not_there_is_said(self):
        self.change_program("", "no-such-program")
        mine = self.listed()
        self.assertEqual(mine["state"], "refused")
        self.assertEqual(mine["reason"], "its command cannot be started (No such file or directory): "
                                         "/usr/bin/no-such-program")

    def test_a_command_runs_nothing_without_a_hash(self):
        def other_words(*words):
            return lambda manifest: manifest["entry"].update(command=list(words))
        for words, why in ((["python3", "other.py"], "neither an option nor a file with a hash"),
                           (["python3", "-c", "print(1)"], "neither an option nor a file with a hash"),
                           (["python3", "-V"], "names no file of the folder that has a hash"),
                           (["bin/python3", "guest.py"], "neither an option nor a file with a hash"),
                           (["-I", "guest.py"], "begins with an option"),
                           (["python3", "guest.py", "guest.py"], "names more than one file"),
                           ([], "1 to 16 words")):
            with self.subTest(words):
                self.change_manifest(other_words(*words))
                mine = self.listed()
                self.assertEqual(mine["state"], "refused")
                self.assertIn(why, mine["reason"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
