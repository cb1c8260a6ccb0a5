#!/usr/bin/python3
"""Runs the program as a user does and holds what it says against a case.

usage: run_cases.py VIDIK CASE.cmd…

A case is a text file; a new file is a new case. Blank lines and lines that begin with # say nothing. The others:

  $ vidik ARGS…       the command, in an empty folder of its own; {data} is the folder data/ beside the cases;
                      several are run one after the other, and the lines below speak of the last
  copy NAME TO        NAME of data/ as TO below the home folder, before any command
  env NAME=VALUE      changes the environment of all of them
  exit N              the exit code, 0 unless told
  stdout REGEX        somewhere in what is printed (line by line anchors); may stand more than once
  stdout not REGEX    nowhere in it
  stderr REGEX        the same for stderr, which is empty unless a line speaks of it
  json PATH = VALUE   PATH is keys and indexes joined by dots, or PATH# for a length; VALUE is JSON
  file NAME REGEX     a file that the command wrote begins so (bytes as latin-1)

NAME.out beside NAME.cmd is all of stdout, byte by byte.
"""
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SECONDS = 250


def read_case(path):
    case = {"run": [], "exit": 0, "env": {}, "copy": [], "stdout": [], "stderr": [], "json": [], "file": []}
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            word, _, rest = line.strip().partition(" ")
            if not word or word.startswith("#"):
                continue
            if word == "$" and rest.startswith("vidik"):
                case["run"].append(shlex.split(rest)[1:])
            elif word == "exit":
                case["exit"] = int(rest)
            elif word == "copy":
                case["copy"].append(rest.split())
            elif word == "env":
                name, _, value = rest.partition("=")
                case["env"][name] = value
            elif word == "json":
                where, _, value = rest.partition(" = ")
                case["json"].append((where, json.loads(value)))
            elif word == "file":
                case["file"].append(rest.split(" ", 1))
            elif word in ("stdout", "stderr"):
                case[word].append(rest)
            else:
                sys.exit(f"{path}:{number}: what is '{word}'?")
    return case


def pick(document, where):
    """One value out of a JSON document: 'events.0.title', or 'events#' for how many."""
    for key in where.removesuffix("#").split("."):
        if key:
            document = document[int(key)] if isinstance(document, list) else document[key]
    return len(document) if where.endswith("#") else document


def text_problems(name, text, wanted):
    for pattern in wanted:
        if pattern.startswith("not "):
            if re.search(pattern[4:], text, re.M):
                yield f"{name} has {pattern[4:]!r}"
        elif not re.search(pattern, text, re.M):
            yield f"{name} has no {pattern!r}"


def problems(vidik, path, case, folder):
    env = {**os.environ, "HOME": folder, "XDG_RUNTIME_DIR": folder, **case["env"]}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        env.pop(name, None)
    env.setdefault("XDG_CACHE_HOME", folder)  # the build folder lends one, so that the map is prepared once
    work = os.path.join(folder, "work")
    os.mkdir(work)
    for name, to in case["copy"]:
        source, to = os.path.join(HERE, "data", name), os.path.join(folder, to)
        os.makedirs(os.path.dirname(to), mode=0o755, exist_ok=True)
        (shutil.copytree if os.path.isdir(source) else shutil.copyfile)(source, to)
        for at, _, _ in os.walk(to):
            os.chmod(at, 0o755)
    for args in case["run"]:
        args = [arg.replace("{data}", os.path.join(HERE, "data")) for arg in args]
        if "render" in args:
            # Leaks are looked for where no GL driver runs: its threads now and then take the leak checker itself down.
            env = {**env, "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"}
        done = subprocess.run([vidik, *args], cwd=work, env=env, stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=SECONDS, check=False)
    stdout, stderr = done.stdout.decode("utf-8", "backslashreplace"), done.stderr.decode("utf-8", "backslashreplace")
    said = "".join(f"\n    {name}: {line}" for name, text in (("stdout", stdout), ("stderr", stderr))
                   for line in text.splitlines()[:8])
    if done.returncode != case["exit"]:
        yield f"exit {done.returncode}, not {case['exit']}{said}"
    if stderr and not case["stderr"]:
        yield f"stderr is not empty{said}"
    for name, text in (("stdout", stdout), ("stderr", stderr)):
        yield from (problem + said for problem in text_problems(name, text, case[name]))
    expected = os.path.splitext(path)[0] + ".out"
    if os.path.exists(expected):
        with open(expected, "rb") as file:
            if file.read() != done.stdout:
                yield f"stdout is not {os.path.basename(expected)}"
    for where, value in case["json"]:
        try:
            found = pick(json.loads(stdout), where)
        except (ValueError, KeyError, IndexError, TypeError) as error:
            yield f"json {where}: {type(error).__name__} {error}"
            continue
        if found != value:
            yield f"json {where} is {json.dumps(found, ensure_ascii=False)}, not {json.dumps(value, ensure_ascii=False)}"
    for name, pattern in case["file"]:
        try:
            with open(os.path.join(work, name), "rb") as file:
                if not re.match(pattern, file.read(65536).decode("latin-1"), re.S):
                    yield f"file {name} does not begin with {pattern!r}"
        except OSError as error:
            yield f"file {name}: {error.strerror}"


def main(vidik, *paths):
    failed = 0
    for path in paths:
        case = read_case(path)
        if not case["run"]:
            sys.exit(f"{path}: no command")
        with tempfile.TemporaryDirectory(prefix="vidik_cli_") as folder:
            try:
                found = list(problems(os.path.abspath(vidik), os.path.abspath(path), case, folder))
            except subprocess.TimeoutExpired:
                found = [f"still running after {SECONDS} s"]
        if found:
            failed += 1
            command = " ".join(shlex.quote(arg) for arg in case["run"][-1])
            print(f"FAILED {path}\n  vidik {command}\n  " + "\n  ".join(found))
    print(f"{len(paths) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
