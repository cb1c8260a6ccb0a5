#!/usr/bin/env python3
"""vectors_browser_test.py VIDIK: SVG as a browser draws it beside the PNG of the same view.

Chromium takes the fonts out of the file and each letter's place as it is told, so it is held to more than the programs of
vectors_test.py: what is left is how edges are smoothed.
"""
import os
import shutil
import subprocess
import sys
import tempfile

import vectors_test

NEAR = (1.5, 0.0005)  # of 255, on the mean; the share of px that are off by more than 48 in a channel
VIEWS = (
    ("page", ["--page", "hd"], (1920, 1080)),
    ("square", ["--page", "square", "--theme", "dark"], (1080, 1080)),
    ("plain", ["--size", "1000x700", "--theme", "light"], (1000, 700)),
    ("equal_area", ["--size", "1200x800", "--projection", "equal-area", "--inset", "--view", "20.5,43,9"], (1200, 800)),
    ("hexagons", ["--size", "1200x800", "--density", "hexagons", "--mode", "all"], (1200, 800)),
    ("twice", ["--size", "900x600", "--scale", "2", "--view", "20.4,44.8,12"], (1800, 1200)),
)
SKIPPED = 77


def main():
    browser = shutil.which("chromium")
    if not browser:
        print("there is no chromium")
        return SKIPPED
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for name, words, (width, height) in VIEWS:
            for kind in ("png", "svg"):
                vectors_test.render(f"{name}.{kind}", *words)
            subprocess.run([browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                            "--force-color-profile=srgb", f"--user-data-dir={folder}/profile",
                            f"--window-size={width},{height}", f"--screenshot={folder}/{name}_drawn.png",
                            f"file://{folder}/{name}.svg"], check=True, stderr=subprocess.DEVNULL, timeout=300)
            vectors_test.compare(name, vectors_test.png(f"{name}.png"), vectors_test.png(f"{name}_drawn.png"), NEAR)
    for failure in vectors_test.failures:
        print(failure)
    return 1 if vectors_test.failures else 0


if __name__ == "__main__":
    sys.exit(main())
