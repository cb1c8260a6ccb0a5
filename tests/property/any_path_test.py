#!/usr/bin/python3
"""The same events by any path give the same answer: formats, separators, encodings, the order of rows.

usage: any_path_test.py VIDIK
"""
import csv
import io
import json
import os
import random
import subprocess
import sys
import tempfile
import unittest

VIDIK = os.path.abspath(sys.argv.pop())
COLUMNS = ["id", "title", "category", "start", "end", "date_precision", "lon", "lat", "place"]
CATEGORIES = "protest sabotage clash troops political sanction disinformation disaster".split()
WORDS = "bridge, \"blast\" Приштина Zvečan Preševo 🡒 O'Hara; semi\tcolon Ωμέγα".split(" ")


def made_up(count):
    """Rows as text, of every precision, with text that has to be quoted."""
    chance = random.Random(7)
    rows = []
    for i in range(count):
        day = f"20{chance.randrange(18, 26)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        start, end, precision = chance.choice((
            (day, "", "day"), (day, day, "day"), (day[:7], "", "month"), (day[:4], "", "year"),
            (day + "T18:55+01:00", "", "minute"), (day + "T06:00:00Z", day + "T07:30:00Z", "second")))
        rows.append({"id": f"e{i:04}", "title": " ".join(chance.choices(WORDS, k=3)).replace("\t", " "),
                     "category": chance.choice(CATEGORIES), "start": start, "end": end, "date_precision": precision,
                     "lon": f"{chance.uniform(13, 23):.5f}", "lat": f"{chance.uniform(39, 47):.5f}",
                     "place": chance.choice(WORDS[:4])})
    return rows


def delimited(rows, separator=",", newline="\n"):
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS, delimiter=separator, lineterminator=newline)
    table.writeheader()
    table.writerows(rows)
    return text.getvalue()


def geojson(rows):
    features = [{"type": "Feature", "properties": {k: v for k, v in row.items() if k not in ("lon", "lat")},
                 "geometry": {"type": "Point", "coordinates": [float(row["lon"]), float(row["lat"])]}} for row in rows]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)


class AnyPath(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.rows = made_up(400)
        cls.wanted = cls.answer("events.csv", delimited(cls.rows))

    @classmethod
    def answer(cls, name, text, encoding="utf-8"):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, name), "w", encoding=encoding, newline="") as file:
                file.write(text)
            said = b""
            for _ in range(2):  # the second time from the cache
                before = said
                done = subprocess.run([VIDIK, "events", "--json", name], cwd=folder, stdin=subprocess.DEVNULL,
                                      env={**os.environ, "XDG_CACHE_HOME": folder}, capture_output=True, check=False)
                assert done.returncode == 0, (name, done.stderr)
                said = done.stdout
            assert said == before, f"{name}: the cache answers otherwise than the file"
            return json.loads(said)

    def test_every_row_is_there_as_it_was_written(self):
        self.assertEqual(400, self.wanted["count"])
        written = {row["id"]: row for row in self.rows}
        for event in self.wanted["events"]:
            row = written[event["id"]]
            self.assertEqual((row["title"], row["category"], row["date_precision"]),
                             (event["title"], event["category"], event["precision"]))
            self.assertAlmostEqual(float(row["lon"]), event["lon"], 5)

    def test_tabs_semicolons_and_line_ends(self):
        self.assertEqual(self.wanted, self.answer("events.tsv", delimited(self.rows, "\t")))
        self.assertEqual(self.wanted, self.answer("events.csv", delimited(self.rows, ";")))
        self.assertEqual(self.wanted, self.answer("events.csv", delimited(self.rows, ",", "\r\n")))

    def test_encodings_with_a_mark(self):
        self.assertEqual(self.wanted, self.answer("events.csv", delimited(self.rows), "utf-8-sig"))
        self.assertEqual(self.wanted, self.answer("events.csv", delimited(self.rows), "utf-16"))

    def test_geojson(self):
        self.assertEqual(self.wanted, self.answer("events.geojson", geojson(self.rows)))

    def test_the_order_of_rows(self):
        shuffled = self.rows[:]
        random.Random(1).shuffle(shuffled)
        self.assertEqual(self.wanted, self.answer("events.csv", delimited(shuffled)))
        self.assertEqual(self.wanted, self.answer("events.geojson", geojson(shuffled)))

    def test_the_order_of_columns(self):
        lines = [list(reversed(line)) for line in csv.reader(io.StringIO(delimited(self.rows)))]
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(lines)
        self.assertEqual(self.wanted, self.answer("events.csv", text.getvalue()))


if __name__ == "__main__":
    unittest.main()
