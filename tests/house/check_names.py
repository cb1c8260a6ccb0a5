#!/usr/bin/python3
"""One name, one type: two types of one name in two files are one to the linker, which mixes them up without a word.

usage: check_names.py [ROOT]     looks at what geodata/ and viewer/ define in namespace vidik; exit 1 when a name has two homes
"""
import os
import re
import sys

# At the beginning of a line: members and what stands in functions are indented by .clang-format, namespaces are not.
DEFINITION = re.compile(r"^(?:template\b.*>\s*)?(?:class|struct|union|enum(?:\s+class)?)\s+(?:\[\[\w+\]\]\s+)?(\w+)(?!\w|::)"
                        r"(?:\s+final)?\s*(?::[^;]*)?\{")
ENTERS = re.compile(r"^(?:inline\s+)?namespace(?:\s+([\w:]+))?\s*\{")


def definitions(text):
    """(line, name with its namespaces) of every type that other files could also see."""
    spaces = []
    for number, line in enumerate(text.splitlines(), 1):
        found = ENTERS.match(line)
        if found and "}" not in line:
            spaces.append(found.group(1))
        elif line.startswith("}") and "namespace" in line and spaces:
            spaces.pop()
        found = DEFINITION.match(line)
        if found and None not in spaces:
            yield number, "::".join([*spaces, found.group(1)])


def check(root):
    homes = {}
    for top in ("geodata", "viewer"):
        for where, _, names in os.walk(os.path.join(root, top)):
            for name in names:
                if name.endswith((".h", ".cpp")):
                    path = os.path.join(where, name)
                    with open(path, encoding="utf-8") as file:
                        for number, found in definitions(file.read()):
                            homes.setdefault(found, []).append((os.path.relpath(path, root), number))
    for name, places in sorted(homes.items()):
        for path, number in sorted(places)[1:]:
            yield path, number, f"{name} is also defined in {min(places)[0]}; give one another name"


if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    problems = list(check(sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "../..")))
    for path, number, message in problems:
        print(f"{path}:{number}: {message}")
    sys.exit(1 if problems else 0)
