#!/usr/bin/python3
"""What is redacted leaves by no way: usage redaction_test.py VIDIK

A thousand made-up events with exact places, words and ids that nobody may see go out by every row of
viewer/app/export_routes.h; packed parts of the files are unpacked, and none of it is found in any byte.
"""
import base64
import csv
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import zlib

os.environ["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
VIDIK = os.path.abspath(sys.argv.pop())
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SECRET = re.compile(rb"Zq[0-9a-f]{12}")
WORDS = "grid=5km,hide=48h,as-of=2025-03-15T00:00,drop=title,summary,actors,sources"
SENTENCE = ("Redacted: places to a grid of 5 km; events of the last 48 h before 15 Mar 2025, 00:00 left out; "
            "title, summary, actors, sources withheld.")
SIZE = ["--size", "320x200"]
CLOCK = {"render": ["--from", "2025-02-01", "--to", "2025-03-14", "--mode", "window"],
         "events": ["--from", "2025-02-01", "--to", "2025-03-14", "--mode", "window"],
         "film": ["--from", "2025-03-12", "--to", "2025-03-14", "--mode", "window", "--window", "30d"]}


def routes():
    with open(os.path.join(ROOT, "viewer", "app", "export_routes.h"), encoding="utf-8") as file:
        rows = re.findall(r'^    \{"(\w+)", "([^"]*)", "([^"]*)"\},$', file.read(), re.M)
    assert len(rows) > 10
    return rows


class Events:
    """Half of them seen, half of them too young."""

    def __init__(self, path):
        dice = random.Random(20250315)
        secret = lambda: f"Zq{dice.getrandbits(48):012x}"
        self.seen, self.hidden, self.places, self.words = set(), set(), [], set()
        with open(path, "w", encoding="utf-8", newline="") as file:
            out = csv.writer(file)
            out.writerow(["id", "title", "category", "start", "end", "lon", "lat", "place", "summary", "actors",
                          "source_name", "source_url", "Reporter", "WKT"])
            for number in range(1000):
                lon, lat = (round(dice.uniform(low, low + 2.5), 5) + dice.randint(1, 9) / 1e6 for low in (19.3, 41.9))
                young = number % 2 == 1
                day = f"2025-03-{dice.randint(13, 14)}" if young else f"2025-02-{dice.randint(1, 28):02d}"
                when = f"{day}T{dice.randint(1, 22):02d}:{dice.randint(10, 59)}+01:00"
                event, title, place, summary, actor, source, url, reporter = (secret() for _ in range(8))
                (self.hidden if young else self.seen).add(event.encode())
                self.words |= {one.encode() for one in (title, place, summary, actor, source, url, reporter)}
                self.places.append((lon, lat))
                out.writerow([event, f"{title} at the bridge", dice.choice(["protest", "sabotage"]), when, "", f"{lon:.6f}",
                              f"{lat:.6f}", place, f"{summary}, seen at {lat:.6f} N {lon:.6f} E", actor, source,
                              f"https://{url}.example/@{lat:.6f},{lon:.6f},15z", reporter, f"POINT ({lon:.6f} {lat:.6f})"])
        # In full and in units of 1e-7 degree; with five decimals, cut or rounded, as pairs: the middle of some cell has
        # five decimals of some event by chance.
        self.spelled = {f"{v:.6f}".encode() for pair in self.places for v in pair}
        self.whole = {str(round(v * 1e7)).encode() for pair in self.places for v in pair}
        short = lambda v: {f"{cut:.5f}".encode() for cut in (v, int(v * 1e5) / 1e5)}
        self.short = [(short(lon), short(lat)) for lon, lat in self.places]

    def found_in(self, data):
        """What must not be there: words, ids of young events, exact places."""
        out = {one for one in SECRET.findall(data) if one not in self.seen}
        numbers = {one.replace(b",", b".") for one in re.findall(rb"(?<!\d)\d{2}[.,]\d{5,}", data)}
        out |= {one[:9] for one in numbers if one[:9] in self.spelled}
        five = {one[:8] for one in numbers}
        out |= {b" ".join((lon | lat) & five) for lon, lat in self.short if lon & five and lat & five}
        return out | {one for one in re.findall(rb"\d{9}", data) if one in self.whole}


def inflated(data):
    """The file, and behind it whatever is packed in it."""
    out = [data]
    if data.startswith(b"\x89PNG"):
        at, pixels, frames = 8, b"", []
        while at + 8 <= len(data):
            length = int.from_bytes(data[at:at + 4], "big")
            kind, body = data[at + 4:at + 8], data[at + 8:at + 8 + length]
            at += 12 + length
            if kind == b"IDAT":
                pixels += body
            elif kind == b"fcTL":
                frames.append(b"")
            elif kind == b"fdAT":
                frames[-1] += body[4:]
            elif kind == b"zTXt":
                out.append(zlib.decompress(body[body.index(b"\0") + 2:]))
            elif kind == b"iTXt" and body[body.index(b"\0") + 1] == 1:
                out.append(zlib.decompress(body.split(b"\0", 4)[-1]))
        out += [zlib.decompress(packed) for packed in (pixels, *frames) if packed]
    for stream in re.finditer(rb"stream\r?\n(.*?)endstream", data, re.S):  # PDF
        try:
            out.append(zlib.decompressobj().decompress(stream.group(1)))
        except zlib.error:
            out.append(stream.group(1))
    for text in re.findall(rb"(?:base64,|<vidik:state[^>]*>)([A-Za-z0-9+/=\s]{16,})", data):
        out.append(base64.b64decode(re.sub(rb"\s", b"", text)))
    return out


class Redaction(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="vidik_redaction_")
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.events = Events(os.path.join(cls.folder, "incidents.csv"))

    def run_vidik(self, *args, code=0):
        done = subprocess.run([VIDIK, *args], cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True, check=False)
        self.assertEqual(code, done.returncode, (args, done.stderr.decode()))
        return done.stdout, done.stderr.decode()

    def made_by(self, command, output, option, *more):
        """Every byte that one row of the list gives, unpacked."""
        files = []
        args = [command, "incidents.csv", *CLOCK[command], *more, *([option] if option else [])]
        if output:
            args += ["-o", output]
            args += SIZE if not option.startswith("--page") else []
            before = set(os.listdir(self.folder))
        printed, _ = self.run_vidik(*args)
        files.append(printed)
        if output:
            for name in sorted(set(os.listdir(self.folder)) - before):
                path = os.path.join(self.folder, name)
                parts = [os.path.join(path, one) for one in sorted(os.listdir(path))] if os.path.isdir(path) else [path]
                for part in parts:
                    with open(part, "rb") as file:
                        files.append(file.read())
                shutil.rmtree(path) if os.path.isdir(path) else os.remove(path)
            self.assertGreater(len(files), 1)
        return [part for data in files for part in inflated(data)]

    def test_nothing_leaves_by_any_way(self):
        for command, output, option in routes():
            parts = self.made_by(command, output, option, "--redact", WORDS)
            self.assertGreater(sum(map(len, parts)), 1000, (command, output, option))
            for part in parts:
                self.assertFalse(self.events.found_in(part), (command, output, option))

    def test_the_search_finds_what_is_not_redacted(self):
        for command, output, option, least in (("events", "", "--json", 2000), ("events", "", "--csv", 2000),
                                               ("events", "", "--geojson", 2000), ("render", "out.png", "", 400),
                                               ("render", "beside.png", "--text-beside", 800)):
            found = set().union(*map(self.events.found_in, self.made_by(command, output, option)))
            self.assertGreater(len(found), least, (command, output, option))

    def test_each_way_says_that_it_is_redacted(self):
        said = SENTENCE.encode()
        for command, output, option in routes():
            parts = self.made_by(command, output, option, "--redact", WORDS)
            if not output.endswith((".gif", ".mp4", ".webm")):  # there the picture alone says it
                if output == "out.txt":
                    parts = [b" ".join(re.findall(rb'^text "(.*?)" ', parts[-1], re.M))]  # in lines on the map
                flat = re.sub(rb"\s+", b" ", b" ".join(parts))
                self.assertTrue(said in flat, (command, output, option))

    def test_the_keys_of_tables(self):
        args = ["events", "incidents.csv", *CLOCK["events"], "--redact", WORDS]
        for form in ("--json", "--geojson"):
            self.assertEqual(SENTENCE, json.loads(self.run_vidik(*args, form)[0])["redacted"])
        events = json.loads(self.run_vidik(*args, "--json")[0])["events"]
        self.assertEqual(500, len(events))
        self.assertTrue(all(one["title"] == "Title withheld" and 3000 < one["radius_m"] < 4000 for one in events))
        rows = list(csv.DictReader(self.run_vidik(*args, "--csv")[0].decode().splitlines()))
        self.assertEqual({SENTENCE}, {row["redacted"] for row in rows})
        self.assertEqual({""}, {row["place"] + row["source_name"] + row["source_url"] for row in rows})

    def test_who_publishes_is_told_what_was_left_out(self):
        _, said = self.run_vidik("events", "incidents.csv", "--redact", "grid=5km,hide=48h,as-of=2025-03-15T00:00")
        self.assertIn("redacted: 500 events too young to be shown", said)
        self.assertIn("texts withheld that may give coordinates", said)
        self.assertIn("texts may still name a place in words", said)

    def test_chosen_events_that_are_hidden_are_not_named(self):
        hidden = sorted(self.events.hidden)[0].decode()
        parts = self.made_by("render", "page.png", "--page=square", "--redact", WORDS, "--callouts", f"incidents/{hidden}")
        for part in parts:
            self.assertFalse(self.events.found_in(part))

    def test_municipalities(self):
        args = ["events", "incidents.csv", "--redact", "municipality,drop=title,summary,sources,actors", "--geojson"]
        printed, _ = self.run_vidik(*args)
        self.assertFalse({one for one in self.events.found_in(printed) if one not in self.events.hidden})
        places = {tuple(one["geometry"]["coordinates"]) for one in json.loads(printed)["features"]}
        self.assertLess(len(places), 300)  # a thousand places
        self.assertGreater(len(places), 20)

    def test_it_opens_again_as_it_was_and_holds(self):
        self.run_vidik("render", "incidents.csv", "-o", "a.png", *SIZE, *CLOCK["render"], "--redact", WORDS)
        self.run_vidik("render", "a.png", "-o", "b.png")
        with open(os.path.join(self.folder, "a.png"), "rb") as one, open(os.path.join(self.folder, "b.png"), "rb") as two:
            first = one.read()
            self.assertEqual(first, two.read())
        self.assertNotIn(b'"sha256":"' + b"", re.findall(rb'"files":\[.*?\]', first)[0].replace(b'"sha256":""', b""))
        self.run_vidik("verify", "a.png")
        self.assertEqual(b"", self.run_vidik("sources", "a.png")[0])
        printed, _ = self.run_vidik("events", "a.png", "--json")
        self.assertEqual(SENTENCE, json.loads(printed)["redacted"])
        self.assertFalse(self.events.found_in(printed))

    def test_a_project_asks_for_it(self):
        with open(os.path.join(self.folder, "p.vidik"), "w", encoding="utf-8") as file:
            json.dump({"vidik": 1, "files": ["incidents.csv"], "redaction": WORDS}, file)
        printed, _ = self.run_vidik("events", "p.vidik", "--json")
        self.assertFalse(self.events.found_in(printed))
        printed, _ = self.run_vidik("events", "p.vidik", "--json", "--redact", "none")
        self.assertTrue(self.events.found_in(printed))
        with open(os.path.join(self.folder, "p.vidik"), "w", encoding="utf-8") as file:
            json.dump({"vidik": 1, "files": ["incidents.csv"], "redaction": "grid=5"}, file)
        printed, said = self.run_vidik("events", "p.vidik", "--json", code=1)
        self.assertEqual(b"", printed)
        self.assertIn("grid=5", said)

    def test_drawings_of_overlays_are_left_out_and_that_is_said(self):
        with open(os.path.join(self.folder, "d.vidik"), "w", encoding="utf-8") as file:
            json.dump({"vidik": 1, "overlays": ["protests", "graticule"],
                       "time": {"from": "2024-11-01", "to": "2025-03-31"}}, file)
        self.run_vidik("render", "d.vidik", "-o", "d.txt", *SIZE, "--redact", "grid=5km")
        with open(os.path.join(self.folder, "d.txt"), encoding="utf-8") as file:
            self.assertIn("Drawings of overlays left out: ", " ".join(re.findall(r'^text "(.*?)" ', file.read(), re.M)))

    def test_a_films_last_hours_are_those_before_its_end(self):
        self.run_vidik("film", "incidents.csv", *CLOCK["film"], "-o", "late/", *SIZE, "--redact", "hide=48h")
        with open(os.path.join(self.folder, "late", "frame_00000.png"), "rb") as file:
            self.assertIn(b'"as_of":"2025-03-15T00:00:00+01:00"', file.read())


if __name__ == "__main__":
    unittest.main()
