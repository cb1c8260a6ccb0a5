#!/usr/bin/python3
"""The comparison itself: a picture reader that forgives everything would pass every golden."""
import os
import tempfile
import unittest
import struct
import zlib

import pictures


def png(path, width, height, step, filters, row_of):
    """Writes rows (already filtered) with the named filters."""
    data = b"".join(bytes([filters[y % len(filters)]]) + row_of(y) for y in range(height))
    body = struct.pack(">IIBBBBB", width, height, 8, 2 if step == 3 else 6, 0, 0, 0)
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        for kind, part in ((b"IHDR", body), (b"IDAT", zlib.compress(data)), (b"IEND", b"")):
            file.write(struct.pack(">I", len(part)) + kind + part + b"\0\0\0\0")


class Pictures(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = os.path.join(self.folder.name, "a.png")

    def tearDown(self):
        self.folder.cleanup()

    def test_what_is_written_is_read_back(self):
        rows = [bytearray((x * 7 + y * 3) & 255 for x in range(15)) for y in range(4)]
        pictures.write(self.path, 5, rows)
        self.assertEqual((5, 4, rows), pictures.read(self.path))

    def test_each_filter_gives_the_bytes_that_the_standard_says(self):
        first, second = bytes([10, 20, 30, 40, 50, 60]), bytes([1, 2, 3, 4, 5, 6])
        for kind, wanted in {0: [1, 2, 3, 4, 5, 6], 1: [1, 2, 3, 5, 7, 9], 2: [11, 22, 33, 44, 55, 66],
                             3: [6, 12, 18, 27, 36, 45], 4: [11, 22, 33, 44, 55, 66]}.items():
            with self.subTest(filter=kind):
                png(self.path, 2, 2, 3, [0, kind], lambda y: second if y else first)
                self.assertEqual(bytes(wanted), bytes(pictures.read(self.path)[2][1]))

    def test_the_fourth_channel_is_left_out(self):
        png(self.path, 2, 1, 4, [0], lambda y: bytes([1, 2, 3, 255, 4, 5, 6, 255]))
        self.assertEqual(bytes([1, 2, 3, 4, 5, 6]), bytes(pictures.read(self.path)[2][0]))

    def test_a_pixel_is_off_when_one_channel_is_beyond_the_level(self):
        a, b = (2, 1, [bytearray([9, 9, 9, 50, 50, 50])]), (2, 1, [bytearray([9, 9, 19, 50, 80, 50])])
        off, largest, shown = pictures.differences(a, b, 24)
        self.assertEqual((1, 30), (off, largest))
        self.assertEqual(bytes([2, 2, 4, 255, 32, 32]), bytes(shown[0]))


if __name__ == "__main__":
    unittest.main()
