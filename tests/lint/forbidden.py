"""Words that must not occur: each stands for a leak, a hole or a habit that this program avoids."""
from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from source import CODE, File, Finding, files, line_of

# (pattern in code without comments and strings, meaning, the path beginnings where it is allowed)
_WORDS = [
    (r"\bignoreSslErrors\b", "TLS errors are never ignored", ()),
    (r"\bQNetworkAccessManager\b|\bQNetworkReply\b", "only api/http sends",
     ("api/http/", "tests/")),
    (r"(?i)\b\w*reply\w*\s*(?:->|\.)\s*errorString\b",
     "a reply's errorString() holds the URL with its hash", ("tests/api/platform/",)),
    (r"\bQSqlQuery\s+\w+\s*[({;]|\bQSqlQuery\s*\(", "statements go through models/database/sql.h, "
     "which checks them", ("models/database/", "sandbox/", "tests/")),
    (r"[;{}]\s*\n\s*[\w.]+(?:\.|->)(?:exec|execBatch|prepare|transaction|commit)\s*\([^;]*\)\s*;",
     "a statement's outcome is looked at", ("models/files/", "api/", "ui/", "app/", "tests/", "sandbox/")),
    (r"\bQXmlStreamReader\b", "Qt 6.4's reader is not for untrusted files", ()),
    (r"^\s*(?:public\s+|private\s+|protected\s+)?(?:signals|slots)\s*:", "Qt's keywords are off: "
     "Q_SIGNALS, Q_SLOTS", ()),
    (r"\bemit\s+[A-Za-z_]", "Qt's keywords are off: Q_EMIT", ()),
    (r"\b(?:foreach|forever)\b", "Qt's keywords are off", ()),
    (r"\bQt::(?:RichText|AutoText|MarkdownText)\b", "texts are Qt::PlainText", ()),
]
_TRANSLATED = re.compile(r"\btr\s*\(|\bQCoreApplication::translate\b|\bQT_TR\w*")
_SHOWN = re.compile(r'\b(?:tr|translate|sentence)\s*\(\s*((?:"(?:[^"\\\n]|\\.)*"\s*)+)')
_STRAIGHT = re.compile(r"[A-Za-z]'[A-Za-z]")
_LATER = re.compile(r"\b(?:TODO|FIXME|XXX)\b")
_TEXT = (".cpp", ".h", ".py", ".sh", ".cmake", ".txt", ".md", ".ui", ".qss", ".json", ".in")
_LABEL = re.compile(r"\bnew\s+QLabel\s*\(\s*(?!tr\s*\()(?!\))(?!this\s*\))")


def _labels(file: File) -> list[Finding]:
    """A .ui label is plain text, or shows only what the file itself says."""
    found = []
    for widget in ElementTree.fromstring(file.text).iter("widget"):
        if widget.get("class") != "QLabel":
            continue
        values = {p.get("name"): "".join(p.itertext()).strip() for p in widget.findall("property")}
        if values.get("textFormat") != "Qt::PlainText" and not values.get("text"):
            line = line_of(file.text, max(0, file.text.find(f'name="{widget.get("name")}"')))
            found.append(Finding(file.path, line, "a label filled later sets textFormat PlainText"))
    return found


def _in_code(file: File) -> list[Finding]:
    code = file.code
    found = []

    def add(offset: int, text: str) -> None:
        found.append(Finding(file.path, line_of(code, offset), text))

    for pattern, text, allowed in _WORDS:
        if not file.path.startswith(allowed or "\0"):
            for match in re.finditer(pattern, code, re.M):
                add(match.end() - 1, text)
    if file.layer == "api":
        for match in _TRANSLATED.finditer(code):
            add(match.start(), "api/ has no texts for people")
    if file.layer in ("app", "models", "ui"):
        for match in _SHOWN.finditer(file.text):
            if _STRAIGHT.search(match.group(1)):
                add(match.start(), "on screen the apostrophe is ’")
    if file.layer == "ui" and "Qt::PlainText" not in code:
        for match in _LABEL.finditer(code):
            add(match.start(), "a label with a text of unknown origin sets Qt::PlainText")
        for match in re.finditer(r"\bnew\s+QMessageBox\b", code):
            add(match.start(), "a message box sets Qt::PlainText")
    return found


def findings(root: Path) -> list[Finding]:
    found = []
    for file in files(root, *_TEXT):
        if file.path.startswith("tests/lint/"):
            continue  # the rules themselves, and their counter-examples
        found += [Finding(file.path, line_of(file.text, match.start()), "work left for later")
                  for match in _LATER.finditer(file.text)]
        if file.path.endswith(CODE):
            found += _in_code(file)
        elif file.path.endswith(".ui"):
            found += _labels(file)
    return found
