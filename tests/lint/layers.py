"""Everything points one way: app, ui, models, api; the sandbox shares nothing with the client."""
from __future__ import annotations

import re
from pathlib import Path

from source import CODE, Finding, files, line_of, without

OWN = {
    "api": {"api"},
    "models": {"api", "models"},
    "ui": {"api", "models", "ui"},
    "app": {"api", "models", "ui", "app"},
    "sandbox": {"sandbox"},
}
QT = {
    "api": {"QtCore", "QtNetwork"},
    "models": {"QtCore", "QtSql"},
    "ui": {"QtCore", "QtGui", "QtWidgets", "QtSvg", "QtSvgWidgets", "QtCharts"},
    "app": {"QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtDBus", "QtSql"},
    "sandbox": {"QtCore", "QtNetwork", "QtHttpServer", "QtSql"},
}
LIBRARIES = {
    "api": {"qcoro", "tl", "simdjson.h"},
    "models": {"qcoro", "tl", "zip.h", "expat.h", "xlsxwriter.h"},
    "ui": {"qcoro", "tl"},
    "app": {"qcoro", "tl", "qt6keychain"},
    "sandbox": set(),
}
_INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.M)
# The language's and the system's own: <vector>, <sys/resource.h>, <unistd.h>.
_STANDARD = re.compile(r"^(?:[a-z_]+|c[a-z]+|sys/\w+\.h|(?:unistd|signal|fcntl|errno|poll)\.h)$")


def qt_modules(headers: Path | None) -> dict[str, str]:
    """Which Qt module each header is in, as installed: {'QLabel': 'QtWidgets', …}."""
    found: dict[str, str] = {}
    if headers is None:
        return found
    for folder in sorted(headers.glob("Qt*")):
        for header in folder.iterdir():
            if header.is_file():
                found.setdefault(header.name, folder.name)
        found[folder.name] = folder.name
    return found


def _complaint(layer: str, quoted: bool, name: str, modules: dict[str, str]) -> str | None:
    first = name.split("/")[0]
    if quoted:
        if first in OWN and first not in OWN[layer]:
            return f"{layer} must not include {first}"
        if first == "tests":
            return f"{layer} must not include tests"
        return None
    if name.lower().startswith("qcoro"):
        first = "qcoro"
    if _STANDARD.match(name) or first in LIBRARIES[layer]:
        return None
    module = first if first.startswith("Qt") and "/" in name else modules.get(name)
    if module is None:
        return f"{layer} must not include the library header <{name}>"
    if module not in QT[layer]:
        return f"{layer} must not include <{name}> of {module}"
    return None


def findings(root: Path, headers: Path | None = None) -> list[Finding]:
    modules = qt_modules(headers)
    found = []
    for file in files(root, *CODE):
        if file.layer not in OWN:
            continue
        code = without(file.text, strings=False)
        for match in _INCLUDE.finditer(code):
            text = _complaint(file.layer, match[1] == '"', match[2], modules)
            if text:
                found.append(Finding(file.path, line_of(code, match.start(1)), text))
    return found
