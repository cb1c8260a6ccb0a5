#!/usr/bin/python3
"""What the program says of an overlay of sixty lines: usage sixty_lines_test.py VIDIK FOLDER.vidik"""
import json
import os
import subprocess
import sys
import tempfile
import unittest

# Leaks are looked for where no GL driver runs: its threads now and then take the leak checker itself down at the end.
os.environ["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
VIDIK, FOLDER = sys.argv[1:3]


class SixtyLines(unittest.TestCase):
    def setUp(self):
        kept = tempfile.TemporaryDirectory()
        self.addCleanup(kept.cleanup)
        self.home = kept.name

    def vidik(self, *words):
        env = {**os.environ, "HOME": self.home, "XDG_STATE_HOME": self.home + "/state"}
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            env.pop(name, None)
        done = subprocess.run([VIDIK, *words, "--plugins", FOLDER], cwd=self.home, env=env, timeout=200,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True)
        self.assertEqual([done.returncode, done.stderr], [0, ""])
        return done.stdout

    def events(self, *words):
        return json.loads(self.vidik("events", "--json", "--layers", "ferries", *words))["events"]

    def project(self, zone):
        path = os.path.join(self.home, "ferries.vidik")
        with open(path, "w", encoding="utf-8") as file:
            json.dump({"vidik": 1, "overlays": ["ferries"], "zone": zone}, file)
        return path

    def test_events_json_lists_them(self):
        found = self.events("--from", "2024-10", "--to", "2024-12")
        self.assertEqual([(one["id"], one["category"], one["layer"]) for one in found],
                         [(name, "ferry", "ferries") for name in "abc"])
        self.assertEqual([found[0]["lon"], found[0]["lat"]], [16.44, 43.51])

    def test_window_and_filter_hold_for_them(self):
        for words, ids in ((("--at", "2024-10-14T12:00", "--mode", "instant"), ["b"]),
                           (("--from", "2024-10-10", "--to", "2024-12"), ["b", "c"]),
                           (("--from", "2024-10", "--to", "2024-12", "--filter", "text~storm"), ["c"]),
                           (("--from", "2024-10", "--to", "2024-12", "--filter", "category!=ferry"), [])):
            with self.subTest(words):
                self.assertEqual([one["id"] for one in self.events(*words)], ids)

    def test_the_zone_of_the_project_holds_for_them(self):
        for zone, begin in (("UTC", "2024-10-04T12:00:00+00:00"), ("Asia/Kolkata", "2024-10-04T17:30:00+05:30")):
            with self.subTest(zone):
                self.assertEqual(self.events(self.project(zone))[0]["begin"], begin)

    def test_the_picture_has_their_lane_legend_and_symbols(self):
        self.vidik("render", self.project("UTC"), "--from", "2024-10", "--to", "2024-12", "-o", "picture.txt")
        with open(os.path.join(self.home, "picture.txt"), encoding="utf-8") as file:
            drawn = file.read()
        for words in ('text "Ferries"', 'text "Ferry reports"', 'text "3 events"'):
            self.assertIn(words, drawn)
        stars = [line for line in drawn.splitlines() if line.startswith("symbol") and " star " in line]
        self.assertGreaterEqual(len(stars), 3 + 2, "three on the map, one in the legend, one at the lane")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
