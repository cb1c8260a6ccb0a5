#!/usr/bin/python3
"""Every sample of the guide is compiled and run, and hands over what the page says below it.

A page's section (from one heading to the next) with samples is one overlay: `json` goes into its manifest over FRAME's, `csv`
and `geojson` are its events.csv and events.geojson, `cpp` stands in the frame that the page shows, `c` and `cpp whole` are
whole files. What Vidik gets of it stands in the section's `text` block, events with their earliest begin in Belgrade's time; a
line there that begins with "> " is something done to it.

usage: guide_test.py OVERLAY_SAYS VIDIK-GUEST VIDIK-INGEST VIDIK PROJECT
"""
import concurrent.futures
import glob
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

SAYS, GUEST, INGEST, VIDIK, PROJECT = sys.argv[1:6]
PAGES = sorted(set(glob.glob(PROJECT + "/docs/plugins/*.md")))
ELSEWHERE = {"ten-minutes.md": "sdk.ten_minutes", "wire.md": "sdk.python_guest", "reference.md": "house.reference"}  # what holds their samples
BLOCK = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.M | re.S)
HOLE = "  // … the recipe …\n"
FRAME = {"id": "org.example.mine", "layer": "mine", "name": "Mine", "version": "1.0.0", "epoch": 1, "level": 0}
FLAGS = ["-shared", "-fPIC", "-fvisibility=hidden", "-Wall", "-Wextra", "-Werror", "-O1", f"-I{PROJECT}/plugins/include",
         f"-I{PROJECT}/plugins/sdk", f"-Wl,--version-script={PROJECT}/plugins/sdk/one_symbol.map"]


def sections():
    """(page, heading, {kind: text}) of each section that has a block."""
    for path in PAGES:
        page = os.path.basename(path)
        if page in ELSEWHERE:
            continue
        with open(path, encoding="utf-8") as file:
            text = file.read()
        plain = BLOCK.sub(lambda block: re.sub("[^\n]", "_", block[0]), text)  # a # in a sample is no heading
        starts = [m.start() for m in re.finditer(r"^#+ ", plain, re.M)] + [len(text)]
        for begin, end in zip(starts, starts[1:]):
            part = text[begin:end]
            blocks = BLOCK.findall(part)
            if blocks:
                kinds = [kind for kind, _ in blocks]
                assert len(set(kinds)) == len(kinds), f"{page}: two blocks of one kind: {part.splitlines()[0]}"
                yield page, part.splitlines()[0].lstrip("# "), dict(blocks)


def build(folder, blocks, frame):
    os.makedirs(folder)
    manifest = FRAME | json.loads(blocks.get("json", "{}"))
    for kind in {"csv", "geojson"} & set(blocks):
        with open(os.path.join(folder, "events." + kind), "w", encoding="utf-8") as file:
            file.write(blocks[kind])
    source = blocks.get("cpp whole") or blocks.get("c") or (blocks.get("cpp") and frame.replace(HOLE, blocks["cpp"]))
    if source:
        compiler = ["gcc", "-std=c11", "-x", "c"] if "c" in blocks else ["g++", "-std=c++20", "-x", "c++"]
        binary = os.path.join(folder, "mine.so")
        done = subprocess.run([*compiler, *FLAGS, "-", "-o", binary], input=source, capture_output=True, text=True, check=False)
        if done.returncode:
            return done.stderr + source
        with open(binary, "rb") as file:
            digest = hashlib.sha256(file.read()).hexdigest()
        for key, mine in (("entry", {f"linux-{os.uname().machine}": "mine.so"}), ("sha256", {"mine.so": digest})):
            manifest[key] = manifest.get(key, {}) | mine
    with open(os.path.join(folder, "plugin.json"), "w", encoding="utf-8") as file:
        json.dump(manifest, file)
    return ""


def run(job):
    folder, blocks, frame = job
    trouble = build(folder, blocks, frame)
    if trouble:
        return trouble, "", ""
    actions = "".join(line[2:] + "\n" for line in blocks["text"].splitlines() if line.startswith("> "))
    said = subprocess.run([SAYS, GUEST, INGEST, folder], input=actions, capture_output=True, text=True, timeout=200, check=False)
    if blocks["text"].startswith("failed: "):  # the page is about how it fails
        return said.stderr, said.stdout, ""
    checked = subprocess.run([VIDIK, "plugin", "check", "--level", "4", folder], capture_output=True, text=True, timeout=500,
                             cwd=os.path.dirname(folder), check=False)
    return said.stderr, said.stdout, checked.stdout + checked.stderr if checked.returncode else ""


class Guide(unittest.TestCase):
    maxDiff = None

    def test_every_sample_hands_over_what_its_page_says(self):
        found = list(sections())
        frames = {page: blocks["cpp frame"] for page, _, blocks in found if "cpp frame" in blocks}
        samples = [one for one in found if "cpp frame" not in one[2]]
        self.assertGreaterEqual(len(samples), 17)
        for page, heading, blocks in samples:
            self.assertIn("text", blocks, f"{page}, {heading}: nothing says what it hands over")
            self.assertLessEqual(set(blocks), {"text", "json", "csv", "geojson", "c", "cpp", "cpp whole"}, f"{page}, {heading}")
        for frame in frames.values():
            self.assertIn(HOLE, frame)
        with tempfile.TemporaryDirectory() as kept, concurrent.futures.ThreadPoolExecutor(2) as pool:
            jobs = [(os.path.join(kept, str(n), "mine.vidik"), blocks, frames.get(page, ""))
                    for n, (page, _, blocks) in enumerate(samples)]
            for (page, heading, blocks), (trouble, said, checked) in zip(samples, pool.map(run, jobs)):
                with self.subTest(page=page, heading=heading):
                    self.assertEqual(trouble, "")
                    self.assertEqual(said, blocks["text"])
                    self.assertEqual(checked, "", "vidik plugin check finds something")

    def test_every_link_leads_somewhere(self):
        for path in PAGES:
            with open(path, encoding="utf-8") as file:
                text = BLOCK.sub("", file.read())
            for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", text):
                if "://" not in target:
                    with self.subTest(page=os.path.basename(path), target=target):
                        self.assertTrue(os.path.exists(os.path.join(os.path.dirname(path), target)))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
