#!/usr/bin/python3
"""One overlay twice, as a manifest with a file and as the template in C: what they show is the same, byte for byte.

usage: twins_test.py VIDIK TWIN.so
"""
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

# Leaks are looked for where no GL driver runs: its threads now and then take the leak checker itself down at the end.
os.environ["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
VIDIK, BINARY = sys.argv[1:3]
HERE = os.path.dirname(os.path.abspath(__file__))
CSV_ROLES = {"id": "id", "title": "title", "category": "category", "begin": "start", "end": "end",
             "date_precision": "date_precision", "ongoing": "ongoing", "zone": "zone", "lon": "lon", "lat": "lat",
             "geo_precision": "geo_precision", "radius": "radius_m"}
FILES = {"events.csv": CSV_ROLES, "events.geojson": {"id": "id", "title": "title", "category": "category", "begin": "begin"}}
KEPT = {"events.csv": 9, "events.geojson": 4}
ONLY = ("--layers", "twin")
ALL = ("--from", "2020", "--to", "2026", "--mode", "all")
EVERY = (*ALL, "--filter", "unverified=any")
NOTED = (*ALL, "--filter", "note=first,second")  # a column of the file's own
WINDOWS = ([], EVERY, NOTED, ["--at", "2025-02-10", "--window", "60d"], ["--at", "2024-11-03T20:15+01:00", "--mode", "trail"])


def without_texts(png):
    """A PNG's bytes but for its texts: they name the files a picture was made from, which are not the same."""
    kept, at = png[:8], 8
    while at < len(png):
        end = at + 12 + int.from_bytes(png[at:at + 4], "big")
        if png[at + 4:at + 8] != b"iTXt":
            kept += png[at:end]
        at = end
    return kept


class Twins(unittest.TestCase):
    def setUp(self):
        kept = tempfile.TemporaryDirectory()
        self.addCleanup(kept.cleanup)
        self.home = kept.name

    def overlay(self, kind, file):
        folder = os.path.join(self.home, file, kind, "twin.vidik")
        os.makedirs(folder)
        shutil.copy(os.path.join(HERE, file), folder)
        manifest = {"id": "org.example.twin", "layer": "twin", "name": "Twin", "version": "0.1.0", "epoch": 1, "level": 0,
                    "tables": {"events": {"file": file, "roles": FILES[file]}}}
        if kind == "compiled":
            with open(BINARY, "rb") as binary:
                digest = hashlib.sha256(binary.read()).hexdigest()
            shutil.copy(BINARY, os.path.join(folder, "twin.so"))
            manifest |= {"entry": {f"linux-{os.uname().machine}": "twin.so"}, "sha256": {"twin.so": digest},
                         "services": ["vidik.events/1"]}
        with open(os.path.join(folder, "plugin.json"), "w", encoding="utf-8") as out:
            json.dump(manifest, out)
        return folder

    def vidik(self, *words, ends_with=0):
        env = {**os.environ, "HOME": self.home, "XDG_STATE_HOME": self.home + "/state"}
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            env.pop(name, None)
        done = subprocess.run([VIDIK, *words], cwd=self.home, env=env, timeout=200, stdin=subprocess.DEVNULL,
                              capture_output=True)
        self.assertEqual(done.returncode, ends_with, done.stderr.decode())
        return (done.stdout, done.stderr) if ends_with else done.stdout

    def picture(self, folder, name, window):
        path = os.path.join(self.home, name)
        self.vidik("render", "--plugins", folder, *ONLY, "-o", path, *window)
        with open(path, "rb") as file:
            return file.read()

    def twins(self):
        """(file, folder without code, folder of the compiled one) for each file."""
        for file in FILES:
            yield file, self.overlay("no-code", file), self.overlay("compiled", file)

    def test_their_events_are_the_same(self):
        for file, *twins in self.twins():
            for window in WINDOWS:
                events = [self.vidik("events", "--json", "--plugins", one, *ONLY, *window) for one in twins]
                self.assertEqual(*events)
            for form in ("--csv", "--geojson"):
                self.assertEqual(*(self.vidik("events", form, "--plugins", one, *ONLY, *EVERY) for one in twins))
            for window, count in ((EVERY, KEPT[file]), (NOTED, 2)):
                found = json.loads(self.vidik("events", "--json", "--plugins", twins[1], *ONLY, *window))
                self.assertEqual(found["count"], count)

    def test_their_pictures_are_the_same(self):
        for file, *twins in self.twins():
            for window in WINDOWS:
                lists = [self.picture(one, "picture.txt", [*window, "--theme", "light"]) for one in twins]
                self.assertEqual(*lists)
                self.assertIn(b"Twin", lists[0])
                pngs = [self.picture(one, "picture.png", window) for one in twins]
                self.assertEqual(*(hashlib.sha256(without_texts(png)).hexdigest() for png in pngs))

    def test_the_same_rows_are_left_out_for_the_same_reasons(self):
        for file, *twins in self.twins():
            said = [self.vidik("events", "--json", "--strict", "--plugins", one, *ONLY, ends_with=3)[1] for one in twins]
            self.assertEqual(said[0], said[1].replace(b" table: ", b" "))
            self.assertIn(b"1 of %d rows left out; the first: line " % (KEPT[file] + 1), said[0])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
