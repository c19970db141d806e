"""The main job from start to end: a survey is created with two crossed qualifications, its cells are
changed, it fills in field, is completed and settled, and an exported file says of each UID whether it
was accepted."""
import csv
import pathlib
import tempfile

from desk import Desk, wait_for
from sandbox import Sandbox

NAME = "Breakfast habits W2"
GRID = "Interlocking quotas"


def create(desk):
    desk.keys("ctrl+n")
    desk.fill("text", "Name", NAME)
    for field, value in (("Country", "United States"), ("Language", "English")):
        desk.fill("text", field, value)
        desk.keys("Tab")
    desk.button("Next")
    desk.fill("spin button", "Completes needed", "60")
    desk.fill("spin button", "Incidence rate, %", "45")
    desk.fill("spin button", "Length of interview, minutes", "8")
    desk.fill("text", "CPI", "3.20")
    desk.button("Next")
    desk.fill("text", "Live link", "https://survey.example/live?uid=[identifier]")
    desk.fill("text", "Test link", "https://survey.example/test?uid=[identifier]")
    desk.button("Next")
    desk.click(desk.find("list item", "GENDER"))
    desk.button("Choose all shown")
    desk.click(desk.find("list item", "AGE"))
    desk.button("Add range")
    desk.edit("Ranges", 0, "To", "34")
    desk.button("Add range")
    desk.button("Next")
    desk.button("Next")
    for question in ("GENDER", "AGE"):
        desk.click(desk.find("list item", lambda name: name.startswith(question + ":")))
        desk.keys("space")
    desk.says("4 of at most 200 combinations")
    desk.button("Next")
    desk.button("Next")
    desk.says("Ready to create.")
    desk.button("Create and activate")
    desk.says("Survey created.")
    desk.screenshot("mainjob-1-created")
    desk.button("Open survey")


def change_cells(desk):
    desk.click(desk.find("page tab", "Interlocking"))
    desk.says("4 of at most 200 combinations")
    for row, quota in enumerate(("20", "10", "20", "10")):
        before = desk.cell(GRID, row, "Quota").get_name().split(",")[0]
        shown = quota if quota == before else f"{quota}, changed from {before}"
        desk.edit(GRID, row, "Quota", quota, shown=shown)
    desk.keys("ctrl+s")
    desk.says("saved.")
    desk.screenshot("mainjob-2-cells")


def settle(desk, uids, source, target):
    source.write_text("uid,answer\n" + "".join(f"{uid},yes\n" for uid in uids))
    desk.keys("ctrl+4")
    desk.fill("text", "Survey", NAME)
    desk.keys("Return")
    desk.button("Import UIDs…")
    desk.name_file(source)
    desk.fill("text", "Contact e-mail", "buyer@agency.example")
    desk.screenshot("mainjob-4-imported")
    desk.button("Submit…")
    desk.button("Submit UIDs")
    desk.says("Completed", patience=60)
    desk.screenshot("mainjob-5-settled")
    desk.button("Export…")
    desk.name_file(target)
    desk.says("Exported to")


with Sandbox("--speed", "60000") as sandbox, tempfile.TemporaryDirectory() as folder:
    arguments = ["--server", sandbox.url, "--client-id", "buyer"]
    with Desk(*arguments, environment={"ALIGNDESK_API_KEY": "journey-key"}) as desk:
        desk.says("40 surveys")
        create(desk)
        change_cells(desk)
        project = sandbox.project(NAME)
        wait_for(lambda: len(sandbox.completes(project)) >= 20, "completes from the field", 90)
        desk.button("Complete")
        desk.button("Complete survey")  # completes are missing
        desk.find("push button", "Close…")
        desk.screenshot("mainjob-3-completed")
        uids = sandbox.completes(project)
        target = pathlib.Path(folder) / "accepted.csv"
        settle(desk, uids, pathlib.Path(folder) / "platform.csv", target)
        with target.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert sorted(row["UID"] for row in rows) == sorted(uids), "every UID has its finding"
        assert {row["Submitted"] for row in rows} == {"yes"}, "nothing but what was submitted"
        accepted = [row["UID"] for row in rows if row["Accepted"] == "yes"]
        assert 0.7 * len(uids) < len(accepted) <= len(uids), (len(accepted), len(uids))
        assert desk.stop() == 0, desk.output()
print("from the brief to the exported file")
