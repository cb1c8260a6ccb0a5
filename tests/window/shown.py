"""The program in its window on a desk, started anew for each test; what all tests of the window share."""
import os
import sys
import tempfile
import unittest

import desk as desks

OUT = os.path.abspath(sys.argv.pop())
VIDIK = os.path.abspath(sys.argv.pop())
WIDTH, HEIGHT = 1280, 800
MAP = (420, 140, 400, 300)  # well inside the map: no panel reaches there
TIMELINE = (420, 640, 800, 140)


def middle(box):
    return box[0] + box[2] // 2, box[1] + box[3] // 2


def command_of(process):
    try:
        with open(f"/proc/{process}/cmdline", encoding="utf-8", errors="replace") as file:
            return file.read()
    except OSError:  # it has ended meanwhile
        return ""


class ShownProgram(unittest.TestCase):
    def setUp(self):
        self.home = tempfile.TemporaryDirectory()
        self.addCleanup(self.home.cleanup)
        self.desk = desks.Desk(WIDTH, HEIGHT)
        self.desk.__enter__()
        self.addCleanup(self.desk.__exit__)
        self.desk.env["HOME"] = self.home.name
        for name in ("CONFIG", "DATA", "STATE"):  # the cache is shared: preparing the map takes long
            self.desk.env.pop(f"XDG_{name}_HOME", None)
        if "after_a_crash" in self.id():
            running = os.path.join(self.home.name, ".local/state/vidik/running")
            os.makedirs(running)
            with open(os.path.join(running, "1-1-org.vidik.troops"), "w", encoding="utf-8") as file:
                file.write("in load\nTroops\n")  # of a program that no longer runs
        self.prepare()
        self.program = self.desk.start(VIDIK)
        window = desks.until(lambda: self.desk.do("search", "--onlyvisible", "--name", "Vidik"))
        self.assertTrue(window, self.why("no window"))
        self.window = window.split()[0]
        self.desk.do("windowmove", self.window, 0, 0, "windowsize", self.window, WIDTH, HEIGHT, "windowfocus", self.window)
        self.desk.do("mousemove", *middle(MAP))
        self.assertTrue(desks.until(lambda: self.colours() > 1500), self.why("no base map"))
        self.before = desks.still(self.desk, MAP)
        self.assertIsNotNone(self.before, self.why("the picture never comes to rest"))

    def prepare(self):
        """What lies in the home folder before the program starts."""

    def tearDown(self):
        os.makedirs(OUT, exist_ok=True)
        self.desk.save(os.path.join(OUT, self.id().rsplit(".", maxsplit=1)[-1] + ".png"))
        if "told_to_end" not in self.id():
            self.assertIsNone(self.program.poll(), self.why("the program has ended"))

    def colours(self):
        seen = self.desk.look(MAP)
        return len({seen[i : i + 3] for i in range(0, len(seen), 3)})

    def why(self, sentence):
        return f"{sentence} (exit {self.program.poll()}; pictures in {OUT})"

    def changes(self, box, before, sentence):
        self.assertTrue(desks.until(lambda: self.desk.look(box) != before, 20), self.why(sentence))

    def title(self):
        """What the window's title says of the state: "64–66 events, 1 Nov 2024 to 15 Mar 2025, cumulative – …"."""
        return self.desk.do("getwindowname", self.window)

    def says(self, words, sentence):
        self.assertTrue(desks.until(lambda: words in self.title(), 20), self.why(f"{sentence}: {self.title()}"))
