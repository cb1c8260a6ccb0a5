#!/usr/bin/python3
"""The small map: there when it helps and was asked for, its frame round what the view shows, on top of everything.

usage: inset_test.py VIDIK
"""
import math
import os
import re
import subprocess
import sys
import tempfile
import unittest

import pictures

VIDIK = sys.argv[1]
os.environ["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
NEAR = "20.8,42.9,9"


def unit(lon, lat):
    return lon / 360 + 0.5, 0.5 - math.asinh(math.tan(math.radians(lat))) / (2 * math.pi)


class Inset(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def render(self, name, view, *words):
        path = os.path.join(self.folder.name, name)
        done = subprocess.run([VIDIK, "render", "--safe", "--size", "800x600", "--view", view, "-o", path, *words],
                              capture_output=True, text=True, check=False)
        self.assertEqual([done.returncode, done.stderr], [0, ""])
        return path

    def inset(self, view, *words):
        """(box, numbers of its view, marks), or None."""
        with open(self.render("a.txt", view, *words), encoding="utf-8") as file:
            lines = file.read().splitlines()
        at = [i for i, line in enumerate(lines) if line.startswith("inset")]
        if not at:
            return None
        head = lines[at[0]]
        box = [float(v) for v in re.match(r"inset (?:box )?([-\d.]+),([-\d.]+) ([-\d.]+)x([-\d.]+)", head).groups()]
        seen = {key: float(v) for key, v in re.findall(r"(centre_x|centre_y|px_per_world) ([-\d.]+)", head)}
        return box, seen, lines[at[0] + 1 :]

    def test_it_is_there_only_when_asked_for_and_when_the_six_do_not_fit(self):
        self.assertIsNone(self.inset(NEAR))
        self.assertIsNotNone(self.inset(NEAR, "--inset"))
        self.assertIsNone(self.inset("19.4,43,5", "--inset"), "all six are seen")
        self.assertIsNone(self.inset("2,48,9", "--inset"), "nothing of them is seen")

    def test_its_frame_lies_round_what_the_view_shows(self):
        whole = subprocess.run(["grep", "^view", self.render("b.txt", NEAR, "--inset")], capture_output=True, text=True,
                               check=True).stdout
        x, y, w, h = (float(v) for v in re.match(r"view (?:box )?([-\d.]+),([-\d.]+) ([-\d.]+)x([-\d.]+)", whole).groups())
        box, seen, marks = self.inset(NEAR, "--inset")
        world = 256 * 2**9
        cx, cy = unit(20.8, 42.9)
        wanted = [box[0] + box[2] / 2 + (cx - w / 2 / world - seen["centre_x"]) * seen["px_per_world"],
                  box[1] + box[3] / 2 + (cy - h / 2 / world - seen["centre_y"]) * seen["px_per_world"],
                  w / world * seen["px_per_world"], h / world * seen["px_per_world"]]
        frames = [[float(v) for v in re.search(r"([-\d.]+),([-\d.]+) ([-\d.]+)x([-\d.]+)", line).groups()]
                  for line in marks if line.startswith("rect")]
        self.assertTrue(any(all(abs(a - b) < 0.2 for a, b in zip(frame, wanted)) for frame in frames), (wanted, frames))

    def test_it_is_painted_over_everything_and_nothing_else_is(self):
        box = [int(v) for v in self.inset(NEAR, "--inset")[0]]
        plain = pictures.read(self.render("p.png", NEAR))
        with_it = pictures.read(self.render("i.png", NEAR, "--inset"))
        inside = outside = 0
        for y, (a, b) in enumerate(zip(plain[2], with_it[2])):
            for x in range(800):
                if a[3 * x : 3 * x + 3] != b[3 * x : 3 * x + 3]:
                    if box[0] <= x < box[0] + box[2] and box[1] <= y < box[1] + box[3]:
                        inside += 1
                    elif x < box[0] - 120 or y < box[1] - 40 or y > box[1] + box[3] + 40:
                        outside += 1
        self.assertGreater(inside, box[2] * box[3] * 0.5)
        self.assertEqual(outside, 0, "far from it not a pixel changes; beside it a name may make room")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
