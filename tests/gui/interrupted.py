"""What a crash leaves behind is offered at the next start: a creation in doubt, and a draft."""
import pathlib
import signal
import sqlite3

from brief import enter
from cutter import Cutter
from desk import Desk, wait_for
from sandbox import Sandbox

NAME = "Tea at work W1"
DRAFT = "Juice at school W1"
KEY = {"ALIGNDESK_API_KEY": "journey-key"}


def drafts(desk):
    """How many drafts are safe on the disk."""
    file = pathlib.Path(desk.data) / "aligndesk.sqlite"
    with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
        return database.execute("SELECT count(*) FROM drafts WHERE removed IS NULL").fetchone()[0]


with Sandbox() as sandbox, Cutter(sandbox.url) as cutter:
    with Desk("--server", cutter.url, "--client-id", "buyer", environment=KEY) as desk:
        desk.says("40 surveys")
        desk.button("New survey")
        enter(desk, NAME)
        cutter.after.add("create_survey")
        desk.button("Create")
        wait_for(lambda: "create_survey" in cutter.seen, "the call that creates it")
        cutter.before.add("get_survey")
        desk.says("It is not known whether the survey was created.")
        desk.screenshot("interrupted-1-unknown")
        desk.stop(signal.SIGKILL)

        cutter.after.clear()
        cutter.before.clear()
        desk.start()
        desk.says(f"The creation of “{NAME}” was interrupted")
        desk.screenshot("interrupted-2-offered")
        desk.button("Continue…")
        desk.says("Survey created.")
        desk.screenshot("interrupted-3-found")
        desk.button("Close")
        desk.absent("push button", "Continue…")
        assert sandbox.names().count(NAME) == 1
        assert cutter.seen.count("create_survey") == 1
        wait_for(lambda: drafts(desk) == 0, "no draft of what is created")

        desk.button("New survey")
        desk.fill("text", "Name", DRAFT)
        wait_for(lambda: drafts(desk) == 1, "the draft on the disk")
        desk.stop(signal.SIGKILL)
        desk.start()
        desk.says(f"Unfinished draft recovered: “{DRAFT}”")
        desk.screenshot("interrupted-4-draft")
        desk.button("Open draft…")
        wait_for(lambda: desk.text(desk.find("text", "Name")) == DRAFT, "the draft in the wizard")
        desk.button("Cancel")
        desk.says(f"“{DRAFT}” is kept in Drafts.")
        assert desk.stop() == 0, desk.output()
        desk.start()
        desk.says("41 surveys")
        assert not desk.find_all("push button", "Open draft…"), "it was left in peace"
        assert desk.stop() == 0, desk.output()
print("nothing was lost, and nothing was done twice")
