#!/usr/bin/python3
"""An overlay in Rust, built with rustc alone; exit code 77 where there is no rustc: usage rust_guest_test.py VIDIK"""
import hashlib
import json
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import unittest

VIDIK = sys.argv.pop()
HERE = os.path.dirname(os.path.abspath(__file__))
HOME = pwd.getpwuid(os.getuid()).pw_dir
RUSTC = shutil.which("rustc", path=os.environ.get("PATH", "") + f":/usr/bin:{HOME}/.cargo/bin")


class RustGuest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        kept = tempfile.TemporaryDirectory()
        cls.addClassCleanup(kept.cleanup)
        cls.home, cls.folder = kept.name, os.path.join(kept.name, "ferries.vidik")
        cls.binary = os.path.join(cls.folder, "ferries.so")
        os.makedirs(cls.folder)
        subprocess.run([RUSTC, "--edition", "2021", "--crate-type", "cdylib", "-O", "-D", "warnings", "-o", cls.binary,
                        os.path.join(HERE, "ferries.rs")], check=True, timeout=300)
        with open(cls.binary, "rb") as file:
            digest = hashlib.sha256(file.read()).hexdigest()
        with open(os.path.join(cls.folder, "plugin.json"), "w", encoding="utf-8") as file:
            json.dump({"id": "org.example.rust-ferries", "layer": "ferries", "name": "Ferries in Rust", "version": "1.0.0",
                       "epoch": 1, "level": 0, "entry": {f"linux-{os.uname().machine}": "ferries.so"},
                       "sha256": {"ferries.so": digest}, "services": ["vidik.events/1"]}, file)

    def vidik(self, *words):
        done = subprocess.run([VIDIK, *words, "--plugins", self.folder, "--json"], cwd=self.home, timeout=200,
                              env={**os.environ, "HOME": self.home}, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        self.assertEqual([done.returncode, done.stderr], [0, ""])
        return json.loads(done.stdout)

    def test_it_is_ready_under_the_limits_of_every_guest(self):
        (mine,) = [one for one in self.vidik("plugin", "list", "-v")["plugins"] if one["path"] == self.folder]
        self.assertEqual([mine["state"], mine["reason"]], ["ready", ""])
        self.assertIn("no new privileges", mine["isolation"])

    def test_its_events_arrive(self):
        found = self.vidik("events", "--layers", "ferries", "--from", "2024-10", "--to", "2024-12")["events"]
        self.assertEqual([(one["id"], one["title"]) for one in found],
                         [("day-20000", "Ferry to Hvar stopped"), ("day-20010", "Ferry to Cres late"),
                          ("day-20040", "No ferry in a storm")])
        self.assertEqual([found[1]["lon"], found[1]["lat"], found[1]["end"]], [14.44, 45.33, "2024-10-15T02:00:00+02:00"])

    def test_it_exports_one_symbol(self):
        done = subprocess.run(["nm", "-D", "--defined-only", self.binary], check=True, capture_output=True, text=True)
        self.assertEqual([line.split()[-1] for line in done.stdout.splitlines() if " A " not in line], ["vidik_entry_1"])


if __name__ == "__main__":
    if not RUSTC:
        print("SKIPPED: there is no rustc here")
        sys.exit(77)
    unittest.main(argv=sys.argv[:1])
