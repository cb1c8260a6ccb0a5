#!/usr/bin/python3
"""Draws docs/gallery anew: sheets of pictures that the program itself makes, and the page that shows them.

usage: gallery.py VIDIK FOLDER
"""
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "image"))
import pictures  # noqa: E402  (its folder is known only now)

GAP = 8
ZOOMS = {5.5: "20.2,42.9", 6.2: "19.8,42.9", 7: "20.6,42.6", 8: "20.8,42.7", 9.5: "20.8,42.9", 11: "20.46,44.8"}
MONTH = ("--at", "2025-03-15", "--window", "60d", "--mode", "window")
SMALL = ("--size", "480x300", *MONTH)
# name: (what it shows, pictures in a row, [the words after `vidik render`])
SHEETS = {
    "region": ("The shipped project as it opens, at 15 March 2025.", 1, [("--size", "1120x700")]),
    "zooms": ("Six zooms in both themes. Relief fades out between zoom 7.5 and 9: its cells are 3.7 km.", 2,
              [(*SMALL, "--view", f"{place},{zoom}", "--theme", theme)
               for zoom, place in ZOOMS.items() for theme in ("dark", "light")]),
    "projection": ("Web Mercator and the equal-area view, EPSG:3035: areas are true, the arrow says where north is.", 2,
                   [(*SMALL, "--view", "19.5,43,5.2", "--projection", p) for p in ("web-mercator", "equal-area")]),
    "density": ("All shipped events counted: in hexagons and as a heat map.", 2,
                [("--size", "480x300", "--mode", "all", "--theme", "light", "--density", d) for d in ("hexagons", "heat")]),
    "borders": ("One line, three points of view: de facto, Kosovo's, Serbia's. The picture says which.", 3,
                [(*SMALL, "--view", "20.9,42.8,8", "--borders", view) for view in ("de-facto", "kosovo", "serbia")]),
    "names": ("Names in Albanian, Serbian Cyrillic and Macedonian.", 3,
              [(*SMALL, "--view", "20.8,42.3,7.3", "--lang", lang) for lang in ("sq", "sr-Cyrl", "mk")]),
    "parts": ("Parts of the base map switched off: without relief; without names; the outlines alone.", 3,
              [(*SMALL, "--view", "20.2,42.9,6.6", "--hide", hide)
               for hide in ("relief", "place-names,country-names,water-names",
                            "relief,waterlines,rivers,lakes,place-names,country-names,water-names,graticule")]),
}


def draw(vidik, words):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "a.png")
        done = subprocess.run([vidik, "render", "-o", path, *words], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              check=False)
        if done.returncode or done.stderr:
            raise RuntimeError(f"{' '.join(words)}: exit {done.returncode}: {done.stderr}")
        return pictures.read(path)


def sheet(drawn, across):
    """Rows of pictures of one size, with white between them."""
    width, height = drawn[0][0], drawn[0][1]
    whole = across * width + (across - 1) * GAP
    rows = []
    for first in range(0, len(drawn), across):
        part = drawn[first:first + across]
        if rows:
            rows += [b"\xff" * (3 * whole)] * GAP
        for y in range(height):
            row = (b"\xff" * (3 * GAP)).join(bytes(one[2][y]) for one in part)
            rows.append(row + b"\xff" * (3 * whole - len(row)))
    return whole, rows


def main(vidik, folder):
    os.makedirs(folder, exist_ok=True)
    page = ["# Gallery", "", "Drawn by the program itself; `./dev gallery` draws all of it anew.", ""]
    for name, (shows, across, all_words) in SHEETS.items():
        width, rows = sheet([draw(vidik, words) for words in all_words], across)
        pictures.write(os.path.join(folder, name + ".png"), width, rows)
        page += [f"## {name.capitalize()}", "", shows, "", f"![{name}]({name}.png)", "",
                 f"`vidik render -o {name}.png {' '.join(all_words[0])}`" + (" and so on" if len(all_words) > 1 else ""), ""]
        print(f"{name}: {len(all_words)} pictures, {width}x{len(rows)}")
    with open(os.path.join(folder, "README.md"), "w", encoding="utf-8") as out:
        out.write("\n".join(page))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
