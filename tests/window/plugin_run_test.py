#!/usr/bin/python3
"""`vidik plugin run` as an author uses it, on a screen without a monitor: usage plugin_run_test.py VIDIK OVERLAY OUT-FOLDER

A copy of an overlay's sources is changed, broken and mended while the window runs; what the screen shows is held against that.
"""
import os
import re
import shutil
import sys
import tempfile
import threading
import time
import unittest

import desk as desks

OUT = os.path.abspath(sys.argv.pop())
OVERLAY = os.path.abspath(sys.argv.pop())
VIDIK = os.path.abspath(sys.argv.pop())
WIDTH, HEIGHT = 1280, 800
EVENT = (764, 329)  # the middle of the map, where the table's only event lies
LINES = (740, 320, 190, 160)  # of the map: neither the plugins panel nor the card reaches there
PANEL = (270, 60, 440, 470)
CARD = (965, 65, 290, 255)
TIMELINE = (250, 662, 1030, 100)
CMAKE = """cmake_minimum_required(VERSION 3.25)
project(graticule LANGUAGES C)
find_package(VidikPlugin 1.0 REQUIRED)
vidik_add_plugin(graticule SOURCES graticule.c MANIFEST plugin.json.in)
"""
TABLE = "id,title,begin,lon,lat,category\none,The only event,2024-05-05,20.5,43.5,protest\n"


class PluginRun(unittest.TestCase):
    def setUp(self):
        kept = tempfile.TemporaryDirectory()
        self.addCleanup(kept.cleanup)
        self.home = kept.name
        self.sources = os.path.join(self.home, "lines")
        os.mkdir(self.sources)
        for name in ("graticule.c", "plugin.json.in"):
            shutil.copy(os.path.join(OVERLAY, name), self.sources)
        self.write("CMakeLists.txt", CMAKE)
        table = os.path.join(self.home, "table.csv")
        with open(table, "w", encoding="utf-8") as file:
            file.write(TABLE)
        self.desk = desks.Desk(WIDTH, HEIGHT)
        self.desk.__enter__()
        self.addCleanup(self.desk.__exit__)
        self.desk.env["HOME"] = self.home
        for name in ("CONFIG", "DATA", "STATE"):
            self.desk.env.pop(f"XDG_{name}_HOME", None)
        self.program = self.desk.start(VIDIK, "plugin", "run", self.sources, table, "--mode", "all", "--view", "20.5,43.5,7.5")
        self.said = []
        threading.Thread(target=lambda: self.said.extend(iter(self.program.stderr.readline, b"")), daemon=True).start()
        window = desks.until(lambda: self.desk.do("search", "--onlyvisible", "--name", "Vidik"))
        self.assertTrue(window, self.why("no window"))
        self.window = window.split()[0]
        self.desk.do("windowmove", self.window, 0, 0, "windowsize", self.window, WIDTH, HEIGHT, "windowfocus", self.window)
        self.desk.do("mousemove", 1000, 700)
        self.assertTrue(desks.until(lambda: self.has_said(r"Graticule 1\.0\.0 is process")), self.why("it was not started"))
        self.rest()

    def rest(self):
        time.sleep(5)  # until no notice lies over the picture
        for box in (LINES, CARD, TIMELINE):
            self.assertIsNotNone(desks.still(self.desk, box), self.why("the picture never comes to rest"))

    def write(self, name, text):
        path = os.path.join(self.sources, name)
        with open(path + "~", "w", encoding="utf-8") as file:
            file.write(text)
        os.rename(path + "~", path)

    def edit(self, old, new):
        with open(os.path.join(self.sources, "graticule.c"), encoding="utf-8") as file:
            text = file.read()
        self.assertIn(old, text)
        self.write("graticule.c", text.replace(old, new))

    def has_said(self, words):
        return re.search(words, b"".join(self.said).decode("utf-8", "replace"))

    def why(self, sentence):
        return f"{sentence} (exit {self.program.poll()}; pictures in {OUT}): " + b"".join(self.said).decode("utf-8", "replace")

    def picture(self, name):
        os.makedirs(OUT, exist_ok=True)
        self.desk.save(os.path.join(OUT, name + ".png"))

    def changes(self, box, change, sentence):
        """Makes the change and waits until it can be seen; answers how long that took, in seconds."""
        before, begin = self.desk.look(box), time.monotonic()
        change()
        self.assertTrue(desks.until(lambda: self.desk.look(box) != before, 60), self.why(sentence))
        took = time.monotonic() - begin
        self.rest()
        return took

    def test_an_edit_is_seen_a_broken_one_is_told_and_nothing_else_moves(self):
        self.desk.do("mousemove", *EVENT, "click", 1)
        self.desk.do("key", "Home", "key", "Right", "key", "Right")
        self.desk.do("mousemove", 1000, 700)
        self.rest()
        self.picture("plugin_run_before")
        kept = [self.desk.look(box) for box in (CARD, TIMELINE)]
        first = self.desk.look(LINES)

        took = self.changes(LINES, lambda: self.edit(".width_pt = 0.5F", ".width_pt = 3.5F"), "the edit is not seen")
        print(f"edit to picture: {took:.2f} s")
        self.picture("plugin_run_edited")
        self.assertTrue([self.desk.look(box) for box in (CARD, TIMELINE)] == kept, self.why("selection or clock moved"))
        edited = self.desk.look(LINES)
        self.assertTrue(self.has_said("Graticule: the new build runs"))

        self.changes(PANEL, lambda: self.edit(".width_pt = 3.5F", ".width_pt = three"), "the error is not shown")
        self.picture("plugin_run_broken")
        self.assertTrue(self.has_said(r"graticule\.c:\d+:\d+: error: .*three"), self.why("the compiler's words are missing"))
        self.assertTrue(self.desk.look(LINES) == edited, self.why("the old build does not go on"))

        self.changes(LINES, lambda: self.edit(".width_pt = three", ".width_pt = 0.5F"), "the repaired build is not seen")
        self.picture("plugin_run_repaired")
        self.assertTrue(self.desk.look(LINES) == first, self.why("the lines are others"))
        self.assertTrue([self.desk.look(box) for box in (CARD, TIMELINE)] == kept, self.why("selection or clock moved"))

        self.changes(PANEL, lambda: self.edit("(void)plugin, (void)budget;", "*(volatile int*)8 = 1; (void)plugin, (void)budget;"),
                     "what the new build did is not shown")
        self.picture("plugin_run_falls")
        self.assertTrue(self.has_said(r"the new build was not taken: stopped \(signal 11 in prepare\)"), self.why("no reason"))
        self.assertTrue(self.desk.look(LINES) == first, self.why("the lines are others"))
        self.assertIsNone(self.program.poll())


if __name__ == "__main__":
    unittest.main()
