"""The words that docs/glossary.md replaces don't occur in texts on screen."""
from __future__ import annotations

import re
from pathlib import Path

from source import Finding, files, line_of

GLOSSARY = "docs/glossary.md"
_TEXT = re.compile(r'\b(?:tr|translate|sentence|QT_TRANSLATE_NOOP|QT_TR_NOOP)\s*\(\s*'
                   r'(?:"[\w:]+",\s*(?=["\w]))?((?:"(?:[^"\\\n]|\\.)*"\s*)+)')
_PART = re.compile(r'"((?:[^"\\\n]|\\.)*)"')


def replaced(glossary: str) -> list[tuple[str, str]]:
    """(word, the term in its place) of the glossary's last column."""
    pairs = []
    for line in glossary.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) != 4 or cells[0] in ("term", "---"):
            continue
        pairs += [(word.strip(), cells[2]) for word in cells[3].split(",") if word.strip()]
    return pairs


def findings(root: Path) -> list[Finding]:
    place = root / GLOSSARY
    if not place.is_file():
        return [Finding(GLOSSARY, 1, "the glossary is missing")]
    rules = [(re.compile(r"(?<!\w)" + re.escape(word) + r"(?!\w)", re.I), word, term)
             for word, term in replaced(place.read_text(encoding="utf-8"))]
    if not rules:
        return [Finding(GLOSSARY, 1, "no word is replaced")]
    found = []
    for file in files(root, ".cpp", ".h"):
        if file.layer not in ("app", "models", "ui"):
            continue
        for match in _TEXT.finditer(file.text):
            text = "".join(_PART.findall(match.group(1)))
            found += [Finding(file.path, line_of(file.text, match.start()),
                              f"“{word}” on screen: the glossary says “{term}”")
                      for rule, word, term in rules if rule.search(text)]
    return found
