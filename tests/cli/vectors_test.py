#!/usr/bin/env python3
"""vectors_test.py VIDIK: pictures as vectors of the shipped project, examined by other programs.

What is a picture in them, that nothing reaches over the page, that words are words, that the bytes do not depend on
where and when, and that other programs draw about what Vidik draws.
"""
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

import pdf_paths

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.join(HERE, "../../examples/western_balkans/western_balkans.vidik")
SVG = "{http://www.w3.org/2000/svg}"
# Of 255, on the mean; and the share of pixels that are off by more than 48 in a channel. Letters and thin lines are
# smoothed differently by every program, and librsvg 2.54 turns no letters of text that bends and takes no font from a
# file, so digits of one width are not: with shapes instead of letters it is near. Poppler 22 moves thin lines and small
# rings to whole px. All of it was looked at side by side.
WORDS, SHAPES, PDF = (2.5, 0.015), (1.4, 0.008), (3.6, 0.022)
WIDEST = 20  # px: the outermost waterline
LETTERS = 30  # px: where a letter stands that reaches into the page

failures = []


def check(what, good, said=""):
    if not good:
        failures.append(f"{what} {said}".strip())


def render(out, *words, **kwargs):
    subprocess.run([sys.argv[1], "render", PROJECT, *words, "-o", out], check=True, **kwargs)


def numbers(text):
    return [float(n) for n in re.findall(r"-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?", text)]


def png(path):
    sys.path.insert(0, os.path.join(HERE, "../golden/image"))
    import pictures

    width, height, rows = pictures.read(path)
    return width, height, b"".join(bytes(row) for row in rows)


def compare(name, one, other, most):
    check(f"{name}: size", one[:2] == other[:2], f"{one[:2]} {other[:2]}")
    if one[:2] != other[:2]:
        return
    off = [abs(a - b) for a, b in zip(one[2], other[2])]
    mean = [sum(off[c::3]) / len(off) * 3 for c in range(3)]
    share = sum(max(off[i], off[i + 1], off[i + 2]) > 48 for i in range(0, len(off), 3)) * 3 / len(off)
    print(f"{name}: mean {mean[0]:.2f} {mean[1]:.2f} {mean[2]:.2f}, off by more than 48: {share:.3%}")
    check(f"{name}: mean", max(mean) <= most[0], str(mean))
    check(f"{name}: share", share <= most[1], str(share))


def page_width(svg):
    with open(svg, encoding="utf-8") as file:
        return numbers(re.search(r'viewBox="([^"]*)"', file.read(2000))[1])[2]


def look_into_svg(path, most_images):
    subprocess.run(["xmllint", "--noout", "--nonet", "--huge", path], check=True)
    root = ET.parse(path).getroot()
    _, _, width, height = numbers(root.get("viewBox"))
    images = list(root.iter(SVG + "image"))
    check(path, 1 <= len(images) <= most_images, f"{len(images)} images")
    # Shapes under <defs>: of letters (g), in units of their own, and long ones (p), drawn where they are.
    widths = {}
    for use in root.iter(SVG + "use"):
        name = use.get("{http://www.w3.org/1999/xlink}href")[1:]
        widths[name] = max(widths.get(name, 0), float(use.get("stroke-width", 0)))
    for element in root.iter():
        name = element.get("id", "")
        line = float(element.get("stroke-width", widths.get(name, 0)))
        room = max(2.1, line + 0.1)
        if element.tag == SVG + "path":
            if re.fullmatch(r"g\d+", name):
                continue
            at = numbers(element.get("d"))
            box = min(at[::2]), min(at[1::2]), max(at[::2]), max(at[1::2])
        elif element.tag in (SVG + "rect", SVG + "image") and element.get("width", "%")[-1] != "%":
            x, y = float(element.get("x", 0)), float(element.get("y", 0))
            box = x, y, x + float(element.get("width")), y + float(element.get("height"))
        elif element.get("transform"):  # of letters
            x, y = numbers(element.get("transform"))[:2]
            box, room = (x, y, x, y), LETTERS
        elif element.tag in (SVG + "text", SVG + "tspan") and element.get("x"):
            xs, ys = numbers(element.get("x")), numbers(element.get("y"))
            box, room = (min(xs), min(ys), max(xs), max(ys)), LETTERS
        else:
            continue
        inside = box[0] >= -room and box[1] >= -room and box[2] <= width + room and box[3] <= height + room
        check(path, inside and line <= WIDEST, f"{element.tag} {box} of {width} x {height}")
    return " ".join("".join(e.itertext()) for e in root.iter(SVG + "text"))


