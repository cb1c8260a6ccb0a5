#!/usr/bin/python3
"""Installs Vidik, moves it, and does what docs/plugins/ten-minutes.md says, in an empty folder and environment.

usage: ten_minutes_test.py CMAKE BUILD_FOLDER TEN_MINUTES.md
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

CMAKE, BUILD, PAGE = sys.argv[1:4]
INSTALL = './dev install "$HOME/vidik"\n'
SECONDS = 300


class TenMinutes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kept = tempfile.TemporaryDirectory()
        cls.home = os.path.join(cls.kept.name, "home")
        cls.work = os.path.join(cls.home, "work")
        os.makedirs(cls.work)
        elsewhere = os.path.join(cls.kept.name, "elsewhere")
        subprocess.run([CMAKE, "--install", BUILD, "--prefix", elsewhere], check=True, stdout=subprocess.DEVNULL)
        cls.prefix = os.path.join(cls.home, "vidik")
        os.rename(elsewhere, cls.prefix)  # what is installed may be moved
        with open(PAGE, encoding="utf-8") as page:
            commands = "".join(re.findall(r"^```sh\n(.*?)^```$", page.read(), re.M | re.S))
        assert INSTALL in commands, "the page begins with ./dev install, done above"
        cls.script = "set -eu\n" + commands.replace(INSTALL, "")
        cls.page = cls.call(["/bin/sh", "-c", cls.script])

    @classmethod
    def tearDownClass(cls):
        cls.kept.cleanup()

    @classmethod
    def call(cls, command):
        env = {"PATH": "/usr/bin:/bin", "HOME": cls.home, "XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"]}
        return subprocess.run(command, cwd=cls.work, env=env, timeout=SECONDS, capture_output=True, text=True)

    def vidik(self, *words):
        done = self.call([os.path.join(self.prefix, "bin/vidik"), *words])
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def test_every_command_of_the_page_works(self):
        self.assertEqual(self.page.returncode, 0, self.page.stdout + self.page.stderr)

    def test_each_language_hands_over_its_events(self):
        for name, services in (("roads", ["vidik.events/1"]), ("places", ["vidik.events/1", "vidik.draw/1"]),
                               ("plain", ["vidik.events/1"])):
            with self.subTest(name):
                folder = f"{name}/build/{name}.vidik"
                listed = self.vidik("plugin", "list", "--plugins", folder, "--json")["plugins"]
                (mine,) = [one for one in listed if one["id"] == "org.example." + name]
                self.assertEqual([mine["state"], mine["reason"], mine["services"]], ["ready", "", services])
                events = self.vidik("events", "--plugins", folder, "--layers", name, "--json")
                self.assertEqual([one["title"] for one in events["events"]],
                                 [f"Sample event {n}" for n in (1, 2, 3, 4, 5)])
                self.assertEqual([one["precision"] for one in events["events"]],
                                 ["day", "minute", "month", "day", "day"])
                self.assertEqual(events["unverified"], 0)

    def test_the_commands_that_plugin_new_prints_work_without_a_path(self):
        made = self.call([os.path.join(self.prefix, "bin/vidik"), "plugin", "new", "printed", "--lang", "no-code"])
        self.assertEqual(made.returncode, 0, made.stderr)
        printed = dict(line.split(None, 1) for line in made.stdout.splitlines()[1:])
        self.assertIn(f"-DCMAKE_PREFIX_PATH={self.prefix}", printed["build"])
        for step in ("build", "test", "check"):
            done = self.call(["/bin/sh", "-c", printed[step]])
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertRegex(done.stdout, r"printed\.vidik: \d+ passed, 0 failed, 1 warned")

    def test_a_picture_that_differs_is_shown_and_can_be_taken(self):
        folder = "roads/build/roads.vidik"
        golden = os.path.join(self.work, folder, "pictures/all.txt")
        with open(golden, encoding="utf-8") as file:
            text = file.read()
        test = [os.path.join(self.prefix, "bin/vidik"), "plugin", "test", folder]
        try:
            with open(golden, "w", encoding="utf-8") as file:
                file.write(text.replace("20.457300", "20.457301"))
            done = self.call(test)
            self.assertEqual(done.returncode, 1, done.stdout)
            self.assertIn("line 2", done.stdout)
            self.assertIn("was: event \"sample-1\" political 20.457301,", done.stdout)
            with open(os.path.join(self.work, folder, "pictures/all.now.png"), "rb") as file:
                self.assertEqual(file.read(8), b"\x89PNG\r\n\x1a\n")
            self.assertEqual(self.call(test + ["--accept"]).returncode, 0)
            with open(golden, encoding="utf-8") as file:
                self.assertEqual(file.read(), text)
            self.assertEqual(self.call(test).returncode, 0)
            none = self.call(test + ["--pictures", "nowhere"])
            self.assertEqual([none.returncode, "has no pictures" in none.stderr], [2, True])
        finally:
            with open(golden, "w", encoding="utf-8") as file:
                file.write(text)

    def test_one_compiler_call_makes_an_overlay_that_starts(self):
        listed = self.vidik("plugin", "list", "--plugins", "by-hand.vidik", "--json")["plugins"]
        states = {one["path"]: one["state"] for one in listed if one["id"] == "org.example.roads"}
        self.assertEqual(list(states.values()), ["ready"])

    def test_the_pictures_are_there_and_the_circles_in_one(self):
        for name in ("roads", "places"):
            with open(os.path.join(self.work, name + ".png"), "rb") as file:
                self.assertEqual(file.read(8), b"\x89PNG\r\n\x1a\n")
        circles = {}
        for name in ("roads", "places"):
            done = self.call([os.path.join(self.prefix, "bin/vidik"), "render", "--plugins",
                             f"{name}/build/{name}.vidik", "--layers", name, "-o", name + ".txt"])
            self.assertEqual(done.returncode, 0, done.stderr)
            with open(os.path.join(self.work, name + ".txt"), encoding="utf-8") as file:
                circles[name] = file.read()
        self.assertNotEqual(circles["roads"], circles["places"].replace("places", "roads"))

    def test_the_installed_program_has_its_own_overlays_ready(self):
        listed = self.vidik("plugin", "list", "--json")["plugins"]
        self.assertGreaterEqual(len(listed), 4)
        for one in listed:
            self.assertEqual([one["id"], one["state"]], [one["id"], "ready"])
            self.assertTrue(one["path"].startswith(self.prefix), one["path"])

    def test_what_is_installed_for_builds_names_no_place(self):
        for folder in ("share/cmake", "share/pkgconfig", "include"):
            for where, _, names in os.walk(os.path.join(self.prefix, folder)):
                for name in names:
                    with open(os.path.join(where, name), encoding="utf-8") as file:
                        text = file.read()
                    self.assertNotIn(self.kept.name, text, name)
                    self.assertNotIn(BUILD, text, name)

    def test_a_built_overlay_exports_one_symbol(self):
        for name in ("roads", "places"):
            done = self.call(["nm", "-D", "--defined-only", f"{name}/build/{name}.vidik/{name}.so"])
            symbols = [line.split()[-1] for line in done.stdout.splitlines() if " A " not in line]
            self.assertEqual(symbols, ["vidik_entry_1"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
