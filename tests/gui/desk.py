"""Drives the real program in a real window through its accessible names.

A test runs inside its own X server and session bus (see headless.sh). Nothing here sleeps for a
fixed time: every look-up polls until what it wants is there or a deadline passes, and then says
what was on screen instead.
"""
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import warnings

import gi

warnings.filterwarnings("ignore", category=DeprecationWarning)
gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PATIENCE = float(os.environ.get("ALIGNDESK_GUI_PATIENCE", "20"))
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


class Missing(AssertionError):
    """Something that a person would need was not on screen in time."""


def wait_for(look, what, patience=None):
    """The first true answer of look(); Missing, naming what was wanted, when none comes."""
    deadline = time.monotonic() + (patience or PATIENCE)
    while True:
        try:
            found = look()
        except Exception:  # an object that went away while it was looked at
            found = None
        if found:
            return found
        if time.monotonic() > deadline:
            raise Missing(f"not there in time: {what}")
        time.sleep(0.05)


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def walk(node, limit=4000):
    """All nodes below, breadth first; a table's cells beyond `limit` are left out."""
    queue, seen = [node], 0
    while queue and seen < limit:
        current = queue.pop(0)
        seen += 1
        yield current
        try:
            queue.extend(children(current))
        except Exception:
            continue


def shows(node, *states):
    current = node.get_state_set()
    return all(current.contains(state) for state in states)


def is_visible(node):
    return shows(node, Atspi.StateType.SHOWING, Atspi.StateType.VISIBLE)


