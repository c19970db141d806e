"""Reads the project's files the way the lints want them: whole, or without comments and strings."""
from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDERS = ("api", "models", "ui", "app", "sandbox", "resources", "translations", "tests",
           "packaging", ".ci")
CODE = (".cpp", ".h")


@dataclass(frozen=True, order=True)
class Finding:
    path: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.text}"


@dataclass(frozen=True)
class File:
    path: str  # below the root, with slashes
    text: str

    @property
    def layer(self) -> str:
        return self.path.split("/")[0] if "/" in self.path else ""

    @property
    def code(self) -> str:
        return without(self.text, strings=True)


def files(root: Path, *suffixes: str) -> list[File]:
    """The project's own files below its folders and at its root, in a fixed order."""
    places = [p for p in root.iterdir() if p.is_file()]
    for folder in FOLDERS:
        places += [p for p in (root / folder).rglob("*") if p.is_file()]
    found = []
    for place in sorted(places):
        path = place.relative_to(root).as_posix()
        if place.suffix in suffixes and "__pycache__" not in path:
            found.append(File(path, place.read_text(encoding="utf-8")))
    return found


# Order matters: a raw string may hold quotes, a string may hold slashes, a comment may hold quotes.
# Quotes between digits (10'000) separate thousands and open nothing.
_PIECES = re.compile(
    r'(?P<raw>R"(?P<mark>[^()\s]{0,16})\((?s:.*?)\)(?P=mark)")'
    r'|(?P<string>"(?:\\.|[^"\\\n])*")'
    r"|(?P<separator>(?<=[0-9a-fA-F])'(?=[0-9a-fA-F]))"
    r"|(?P<char>'(?:\\.|[^'\\\n])+')"
    r"|(?P<comment>//[^\n]*|/\*(?s:.*?)\*/)")


def without(text: str, strings: bool) -> str:
    """The text with comments, and the insides of strings, blanked: offsets and lines stay."""
    def blank(match: re.Match) -> str:
        piece = match.group(0)
        if match.lastgroup == "separator" or (match.lastgroup != "comment" and not strings):
            return piece
        kept = re.sub(r"[^\n]", " ", piece)
        if match.lastgroup == "comment":
            return kept
        return '"' + kept[1:-1] + '"'
    return _PIECES.sub(blank, text)


def line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
