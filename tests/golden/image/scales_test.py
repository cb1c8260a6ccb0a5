#!/usr/bin/python3
"""The same view at --scale 1 and 2: the same marks at the same place, and pixels that lie where they lay.

usage: scales_test.py VIDIK
"""
import os
import re
import subprocess
import sys
import tempfile
import unittest

import pictures

VIDIK = sys.argv[1]
os.environ["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
VIEW = ["--size", "640x480", "--view", "20.8,43.0,7.6", "--at", "2025-03-15", "--window", "120d", "--mode", "window"]
SIDE = 40  # px of a probe at 1x
REACH = 3  # px at 2x over which a probe looks for itself


def render(path, *words):
    done = subprocess.run([VIDIK, "render", "-o", path, *VIEW, *words], capture_output=True, text=True, check=False)
    if done.returncode or done.stderr:
        raise AssertionError(f"exit {done.returncode}: {done.stderr}")
    return path


def marks(path):
    """The lines of a draw list, without what rightly follows the scale: detail of geometry, level of the relief."""
    with open(path, encoding="utf-8") as file:
        lines = file.read().splitlines()
    out = [re.sub(r" lod \d+| scale [\d.]+", "", re.sub(r"^map_image image \d+", "map_image", line)) for line in lines]
    return out


def green(picture):
    return [row[1::3] for row in picture[2]]


def detail(rows, x, y):
    """How much goes on in a probe, both ways: a straight line fixes a place one way only."""
    return min(sum(abs(rows[j][i] - rows[j][i - 1]) for j in range(y, y + SIDE) for i in range(x + 1, x + SIDE)),
               sum(abs(rows[j][i] - rows[j - 1][i]) for j in range(y + 1, y + SIDE) for i in range(x, x + SIDE)))


def shift(one, two, x, y):
    """By how many px of the larger picture the probe has moved in it, where it fits best."""
    best = None
    for dy in range(-REACH, REACH + 1):
        for dx in range(-REACH, REACH + 1):
            off = 0
            for j in range(SIDE):
                a = one[y + j]
                b, c = two[2 * (y + j) + dy], two[2 * (y + j) + 1 + dy]
                for i in range(SIDE):
                    k = 2 * (x + i) + dx
                    off += (4 * a[x + i] - b[k] - b[k + 1] - c[k] - c[k + 1]) ** 2
            if best is None or off < best[0]:
                best = off, dx, dy
    return best[1:]


class Scales(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def at(self, name):
        return os.path.join(self.folder.name, name)

    def test_the_marks_are_the_same_ones(self):
        one, two = (marks(render(self.at("a.txt"), "--scale", scale)) for scale in "12")
        self.assertGreater(len(one), 200)
        self.assertEqual(one, two)

    def test_what_is_drawn_stays_where_it_was_to_a_pixel(self):
        one, two = (green(pictures.read(render(self.at(scale + ".png"), "--scale", scale))) for scale in "12")
        self.assertEqual([len(two), len(two[0])], [2 * len(one), 2 * len(one[0])])
        places = [(x, y) for y in range(SIDE, len(one) - 2 * SIDE, SIDE) for x in range(SIDE, len(one[0]) - 2 * SIDE, SIDE)]
        probes = sorted(places, key=lambda at: -detail(one, *at))[:12]
        for x, y in probes:
            self.assertGreater(detail(one, x, y), 4000, "symbols or words")
            dx, dy = shift(one, two, x, y)
            self.assertLessEqual(max(abs(dx), abs(dy)), 1, f"at {x}, {y}")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
