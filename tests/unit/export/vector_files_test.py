#!/usr/bin/python3
"""SVG and PDF as libxml2 and poppler read them: usage vector_files_test.py TEST_EXPORT"""
import os
import re
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.path.abspath(sys.argv.pop())


def out(*args):
    return subprocess.run(args, cwd=FOLDER.name, stdin=subprocess.DEVNULL, capture_output=True, check=True).stdout.decode()


def setUpModule():  # the samples are written by the unit tests
    global FOLDER
    FOLDER = tempfile.TemporaryDirectory()
    out(PROGRAM, "--gtest_filter=SvgFileTest.*:PdfFileTest.*")


def tearDownModule():
    FOLDER.cleanup()


class Svg(unittest.TestCase):
    def test_it_is_well_formed_without_a_warning(self):
        for name in ("sample.svg", "sample_outlines.svg"):
            done = subprocess.run(["xmllint", "--nonet", "--noout", name], cwd=FOLDER.name, capture_output=True, check=True)
            self.assertEqual(done.stderr, b"")

    def test_its_words_are_found(self):
        texts = out("xmllint", "--xpath", "//*[local-name()='text']", "sample.svg")
        self.assertIn("Peć / Пећ &lt;&amp;&gt; \"ë ş đ\"", texts)
        self.assertIn("Я <tspan font-family=\"vidik6,'Noto Sans',sans-serif\">Ꙗ</tspan> ѣ", texts)

    def test_every_reference_leads_somewhere(self):
        for name in ("sample.svg", "sample_outlines.svg"):
            with open(os.path.join(FOLDER.name, name), encoding="utf-8") as file:
                svg = file.read()
            ids = re.findall(r' id="([^"]+)"', svg)
            self.assertEqual(len(ids), len(set(ids)))
            asked = set(re.findall(r'(?:url\(#|href="#)([^")]+)', svg))
            asked |= set(re.search(r' aria-labelledby="([^"]+)"', svg)[1].split())
            self.assertTrue(asked)
            self.assertEqual(asked - set(ids), set())


class Pdf(unittest.TestCase):
    def test_its_words_are_found_in_any_script(self):
        # Poppler guesses at words by their gaps: in the order of the file it takes tracked letters apart, in that of the
        # page it joins letters of two fonts.
        text = out("pdftotext", "-raw", "sample.pdf", "-") + out("pdftotext", "-layout", "sample.pdf", "-")
        for words in ("Peć / Пећ <&> \"ë ş đ\"", "TRACKED Č", "10:30 – 11:11 2 : 1", "Turned AV", "River Drina", "Я Ꙗ ѣ", "c\u030c = č -> z"):
            self.assertIn(words, text)

    def test_its_fonts_are_inside_and_small(self):
        fonts = out("pdffonts", "sample.pdf").splitlines()[2:]
        self.assertTrue(any("NotoSans" in font for font in fonts))
        for font in fonts:
            self.assertRegex(font, r"^[A-Z]{6}\+\S+ .*(Type 1C|CID Type 0C|TrueType).* yes yes yes ")

    def test_nothing_became_pixels_but_the_image(self):
        for name in ("sample.pdf", "sample_outlines.pdf"):
            rows = [row.split() for row in out("pdfimages", "-list", name).splitlines()[2:]]
            self.assertEqual([row[2:5] for row in rows], [["image", "2", "2"], ["smask", "2", "2"]])

    def test_outlines_have_no_fonts_and_no_words(self):
        self.assertEqual(out("pdffonts", "sample_outlines.pdf").splitlines()[2:], [])
        self.assertEqual(out("pdftotext", "sample_outlines.pdf", "-").strip(), "")

    def test_it_says_what_it_is_and_no_day(self):
        info = out("pdfinfo", "sample.pdf")
        self.assertRegex(info, r"Title: +Kosovo <map> & \"more\"")
        self.assertRegex(info, r"Subject: +Црква у Пећи; č ć đ ë ş")
        self.assertRegex(info, r"Creator: +Vidik 1.0")
        self.assertRegex(info, r"Page size: +300 x 225 pts")
        self.assertNotIn("Date", info)
        self.assertIn("<vidik:state ", out("pdfinfo", "-meta", "sample.pdf"))

    def test_halos_clips_and_groups_are_where_they_should_be(self):
        out("pdftoppm", "-r", "96", "-scale-to-x", "400", "-scale-to-y", "300", "sample.pdf", "page")
        with open(os.path.join(FOLDER.name, "page-1.ppm"), "rb") as file:
            data = file.read()[-400 * 300 * 3:]

        def at(x, y):
            return tuple(data[(y * 400 + x) * 3:][:3])

        ground, blue = (0xf4, 0xef, 0xe6), (0x4a, 0x7a, 0x9c)
        self.assertEqual((at(30, 30), at(70, 60), at(5, 5)), (blue, ground, ground))  # the hole is one
        self.assertEqual((at(330, 100), at(310, 100), at(350, 100)), ((0x33, 0x66, 0x33), ground, ground))
        half = tuple((a + b) / 2 for a, b in zip(ground, (255, 0, 0)))
        for spot in (at(235, 105), at(265, 125)):  # where the black box lies under the red one, and where not
            for seen, meant in zip(spot, half):
                self.assertAlmostEqual(seen, meant, delta=2)


if __name__ == "__main__":
    unittest.main()
