#!/usr/bin/python3
"""Draws a case of cases.toml and compares it to its golden picture.

usage: image_test.py VIDIK OUT-FOLDER CASE…     leaves CASE.png and, when they differ, CASE_off.png in OUT-FOLDER
"""
import os
import subprocess
import sys
import tomllib

import pictures

# Leaks are looked for where no GL driver runs: its threads now and then take the leak checker itself down at the end.
os.environ["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
HERE = os.path.dirname(os.path.abspath(__file__))


def cases():
    with open(os.path.join(HERE, "cases.toml"), "rb") as file:
        table = tomllib.load(file)
    all_cases = dict(table["case"])
    # Every zoom in both themes at both pixel ratios, of one scene.
    zooms = table["zooms"]
    for zoom, view in zooms["views"].items():
        for theme in ("dark", "light"):
            for scale in ("1", "2"):
                all_cases[f"zoom_{zoom}_{theme}_{scale}x"] = {
                    "shows": f"zoom {zoom}, {theme}, pixel ratio {scale}",
                    "args": [*zooms["args"], "--view", view, "--theme", theme, "--scale", scale]}
    return {name: {**table["defaults"], **case} for name, case in all_cases.items()}


def draw(vidik, name, case, out):
    """The path of what the program draws now; raises when it does not, or has something to say."""
    path = os.path.join(out, name + ".png")
    done = subprocess.run([vidik, "render", "-o", path, *case["args"]], stdin=subprocess.DEVNULL, capture_output=True,
                          check=False)
    if done.returncode or done.stderr:
        raise RuntimeError(f"exit {done.returncode}: {done.stderr.decode(errors='replace')}")
    return path


def compare(name, case, drawn, out):
    """A sentence about what differs, or None."""
    golden = os.path.join(HERE, name + ".png")
    if not os.path.exists(golden):
        return "there is no golden picture yet; look at it, then ./dev accept"
    now, then = pictures.read(drawn), pictures.read(golden)
    if now[:2] != then[:2]:
        return f"{now[0]}x{now[1]}, not {then[0]}x{then[1]}"
    off, largest, shown = pictures.differences(now, then, case["level"])
    share = off / (now[0] * now[1])
    print(f"{name}: {off} pixels off ({share:.3%}), largest difference {largest}")
    if share <= case["share"]:
        return None
    where = os.path.join(out, name + "_off.png")
    pictures.write(where, now[0], shown)
    return f"{share:.3%} of the pixels are off, {case['share']:.3%} are forgiven; see {where}"


def main(vidik, out, *names):
    os.makedirs(out, exist_ok=True)
    failed = 0
    for name in names or cases():
        case = cases()[name]
        problem = compare(name, case, draw(vidik, name, case, out), out)
        if problem:
            failed += 1
            print(f"FAILED {name} ({case['shows']}): {problem}")
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
