"""A guest in Python, with its standard library alone: three events, and a line through those that are visible now.

Written from docs/plugins/wire.md; the numbers below are its numbers.
"""
import os
import struct
import sys

START, LOAD, PREPARE, STOP = 1, 2, 5, 7
HELLO, EVENTS, MARKS, DONE = 64, 67, 68, 69
WIRE = 3
HOUR = 3600 * 1_000_000  # times are microseconds since 1970
NO_EVENT = 2**64 - 1

ROWS = [  # id, title, lon, lat, begin, how long
    ("one", "Sample event 1", 20.4573, 44.8178, 1_733_000_000_000_000, HOUR),
    ("two", "Sample event 2", 18.4131, 43.8563, 1_736_000_000_000_000, 2 * HOUR),
    ("three", "Sample event 3", 21.4316, 41.9973, 1_739_000_000_000_000, 3 * HOUR),
]


def read_exactly(size):
    data = b""
    while len(data) < size:
        part = os.read(WIRE, size - len(data))
        if not part:
            sys.exit(0)  # the host is gone
        data += part
    return data


def receive():
    kind, size = struct.unpack("<II", read_exactly(8))
    return kind, read_exactly(size)


def send(kind, data):
    data = struct.pack("<II", kind, len(data)) + data
    while data:
        data = data[os.write(WIRE, data):]


def text(value):
    value = value.encode()
    return struct.pack("<I", len(value)) + value


def texts(values):
    return struct.pack("<I", len(values)) + b"".join(map(text, values))


def events():
    begin, end, begin_precision = 1 << 1, 1 << 2, 1 << 3
    out = struct.pack("<II", len(ROWS), begin | end | begin_precision)
    out += b"".join(text(row[0]) for row in ROWS) + b"".join(text(row[1]) for row in ROWS)
    out += b"".join(struct.pack("<d", row[2]) for row in ROWS)
    out += b"".join(struct.pack("<d", row[3]) for row in ROWS)
    out += b"".join(struct.pack("<qq", row[4], row[4]) for row in ROWS)
    out += b"".join(struct.pack("<qq", row[4] + row[5], row[4] + row[5]) for row in ROWS)
    out += bytes([1] * len(ROWS))  # minutes
    out += struct.pack("<I", 1) + text("written in") + b"".join(text("Python") for row in ROWS)
    return out


def line(points):
    style = struct.pack("<4I5f3I", 48, 1, 0, 0xFF8800FF, 1, 0, 2.5, 0, 0, 0, 0, 0)
    symbol = struct.pack("<2d3f3IQ", 0, 0, 0, 0, 0, 0, 0, 0, NO_EVENT)
    out = struct.pack("<B", 3) + style + symbol + struct.pack("<d2f", 0, 0, 0)
    out += struct.pack("<I", len(points)) + b"".join(struct.pack("<dd", *point) for point in points)
    return out + struct.pack("<I", 0) + text("")


def visible(data):
    (count,) = struct.unpack_from("<I", data, 112 + 32)
    return [struct.unpack_from("<Q", data, 112 + 32 + 4 + 16 * i)[0] for i in range(count)]


def done(status, why=""):
    send(DONE, struct.pack("<i", status) + text(why))


def main():
    kind, data = receive()
    if kind != START or struct.unpack_from("<II", data) != (1, 1):
        sys.exit("this host speaks another wire version")
    send(HELLO, struct.pack("<II", 1, 0) + text("org.example.python-guest") + text("Python guest") + text("1.0.0")
         + texts(["vidik.events/1", "vidik.draw/1"]))
    print("python guest", *sys.argv)  # to the overlay's log
    while True:
        kind, data = receive()
        if kind == LOAD:
            send(EVENTS, events())
            done(0)
        elif kind == PREPARE:
            points = [ROWS[i][2:4] for i in visible(data)]
            if len(points) > 1:
                send(MARKS, line(points))
            done(0)
        elif kind == STOP:
            return


main()
