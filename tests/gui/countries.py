"""A draft goes out as JSON and comes in again, gets back an earlier state, and becomes one survey for each of two countries."""
import json
import pathlib
import tempfile

from brief import enter
from desk import Desk, wait_for
from sandbox import Sandbox

NAME = "Yoghurt pots W1"
TABLE = "Drafts and templates"


def names(desk):
    return [desk.cell(TABLE, row, "Name").get_name() for row in range(desk.rows(TABLE))]


with Sandbox() as sandbox, tempfile.TemporaryDirectory() as folder:
    arguments = ["--server", sandbox.url, "--client-id", "buyer"]
    with Desk(*arguments, environment={"ALIGNDESK_API_KEY": "journey-key"}) as desk:
        desk.says("40 surveys")
        desk.keys("ctrl+2")
        desk.button("New survey")
        enter(desk, NAME)
        desk.button("Cancel")
        desk.says(f"“{NAME}” is kept in Drafts.")
        wait_for(lambda: names(desk) == [NAME], "the draft")

        file = pathlib.Path(folder) / "yoghurt.json"
        desk.click(desk.cell(TABLE, 0, "Name"))
        desk.keys("ctrl+e")
        desk.name_file(file)
        desk.says("The draft is exported.")
        assert json.loads(file.read_text())["draft"]["name"] == NAME, file.read_text()
        desk.button("Import…")
        desk.name_file(file)
        desk.says("is imported.")
        wait_for(lambda: desk.rows(TABLE) == 2, "the imported draft")
        foreign = pathlib.Path(folder) / "foreign.json"
        foreign.write_text('{"something": "else"}')
        desk.button("Import…")
        desk.name_file(foreign)
        desk.says("The draft could not be imported.")
        assert desk.rows(TABLE) == 2
        desk.screenshot("countries-1-imported")

        desk.click(desk.cell(TABLE, 0, "Name"))
        desk.keys("Delete")
        desk.says("is deleted.")
        wait_for(lambda: desk.rows(TABLE) == 1, "one draft less")
        desk.button("Undo")
        wait_for(lambda: desk.rows(TABLE) == 2, "the draft back")
        desk.click(desk.cell(TABLE, 0, "Name"))
        desk.keys("Delete")
        wait_for(lambda: desk.rows(TABLE) == 1, "one draft less")

        desk.click(desk.cell(TABLE, 0, "Name"))
        desk.click(desk.find("push button", "More"))
        wait_for(lambda: desk._windows() > 1, "the menu")
        desk.keys("s")
        for country, language in (("Germany", "German"), ("France", "French")):
            desk.fill("text", "Country", country)
            desk.keys("Tab")
            desk.fill("text", "Language", language)
            desk.keys("Tab")
            desk.button("Add")
        desk.screenshot("countries-2-dialog")
        desk.button("Make drafts")
        desk.says("2 drafts made")
        desk.screenshot("countries-3-made")
        desk.button("Create surveys…")
        desk.says("Create 2 surveys?")
        desk.button("Create")
        desk.says("2 of 2 surveys created")
        desk.screenshot("countries-4-created")
        assert sum("Yoghurt pots" in name for name in sandbox.names()) == 2, sandbox.names()
