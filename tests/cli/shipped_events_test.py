#!/usr/bin/python3
"""The program counts the curated events as the curated file itself does: usage shipped_events_test.py VIDIK"""
import collections
import csv
import datetime
import json
import os
import subprocess
import sys
import tempfile
import unittest

SETS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../geodata/sets/events")
VIDIK = sys.argv.pop()


class ShippedEvents(unittest.TestCase):
    def setUp(self):
        with open(os.path.join(SETS, "western_balkans_events.csv"), encoding="utf-8", newline="") as file:
            self.rows = list(csv.DictReader(file))
        done = subprocess.run([VIDIK, "events", "--json"], stdin=subprocess.DEVNULL, capture_output=True, check=True)
        self.said = json.loads(done.stdout)
        self.assertEqual(b"", done.stderr)

    def test_no_event_is_lost_or_made_up(self):
        self.assertEqual(sorted(row["id"] for row in self.rows), sorted(e["id"] for e in self.said["events"]))
        self.assertEqual(len(self.rows), self.said["count"])

    def test_the_categories_count_the_same(self):
        wanted = collections.Counter(row["category"] for row in self.rows)
        self.assertEqual(dict(wanted), {name: n for name, n in self.said["by_category"].items() if n})

    def test_every_event_stands_where_the_file_says(self):
        places = {row["id"]: (float(row["lon"]), float(row["lat"])) for row in self.rows}
        for event in self.said["events"]:
            with self.subTest(event["id"]):
                self.assertAlmostEqual(places[event["id"]][0], event["lon"], 5)
                self.assertAlmostEqual(places[event["id"]][1], event["lat"], 5)

    def test_the_layers_are_the_overlays(self):
        self.assertEqual({"protests", "sabotage", "troops", "context"}, {e["layer"] for e in self.said["events"]})

    def test_they_are_sorted_by_begin_then_as_the_project_names_its_overlays_then_by_id(self):
        order = ["protests", "sabotage", "troops", "context"]
        keys = [(e["begin"] is not None and datetime.datetime.fromisoformat(e["begin"]).timestamp(),
                 order.index(e["layer"]), e["id"]) for e in self.said["events"]]
        self.assertEqual(sorted(keys), keys)


class OneMoreOverlay(unittest.TestCase):
    def test_rows_that_a_ready_overlay_left_out_are_a_problem(self):
        manifest = {"id": "org.example.fires", "name": "Fires", "version": "1.0", "epoch": 1, "level": 0,
                    "tables": {"events": {"file": "e.csv"}}}
        with tempfile.TemporaryDirectory() as folder:
            overlay = os.path.join(folder, "fires.vidik")
            os.mkdir(overlay)
            with open(os.path.join(overlay, "plugin.json"), "w", encoding="utf-8") as file:
                json.dump(manifest, file)
            with open(os.path.join(overlay, "e.csv"), "w", encoding="utf-8") as file:
                file.write("id,title,category,start,lon,lat\na,A,protest,2025-03-15,20,44\nb,B,protest,never,20,44\n")
            done = subprocess.run([VIDIK, "events", os.path.join(SETS, "western_balkans_events.csv"), "--plugins", folder,
                                   "--json", "--strict"], stdin=subprocess.DEVNULL, capture_output=True, check=False)
        self.assertEqual(3, done.returncode, done.stderr)
        self.assertIn(b"Fires: 1 of 2 rows left out; the first: line 3", done.stderr)
        self.assertIn("fires", {e["layer"] for e in json.loads(done.stdout)["events"]})


if __name__ == "__main__":
    unittest.main()
