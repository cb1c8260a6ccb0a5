#!/usr/bin/python3
"""Base files of the user's own: where a raster and shapes come to lie, and what a file that is none is told.

usage: own_base_test.py VIDIK
"""
import json
import os
import struct
import subprocess
import sys
import tempfile
import unittest

import pictures

VIDIK = sys.argv[1]
os.environ["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
SIZE, ZOOM, LON, LAT = (500, 400), 6, 20.5, 43.0
HIDE = "relief,waterlines,coast,rivers,lakes,borders,graticule,country-names,place-names,water-names"


def geotiff(width, height, west, north, step, colour_of):
    """An RGB TIFF in degrees (EPSG:4326): GeoTIFF 1.0, tags ModelPixelScale, ModelTiepoint and GeoKeyDirectory."""
    px = b"".join(bytes(colour_of(x, y)) for y in range(height) for x in range(width))
    scale, tie = struct.pack("<3d", step, step, 0), struct.pack("<6d", 0, 0, 0, west, north, 0)
    keys = struct.pack("<16H", 1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, 4326)
    tags, count = [], 13
    at = 8 + 2 + 12 * count + 4
    extra = b""

    def put(data):
        nonlocal extra
        place = at + len(extra)
        extra += data + b"\0" * (len(data) % 2)
        return place

    def tag(number, kind, n, value):
        tags.append(struct.pack("<HHI", number, kind, n) + value)

    short = lambda v: struct.pack("<HH", v, 0)
    long = lambda v: struct.pack("<I", v)
    tag(256, 3, 1, short(width)), tag(257, 3, 1, short(height))
    tag(258, 3, 3, long(put(struct.pack("<3H", 8, 8, 8))))
    tag(259, 3, 1, short(1)), tag(262, 3, 1, short(2))
    strip = put(px)
    tag(273, 4, 1, long(strip)), tag(277, 3, 1, short(3)), tag(278, 3, 1, short(height))
    tag(279, 4, 1, long(len(px))), tag(284, 3, 1, short(1))
    tag(33550, 12, 3, long(put(scale))), tag(33922, 12, 6, long(put(tie))), tag(34735, 3, 16, long(put(keys)))
    return b"II*\0" + long(8) + struct.pack("<H", count) + b"".join(tags) + long(0) + extra


class OwnBase(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def file(self, name, data):
        path = os.path.join(self.folder.name, name)
        with open(path, "wb") as out:
            out.write(data)
        return path

    def run_vidik(self, *words):
        picture = os.path.join(self.folder.name, "a.png")
        done = subprocess.run([VIDIK, "render", "--safe", "--size", "%dx%d" % SIZE, "--view", f"{LON},{LAT},{ZOOM}",
                               "--hide", HIDE, "-o", picture, *words], capture_output=True, text=True, check=False)
        return done, picture

    def draw(self, *words):
        done, picture = self.run_vidik(*words)
        self.assertEqual([done.returncode, done.stderr], [0, ""])
        return pictures.read(picture)[2]

    @staticmethod
    def px(rows, x, y):
        return tuple(rows[y][3 * x:3 * x + 3])

    def changed(self, a, b, box):
        x0, y0, x1, y1 = box
        return sum(self.px(a, x, y) != self.px(b, x, y) for y in range(y0, y1) for x in range(x0, x1))

    def test_a_raster_lies_where_it_says(self):
        # Red west of 20.5 degrees, green east of it; 19.5 to 21.5 degrees, 42 to 44.
        tiff = geotiff(40, 40, 19.5, 44, 0.05, lambda x, _: (200, 0, 0) if x < 20 else (0, 200, 0))
        rows, plain = self.draw("--base", self.file("halves.tif", tiff)), self.draw()
        west, east = self.px(rows, 235, 110), self.px(rows, 265, 110)
        self.assertGreater(west[0], 150), self.assertLess(west[1], 60)
        self.assertGreater(east[1], 150), self.assertLess(east[0], 60)
        # A degree at zoom 6 is 256 * 64 / 360 px: nothing of it is seen further out.
        px_of_degree = 256 * 2 ** ZOOM / 360
        edge = int(250 - px_of_degree)
        self.assertEqual(self.changed(rows, plain, (edge - 20, 60, edge - 2, 240)), 0)
        self.assertNotEqual(self.px(rows, edge + 3, 110), self.px(plain, edge + 3, 110))

    def test_numbers_become_grey_and_say_so(self):
        # Sixteen bits a cell: the same file with one band, as elevations are.
        width = height = 20
        px = b"".join(struct.pack("<H", 1000 + 50 * x) for _ in range(height) for x in range(width))
        tiff = bytearray(geotiff(width, height, 19.5, 44, 0.1, lambda x, y: (0, 0, 0)))
        count = struct.unpack_from("<H", tiff, 8)[0]
        for i in range(count):
            at = 10 + 12 * i
            number = struct.unpack_from("<H", tiff, at)[0]
            if number == 258:
                struct.pack_into("<HHIHH", tiff, at, 258, 3, 1, 16, 0)
            if number == 262:
                struct.pack_into("<HHIHH", tiff, at, 262, 3, 1, 1, 0)
            if number == 273:
                struct.pack_into("<I", tiff, at + 8, len(tiff))
            if number == 277:
                struct.pack_into("<HHIHH", tiff, at, 277, 3, 1, 1, 0)
            if number == 279:
                struct.pack_into("<I", tiff, at + 8, len(px))
        done, picture = self.run_vidik("--base", self.file("heights.tif", bytes(tiff) + px))
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stderr, "shown in grey from 1000.* to 1950")
        rows = pictures.read(picture)[2]
        west, east = self.px(rows, 215, 110), self.px(rows, 285, 110)
        self.assertGreater(east[0], west[0] + 80)
        self.assertLess(max(east) - min(east), 3)

    def test_shapes_are_drawn_and_none_is_lost(self):
        tiny = [[19.5, 43.0], [19.5001, 43.0], [19.5001, 43.0001], [19.5, 43.0]]
        shapes = {"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": {}, "geometry": g} for g in (
                {"type": "LineString", "coordinates": [[20.5, 42.2], [20.5, 44.2]]},
                {"type": "Polygon", "coordinates": [tiny]},  # far below a pixel
                {"type": "Point", "coordinates": [21.5, 43.0]})]}
        rows = self.draw("--base", self.file("mine.geojson", json.dumps(shapes).encode()))
        plain = self.draw()
        middle = SIZE[0] // 2
        self.assertGreater(self.changed(rows, plain, (middle - 2, 100, middle + 2, 200)), 90, "the line")
        px = 256 * 2 ** ZOOM / 360
        self.assertEqual(self.changed(rows, plain, (middle + 6, 100, int(middle + px - 6), 140)), 0)
        # The middle of the map box is above that of the page: find its row by the point itself.
        for name, x in (("polygon", middle - px), ("point", middle + px)):
            self.assertGreater(self.changed(rows, plain, (int(x) - 3, 100, int(x) + 4, 300)), 0, name)

    def test_what_is_no_map_is_told_why(self):
        for name, data, words in (("a.csv", b"a,b\n1,2\n", "it is a table"), ("b.tif", b"II*\0" + b"\xff" * 40, "no picture"),
                                  ("c.geojson", b'{"type":"FeatureCollection","features":[]}', "nothing in it to draw"),
                                  ("d.xml", b"<OGRVRTDataSource/>", "VRT")):
            done, picture = self.run_vidik("--base", self.file(name, data))
            self.assertEqual(done.returncode, 1, name)
            self.assertIn(words, done.stderr, name)
            self.assertIn(name, done.stderr)
            self.assertFalse(os.path.exists(picture))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
