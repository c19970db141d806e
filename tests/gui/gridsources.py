"""Another survey's grid gives the pattern; completes are counted from a list of people and the rest is re-balanced."""
import pathlib
import tempfile

from desk import Desk, wait_for
from sandbox import Sandbox

SURVEY = "Telco churn ES"
PATTERN = "Snack tracker W14"
TABLE = "Interlocking quotas"
PREVIEW = "Preview"


def quotas(desk, rows):
    return [int(desk.cell(TABLE, row, "Quota").get_name().split(",")[0]) for row in range(rows)]


with Sandbox() as sandbox, tempfile.TemporaryDirectory() as folder:
    arguments = ["--server", sandbox.url, "--client-id", "buyer"]
    with Desk(*arguments, environment={"ALIGNDESK_API_KEY": "journey-key"}) as desk:
        desk.says("40 surveys")
        desk.fill("text", "Search", SURVEY)
        wait_for(lambda: desk.rows("Surveys") == 1, "the search to leave one survey")
        desk.click(desk.cell("Surveys", 0, "Name"), double=True)
        desk.click(desk.find("page tab", "Interlocking"))
        desk.click(desk.find("list item", "AGE: 3 options"))
        desk.keys("space", "Down", "space")
        desk.button("Create interlocking quotas…")
        desk.button("Create quotas")
        desk.find("table", TABLE)
        rows = desk.rows(TABLE)

        desk.button("Distribute…")
        desk.choose("Distribute", "By margins, keeping another survey’s pattern")
        desk.says("Choose the survey whose grid has the pattern.")
        desk.screenshot("gridsources-choose")
        desk.fill("text", "Pattern of survey", PATTERN)
        desk.keys("Return")
        desk.says("all margins match")
        desk.screenshot("gridsources-pattern")
        desk.button("Apply to grid")
        desk.says("not saved")
        desk.keys("ctrl+s")
        desk.says("saved.")
        before = quotas(desk, rows)

        project = sandbox.project(SURVEY)
        grid = sandbox.call("GET", "endpoints/get_interlocking", {"project_id": project})["data"]
        first = grid["combinations"][0]["option"]
        titles = ",".join(each["title"] for each in grid["qualifications"])
        people = pathlib.Path(folder) / "people.csv"
        over = before[0] + 10
        lines = [f"uid,{titles}", *(f"person{number:04d},{first}" for number in range(over)),
                 f"person0001,{first}", "person9999,Nobody,99"]
        people.write_text("\n".join(lines) + "\n")

        desk.button("Distribute…")
        desk.choose("Distribute", "Re-balance in field")
        desk.button("Import completes…")
        desk.name_file(people)
        desk.says(f"{over} respondents counted.")
        desk.screenshot("gridsources-rebalance")
        desk.button("Apply to grid")
        desk.says("not saved")
        after = quotas(desk, rows)
        assert after[0] >= over, (before, after)
        assert sum(after) == sum(before), (before, after)
        desk.keys("ctrl+z")
        wait_for(lambda: quotas(desk, rows) == before, "the re-balancing undone in one step")