class Desk:
    """One run of the program with its own data folder. Use as a context manager."""

    def __init__(self, *arguments, data=None, environment=None, program=None):
        self.program = program or str(pathlib.Path(os.environ["ALIGNDESK_BIN"]) / "aligndesk")
        self.data = data or tempfile.mkdtemp(prefix="desk-")
        self.own_data = data is None
        self.arguments = list(arguments)
        self.environment = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
                                QT_ACCESSIBILITY="1", QT_QPA_PLATFORM="xcb", LC_ALL="C.UTF-8",
                                **(environment or {}))
        self.artefacts = pathlib.Path(os.environ.get("ALIGNDESK_ARTEFACTS", "artefacts"))
        self.log = tempfile.NamedTemporaryFile("w+", prefix="desk-log-", suffix=".txt")
        self.process = None
        self.helpers = []

    # Starting and ending

    def __enter__(self):
        self._start_desktop()
        self.start()
        return self

    def __exit__(self, kind, value, trace):
        if kind is not None:
            self.report(f"failed-{kind.__name__}")
        self.stop()
        for helper in reversed(self.helpers):
            helper.kill()
        if self.own_data:
            shutil.rmtree(self.data, ignore_errors=True)

    def _start_desktop(self):
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        launcher = next(path for path in LAUNCHERS if os.path.exists(path))
        self.helpers.append(subprocess.Popen([launcher, "--launch-immediately"], **quiet))
        self.helpers.append(subprocess.Popen(["openbox"], **quiet))
        wait_for(lambda: Atspi.get_desktop_count() > 0, "the accessibility bus")
        managed = ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"]
        wait_for(lambda: "window id" in subprocess.run(managed, capture_output=True, text=True).stdout,
                 "the window manager")

    def start(self):
        command = [self.program, *self.arguments]
        if self.program.endswith("aligndesk"):
            command[1:1] = ["--data-dir", self.data]
        self.process = subprocess.Popen(command, env=self.environment, stdout=self.log,
                                        stderr=self.log)
        self.application = wait_for(self._own_application, "the program on the accessibility bus")
        wait_for(lambda: [w for w in children(self.application) if is_visible(w)], "a window")

    def _own_application(self):
        if self.process.poll() is not None:
            raise SystemExit(f"the program ended with {self.process.returncode}\n{self.output()}")
        for application in children(Atspi.get_desktop(0)):
            if application.get_process_id() == self.process.pid:
                return application
        return None

    def stop(self, with_signal=signal.SIGTERM):
        """Ends the program as log-out would; its exit code, or None when it had to be killed."""
        if self.process is None or self.process.poll() is not None:
            return self.process and self.process.returncode
        self.process.send_signal(with_signal)
        try:
            return self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            return None

    def output(self):
        self.log.flush()
        return pathlib.Path(self.log.name).read_text(errors="replace")

    # Looking

    @staticmethod
    def name_of(node):
        """What names it to a screen reader: on X11 Qt calls a combo box by its value, and its
        own name stands in the label that it is tied to."""
        if node.get_role_name() == "combo box":
            for relation in node.get_relation_set():
                if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
                    return relation.get_target(0).get_name()
        return node.get_name() or ""

    def find_all(self, role=None, name=None, below=None, showing=True):
        """Nodes of a role ("push button") whose name is, or matches the function, `name`."""
        matches = name if callable(name) else (lambda text: name is None or text == name)
        return [node for node in walk(below or self.application)
                if (role is None or node.get_role_name() == role)
                and matches(self.name_of(node)) and (not showing or is_visible(node))]

    def find(self, role, name, below=None, patience=None):
        return wait_for(lambda: (self.find_all(role, name, below) or [None])[0],
                        f"{role} “{name}”", patience)

    def absent(self, role, name, patience=None):
        wait_for(lambda: not self.find_all(role, name), f"an end of {role} “{name}”", patience)

    def text(self, node):
        """What a person reads there: the text, else the name."""
        interface = node.get_text_iface()
        return interface.get_text(0, interface.get_character_count()) if interface else node.get_name()

    def says(self, fragment, patience=None):
        """Waits until some visible node's name or text holds `fragment`."""
        def look():
            for node in walk(self.application):
                if is_visible(node) and (fragment in (node.get_name() or "")
                                         or fragment in (self.text(node) or "")):
                    return node
            return None
        return wait_for(look, f"the words “{fragment}”", patience)

    def is_silent(self, fragment):
        """Waits until no visible node's name holds `fragment`."""
        def look():
            return not any(is_visible(node) and fragment in (node.get_name() or "")
                           for node in walk(self.application))
        wait_for(look, f"the words “{fragment}” to go")

    # Doing

    def press(self, role, name, below=None, patience=None):
        """Presses once it is enabled. Dialogs open without blocking, so this returns."""
        node = self.find(role, name, below, patience)
        wait_for(lambda: shows(node, Atspi.StateType.SENSITIVE), f"“{name}” enabled", patience)
        node.get_action_iface().do_action(self._main_action(node))
        return node

    @staticmethod
    def _main_action(node):
        actions = node.get_action_iface()
        names = [actions.get_action_name(i) for i in range(actions.get_n_actions())]
        for wanted in ("Press", "press", "Toggle", "toggle", "ShowMenu", "SetFocus"):
            if wanted in names:
                return names.index(wanted)
        return 0

    def button(self, name, **more):
        return self.press("push button", name, **more)

    def fill(self, role, name, value, below=None):
        """Replaces a field's text by typing, as a person does, so that it is checked as typed.

        On a busy machine the X server now and then loses a key that xdotool made: then it is
        typed once more, and said so."""
        node = self.find(role, name, below)
        for patience in (PATIENCE / 4, PATIENCE):
            self.focus(node)
            self.keys("ctrl+a")
            self.type(value)
            try:
                wait_for(lambda: self.text(node) == value, f"“{value}” in “{name}”", patience)
                return node
            except Missing:
                print(f"“{name}” holds “{self.text(node)}” instead of “{value}”", flush=True)
        raise Missing(f"not there in time: “{value}” in “{name}”")

    def name_file(self, path):
        """Answers the file dialog that is open, and waits until it has gone. A first Return may
        only close the list of completions that is still open over it."""
        self.fill("text", "File name:", str(path))
        self.keys("Return")
        try:
            self.absent("text", "File name:", PATIENCE / 4)
        except Missing:
            self.keys("Return")
            self.absent("text", "File name:")

    def focus(self, node):
        def look():
            return shows(node, Atspi.StateType.FOCUSED) or node.grab_focus() and False
        wait_for(look, f"focus on “{node.get_name()}”")

    def choose(self, name, option, below=None):
        """Chooses an entry of a combo box by its text."""
        box = self.find("combo box", name, below)
        self.click(box)
        entry = wait_for(lambda: self.find_all("list item", option) or None, f"entry “{option}”")[-1]
        self.click(entry)
        return box

    def popup(self, button, *keys):
        """Opens the menu of a button and sends it keys: menus like these are not on the
        accessibility bus, so the X server is asked when one is there and when it is gone."""
        before = self._windows()
        self.button(button)
        wait_for(lambda: self._windows() > before, f"the menu of “{button}”")
        self.keys(*keys)
        wait_for(lambda: self._windows() == before, f"an end of the menu of “{button}”")

    @staticmethod
    def _windows():
        command = ["xdotool", "search", "--onlyvisible", "--class", "aligndesk"]
        return len(subprocess.run(command, capture_output=True, text=True).stdout.split())

    def keys(self, *combinations):
        for combination in combinations:
            subprocess.run(["xdotool", "key", "--clearmodifiers", combination], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "4", "--clearmodifiers", text], check=True)

    @staticmethod
    def copy(text):
        """Onto the clipboard, as a spreadsheet would."""
        subprocess.run(["xclip", "-selection", "clipboard"], input=text.encode(), check=True)

    def click(self, node, double=False):
        box = node.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
        centre = [str(box.x + box.width // 2), str(box.y + box.height // 2)]
        repeat = ["--repeat", "2", "--delay", "60"] if double else []
        subprocess.run(["xdotool", "mousemove", *centre, "click", *repeat, "1"], check=True)

    def cell(self, table_name, row, column, below=None):
        """A table's cell; `row` counts from 0, `column` is a number or a header's text."""
        table = self.find("table", table_name, below)
        interface = table.get_table_iface()
        if isinstance(column, str):
            titles = [interface.get_column_description(i) for i in range(interface.get_n_columns())]
            column = titles.index(column)
        return wait_for(lambda: interface.get_accessible_at(row, column), f"cell {row}, {column}")

    @staticmethod
    def is_chosen(cell):
        return shows(cell, Atspi.StateType.SELECTED)

    def edit(self, table_name, row, column, value, below=None, shown=None):
        """Types over a cell and waits until the table has it, or says `shown`: an accessible press
        would overtake keys that are still on their way."""
        self.click(self.cell(table_name, row, column, below))
        self.type(value)
        self.keys("Return")
        wanted = shown or value
        wait_for(lambda: self.cell(table_name, row, column, below).get_name() == wanted,
                 f"“{wanted}” in row {row} of {table_name}")

    def rows(self, table_name, below=None):
        return self.find("table", table_name, below).get_table_iface().get_n_rows()

    # Keeping

    def screenshot(self, name):
        self.artefacts.mkdir(parents=True, exist_ok=True)
        path = self.artefacts / f"{name}.png"
        subprocess.run(["import", "-window", "root", str(path)], check=True)
        return path

    def tree(self, limit=1500):
        lines = []

        def visit(node, depth):
            if len(lines) >= limit:
                return
            mark = "" if is_visible(node) else " (hidden)"
            lines.append(f"{'  ' * depth}{node.get_role_name()} “{node.get_name()}”{mark}")
            for child in children(node):
                visit(child, depth + 1)

        try:
            visit(self.application, 0)
        except Exception as problem:
            lines.append(f"… {problem}")
        return "\n".join(lines)

    def report(self, name):
        """On failure: the picture, the tree and what the program printed."""
        try:
            self.screenshot(name)
            (self.artefacts / f"{name}.txt").write_text(self.tree())
        except Exception as problem:
            print(f"no report: {problem}", file=sys.stderr)
        print(self.output(), file=sys.stderr)
