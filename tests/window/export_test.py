#!/usr/bin/python3
"""Pictures out of the window: usage export_test.py VIDIK OUT-FOLDER

What F12, the panel and the clipboard give is compared with what the window shows and with what the command line paints.
"""
import glob
import json
import os
import shlex
import struct
import subprocess
import unittest

import desk as desks
import pictures
from shown import OUT, VIDIK, ShownProgram

MAP_CORNER = (248, 44)  # of the window's map at 1280 x 800: right of the left panel, below the top bar
# Ground without panels, pill, legend or buttons on it, in px of the map.
BARE = (330, 160, 500, 300)
# And where no name makes way for one: in the picture, which has no panels, names stand elsewhere near their places.
FREE = (320, 150, 420, 240)


class Export(ShownProgram):
    def setUp(self):
        super().setUp()
        self.folder = os.path.join(self.home.name, "Pictures")
        os.mkdir(self.folder)

    def prepare(self):
        # As the panel was left the last time.
        kept = {}
        if "film" in self.id():
            kept = {"format": "frames", "pixels": 1, "step": "1w" if "goes_on" in self.id() else "1mo"}
        if "same_px" in self.id():
            kept = {"pixels": 1}
        folder = os.path.join(self.home.name, ".config", "vidik")
        os.makedirs(folder)
        with open(os.path.join(folder, "export.json"), "w", encoding="utf-8") as file:
            json.dump(kept, file)

    def command(self):
        """The words that "Copy its command line" gives; the panel is open."""
        self.desk.do("mousemove", 500, 684, "sleep", 0.2, "click", 1, "sleep", 0.7)
        words = shlex.split(self.clipboard("UTF8_STRING").decode())
        self.assertEqual(words[0], "vidik")
        return [VIDIK, *words[1:]]

    def frames(self, folder):
        out = []
        for name in sorted(os.listdir(folder)):
            with open(os.path.join(folder, name), "rb") as file:
                out.append(file.read())
        return out

    def says(self, path, *words):
        with open(path, "rb") as file:
            png = file.read()
        for one in words:
            self.assertTrue(one.encode() in png, self.why("the picture does not say " + one))

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

    def test_at_the_windows_own_ratio_they_are_the_same_px(self):
        left, top, width, height = FREE
        box = (MAP_CORNER[0] + left, MAP_CORNER[1] + top, width, height)
        self.desk.do("sleep", 2)
        self.assertIsNotNone(desks.still(self.desk, box))
        shown = self.desk.rows(box)
        self.desk.do("key", "F12")
        _, _, rows = pictures.read(self.saved())
        off = [abs(rows[top + y][3 * left + x] - shown[y][x]) for y in range(height) for x in range(3 * width)]
        print("most", max(off), "of 255,", sum(1 for one in off if one), "of", len(off), "values differ")
        self.assertEqual(max(off), 0, "the picture is not the map of the window")

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
        words = self.command()
        self.assertEqual(words[1], "render")
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

    def test_a_film_is_what_its_command_line_makes(self):
        self.desk.do("key", "F12")
        film = desks.until(lambda: glob.glob(os.path.join(self.folder, "vidik-*")), 60)
        self.assertTrue(film, self.why("no film"))
        self.assertTrue(desks.until(lambda: not glob.glob(os.path.join(film[0], ".*")) and len(os.listdir(film[0])) == 5, 60),
                        self.why("the film is not whole"))
        self.desk.do("key", "ctrl+e", "sleep", 1)
        words = self.command()
        self.assertEqual(words[1], "film")
        words[words.index("-o") + 1] = os.path.join(self.home.name, "again/")
        done = subprocess.run(words, capture_output=True, check=False, env=self.desk.env)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertEqual(self.frames(film[0]), self.frames(os.path.join(self.home.name, "again")))

    def test_a_film_that_was_stopped_goes_on(self):
        self.desk.do("key", "ctrl+e", "sleep", 1)
        button = ("mousemove", 190, 684, "sleep", 0.2, "click", 1)
        self.desk.do(*button)
        film = desks.until(lambda: [one for one in glob.glob(os.path.join(self.folder, "vidik-*/")) if len(os.listdir(one)) > 4], 60)
        self.assertTrue(film, self.why("no frames"))
        self.desk.do(*button, "sleep", 1)
        kept = len(glob.glob(os.path.join(film[0], "frame_*.png")))
        self.assertLess(kept, 22, self.why("it was not stopped"))
        self.desk.do(*button)
        self.assertTrue(desks.until(lambda: not glob.glob(os.path.join(film[0], ".*")) and
                                    len(glob.glob(os.path.join(film[0], "frame_*.png"))) == 22, 60), self.why("it did not go on"))

    def test_what_must_not_leave_is_in_no_picture(self):
        self.desk.do("key", "ctrl+e", "sleep", 1)
        self.desk.do("mousemove", 1040, 222, "sleep", 0.2, "click", 1, "sleep", 0.7)  # "Show everything"
        self.desk.save(os.path.join(OUT, "redaction_menu.png"))
        self.desk.do("mousemove", 980, 330, "sleep", 0.2, "click", 1, "sleep", 1, "key", "Escape", "sleep", 0.5, "key", "F12")
        path = self.saved()
        self.says(path, "Redacted: places to a grid of 5 km.", '"redaction":{')

    def tearDown(self):
        if "outlives" not in self.id():
            super().tearDown()


if __name__ == "__main__":
    unittest.main(argv=["export_test"], verbosity=2)
