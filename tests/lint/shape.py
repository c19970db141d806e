"""The size and form of files: small enough to read, and each says what it is for."""
from __future__ import annotations

import re
from pathlib import Path

from source import CODE, File, Finding, files

LIMITS = [
    # (path pattern, most lines)
    (r"CMakeLists\.txt", 59),
    (r"app/main\.cpp", 39),
    (r"tests/.*\.cpp", 400),  # tables of cases are long and flat
    (r".*\.cpp", 600),
    (r".*\.h", 120),
]
ASKED = 400  # from here on: is there a collaborator in it that wants a name?
LONGEST_FUNCTION = 40
LAYERS = ("api", "models", "ui", "app", "sandbox")
# Sources without a header of their name: programs, tables of handlers that one header lists, and
# classes that are still spread over several files.
WITHOUT_HEADER = (r".*/main\.cpp", r"sandbox/calls/\w+\.cpp", r"app/commands/\w+\.cpp",
                  r"ui/interlocking/(interlockingacts|interlockingstate|waitinggrid)\.cpp")
VAGUE = {"utils", "util", "manager", "managers", "helper", "helpers", "base", "common"}


def _limit(path: str) -> int | None:
    return next((most for pattern, most in LIMITS if re.fullmatch(pattern, path)), None)


def _header(file: File) -> list[Finding]:
    lines = file.text.splitlines()
    opening = []
    for line in lines:
        if not line.startswith("//"):
            break
        opening.append(line.lstrip("/ ").rstrip())
    found = []
    if not opening or not re.match(r"^\S.*[.:]$", " ".join(opening)):
        found.append(Finding(file.path, 1, "a header begins with a sentence saying what it is for"))
    if "#pragma once" not in lines:
        found.append(Finding(file.path, 1, "no #pragma once"))
    return found


def _functions(file: File) -> list[Finding]:
    """As formatted here, a function's body stands between a lone { and a lone } at the margin."""
    found, start = [], None
    for number, line in enumerate(file.text.splitlines(), 1):
        if line == "{":
            start = number
        elif line.startswith("}"):
            if line == "}" and start and number - start - 1 > LONGEST_FUNCTION:
                found.append(Finding(file.path, start, f"a function of {number - start - 1} lines"))
            start = None
    return found


def _fragment(root: Path, file: File) -> list[Finding]:
    """One class, one header, one source file named after it."""
    if file.layer not in LAYERS or not file.path.endswith(".cpp"):
        return []
    if (root / file.path).with_suffix(".h").is_file():
        return []
    if any(re.fullmatch(pattern, file.path) for pattern in WITHOUT_HEADER):
        return []
    return [Finding(file.path, 1, "no header of this name: whose source is it?")]


def questions(root: Path) -> list[Finding]:
    """What is long but allowed."""
    sizes = [(file, file.text.count("\n")) for file in files(root, ".cpp")]
    return [Finding(file.path, lines, f"{lines} lines: does it hold a collaborator?")
            for file, lines in sizes if file.layer in LAYERS and ASKED < lines <= 600]


def findings(root: Path) -> list[Finding]:
    found = []
    for file in files(root, *CODE, ".txt", ".ui", ".py", ".cmake"):
        folders, _, name = file.path.rpartition("/")
        vague = VAGUE.intersection(folders.split("/")) | VAGUE.intersection({name.split(".")[0]})
        found += [Finding(file.path, 1, f"“{word}” says nothing") for word in sorted(vague)]
        lines, most = file.text.count("\n"), _limit(file.path)
        if most is not None and lines > most:
            found.append(Finding(file.path, lines, f"{lines} lines, at most {most}"))
        if file.path.endswith((".cpp", ".h", ".ui")) and name != name.lower():
            found.append(Finding(file.path, 1, "file names are lower case"))
        if file.path.endswith(".h"):
            found += _header(file)
        if file.path.endswith(".cpp") and file.layer != "tests":
            found += _functions(file)
        found += _fragment(root, file)
    return found
