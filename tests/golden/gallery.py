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
# Pages that leave the program; their names begin with "page".
HALF = ("--page", "hd", "--scale", "0.6")
POST = ("--page", "square", "--scale", "0.75")
MONTHS = [("2024-11", "November 2024"), ("2024-12", "December 2024"), ("2025-01", "January 2025"), ("2025-02", "February 2025"),
          ("2025-03", "March 2025"), ("2025-04", "April 2025")]
PAGES = {
    "page-present": ("What the project shows, as a slide.", 1, [HALF]),
    "page-one-event": ("One event from near: the canal blast of 29 November 2024, and what lies around it.", 1,
                       [(*HALF, "--from", "2024-11-29", "--to", "2024-12-05", "--mode", "window", "--bbox", "20.3,42.6,21.3,43.2",
                         "--title", "The Ibar–Lepenac canal", "--callouts", "sabotage/canal-20241129")]),
    "page-one-month": ("One month as a square post.", 1,
                       [(*POST, "--from", "2025-03-01", "--to", "2025-03-31", "--mode", "window", "--title", "March 2025")]),
    "page-year-of-protest": ("A year of one category, in the light theme.", 1,
                             [(*HALF, "--from", "2024-11-01", "--to", "2025-10-31", "--mode", "window", "--filter",
                               "category=protest", "--title", "A year of protest")]),
    "page-small-steps": ("Half a year in small steps: the same page, a month each.", 3,
                         [("--page", "square", "--scale", "0.45", "--from", month, "--to", month, "--mode", "window", "--title",
                           title, "--callouts", "none") for month, title in MONTHS]),
    "page-forces": ("Who is where: bases and forces on one day.", 1,
                    [("--page", "a4-landscape", "--dpi", "110", "--at", "2025-03-15", "--mode", "instant", "--filter",
                      "category=troops", "--bbox", "18.5,41.6,22.6,44.2", "--title", "Forces and bases, 15 March 2025")]),
    "page-a4": ("A sheet of paper: key and call-outs below the map.", 1,
                [("--page", "a4", "--dpi", "100", "--from", "2024-11-01", "--to", "2025-01-31", "--mode", "window")]),
    "page-portrait": ("A post for a telephone, dark.", 1, [("--page", "portrait", "--scale", "0.75", "--theme", "dark")]),
    "page-kiosk-dark": ("For a screen on a wall: the last weeks fade.", 1,
                        [(*HALF, "--theme", "dark", "--at", "2025-03-15", "--window", "60d", "--mode", "trail", "--title",
                          "The last sixty days")]),
    "page-kiosk-light": ("The same in the light theme.", 1,
                         [(*HALF, "--at", "2025-03-15", "--window", "60d", "--mode", "trail", "--title", "The last sixty days")]),
    "page-all": ("Everything in the project, counted.", 1,
                 [(*HALF, "--mode", "all", "--density", "hexagons", "--title", "Where the events lie", "--callouts", "none")]),
    "page-equal-area": ("Areas are true, and the arrow says where north is.", 1,
                        [(*POST, "--projection", "equal-area", "--theme", "dark")]),
    "page-local-names": ("Names as they are where they are.", 1, [(*POST, "--lang", "both", "--callouts", "none")]),
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
    for name, (shows, across, all_words) in (SHEETS | PAGES).items():
        width, rows = sheet([draw(vidik, words) for words in all_words], across)
        pictures.write(os.path.join(folder, name + ".png"), width, rows)
        page += [f"## {name.capitalize().replace('-', ' ')}", "", shows, "", f"![{name}]({name}.png)", "",
                 f"`vidik render -o {name}.png {' '.join(all_words[0])}`" + (" and so on" if len(all_words) > 1 else ""), ""]
        print(f"{name}: {len(all_words)} pictures, {width}x{len(rows)}")
    with open(os.path.join(folder, "README.md"), "w", encoding="utf-8") as out:
        out.write("\n".join(page))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
