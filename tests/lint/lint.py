"""lint.py NAME ROOT [QT-HEADERS]: prints what one lint finds in the project at ROOT; exit 1 if any."""
from __future__ import annotations

import sys
from pathlib import Path

import coroutines
import forbidden
import layers
import shape
import words

LINTS = {
    "layers": layers.findings,
    "coroutines": lambda root, _: coroutines.findings(root),
    "forbidden": lambda root, _: forbidden.findings(root),
    "shape": lambda root, _: shape.findings(root),
    "words": lambda root, _: words.findings(root),
}


def main(arguments: list[str]) -> int:
    name, root = arguments[0], Path(arguments[1])
    headers = Path(arguments[2]) if len(arguments) > 2 else None
    found = sorted(LINTS[name](root, headers))
    for finding in found:
        print(finding)
    if name == "shape":
        for question in sorted(shape.questions(root)):
            print(question)
    print(f"lint.{name}: {len(found)} finding(s)")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
