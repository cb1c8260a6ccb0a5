#!/usr/bin/python3
"""Pictures out of the window: usage export_test.py VIDIK OUT-FOLDER

What F12, the panel and the clipboard give is compared with what the window shows and with what the command line paints.
"""
import glob
import os
import shlex
import struct
import subprocess
import unittest

import desk as desks
import pictures
from shown import VIDIK, ShownProgram

MAP_CORNER = (248, 44)  # of the window's map at 1280 x 800: right of the left panel, below the top bar
# Ground without panels, pill, legend or buttons on it, in px of the map.
BARE = (330, 160, 500, 300)


class Export(ShownProgram):
    def setUp(self):
        super().setUp()
        self.folder = os.path.join(self.home.name, "Pictures")
        os.mkdir(self.folder)

    def saved(self, ending=".png"):
        files = desks.until(lambda: glob.glob(os.path.join(self.folder, "*" + ending)), 60)
        self.assertTrue(files, self.why("no picture was saved"))
        return files[0]

    def clipboard(self, kind):
        done = subprocess.run(["xclip", "-selection", "clipboard", "-target", kind, "-out"], env=self.desk.env,
                              stdin=subprocess.DEVNULL, capture_output=True, check=False)
        return done.stdout

    def choose_page(self, row):
        """The n-th row of the menu of pages, by the keys' focus-free way: the pointer."""
        self.desk.do("key", "ctrl+e")
        self.desk.do("sleep", 0.7, "mousemove", 1040, 150, "sleep", 0.2, "click", 1, "sleep", 0.7)
        self.desk.do("mousemove", 960, 187 + 30 * row, "sleep", 0.2, "click", 1, "sleep", 1.2)

    def test_f12_saves_the_map_as_the_window_shows_it(self):
        box = (MAP_CORNER[0] + BARE[0], MAP_CORNER[1] + BARE[1], BARE[2], BARE[3])
        self.desk.do("sleep", 2)  # names are placed anew once the view rests
        self.assertIsNotNone(desks.still(self.desk, box))
        shown = self.desk.rows(box)
        self.desk.do("key", "F12")
        width, _, rows = pictures.read(self.saved())
        self.assertEqual(width, 2 * (1280 - MAP_CORNER[0]))  # two px of the file for one of the window
        # Mean of each 2 x 2 px against the window's px: the same lines and words at the same places.
        off = 0
        for y in range(0, BARE[3], 3):
            for x in range(0, BARE[2], 3):
                for c in range(3):
                    at = 3 * 2 * (BARE[0] + x) + c
                    four = [rows[2 * (BARE[1] + y) + dy][at + 3 * dx] for dy in (0, 1) for dx in (0, 1)]
                    off += abs(sum(four) / 4 - shown[y][3 * x + c])
        print("mean difference", off / (BARE[2] * BARE[3] / 3))
        self.assertLess(off / (BARE[2] * BARE[3] / 3), 4, "the picture is not the map of the window")

    def test_a_page_is_saved_and_its_command_line_paints_the_same_bytes(self):
        self.choose_page(1)  # the slide
        self.desk.do("key", "F12")
        path = self.saved()
        with open(path, "rb") as file:
            png = file.read()
        self.assertEqual(struct.unpack(">II", png[16:24]), (3840, 2160))
        self.desk.do("mousemove", 640, 690, "sleep", 0.2)
        self.desk.do("key", "Escape", "sleep", 0.5)
        command = os.path.join(self.home.name, "again.png")
        self.desk.do("key", "ctrl+e", "sleep", 0.7)
        # "Copy its command line" is the third button at the foot.
        self.desk.do("mousemove", 500, 684, "sleep", 0.2, "click", 1, "sleep", 0.7)
        words = shlex.split(self.clipboard("UTF8_STRING").decode())
        self.assertEqual(words[:2], ["vidik", "render"])
        words[0] = VIDIK
        words[words.index("-o") + 1] = command
        done = subprocess.run(words, capture_output=True, check=False, env=self.desk.env)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertEqual(pictures.read(command)[2], pictures.read(path)[2])

    def test_a_copied_picture_outlives_the_window(self):
        self.desk.do("key", "ctrl+shift+c")
        png = desks.until(lambda: self.clipboard("image/png"), 60)
        self.assertTrue(png and png.startswith(b"\x89PNG\r\n\x1a\n"), self.why("no picture on the clipboard"))
        self.program.terminate()
        self.program.wait()
        self.assertEqual(self.clipboard("image/png"), png)

    def tearDown(self):
        if "outlives" not in self.id():
            super().tearDown()


if __name__ == "__main__":
    unittest.main(argv=["export_test"], verbosity=2)
