#!/usr/bin/python3
"""Pictures that are opened again: usage picture_state_test.py VIDIK"""
import csv
import getpass
import io
import json
import os
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import unittest
import zlib

os.environ["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
VIDIK = os.path.abspath(sys.argv.pop())
DAYS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data", "days.csv")
SIZE = ["--size", "400x300"]


def chunks(png):
    at = 8
    while at < len(png):
        length, = struct.unpack_from(">I", png, at)
        yield png[at + 4:at + 8], png[at + 8:at + 8 + length]
        at += 12 + length


def state(png):
    text, = (body for kind, body in chunks(png) if kind == b"iTXt" and body.startswith(b"Vidik state\0"))
    return json.loads(text[len("Vidik state") + 5:])


class Pictures(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="vidik_picture_")
        self.addCleanup(shutil.rmtree, self.folder)
        shutil.copyfile(DAYS, self.path("days.csv"))

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def run_vidik(self, *args, code=0):
        done = subprocess.run([VIDIK, *args], cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True, check=False)
        self.assertEqual(code, done.returncode, (args, done.stderr.decode()))
        return done.stdout.decode(), done.stderr.decode()

    def render(self, out, *args):
        said = self.run_vidik("render", "-o", out, *args)
        self.assertEqual(("", ""), said)
        return self.read(out)

    def opens_as_it_was(self, *args):
        first = self.render("first.png", *args)
        again = self.render("again.png", "first.png")
        self.assertEqual(state(first), state(again))
        self.assertEqual(first, again)  # pixels and all
        return state(first)

    def test_the_shipped_project(self):
        said = self.opens_as_it_was(*SIZE)
        self.assertEqual("western_balkans.vidik", said["project"]["name"])
        self.assertEqual(["protests", "sabotage", "troops", "context"], [one["name"] for one in said["overlays"]])
        self.assertTrue(all(len(one["sha256"]) == 64 for one in said["overlays"]))

    def test_a_day_of_it_in_light_with_everything_set(self):
        self.opens_as_it_was(*SIZE, "--scale", "1.5", "--theme", "light", "--projection", "equal-area", "--at", "2025-03-15",
                             "--mode", "instant", "--filter", "category=protest,political and text~\"a\"", "--layers",
                             "protests,context", "--hide", "relief,rivers", "--lang", "sq+en", "--borders", "kosovo",
                             "--timeline", "lanes=category,bars=active,scale=log,fold-gaps", "--title", "Ä “title”",
                             "--measure", "20,43;21,43;20.5,44", "--dpi", "300", "--inset", "--density", "hexagons",
                             "--view", "20.5,43.1,8.25", "--test", "starts-in", "--surely")

    def test_a_page(self):
        self.opens_as_it_was("--page", "400x300", "--title", "T", "--subtitle", "S", "--scale", "1.5", "--transparent")
        again = self.render("tall.png", "first.png", "--size", "300x400")
        self.assertEqual((300, 400), struct.unpack_from(">II", again, 16))
        self.assertTrue(state(again)["view"]["present"]["on"])
        again = self.render("none.png", "first.png", "--page", "none", "--size", "320x200")
        self.assertEqual((320, 200), struct.unpack_from(">II", again, 16))

    def test_vectors_and_one_as_another(self):
        for name in ("first.svg", "first.pdf"):
            self.run_vidik("render", "-o", name, *SIZE, "--theme", "light", "--mode", "trail")
            self.run_vidik("render", name, "-o", "again" + name[-4:])
            self.assertEqual(self.read(name), self.read("again" + name[-4:]))
            self.run_vidik("verify", name)
        self.run_vidik("render", "first.pdf", "-o", "of_pdf.png")
        self.assertEqual(self.read("of_pdf.png"), self.render("first.png", *SIZE, "--theme", "light", "--mode", "trail"))

    def test_a_trail_over_other_days_and_zones(self):
        self.opens_as_it_was(*SIZE, "--mode", "trail", "--window", "30d", "--at", "2025-02-01T13:17:05")

    def test_a_file(self):
        self.opens_as_it_was("days.csv", *SIZE)

    def test_a_file_with_roles_answers_and_a_chosen_event(self):
        with open(self.path("odd.csv"), "w", encoding="utf-8") as file:
            file.write("name,Datum,Other,x,y\nA,03/04/2025,2020-01-01,20,43\nB,05/06/2025,2020-01-01,21,44\n")
        said = self.opens_as_it_was("odd.csv", *SIZE, "--role", "begin=Datum", "--role", "lon=x", "--role", "lat=y",
                                    "--answer", "date_order=dmy")
        self.assertEqual({"date_order": "dmy"}, said["answers"])

    def test_a_project_with_a_file_below_it_and_one_gone(self):
        os.mkdir(self.path("data"))
        shutil.move(self.path("days.csv"), self.path("data", "days.csv"))
        with open(self.path("p.vidik"), "w", encoding="utf-8") as file:
            json.dump({"vidik": 1, "title": "P", "files": ["data/days.csv"], "theme": "light",
                       "time": {"from": "2024-11-01", "to": "2025-02-01", "at": "2024-12-24", "mode": "trail"},
                       "timeline": {"ranges": [{"name": "Advent", "from": "2024-12-01", "to": "2024-12-24"}]},
                       "view": {"lon": 20.5, "lat": 43.5, "zoom": 6.5}, "filter": "severity>=2"}, file)
        said = self.opens_as_it_was("p.vidik", *SIZE)
        self.assertEqual("data/days.csv", said["files"][0]["name"])
        os.remove(self.path("p.vidik"))  # a picture says what its project said
        self.assertEqual(self.read("first.png"), self.render("without.png", "first.png"))
        self.assertIn("p.vidik, a project of the picture, is not beside it", self.run_vidik("verify", "first.png", code=1)[1])

    def test_no_folder_and_no_person_is_in_it(self):
        for args in (["days.csv"], [DAYS], [self.path("days.csv"), "--base", DAYS.replace("days.csv", "place.geojson")], []):
            self.run_vidik("render", "-o", "x.png", *args, *SIZE)
            png = self.read("x.png")
            unpacked = png + b"".join(zlib.decompress(body[body.index(b"\0") + 2:]) for kind, body in chunks(png) if kind == b"zTXt")
            names = {self.folder, os.path.dirname(DAYS), os.path.dirname(VIDIK), os.environ.get("HOME", "/root"), os.getcwd(),
                     socket.gethostname(), getpass.getuser()}
            for name in names:
                if len(name) > 4:  # shorter ones stand in pixels by chance
                    self.assertFalse(name.encode() in unpacked, (name, args))

    def test_files_are_looked_for_by_name_in_folders_that_are_given(self):
        self.render("first.png", "days.csv", *SIZE)
        os.makedirs(self.path("far", "off"))
        shutil.move(self.path("days.csv"), self.path("far", "off", "days.csv"))
        with open(self.path("far", "days.csv"), "w", encoding="utf-8") as file:
            file.write("another one\n")
        _, said = self.run_vidik("render", "first.png", "-o", "again.png")
        self.assertEqual("vidik: days.csv, a file of the picture, is not beside it; --data DIR says in which folder it is\n", said)
        self.run_vidik("render", "first.png", "-o", "again.png", "--strict", code=3)
        data = ["--data", "far", "--data", "far/off"]
        self.assertEqual(("", ""), self.run_vidik("render", "first.png", "-o", "again.png", "--strict", *data))
        self.assertEqual(self.read("first.png"), self.read("again.png"))
        self.assertIn("everything is as it was", self.run_vidik("verify", "first.png", *data)[0])
        self.run_vidik("verify", "first.png", code=1)

    def test_one_byte_of_data_that_changed_is_named(self):
        self.render("first.png", "days.csv", *SIZE)
        self.run_vidik("verify", "first.png")
        data = self.read("days.csv")
        for old, new, words in ((b"Exercise", b"Exercisf", "days.csv is not the file of the picture: its hash differs"),
                                (b"21.25", b"21.26", "the same events stand in the picture, but not all where"),
                                (b"\nc,", b"\nf,", "shows other events")):
            with open(self.path("days.csv"), "wb") as file:
                file.write(data.replace(old, new))
            out, said = self.run_vidik("verify", "first.png", code=1)
            self.assertEqual("", out)
            self.assertIn("vidik: days.csv is not the file of the picture", said)
            self.assertIn(words, said)
            out, _ = self.run_vidik("verify", "first.png", "--json", code=1)
            files = {one["name"]: one["holds"] for one in json.loads(out)["inputs"]}
            self.assertEqual({"days.csv": False, "map data": True}, files)
            self.run_vidik("events", "first.png", "--strict", code=3)

    def test_what_it_shows_can_be_listed(self):
        self.render("first.png", *SIZE, "--at", "2025-03-15", "--window", "7d", "--mode", "window")
        listed = json.loads(self.run_vidik("events", "first.png", "--json")[0])
        said = state(self.read("first.png"))["events"]
        self.assertEqual(said["count"], listed["count"])
        self.assertEqual(sorted((layer, one) for layer, ids in said["ids"].items() for one in ids),
                         sorted((one["layer"], one["id"]) for one in listed["events"]))

    def test_sources_need_no_data(self):
        self.render("first.png", *SIZE)
        os.mkdir(self.path("alone"))
        shutil.move(self.path("first.png"), self.path("alone", "p.png"))
        listed = json.loads(self.run_vidik("sources", "alone/p.png", "--json")[0])["sources"]
        self.assertGreater(len(listed), 20)
        self.assertTrue(all(one["events"] > 0 for one in listed))
        rows = list(csv.DictReader(io.StringIO(self.run_vidik("sources", "alone/p.png", "--csv")[0])))
        self.assertEqual([{**one, "events": str(one["events"])} for one in listed], rows)
        self.assertEqual(len(listed), len(self.run_vidik("sources", "alone/p.png")[0].splitlines()))

    def test_words_change_what_was_opened(self):
        first = state(self.render("first.png", *SIZE, "--theme", "light", "--scale", "2", "--filter", "category=protest"))
        again = state(self.render("again.png", "first.png", "--theme", "dark", "--scale", "1", "--at", "2025-01-10"))
        self.assertEqual(("light", "dark"), (first["view"]["theme"], again["view"]["theme"]))
        self.assertEqual((2, 1), (first["view"]["scale"], again["view"]["scale"]))
        self.assertEqual("category=protest", again["view"]["filter"])
        self.assertTrue(again["view"]["time"]["at"].startswith("2025-01-11T00"))
        larger = self.render("larger.png", "first.png", "--size", "640x480")
        self.assertEqual((1280, 960), struct.unpack_from(">II", larger, 16))

    def test_damaged_pictures_are_refused_in_one_sentence(self):
        png = self.render("first.png", "days.csv", *SIZE)
        end = png.index(b"vidik_picture") + 20
        damaged = [png[:cut] for cut in (0, 4, 8, 20, 40, 100, end - 300, end)]
        damaged += [png[:end] + b"\0" + png[end + 1:], b"<svg/>", b"\xff" * 1000, bytes(100_000),
                    png[:8] + b"\x7f\xff\xff\xff" + png[12:],
                    png.replace(b"Vidik state", b"Vidik stale")]
        for number, data in enumerate(damaged):
            with open(self.path("bad.png"), "wb") as file:
                file.write(data)
            for command in (["verify"], ["sources"], ["events"], ["render", "-o", "x.png"]):
                out, said = self.run_vidik(*command, "bad.png", code=1)
                self.assertEqual(("", 1), (out, said.count("\n")), (number, command, said))
                self.assertTrue(said.startswith("vidik: ") and said.endswith(": bad.png\n"), said)
        os.mkfifo(self.path("pipe.png"))
        for name in ("pipe.png", "nowhere.png", "."):
            self.run_vidik("verify", name, code=1)

    def test_frames_of_a_film_open_as_their_stills(self):
        self.run_vidik("film", "-o", "seq/", *SIZE, "--from", "2025-03-01", "--to", "2025-03-03")
        frame = self.read("seq/frame_00001.png")
        self.assertEqual(frame, self.render("again.png", "seq/frame_00001.png"))
        self.run_vidik("film", "-o", "film.apng", *SIZE, "--from", "2025-03-01", "--to", "2025-03-03")
        self.assertEqual(self.read("seq/frame_00000.png"), self.render("again.png", "film.apng"))


if __name__ == "__main__":
    unittest.main()
