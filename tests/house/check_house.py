#!/usr/bin/python3
"""The architecture as a test: holds the sources against strata.toml and the rules of CONTRIBUTING.md.

usage: check_house.py [ROOT]     prints path:line: what is wrong; exit 1 when anything is
"""
import fnmatch
import os
import re
import sys
import tomllib
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDERS = ("cmake", "geodata", "viewer", "plugins", "shaders", "tests", "examples")
CODE = (".h", ".hpp", ".c", ".cpp")
TEXT = CODE + (".py", ".sh", ".cmake", ".vert", ".frag", ".glsl", "CMakeLists.txt", "/run")
INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')
PLATFORM = re.compile(r"^\s*#\s*(?:if|ifdef|ifndef|elif)\b.*\b(_WIN32|_MSC_VER|__MINGW\w*|__linux\w*"
                      r"|__APPLE__|__unix\w*|__FreeBSD__|__ANDROID__)\b")
UNDONE = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX)\b(?!\s*\(#\d+\))")
CLASS = re.compile(r"^\s*(?:class|struct|union|enum(?:\s+class)?)\s+(?:\[\[\w+\]\]\s+)?(\w+)")
BIDI = set("\u200b\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
STANDARD = re.compile(r"\w+|(assert|ctype|errno|float|inttypes|limits|math|stdarg|stdbool|stddef|stdint|stdio"
                      r"|stdlib|string|time)\.h")


def files(root):
    """Every source file as (path from the root, lines), in order."""
    found = []
    for folder in FOLDERS:
        for where, dirs, names in os.walk(os.path.join(root, folder)):
            dirs[:] = [d for d in dirs if d != "__pycache__"]
            found += [os.path.relpath(os.path.join(where, n), root) for n in names]
    found += [extra for extra in ("dev", "CMakeLists.txt", ".ci/run") if os.path.exists(os.path.join(root, extra))]
    for path in sorted(found):
        if path.endswith(TEXT) or path == "dev":
            with open(os.path.join(root, path), "rb") as file:
                yield path, file.read()


def matches(path, globs):
    return any(fnmatch.fnmatchcase(path, glob) for glob in globs)


def banned_in(name, limits):
    """Of EventManager and event_manager alike: manager."""
    parts = {part.lower() for part in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+", name)}
    found = parts & {word.lower() for word in limits["banned_words"]}
    return found or parts & {word.lower() for word in limits["banned_names"] if name.lower() == word.lower()}


def check_includes(path, lines, rules):
    strata, homes, plugins = rules["strata"], rules["homes"], rules["plugins"]
    folder = next((f for f in strata if path.startswith(f + "/")), None)
    modules = {f.split("/")[1] for f in strata}
    for number, line in enumerate(lines, 1):
        found = INCLUDE.match(line)
        if not found:
            continue
        quote, name = found.groups()
        module = name.split("/")[0]
        if folder and quote == '"':
            if module in modules - {folder.split("/")[1]} and module not in strata[folder]:
                may = ", ".join(strata[folder]) or "nothing of ours"
                yield number, f"{folder} may not include {module} ({name}); it may: {may}"
            if name.startswith(".."):
                yield number, f"include {name} by its module's name, not by a path"
        if path.startswith(plugins["folder"]):
            own = name in plugins["ours"] or module not in modules
            if not (own if quote == '"' else name in plugins["ours"] or STANDARD.fullmatch(name)):
                door = ", ".join(plugins["ours"])
                yield number, f"an overlay may include only {door} and the standard library, not {name}"
            continue
        for pattern, where in homes.items():
            if re.fullmatch(pattern, name) and not matches(path, where):
                yield number, f"{name} may be included only in {', '.join(where) or 'no file'}"


def check_header(lines):
    start = [line.strip() for line in lines if line.strip() and line.strip() != "#pragma once"][:6]
    text = ""
    for line in start:
        if not line.startswith(("//", "/*", "*")):
            break
        text += " " + line.strip("/* ")
    if not re.search(r"\w\W*[.:?](\s|$)", text):
        yield 1, "a header begins with one sentence that says what it is for"


def check_lines(path, lines, rules):
    limits = rules["limits"]
    cap = limits["lines"]
    if len(lines) > cap and path not in limits["whole"] and not any(re.match(r"\s*(//|#)\s*table\b", line) for line in lines[:6]):
        yield cap, f"{len(lines)} lines; the cap is {cap} (split it by what a reader asks)"
    for word in banned_in(os.path.splitext(os.path.basename(path))[0], limits):
        yield 1, f"no file is named '{word}': say what it does"
    for number, line in enumerate(lines, 1):
        if path.endswith(CODE):
            found = CLASS.match(line)
            for word in banned_in(found.group(1), limits) if found else ():
                yield number, f"no class is named '{word}' ({found.group(1)}): say what it is"
            export = "VIDIK_EXPORT" in "".join(lines[number : number + 1])
            if PLATFORM.match(line) and not export and not matches(path, ["*_posix.cpp", "*_win32.cpp"]):
                yield number, "a platform's own lines belong in a file named *_posix.cpp or *_win32.cpp"
        if UNDONE.search(line):
            yield number, "finish it, or name the issue: (#123)"
        for char in line:
            if char in BIDI or (unicodedata.category(char) == "Cc" and char != "\t"):
                yield number, f"control character U+{ord(char):04X}"


def check_shaders(sources):
    users = "\n".join(text for path, text in sources.items() if not path.startswith(("shaders/", "tests/")))
    for path in sources:
        name = os.path.basename(path)
        if path.startswith("shaders/") and name != "CMakeLists.txt":
            if not re.search(r"\b" + re.escape(os.path.splitext(name)[0]) + r"\b", users):
                yield path, 1, "nothing uses this shader"


def check(root, rules):
    sources = {}
    for path, data in files(root):
        try:
            sources[path] = text = data.decode("utf-8")
        except UnicodeDecodeError:
            yield path, 1, "is not UTF-8"
            continue
        lines = text.split("\n")[: -1 if text.endswith("\n") else None]
        found = list(check_lines(path, lines, rules))
        if path.endswith(CODE) and not path.startswith("tests/"):
            found += check_includes(path, lines, rules)
        if path.endswith((".h", ".hpp")):
            found += check_header(lines)
        for number, message in found:
            yield path, number, message
    yield from check_shaders(sources)


if __name__ == "__main__":
    with open(os.path.join(HERE, "strata.toml"), "rb") as table:
        rules = tomllib.load(table)
    problems = list(check(sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, "../.."), rules))
    for path, number, message in problems:
        print(f"{path}:{number}: {message}")
    print(f"check_house: {len(problems)} problem{'' if len(problems) == 1 else 's'}", file=sys.stderr)
    sys.exit(1 if problems else 0)
