"""A three-way grid is created, distributed by margins, pasted over, undone, saved; a conflict is met and resolved."""
from desk import Desk, wait_for
from sandbox import Sandbox

SURVEY = "Telco churn ES"
MATRIX = "Interlocking matrix"


def shown(desk, row, column):
    return desk.cell(MATRIX, row, column).get_name().split(",")[0]


with Sandbox() as sandbox:
    arguments = ["--server", sandbox.url, "--client-id", "buyer"]
    with Desk(*arguments, environment={"ALIGNDESK_API_KEY": "journey-key"}) as desk:
        desk.says("40 surveys")
        desk.fill("text", "Search", SURVEY)
        wait_for(lambda: desk.rows("Surveys") == 1, "the search to leave one survey")
        desk.click(desk.cell("Surveys", 0, "Name"), double=True)
        desk.click(desk.find("page tab", "Interlocking"))
        desk.click(desk.find("list item", "AGE: 3 options"))
        desk.keys("space", "Down", "space", "Down", "space")
        desk.says("12 of at most 200 combinations")
        desk.screenshot("grid-choose")
        desk.button("Create interlocking quotas…")
        desk.button("Create quotas")
        desk.find("table", "Interlocking quotas")
        desk.screenshot("grid-list")
        desk.press(None, "Matrix")
        desk.find("table", MATRIX)
        desk.screenshot("grid-matrix")

        desk.button("Distribute…")
        desk.says("Nothing is sent yet.")
        desk.screenshot("grid-distribute")
        desk.button("Apply to grid")
        desk.says("not saved")
        desk.screenshot("grid-distributed")

        desk.copy("91\t92\n93\t94\n")
        desk.click(desk.cell(MATRIX, 0, 0))
        desk.keys("ctrl+v")
        wait_for(lambda: shown(desk, 1, 1) == "94", "the pasted block")
        desk.screenshot("grid-pasted")
        desk.keys("ctrl+z")
        wait_for(lambda: shown(desk, 1, 1) != "94", "the paste undone")
        desk.click(desk.cell(MATRIX, 0, 0))
        desk.type("77")
        desk.keys("Return")
        wait_for(lambda: shown(desk, 0, 0) == "77", "the typed value")
        desk.keys("ctrl+s")
        desk.says("saved.")
        desk.screenshot("grid-saved")

        before = [shown(desk, row, 0) for row in range(3)]
        desk.copy("61\n62\n63\n64\n65\n")
        desk.click(desk.cell(MATRIX, 0, 0))
        desk.keys("ctrl+v")
        desk.says("Nothing was pasted.")
        assert [shown(desk, row, 0) for row in range(3)] == before
        desk.screenshot("grid-does-not-fit")
        desk.button("Paste what fits")
        wait_for(lambda: shown(desk, 2, 0) == "63", "what fits to be pasted")
        desk.keys("ctrl+z")
        wait_for(lambda: shown(desk, 2, 0) == before[2], "all of it undone in one step")

        project = sandbox.project(SURVEY)
        grid = sandbox.call("GET", "endpoints/get_interlocking", {"project_id": project})["data"]
        first = grid["combinations"][0]
        assert int(first["quota"]) == 77, first
        desk.edit(MATRIX, 0, 0, "80", shown="80, changed from 77")
        sandbox.call("PATCH", "endpoints/update_interlocking",
                     {"project_id": project,
                      "combinations": [{"id": first["id"], "required_count": 60}]})
        desk.keys("ctrl+s")
        desk.says("Changed elsewhere meanwhile")
        desk.screenshot("grid-conflict")
        desk.button("Keep mine")
        desk.is_silent("Changed elsewhere meanwhile")
        desk.keys("ctrl+s")
        desk.says("saved.")
        grid = sandbox.call("GET", "endpoints/get_interlocking", {"project_id": project})["data"]
        assert int(grid["combinations"][0]["quota"]) == 80, grid["combinations"][0]

        desk.edit(MATRIX, 0, 0, "90", shown="90, changed from 80")
        sandbox.call("PATCH", "endpoints/update_interlocking",
                     {"project_id": project,
                      "combinations": [{"id": first["id"], "required_count": 61}]})
        desk.keys("ctrl+s")
        desk.says("Changed elsewhere meanwhile")
        desk.button("Take theirs")
        wait_for(lambda: shown(desk, 0, 0) == "61", "theirs to be taken")
        desk.screenshot("grid-theirs")
        grid = sandbox.call("GET", "endpoints/get_interlocking", {"project_id": project})["data"]
        assert int(grid["combinations"][0]["quota"]) == 61, "nothing may be sent over theirs"

        desk.button("Copy totals to quotas")
        desk.says("set from the grid’s margins.")
        desk.find("table", "Quotas")
        desk.screenshot("grid-quotas")
        desk.keys("ctrl+s")
        desk.says("saved.")
        desk.click(desk.find("page tab", "Interlocking"))
        desk.find("table", MATRIX)
        desk.keys("F5")
        desk.says("agrees with its quotas")
        desk.screenshot("grid-agrees")
print("distributed, pasted, undone, saved, a conflict resolved")
