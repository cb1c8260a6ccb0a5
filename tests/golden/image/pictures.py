"""Reads and compares the PNG files that the program writes: 8 bits a channel, RGB or RGBA, not interlaced."""
import struct
import zlib


def chunks(data):
    if data[:8] != b"\x89PNG\r\n\x1a\n":
        raise ValueError("no PNG")
    at = 8
    while at < len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        yield kind, data[at + 8 : at + 8 + size]
        at += size + 12


def unfilter(kind, row, above, step):
    """One row of bytes, in place, as PNG's five filters say."""
    if kind == 1:
        for i in range(step, len(row)):
            row[i] = (row[i] + row[i - step]) & 255
    elif kind == 2:
        for i, up in enumerate(above):
            row[i] = (row[i] + up) & 255
    elif kind == 3:
        for i, up in enumerate(above):
            row[i] = (row[i] + ((row[i - step] if i >= step else 0) + up) // 2) & 255
    elif kind == 4:
        for i, up in enumerate(above):
            left, corner = (row[i - step], above[i - step]) if i >= step else (0, 0)
            away = abs(up - corner), abs(left - corner), abs(left + up - 2 * corner)
            row[i] = (row[i] + (left if away[0] <= away[1] and away[0] <= away[2] else
                                up if away[1] <= away[2] else corner)) & 255
    elif kind != 0:
        raise ValueError(f"filter {kind}")


def read(path):
    """(width, height, rows of RGB bytes); what is see-through counts as it stands."""
    with open(path, "rb") as file:
        parts = list(chunks(file.read()))
    width, height, depth, colour, _, _, interlace = struct.unpack(">IIBBBBB", parts[0][1])
    if depth != 8 or colour not in (2, 6) or interlace:
        raise ValueError(f"{path}: not 8-bit RGB or RGBA")
    step = 3 if colour == 2 else 4
    data = zlib.decompress(b"".join(body for kind, body in parts if kind == b"IDAT"))
    rows, above = [], bytearray(width * step)
    for y in range(height):
        start = y * (width * step + 1)
        row = bytearray(data[start + 1 : start + 1 + width * step])
        unfilter(data[start], row, above, step)
        above = row
        if step == 4:
            row = bytearray(len(row) // 4 * 3)
            row[0::3], row[1::3], row[2::3] = above[0::4], above[1::4], above[2::4]
        rows.append(row)
    return width, height, rows


def write(path, width, rows):
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    data = zlib.compress(b"".join(b"\0" + bytes(row) for row in rows), 6)
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, len(rows), 8, 2, 0, 0, 0)) +
                   chunk(b"IDAT", data) + chunk(b"IEND", b""))


def differences(a, b, level):
    """(how many pixels are off, the largest difference, rows of a picture: what is off in red on the faint second)."""
    off, largest, shown = 0, 0, []
    for row_a, row_b in zip(a[2], b[2]):
        faint = bytearray(value // 4 for value in row_b)
        if row_a != row_b:
            for x in range(0, len(row_a), 3):
                if row_a[x : x + 3] != row_b[x : x + 3]:
                    most = max(abs(row_a[x + c] - row_b[x + c]) for c in range(3))
                    largest = max(largest, most)
                    if most > level:
                        off += 1
                        faint[x : x + 3] = b"\xff\x20\x20"
        shown.append(faint)
    return off, largest, shown
