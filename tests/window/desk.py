"""A screen without a monitor: starts Xvfb, shows programs on it, moves its pointer, and looks at its pixels."""
import mmap
import os
import struct
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../golden/image"))
import pictures  # noqa: E402  (its folder is known only now)


class Desk:
    """Use as `with Desk(1280, 800) as desk:`. What was started on it ends with it."""

    def __init__(self, width, height):
        self.width, self.height = width, height
        self.folder = tempfile.TemporaryDirectory(prefix="vidik_desk_")
        self.started = []

    def __enter__(self):
        ours, theirs = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(theirs), "-screen", "0", f"{self.width}x{self.height}x24", "-nolisten", "tcp",
             "-fbdir", self.folder.name], pass_fds=[theirs], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(theirs)
        with os.fdopen(ours) as said:
            number = said.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start")
        self.env = {**os.environ, "DISPLAY": ":" + number, "LIBGL_ALWAYS_SOFTWARE": "1"}
        self.env.pop("WAYLAND_DISPLAY", None)
        return self

    def __exit__(self, *_):
        for program in self.started:
            program.kill()
            program.wait()
            program.stderr.close()
        self.server.terminate()
        self.server.wait()
        self.folder.cleanup()

    def start(self, *command, **more):
        program = subprocess.Popen(command, env=self.env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE, **more)
        self.started.append(program)
        return program

    def do(self, *words):
        """One xdotool command line, e.g. do("mousemove", 10, 20, "click", 1)."""
        done = subprocess.run(["xdotool", *map(str, words)], env=self.env, stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, check=False)
        return done.stdout.strip()

    def rows(self, box=None):
        """The pixels of (x, y, width, height), row by row, as RGB."""
        x, y, width, height = box or (0, 0, self.width, self.height)
        with open(os.path.join(self.folder.name, "Xvfb_screen0"), "rb") as file:
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as screen:
                head = struct.unpack(">25I", screen[:100])
                first, line = head[0] + head[19] * 12, head[12]
                rows = []
                for row in range(y, y + height):
                    begin = first + row * line + x * 4
                    pixels, out = screen[begin : begin + width * 4], bytearray(width * 3)
                    out[0::3], out[1::3], out[2::3] = pixels[2::4], pixels[1::4], pixels[0::4]
                    rows.append(out)
        return rows

    def look(self, box=None):
        return b"".join(self.rows(box))

    def save(self, path):
        pictures.write(path, self.width, self.rows())


def until(true_of, seconds=60):
    """Asks again and again until the answer is yes; False when it never is."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        answer = true_of()
        if answer:
            return answer
        time.sleep(0.05)
    return False


def still(desk, box=None, seconds=60):
    """Waits until three looks, a fifth of a second apart, see the same; answers what they saw."""
    looks = [desk.look(box)]

    def same():
        time.sleep(0.2)
        looks.append(desk.look(box))
        return len(looks) >= 3 and looks[-1] == looks[-2] == looks[-3]

    return looks[-1] if until(same, seconds) else None
