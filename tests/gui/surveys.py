"""The sandbox starts by itself; its surveys are searched, filtered, changed and exported; state survives."""
import pathlib
import tempfile

from desk import Desk, wait_for


def attention_filter(desk):
    """The chip leaves those that need a person, each with its reason."""
    chip = desk.press("check box", "Show surveys that need attention")
    wait_for(lambda: 0 < desk.rows("Surveys") < 40, "those that need attention")
    assert desk.cell("Surveys", 0, "Attention").get_name(), "a reason"
    desk.screenshot("surveys-attention")
    desk.press("check box", "Show surveys that need attention")
    wait_for(lambda: desk.rows("Surveys") == 40, "all surveys again")
    return chip


def columns(desk):
    """A column goes by the menu of the columns."""
    desk.popup("Columns", *["Down"] * 4, "Return")  # Code, Status, Country, Language


def pause_several(desk):
    """Two active ones are paused together; each has its result."""
    desk.press("check box", "Show Active surveys")
    wait_for(lambda: desk.rows("Surveys") < 40, "only active ones")
    before = desk.rows("Surveys")
    desk.click(desk.cell("Surveys", 0, "Name"))
    wait_for(lambda: desk.is_chosen(desk.cell("Surveys", 0, "Name")), "the first one chosen")
    desk.keys("shift+Down")
    desk.says("2 surveys selected")
    desk.keys("ctrl+k")
    desk.fill("text", "Search commands", "pause")
    desk.keys("Return")
    desk.says("2 surveys set to Inactive")
    wait_for(lambda: desk.rows("Surveys") == before - 2, "two active ones less")
    desk.button("Show results")
    assert desk.rows("Results") == 2
    assert desk.cell("Results", 0, "Result").get_name() == "Changed"
    desk.screenshot("surveys-results")
    desk.keys("Escape")
    desk.press("check box", "Show Active surveys")


def export(desk):
    """What is shown goes into a file, ids as text, without the column that was hidden."""
    path = pathlib.Path(tempfile.mkdtemp(prefix="desk-export-")) / "surveys.csv"
    desk.fill("text", "Search", "snack")
    shown = wait_for(lambda: 0 < desk.rows("Surveys") < 40 and desk.rows("Surveys"), "a few")
    desk.button("Export…")
    desk.name_file(path)
    desk.says("exported")
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("Project ID,"), lines[0]
    titles = lines[0].split(",")
    assert "Country" in titles and "Language" not in titles, lines[0]
    assert len(lines) == shown + 1, lines


with Desk("--sandbox") as desk:
    desk.says("40 surveys")
    desk.says("Sandbox: nothing here is bought")
    desk.screenshot("surveys")
    desk.fill("text", "Search", "snack")
    wait_for(lambda: 0 < desk.rows("Surveys") < 40, "the search to leave a few")
    desk.fill("text", "Search", "no such survey")
    desk.says("No survey fits")
    desk.screenshot("surveys-nothing-fits")
    desk.button("Show all surveys")
    wait_for(lambda: desk.rows("Surveys") == 40, "all surveys again")
    desk.press("check box", "Show Closed surveys")
    wait_for(lambda: desk.rows("Surveys") < 40, "only closed ones")
    assert desk.cell("Surveys", 0, "Status").get_name() == "Closed"
    desk.press("check box", "Show Closed surveys")
    attention_filter(desk)
    columns(desk)
    pause_several(desk)
    export(desk)
    desk.keys("ctrl+k")
    desk.fill("text", "Search commands", "dark")
    desk.screenshot("command-palette")
    desk.keys("Return")
    desk.absent("text", "Search commands")
    desk.screenshot("surveys-dark")
    desk.keys("ctrl+4")
    desk.find("table", "All reconciliations")
    desk.keys("ctrl+1")
    assert desk.stop() == 0, desk.output()
    desk.start()
    field = desk.find("text", "Search")
    wait_for(lambda: desk.text(field) == "snack", "the search as it was left")
    wait_for(lambda: 0 < desk.rows("Surveys") < 40, "the rows as they were left")
    export(desk)
    desk.screenshot("surveys-dark-again")
print("surveys work")
