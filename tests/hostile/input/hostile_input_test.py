#!/usr/bin/python3
"""Whatever a file holds, the program answers soon, in little memory, in one clean sentence: hostile_input_test.py VIDIK

VIDIK_KEEP_FILES=FOLDER keeps the files, to look at one of them.
"""
import concurrent.futures
import os
import re
import resource
import subprocess
import sys
import tempfile
import threading
import unittest

import bad_files

VIDIK = os.path.abspath(sys.argv.pop())
SECONDS = int(os.environ.get("VIDIK_SECONDS", "60"))
MEMORY_MB = int(os.environ.get("VIDIK_MEMORY_MB", "1500"))
# Files of which nothing can be shown: `events` fails, in one sentence that ends with the path. Before the path it has
# these words, so that "something went wrong" is not enough.
REFUSED = {
    "no_dates.csv": "holds dates",
    "empty.csv": "empty",
    "zeros.csv": "no kind of file",
    "disguised_vrt.geojson": "VRT, which points to other files",
    "vrt.vrt": "VRT, which points to other files",
    "deep.geojson": "begins like GeoJSON but cannot be read",
    "not_json.geojson": "dates",
    "cut_half.gpkg": "begins like GPKG but cannot be read",
    "cut_head.gpkg": "begins like GPKG but cannot be read",
    "cut_page.gpkg": "begins like GPKG but cannot be read",
    "bomb.kmz": "unpacks to more",
    "pipe.csv": "pipe",
    "folder.csv": "folder",
}
# Names that only look like files: nothing is fetched, nothing of the machine is shown.
NO_FILES = ["/vsicurl/http://127.0.0.1:9/a.csv", "http://127.0.0.1:9/a.geojson", "/vsizip/x.zip", "PG:dbname=x",
            '{"type": "Point", "coordinates": [1, 2]}', "<OGRVRTDataSource/>", "-", "/dev/zero", "/proc/self/mem", "\x1b[31m.csv"]
UNCLEAN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def run(folder, *args):
    """Exit code, stdout, stderr and the most memory any one of the processes took, in MB."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        env = {**os.environ, "XDG_CACHE_HOME": os.path.join(folder, "cache")}
        child = subprocess.Popen([VIDIK, *args], cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=err,
                                 start_new_session=True)
        timer = threading.Timer(SECONDS, lambda: os.killpg(child.pid, 9))
        timer.start()
        _, status, usage = os.wait4(child.pid, 0)
        timer.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return child.returncode, out.read().decode(), err.read().decode(), usage.ru_maxrss // 1024


class HostileInput(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kept = os.environ.get("VIDIK_KEEP_FILES")
        cls.temporary = None if cls.kept else tempfile.TemporaryDirectory()
        cls.folder = cls.kept or cls.temporary.name
        cls.names = bad_files.make(cls.folder)

    @classmethod
    def tearDownClass(cls):
        if cls.temporary:
            cls.temporary.cleanup()

    def hold(self, code, out, err, memory):
        """What is true of every answer."""
        self.assertIn(code, (0, 1), f"exit {code} (-9: still running after {SECONDS} s): {err[:400]!r}")
        self.assertLess(memory, MEMORY_MB, "MB")
        self.assertIsNone(UNCLEAN.search(err), repr(err[:400]))
        self.assertLess(len(err), 4000)
        for word in ("terminate called", "AddressSanitizer", "runtime error", "root:x:0"):
            self.assertNotIn(word, err + out)
        if code == 1:
            self.assertRegex(err, r"\Avidik: [^\n]{10,}\n\Z")

    def test_info_and_events_answer_every_file_soon_and_cleanly(self):
        commands = (["info"], ["events"], ["events", "--json"])
        asked = [(command, name) for name in self.names for command in commands]
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as several:
            answers = list(several.map(lambda words: run(self.folder, *words[0], words[1]), asked))
        for (command, name), (code, out, err, memory) in zip(asked, answers):
            with self.subTest(name.encode("ascii", "backslashreplace").decode() + " " + " ".join(command)):
                self.hold(code, out, err, memory)
                if "--json" not in command:
                    self.assertIsNone(UNCLEAN.search(out), repr(out[:400]))
                if command[0] == "events" and name in REFUSED:
                    self.assertEqual(1, code, f"{name} gave events: {out[:200]}")
                    self.assertTrue(err.endswith(name + "\n"), f"the path is not last: {err!r}")
                    # What the path says is no reason.
                    self.assertRegex(err.removesuffix(name + "\n"), rf"\b{REFUSED[name]}\b")

    def test_names_that_are_no_files_are_refused(self):
        for name in NO_FILES:
            with self.subTest(name.encode("ascii", "backslashreplace").decode()):
                code, out, err, memory = run(self.folder, "events", "--", name)
                self.hold(code, out, err, memory)
                self.assertEqual(1, code)

    def test_one_bad_file_beside_a_good_one_is_named(self):
        code, _, err, _ = run(self.folder, "events", "--json", "whole.gpkg", "cut_head.gpkg")
        self.assertEqual(1, code)
        self.assertIn("cut_head.gpkg", err)

    def test_a_whole_geopackage_opens_so_that_the_cut_ones_say_something(self):
        code, out, err, _ = run(self.folder, "events", "--json", "whole.gpkg")
        self.assertEqual((0, ""), (code, err))
        self.assertIn('"count": 200', re.sub(r'"count":\s*', '"count": ', out))


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    unittest.main()
