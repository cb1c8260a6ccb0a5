#!/usr/bin/python3
"""Takes what the program draws now as the new golden files, showing before and after.

usage: accept.py ROOT [NAME]      NAME: only the cases whose name has it in it

Refuses while anything outside tests/ is not committed: a golden file belongs to a known state of the program.
"""
import os
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "golden/image"))
import image_test  # noqa: E402  (its folder is known only now)
import pictures  # noqa: E402


def uncommitted(root):
    said = subprocess.run(["git", "status", "--porcelain", "--", ".", ":!tests"], cwd=root, capture_output=True, text=True,
                          check=False)
    return said.stdout if said.returncode == 0 else ""


def side_by_side(path, before, after):
    gap = bytes(3 * 8)
    pictures.write(path, before[0] + 8 + after[0], [bytes(a) + gap + bytes(b) for a, b in zip(before[2], after[2])])


def accept_pictures(root, wanted):
    out = os.path.join(root, "build/golden")
    os.makedirs(out, exist_ok=True)
    for name, case in image_test.cases().items():
        if wanted not in name:
            continue
        golden = os.path.join(image_test.HERE, name + ".png")
        drawn = image_test.draw(os.path.join(root, "build/bin/vidik"), name, case, out)
        if not os.path.exists(golden):
            print(f"{name}: new — look at {golden}")
        else:
            before, after = pictures.read(golden), pictures.read(drawn)
            if before == after:
                print(f"{name}: unchanged")
                continue
            shown = os.path.join(out, name + "_before_after.png")
            side_by_side(shown, before, after)
            off, largest, _ = pictures.differences(after, before, case["level"])
            print(f"{name}: {off} pixels off, largest difference {largest} — look at {shown}")
        shutil.copyfile(drawn, golden)


def main(root, wanted=""):
    dirty = uncommitted(root)
    if dirty:
        print("accept: commit these first, or take them back:\n" + dirty, file=sys.stderr)
        return 1
    accept_pictures(root, wanted)
    # Tests of text write their own golden files when they are asked to.
    subprocess.run(["ctest", "--test-dir", os.path.join(root, "build"), "-L", "golden", "-R", wanted or ".", "--quiet"],
                   env={**os.environ, "VIDIK_ACCEPT": "1"}, stdin=subprocess.DEVNULL, check=False)
    subprocess.run(["git", "--no-pager", "diff", "--stat", "-p", "--", "tests"], cwd=root, check=False)
    return 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
