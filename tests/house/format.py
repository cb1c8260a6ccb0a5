#!/usr/bin/python3
"""Looks at the sources without building them.

usage: format.py check     house rules, shell scripts, layout: says what is wrong, changes nothing
       format.py fmt       lays the C and C++ sources out as .clang-format says
"""
import glob
import os
import subprocess
import sys

FOLDERS = ("geodata", "viewer", "plugins", "tests", "examples")
# Taken over unchanged, so that figures compare.
NOT_OURS = {"tests/bench/make_events.cpp"}
# A reference that is read from top to bottom, laid out by hand.
BY_HAND = {"plugins/include/vidik_plugin.h"}


def sources():
    found = []
    for folder in FOLDERS:
        for ending in ("h", "hpp", "c", "cpp"):
            found += glob.glob(f"{folder}/**/*.{ending}", recursive=True)
    return sorted(set(found) - NOT_OURS - BY_HAND)


def main(what):
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../.."))
    if what == "fmt":
        return subprocess.call(["clang-format", "-i", *sources()])
    scripts = ["dev", ".ci/run", "tests/bench/run", *glob.glob("**/*.sh", recursive=True)]
    failed = 0
    for command in (["/usr/bin/python3", "tests/house/check_house.py"],
                    ["/usr/bin/python3", "tests/house/check_names.py"], ["shellcheck", *scripts],
                    ["clang-format", "--dry-run", "--Werror", *sources()]):
        failed |= subprocess.call(command)
    return failed


if __name__ == "__main__":
    if sys.argv[1:] not in (["check"], ["fmt"]):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
