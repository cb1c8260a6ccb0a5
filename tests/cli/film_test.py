#!/usr/bin/python3
"""Films against stills, against themselves when they are stopped, and against ffmpeg: usage film_test.py VIDIK"""
import json
import os
import resource
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import unittest
import zlib

# Leaks are looked for where no GL driver runs: its threads now and then take the leak checker itself down at the end.
os.environ["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
VIDIK = os.path.abspath(sys.argv.pop())
SIZE = ["--size", "320x201"]  # an odd height: H.264 and VP9 want even ones
DAYS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data", "days.csv")
MARCH = ["--from", "2025-03-01", "--to", "2025-03-10", *SIZE]
SLIDING = [*MARCH, "--window", "7d"]


def run(folder, *args, **more):
    return subprocess.run([VIDIK, *args], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=False, **more)


def read(folder, name):
    with open(os.path.join(folder, name), "rb") as file:
        return file.read()


def pixels(folder, name, kind="rgb24"):
    """All frames of a film, one after the other, as ffmpeg sees them."""
    done = subprocess.run(["ffmpeg", "-v", "error", "-i", name, "-fps_mode", "passthrough", "-f", "rawvideo", "-pix_fmt",
                           kind, "-"], cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    return done.stdout


def chunks(png):
    at = 8
    while at < len(png):
        length, = struct.unpack_from(">I", png, at)
        kind, body = png[at + 4:at + 8], png[at + 8:at + 8 + length]
        assert struct.unpack_from(">I", png, at + 8 + length)[0] == zlib.crc32(kind + body), kind
        yield kind.decode(), body
        at += 12 + length


class Films(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="vidik_film_")
        self.addCleanup(shutil.rmtree, self.folder)

    def film(self, out, *args, **more):
        done = run(self.folder, "film", "-o", out, *args, **more)
        self.assertEqual((0, b"", b""), (done.returncode, done.stdout, done.stderr), done.stderr.decode())

    def stills(self, args, film_only=(), without=()):
        """What `render` draws of each frame, by the words of --plan."""
        plan = run(self.folder, "film", "-o", "x.gif", "--plan", *args, *film_only)
        self.assertEqual(0, plan.returncode, plan.stderr)
        words = [arg for i, arg in enumerate(args)
                 if not {arg, args[i - 1] if i else ""} & set(without)]
        for line in plan.stdout.decode().splitlines():
            number, at = line.split("\t")
            done = run(self.folder, "render", "-o", "still.png", "--at", at, *words)
            self.assertEqual((0, b""), (done.returncode, done.stderr))
            yield f"frame_{number}.png", at, read(self.folder, "still.png")

    def compare(self, args, film_only=(), without=()):
        self.film("seq/", *args, *film_only)
        count = 0
        for name, at, still in self.stills(args, film_only, without):
            self.assertEqual(still, read(self.folder, "seq/" + name), at)
            count += 1
        self.assertEqual(count, len(os.listdir(os.path.join(self.folder, "seq"))))
        return count

    def test_frames_of_a_folder_are_the_stills(self):
        self.assertEqual(10, self.compare(MARCH))

    def test_frames_of_a_sliding_window_are_the_stills(self):
        self.assertEqual(4, self.compare(SLIDING, ["--step", "3d"], ["--from", "--to"]))

    def test_frames_of_instant_mode_are_the_stills_of_their_stretch(self):
        day = ["--from", "2025-03-15", "--to", "2025-03-15", "--mode", "instant", *SIZE]
        self.assertEqual(4, self.compare(day, ["--step", "6h"]))

    def test_months_and_light_theme_are_the_stills(self):
        self.assertEqual(5, self.compare([*SIZE, "--theme", "light", "--mode", "trail"], ["--step", "1mo"]))

    def test_frames_of_a_page_are_the_pages(self):
        span = ["--from", "2025-03-10", "--to", "2025-03-12", "--title", "Three days"]
        self.assertEqual(3, self.compare([*span, "--page", "480x360"]))
        shutil.rmtree(os.path.join(self.folder, "seq"))
        self.assertEqual(3, self.compare([*span, "--page", "480x360", "--transparent", "--theme", "light"]))
        self.film("film.png", *span, "--page", "480x360", "--transparent", "--theme", "light")
        frames = b"".join(pixels(self.folder, f"seq/frame_{k:05d}.png", "rgba") for k in range(3))
        self.assertIn(0, frames[3::4])
        self.assertEqual(frames, pixels(self.folder, "film.png", "rgba"))

    def test_a_files_film_is_cumulative_unless_told(self):
        self.film("seq/", DAYS, *SIZE, "--step", "1mo")
        first = os.path.join(self.folder, "seq")
        self.assertGreater(len({read(first, name) for name in os.listdir(first)}), 1)

    def test_the_clock_of_the_process_changes_no_byte(self):
        self.film("a.gif", *MARCH)
        self.film("b.gif", *MARCH, env={**os.environ, "TZ": "Asia/Kolkata", "LC_ALL": "C"})
        self.assertEqual(read(self.folder, "a.gif"), read(self.folder, "b.gif"))

    def test_an_animated_png_is_the_stills(self):
        self.film("seq/", *SLIDING)
        self.film("film.png", *SLIDING, "--hold", "2", "--loop", "3")
        frames = b"".join(pixels(self.folder, f"seq/frame_{k:05d}.png", "rgba") for k in range(10))
        self.assertEqual(frames, pixels(self.folder, "film.png", "rgba"))
        parts = list(chunks(read(self.folder, "film.png")))
        kinds = [kind for kind, _ in parts]
        self.assertEqual((10, 3), struct.unpack(">II", parts[kinds.index("acTL")][1]))
        self.assertLess(kinds.index("acTL"), kinds.index("fcTL"))
        self.assertLess(kinds.index("fcTL"), kinds.index("IDAT"))
        numbers = [struct.unpack_from(">I", body)[0] for kind, body in parts if kind in ("fcTL", "fdAT")]
        self.assertEqual(list(range(len(numbers))), numbers)
        delays = [struct.unpack_from(">HH", body, 20) for kind, body in parts if kind == "fcTL"]
        self.assertEqual([(1, 10)] * 9 + [(2100, 1000)], delays)
        still = [body for kind, body in chunks(read(self.folder, "seq/frame_00000.png")) if kind.endswith("Xt")]
        self.assertEqual(still, [body for kind, body in parts if kind.endswith("Xt")])

    def test_a_gif_is_the_stills_in_fewer_colours_and_what_rests_does_not_flicker(self):
        self.film("seq/", *MARCH)
        self.film("film.gif", *MARCH)
        stills = b"".join(pixels(self.folder, f"seq/frame_{k:05d}.png") for k in range(10))
        film = pixels(self.folder, "film.gif")
        self.assertEqual(len(stills), len(film))
        becomes = {}
        for at in range(0, len(stills), 3):  # one colour is always the same one, wherever and whenever
            self.assertEqual(film[at:at + 3], becomes.setdefault(stills[at:at + 3], film[at:at + 3]))
        gif = read(self.folder, "film.gif")
        self.assertIn(b"NETSCAPE2.0\x03\x01\x00\x00\x00", gif)
        palette = {gif[at:at + 3] for at in range(13, 13 + 765, 3)}
        far = 0
        for color, shown in list(becomes.items())[::37]:
            self.assertIn(shown, palette)
            off = [2 * (c[0] - color[0]) ** 2 + 4 * (c[1] - color[1]) ** 2 + 3 * (c[2] - color[2]) ** 2 for c in palette]
            self.assertEqual(min(off), 2 * (shown[0] - color[0]) ** 2 + 4 * (shown[1] - color[1]) ** 2 + 3 * (shown[2] - color[2]) ** 2)
            far = max(far, *(abs(a - b) for a, b in zip(color, shown)))
        self.assertLess(far, 40)

    def probe(self, name):
        done = subprocess.run(["ffprobe", "-v", "error", "-count_frames", "-show_streams", "-show_format", "-of", "json",
                               name], cwd=self.folder, stdin=subprocess.DEVNULL, capture_output=True, check=True)
        said = json.loads(done.stdout)
        return said["streams"], said["format"]

    def test_videos_have_the_right_length_size_and_colours(self):
        for name, codec in (("film.mp4", "h264"), ("film.webm", "vp9")):
            self.film(name, *MARCH, "--fps", "12.5", "--hold", "2", "--title", "March, and “more”")
            streams, about = self.probe(name)
            self.assertEqual(1, len(streams))
            stream = streams[0]
            self.assertEqual((codec, 320, 202, "yuv420p", "25/2", str(10 + 25)),
                             tuple(stream[key] for key in ("codec_name", "width", "height", "pix_fmt", "r_frame_rate", "nb_read_frames")))
            self.assertEqual(("tv", "bt709"), (stream["color_range"], stream["color_space"]))
            self.assertAlmostEqual(35 / 12.5, float(about["duration"]), delta=0.002)
            self.assertNotIn("creation_time", json.dumps((streams, about)))
        self.assertLess(read(self.folder, "film.mp4").index(b"moov"), read(self.folder, "film.mp4").index(b"mdat"))

    def test_videos_look_like_the_stills(self):
        self.film("seq/", *MARCH)
        stills = [pixels(self.folder, f"seq/frame_{k:05d}.png") for k in range(10)]
        for name in ("film.mp4", "film.webm"):
            self.film(name, *MARCH)
            film = pixels(self.folder, name)
            size = 320 * 202 * 3
            for k, still in enumerate(stills):
                frame = film[k * size:k * size + len(still)]  # below it a row of ground
                off = [abs(a - b) for a, b in zip(frame, still)]
                self.assertLess(sum(off) / len(off), 2.5, f"{name} {k}")

    def test_a_film_in_two_runs_of_the_program_has_the_same_bytes(self):
        for name in ("film.gif", "film.png", "film.mp4", "film.webm"):
            self.film("a" + name, *MARCH)
            self.film("b" + name, *MARCH)
            self.assertEqual(read(self.folder, "a" + name), read(self.folder, "b" + name), name)

    def stopped_after(self, how, frames, args):
        process = subprocess.Popen([VIDIK, "film", "--progress", *args], cwd=self.folder, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        said = b""
        for line in process.stderr:
            said += line
            if line.startswith(b"{") and json.loads(line)["done"] == frames:
                process.send_signal(how)
                break
        said += process.stderr.read()
        process.stderr.close()
        return process.wait(), said.decode()

    def test_a_film_that_was_stopped_goes_on_to_the_same_bytes(self):
        for name, how in (("film.gif", signal.SIGTERM), ("film.png", signal.SIGKILL), ("film.mp4", signal.SIGINT),
                          ("film.webm", signal.SIGKILL)):
            self.film("whole_" + name, *SLIDING)
            code, said = self.stopped_after(how, 4, ["-o", name, *SLIDING])
            self.assertEqual(-how if how == signal.SIGKILL else 1, code)
            if how != signal.SIGKILL:
                self.assertRegex(said, r"vidik: stopped; [4-9] of 10 frames are kept, and the same command with --resume")
            self.assertFalse(os.path.exists(os.path.join(self.folder, name)))
            kept = os.path.join(self.folder, f".{name}.frames")
            self.assertIn("frame_00003.frame", os.listdir(kept))
            again = run(self.folder, "film", "-o", name, "--resume", "--progress", *SLIDING)
            self.assertEqual(0, again.returncode, again.stderr)
            painted = [json.loads(line)["done"] for line in again.stderr.splitlines() if b"paint" in line]
            self.assertGreaterEqual(painted[0], 4)
            self.assertEqual(read(self.folder, "whole_" + name), read(self.folder, name), name)
            self.assertFalse(os.path.exists(kept))

    def test_a_folder_that_was_stopped_goes_on_to_the_same_bytes(self):
        self.film("whole/", *SLIDING)
        self.stopped_after(signal.SIGKILL, 4, ["-o", "part/", *SLIDING])
        refused = run(self.folder, "film", "-o", "part/", *SLIDING)
        self.assertEqual(1, refused.returncode)
        self.assertIn(b"--resume goes on with them", refused.stderr)
        self.film("part/", "--resume", *SLIDING)
        names = sorted(os.listdir(os.path.join(self.folder, "whole")))
        self.assertEqual(names, sorted(os.listdir(os.path.join(self.folder, "part"))))
        for name in names:
            self.assertEqual(read(self.folder, "whole/" + name), read(self.folder, "part/" + name))

    def test_a_film_stopped_while_it_is_encoded_goes_on_too(self):
        long = [*MARCH, "--hold", "600", "--fps", "60"]
        process = subprocess.Popen([VIDIK, "film", "-o", "film.webm", "--progress", *long], cwd=self.folder,
                                   stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for line in process.stderr:
            if b"encode" in line and json.loads(line)["done"] > 20:
                process.send_signal(signal.SIGTERM)
                break
        lines = [line for line in process.stderr.read().decode().splitlines() if not line.startswith("{")]
        process.stderr.close()
        self.assertEqual(1, process.wait())
        self.assertEqual(1, len(lines), lines)
        self.assertIn("stopped; 10 of 10 frames are kept", lines[0])
        self.assertEqual([".film.webm.frames"], os.listdir(self.folder))
        self.assertNotIn("film.new", os.listdir(os.path.join(self.folder, ".film.webm.frames")))
        self.film("film.webm", "--resume", *MARCH)
        self.film("other.webm", *MARCH)
        self.assertEqual(read(self.folder, "other.webm"), read(self.folder, "film.webm"))

    def test_what_was_half_written_when_it_was_killed_goes_when_it_goes_on(self):
        self.stopped_after(signal.SIGKILL, 3, ["-o", "part/", *MARCH])
        for name in ("frame_00009.png.0a1b2c3d", "frame_mine.png"):
            with open(os.path.join(self.folder, "part", name), "wb") as file:
                file.write(b"half")
        self.film("part/", "--resume", *MARCH)
        frames = [f"frame_{k:05d}.png" for k in range(10)]
        self.assertEqual([*frames, "frame_mine.png"], sorted(os.listdir(os.path.join(self.folder, "part"))))

    def test_a_kept_frame_that_was_damaged_is_said_and_not_shown(self):
        self.stopped_after(signal.SIGTERM, 3, ["-o", "film.gif", *MARCH])
        with open(os.path.join(self.folder, ".film.gif.frames", "frame_00001.frame"), "r+b") as file:
            file.seek(2000)
            file.write(b"damage")
        done = run(self.folder, "film", "-o", "film.gif", "--resume", *MARCH)
        self.assertEqual(1, done.returncode)
        self.assertRegex(done.stderr.decode(), r"^vidik: a kept frame is damaged; without --resume .*frame_00001.frame\n")
        self.assertFalse(os.path.exists(os.path.join(self.folder, "film.gif")))
        self.film("film.gif", *MARCH)
        self.assertEqual(["film.gif"], os.listdir(self.folder))

    def test_two_programs_do_not_make_one_film(self):
        process = subprocess.Popen([VIDIK, "film", "-o", "film.gif", "--progress", *MARCH], cwd=self.folder,
                                   stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
        process.stderr.readline()
        process.send_signal(signal.SIGSTOP)
        done = run(self.folder, "film", "-o", "film.gif", "--resume", *MARCH)
        process.send_signal(signal.SIGCONT)
        self.assertEqual((1, b"vidik: another program is making this film just now: film.gif\n"), (done.returncode, done.stderr))
        process.stderr.read()
        process.stderr.close()
        self.assertEqual(0, process.wait())

    def test_frames_of_two_films_are_never_mixed(self):
        self.stopped_after(signal.SIGTERM, 3, ["-o", "film.gif", *SLIDING])
        for other in (["--theme", "light"], ["--step", "2d"], ["--filter", "severity>=2"], ["--title", "Another"]):
            done = run(self.folder, "film", "-o", "film.gif", "--resume", *SLIDING, *other)
            self.assertEqual(1, done.returncode, other)
            self.assertIn(b"another film", done.stderr)
        # How fast it plays is no part of its frames.
        self.film("film.gif", "--resume", *SLIDING, "--fps", "5")
        self.film("other.gif", *SLIDING, "--fps", "5")
        self.assertEqual(read(self.folder, "other.gif"), read(self.folder, "film.gif"))

    def test_frames_of_other_pictures_in_the_folder_are_left_alone(self):
        os.mkdir(os.path.join(self.folder, "mine"))
        with open(os.path.join(self.folder, "mine", "frame_00077.png"), "wb") as file:
            file.write(b"mine")
        for more in ([], ["--resume"]):
            done = run(self.folder, "film", "-o", "mine/", *MARCH, *more)
            self.assertEqual(1, done.returncode)
            self.assertRegex(done.stderr, rb"holds frames already; remove them, or name another folder: mine\n")
            self.assertEqual(["frame_00077.png"], os.listdir(os.path.join(self.folder, "mine")))

    def test_frames_without_events_are_left_out_and_counted(self):
        span = [DAYS, "--from", "2024-11-29", "--to", "2024-11-30", "--step", "6h", "--mode", "instant", *SIZE]
        done = run(self.folder, "film", "-o", "seq/", "--skip-empty", *span, "--filter", "id=b")
        self.assertEqual((0, "vidik: 7 of 8 frames show no event and were left out\n"), (done.returncode, done.stderr.decode()))
        self.assertEqual(["frame_00000.png"], os.listdir(os.path.join(self.folder, "seq")))
        evening = ["--at", "2024-11-29T18:00/2024-11-30T00:00", "--from", "2024-11-29", "--to", "2024-11-30"]
        run(self.folder, "render", DAYS, "-o", "still.png", *evening, "--mode", "instant", *SIZE, "--filter", "id=b")
        self.assertEqual(read(self.folder, "still.png"), read(self.folder, "seq/frame_00000.png"))
        nothing = run(self.folder, "film", "-o", "none.gif", "--skip-empty", *span, "--filter", "id=e")
        self.assertEqual(1, nothing.returncode)
        self.assertIn(b"leaves out all of them", nothing.stderr)

    def test_what_cannot_be_written_is_said_and_nothing_is_left(self):
        done = run(self.folder, "film", "-o", "no/such/film.gif", *MARCH)
        self.assertEqual(1, done.returncode)
        self.assertRegex(done.stderr, rb"^vidik: .*No such file or directory.*no/such/film.gif\n$")
        self.assertEqual([], os.listdir(self.folder))

    def with_room(self, room, args):
        """Runs a film whose files may not be longer than `room` bytes once its overlays have started."""
        # Python ignores SIGXFSZ, and so does what it starts when told: a file that is too long is an error then.
        process = subprocess.Popen([VIDIK, "film", "--progress", *args], cwd=self.folder, stdin=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE, restore_signals=False)
        first = process.stderr.readline()
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (room, room))
        said = (first + process.stderr.read()).decode()
        process.stderr.close()
        return process.wait(), [line for line in said.splitlines() if not line.startswith("{")]

    def test_a_full_disk_ends_it_with_a_sentence_and_keeps_the_frames(self):
        frame = os.path.join(self.folder, ".film.png.frames", "frame_00000.frame")
        for room in (10_000, 80_000):  # less than a frame; less than the film
            code, said = self.with_room(room, ["-o", "film.png", "--resume", *MARCH, "--theme", "light"])
            self.assertEqual((1, 2), (code, len(said)), said)
            self.assertRegex(said[0], r"^vidik: the file cannot be written \(File too large\): ")
            self.assertRegex(said[1], r"^vidik: \d+ of 10 frames are kept for --resume$")
            self.assertLess(os.path.getsize(frame), 80_000)
            self.assertFalse(os.path.exists(os.path.join(self.folder, "film.png")))
        self.assertIn("10 of 10", said[1])
        self.film("film.png", "--resume", *MARCH, "--theme", "light")
        self.assertGreater(os.path.getsize(os.path.join(self.folder, "film.png")), 80_000)

    def test_an_encoder_that_is_killed_costs_a_sentence(self):
        process = subprocess.Popen([VIDIK, "film", "-o", "film.webm", "--progress", "--hold", "600", "--fps", "60", *MARCH],
                                   cwd=self.folder, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
        said = b""
        for line in process.stderr:
            said += line
            if b"encode" in line and json.loads(line)["done"] > 20:
                break
        with open(f"/proc/{process.pid}/task/{process.pid}/children", encoding="ascii") as file:
            for child in map(int, file.read().split()):
                with open(f"/proc/{child}/comm", encoding="ascii") as name:
                    if name.read().strip() == "vidik-encode":
                        os.kill(child, signal.SIGKILL)
        said += process.stderr.read()
        process.stderr.close()
        self.assertEqual(1, process.wait())
        self.assertIn("vidik-encode could not make the film: it was ended by signal 9", said.decode())
        self.assertNotIn("film.webm", os.listdir(self.folder))


if __name__ == "__main__":
    unittest.main()
