"""The coroutine rules of ARCHITECTURE.md that text can show: each was seen to break with GCC 12."""
from __future__ import annotations

import re
from pathlib import Path

from source import CODE, File, Finding, files, line_of

_OPEN, _CLOSE = "([", ")]"
_TASK = re.compile(r"\b(?:QCoro::)?Task\s*<")
_NAME = re.compile(r"\s*(?:[A-Za-z_]\w*(?:<[^<>()]*>)?::)*~?[A-Za-z_]\w*\s*\(")
_LAMBDA_TAIL = re.compile(r"\)\s*(?:mutable\s*|noexcept\s*|const\s*)*->\s*(?:\w+::)*$")


def closing(text: str, start: int, opener: str, closer: str) -> int:
    """Where the bracket opened at `start` closes, or the text's end."""
    depth = 0
    for at in range(start, len(text)):
        depth += (text[at] == opener) - (text[at] == closer)
        if depth == 0:
            return at
    return len(text)


def opening(text: str, end: int) -> int:
    depth = 0
    for at in range(end, -1, -1):
        depth += (text[at] == ")") - (text[at] == "(")
        if depth == 0:
            return at
    return 0


def _is_index(code: str, at: int) -> bool:
    before = code[:at].rstrip()
    word = re.search(r"[A-Za-z_]\w*$", before)
    return bool(before) and (before[-1] in ")]" or bool(word) and word[0] not in
                             ("co_await", "return", "co_return"))


def _after_lambda(code: str, at: int) -> int:
    """The offset behind the body of the lambda whose `]` is at `at`."""
    body = code.find("{", at)
    return closing(code, body, "{", "}") if body >= 0 else len(code)


def awaited(code: str, start: int) -> str | None:
    """What is wrong with the expression behind the co_await that ends at `start`, if anything."""
    depth, at = 0, start
    while at < len(code):
        letter = code[at]
        if letter == "[" and not _is_index(code, at):
            end = closing(code, at, "[", "]")
            if code[at + 1:end].strip():
                return "a capturing lambda inside a co_await expression: name it first"
            at = _after_lambda(code, end)
        elif letter in _OPEN:
            depth += 1
        elif letter in _CLOSE:
            depth -= 1
        elif letter == "{":
            return "a braced temporary inside a co_await expression: name it first"
        if depth < 0 or (depth == 0 and letter in ";,?"):
            return None
        at += 1
    return None


def _angle_end(code: str, start: int) -> int:
    depth = 0
    for at in range(start, min(start + 400, len(code))):
        if code[at] == "<":
            depth += 1
        elif code[at] == ">" and code[at - 1] != "-":
            depth -= 1
            if depth == 0:
                return at
        elif code[at] in ";{}":
            break
    return -1


def _split(parameters: str) -> list[str]:
    """At commas outside every bracket; brackets' insides are dropped, so only own & remain."""
    parts, depth, part = [], 0, ""
    for letter in parameters:
        if letter in "<([{":
            depth += 1
        elif letter in ">)]}":
            depth -= 1
        elif letter == "," and depth == 0:
            parts.append(part)
            part = ""
        elif depth == 0:
            part += letter
    return parts + [part]


def _by_reference(parameters: str) -> list[str]:
    wrong = []
    for part in _split(parameters):
        declared = part.split("=")[0]
        if re.search(r"[\w>]\s*&", declared) or re.match(r"\s*&&", declared):
            if not re.match(r"\s*(?:api::)?Client\s*&(?!&)", declared):
                wrong.append(declared.strip())
    return wrong


def _parameters(code: str) -> list[tuple[int, str]]:
    """The parameter lists of everything that returns a Task: functions and lambdas."""
    found = []
    for match in _TASK.finditer(code):
        tail = _LAMBDA_TAIL.search(code[max(0, match.start() - 200):match.start()])
        if tail:
            end = max(0, match.start() - 200) + tail.start()
            found.append((end, code[opening(code, end) + 1:end]))
            continue
        end = _angle_end(code, match.end() - 1)
        name = _NAME.match(code, end + 1) if end >= 0 else None
        if name:
            close = closing(code, name.end() - 1, "(", ")")
            found.append((name.end(), code[name.end():close]))
    return found


_PATTERNS = [
    # (pattern, what it means, where it holds)
    (re.compile(r"\bco_return\s+(?:\w+(?:->|\.)\w+|m_\w+)\s*;"),
     "co_return moves out of what it is given, also a member: copy it to a const first", "product"),
    (re.compile(r"\.\s*then\s*\(\s*(?:this\b|&?[A-Za-z_]\w*\s*,)"),
     "then(context, …) asserts when the receiver has gone: use QCoro::connect", "product"),
    (re.compile(r"\bQEventLoop\b"), "a nested event loop", "product"),
    (re.compile(r"\bQCoro::waitFor\b"), "QCoro::waitFor nests an event loop", "product"),
    (re.compile(r"(?:\.|->)\s*exec\s*\("), "exec() nests an event loop: open() or popup()", "ui"),
    (re.compile(r"\bQMessageBox::(?:question|warning|information|critical|about)\s*\("),
     "a static message box nests an event loop", "product"),
    (re.compile(r"\bQ(?:File|Input|Color|Font)Dialog::get\w+\s*\("),
     "a static dialog nests an event loop", "product"),
]


def _in_file(file: File) -> list[Finding]:
    code = file.code
    found = []

    def add(offset: int, text: str) -> None:
        found.append(Finding(file.path, line_of(code, offset), text))

    for match in re.finditer(r"\bco_await\b", code):
        text = awaited(code, match.end())
        if text:
            add(match.start(), text)
    for offset, parameters in _parameters(code):
        for wrong in _by_reference(parameters):
            add(offset, f"a coroutine takes its parameters by value: {wrong}")
    if "co_await" in code:
        for match in re.finditer(r"\bthrow\b", code):
            add(match.start(), "a coroutine does not throw")
    for pattern, text, where in _PATTERNS:
        if file.layer == where or (where == "product" and file.layer != "tests"):
            for match in pattern.finditer(code):
                add(match.start(), text)
    return found


def findings(root: Path) -> list[Finding]:
    return [finding for file in files(root, *CODE) for finding in _in_file(file)]
