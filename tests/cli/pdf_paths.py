"""Where a PDF draws: the points of its paths, and where its letters and images stand. For files as Vidik writes them: plain
objects, no object streams, one page."""
import re
import zlib

TOKEN = re.compile(rb"\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>|\[|\]|/[^\s/\[\]()<>]+|[^\s/\[\]()<>]+")


def objects(data):
    """{number: (its dictionary, its stream inflated)}"""
    out = {}
    for head in re.finditer(rb"(?m)^(\d+) 0 obj\n", data):
        words = data[head.end() : data.index(b"endobj", head.end())]
        stream = re.search(rb"/Length (\d+) >>\s*stream\r?\n", words)
        if stream:
            begin = head.end() + stream.end()
            body = data[begin : begin + int(stream[1])]
            words = words[: stream.start()] + b">>"
            out[int(head[1])] = words, zlib.decompress(body) if b"/FlateDecode" in words and b"/Image" not in words else body
        else:
            out[int(head[1])] = words, b""
    return out


def times(a, b):  # a first, then b
    return (a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3], a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
            a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5])


def name_table(words, kind, all_objects):
    found = re.search(rb"/" + kind + rb" (?:(\d+) 0 R|<<(.*?)>>)", words, re.S)
    if not found:
        return {}
    table = all_objects[int(found[1])][0] if found[1] else found[2]
    return {m[1]: int(m[2]) for m in re.finditer(rb"(/[^\s/]+) (\d+) 0 R", table)}


def at(x, y, m):
    return x * m[0] + y * m[2] + m[4], x * m[1] + y * m[3] + m[5]


def walk(number, resources, ctm, all_objects, points):
    words, body = all_objects[number]
    own = re.search(rb"/Resources (\d+) 0 R", words)
    if own:
        resources = all_objects[int(own[1])][0]
    forms = name_table(resources, b"XObject", all_objects)
    width, text, stack, args = 1.0, (1, 0, 0, 1, 0, 0), [], []
    pending = []
    for token in TOKEN.findall(body):
        try:
            args.append(float(token))
            continue
        except ValueError:
            pass
        if token[:1] in b"(<[]/":
            args.append(token)
            continue
        n = [a for a in args if isinstance(a, float)]
        if token == b"q":
            stack.append((ctm, width))
        elif token == b"Q":
            ctm, width = stack.pop()
        elif token == b"cm":
            ctm = times(n, ctm)
        elif token == b"w":
            width = n[0] * abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]) ** 0.5
        elif token in (b"m", b"l", b"c", b"v", b"y"):
            pending += [at(n[i], n[i + 1], ctm) for i in range(0, len(n), 2)]
        elif token == b"re":
            pending += [at(n[0] + i * n[2], n[1] + j * n[3], ctm) for i in (0, 1) for j in (0, 1)]
        elif token in (b"S", b"s", b"f", b"f*", b"F", b"B", b"B*", b"b", b"b*", b"n"):
            points += [(token.decode(), p, width if token in (b"S", b"s") else 0) for p in pending]
            pending = []
        elif token == b"Tm":
            text = n
        elif token in (b"Tj", b"TJ"):
            points.append(("text", at(0, 0, times(text, ctm)), 0))
        elif token == b"Do":
            inner = forms[args[-1]]
            if b"/Form" in all_objects[inner][0]:
                walk(inner, resources, ctm, all_objects, points)
            else:
                points += [("image", at(i, j, ctm), 0) for i in (0, 1) for j in (0, 1)]
        args = []


def drawn_points(data):
    """[(operator, (x, y), width of the line)] and the page's size, all in points."""
    all_objects = objects(data)
    page = next(words for words, _ in all_objects.values() if re.search(rb"/Type /Page\b", words))
    box = [float(v) for v in re.search(rb"/MediaBox \[([^\]]*)\]", page)[1].split()]
    resources = all_objects[int(re.search(rb"/Resources (\d+) 0 R", page)[1])][0]
    points = []
    walk(int(re.search(rb"/Contents (\d+) 0 R", page)[1]), resources, (1, 0, 0, 1, 0, 0), all_objects, points)
    return points, box[2:]