def ppm(path):
    with open(path, "rb") as file:
        data = file.read()
    head = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", data)
    return int(head[1]), int(head[2]), data[head.end() :]


def said_by(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def look_into_pdf(path, most_images, width_px):
    pictures = [line.split() for line in said_by("pdfimages", "-list", path).splitlines()[2:]]
    count = sum(1 for picture in pictures if picture[2] == "image")
    check(path, 1 <= count <= most_images, f"{count} images")
    for line in said_by("pdffonts", path).splitlines()[2:]:
        check(path, re.search(r"\s(yes)\s+(yes|no)\s+(yes|no)\s+\d", line), f"font not in the file: {line}")
    with open(path, "rb") as file:
        points, (width, height) = pdf_paths.drawn_points(file.read())
    check(path, len(points) > 10000, f"only {len(points)} points were read")
    px = width / width_px
    for how, (x, y), line in points:
        room = LETTERS * px if how == "text" else max(2.1 * px, line + 0.1)
        inside = -room <= x <= width + room and -room <= y <= height + room
        check(path, inside and line <= WIDEST * px, f"{how} at {x}, {y} of {width} x {height}")
    return said_by("pdftotext", "-layout", path, "-")


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for name, words in (("page", ["--page", "hd"]), ("plain", ["--size", "1000x700", "--theme", "light"])):
            render(f"{name}.png", *words)
            render(f"{name}.svg", *words)
            said = look_into_svg(f"{name}.svg", 2)
            wanted = ["Western Balkans", "Mar 2025", "Europe/Belgrade", "Borders: de facto", "imply endorsement"]
            for word in wanted if name == "page" else ["Borders: de facto", "Sarajevo"]:
                check(f"{name}.svg", word.replace(" ", "") in said.replace(" ", ""), f"says no {word!r}")
            subprocess.run(["rsvg-convert", "--unlimited", f"{name}.svg", "-o", f"{name}_svg.png"], check=True)
            painted = png(f"{name}.png")
            compare(f"{name}.svg", painted, png(f"{name}_svg.png"), WORDS)
            render(f"{name}_shapes.svg", *words, "--outlines")
            check("--outlines", not look_into_svg(f"{name}_shapes.svg", 2).strip(), "leaves words")
            subprocess.run(["rsvg-convert", "--unlimited", f"{name}_shapes.svg", "-o", f"{name}_svg.png"], check=True)
            compare(f"{name}.svg --outlines", painted, png(f"{name}_svg.png"), SHAPES)
            render(f"{name}.pdf", *words)
            said = look_into_pdf(f"{name}.pdf", 2, page_width(f"{name}.svg"))
            for word in wanted if name == "page" else ["Borders: de facto", "Sarajevo"]:
                check(f"{name}.pdf", word.replace(" ", "") in re.sub(r"\s", "", said), f"says no {word!r}")
            subprocess.run(["pdftoppm", "-singlefile", "-scale-to-x", str(painted[0]), "-scale-to-y", str(painted[1]),
                            f"{name}.pdf", f"{name}_pdf"], check=True)
            compare(f"{name}.pdf", painted, ppm(f"{name}_pdf.ppm"), PDF)
        os.mkdir("elsewhere")
        for kind in ("svg", "pdf"):
            render(f"again.{kind}", "--page", "hd", cwd="elsewhere",
                   env={**os.environ, "TZ": "Asia/Tokyo", "LANG": "de_DE.UTF-8", "LC_ALL": "C"})
            with open(f"page.{kind}", "rb") as one, open(f"elsewhere/again.{kind}", "rb") as other:
                check(f"the same bytes of {kind} elsewhere", one.read() == other.read())
    for failure in failures[:40]:
        print(failure)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
