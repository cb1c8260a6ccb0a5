#!/usr/bin/python3
"""Writes docs/plugins/reference.md from the header, so that neither can say what the other does not.

usage: write_reference.py            writes the page
       write_reference.py check      exit 1 when the page is not what would be written
"""
import os
import re
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")
HEADER, PAGE = (os.path.join(ROOT, path) for path in ("plugins/include/vidik_plugin.h", "docs/plugins/reference.md"))
SECTION = re.compile(r"^/\* -+ \[\d+\] (.+?) -+ \*/$", re.M)
TYPE = re.compile(r"^typedef struct (\w+) \{|^typedef [^{;]*?\(\*(\w+)\)|^typedef [^({;]*?(\w+);", re.M)
INTRO = """# Reference

Every call and struct of [vidik_plugin.h](../../plugins/include/vidik_plugin.h), in its order and words. This page is written by
`tests/house/write_reference.py` from the header; the test `house.reference` fails when it is not what the header says.

"""


def prose(comment):
    """The words of a comment, one paragraph a line; lists and tables of the header keep their lines."""
    lines = [re.sub(r"^\s*(/\*+|\*/|\*)? ?", "", line).rstrip() for line in comment.replace("*/", "").splitlines()]
    return "\n".join(lines).strip()


def items(text):
    """(comment, code) of each declaration: what stands between two blank lines, an opening comment apart."""
    for chunk in re.split(r"\n{2,}", text.strip("\n")):
        comment = re.match(r"/\*.*?\*/\n", chunk, re.S)
        code = chunk[comment.end():] if comment else chunk
        if re.search(r"^(typedef|enum|#define)", code, re.M):
            yield prose(comment[0]) if comment else "", code.strip("\n")


def types_in(code):
    return ["".join(found) for found in TYPE.findall(code)]


def written():
    with open(HEADER, encoding="utf-8") as file:
        header = file.read()
    opening = prose(re.match(r"/\*.*?\*/", header, re.S)[0])
    parts = SECTION.split(re.sub(r"\n#ifdef __cplusplus\n}\n#endif\n#endif\n$", "\n", header))
    out = [INTRO, "## Rules for all of it\n\n```h\n", opening, "\n```\n"]
    index = []
    for title, text in zip(parts[1::2], parts[2::2]):
        title = title[0].upper() + title[1:]
        out.append(f"\n## {title}\n")
        names = []
        for comment, code in items(text):
            types = types_in(code)
            names += types
            heading = "### " + ", ".join(f"`{name}`" for name in types) + "\n\n" if types else ""
            out.append("\n" + heading + (comment + "\n\n" if comment else "") + f"```h\n{code}\n```\n")
        index.append(f"- **[{title}](#{re.sub('[^a-z0-9 -]', '', title.lower()).replace(' ', '-')})**: "
                     + ", ".join(f"`{name}`" for name in names) + "\n")
    return "".join(out[:1] + index + ["\n"] + out[1:])


if __name__ == "__main__":
    text = written()
    if sys.argv[1:] == ["check"]:
        with open(PAGE, encoding="utf-8") as page:
            current = page.read() == text
        if not current:
            print("docs/plugins/reference.md is not what the header says: run tests/house/write_reference.py")
        sys.exit(0 if current else 1)
    with open(PAGE, "w", encoding="utf-8") as page:
        page.write(text)
