"""A survey's quotas are typed, pasted, distributed, undone and saved; a conflict is met and resolved."""
from desk import Desk, wait_for
from sandbox import Sandbox

SURVEY = "Snack tracker W14"
TABLE = "Quotas"
AGE, GENDER = 42, 43
YOUNG, MIDDLE, OLD, MALE, FEMALE = range(5)


def shown(desk, row, column="Quota"):
    return desk.cell(TABLE, row, column).get_name().split(",")[0]


def quotas(sandbox, project):
    """The server's: the required count of each condition code."""
    told = sandbox.call("GET", "endpoints/qualifications_quota", headers={"X-Project-Id": project})
    return {str(criterion["condition_codes"]): int(criterion["required_count"])
            for quota in told["quota_data"] for criterion in quota["criteria"]}


def set_quota(sandbox, project, code, condition, count):
    sandbox.call("POST", "endpoints/save_quota", {"project_id": project, "quota": [
        {"qualification_code": code,
         "criteria": [{"required_count": count, "condition_codes": condition}]}]})


def open_quotas(desk):
    desk.says("40 surveys")
    desk.fill("text", "Search", SURVEY)
    wait_for(lambda: desk.rows("Surveys") == 1, "the search to leave one survey")
    desk.click(desk.cell("Surveys", 0, "Name"), double=True)
    desk.click(desk.find("page tab", "Quotas"))
    desk.find("table", TABLE)


with Sandbox() as sandbox:
    arguments = ["--server", sandbox.url, "--client-id", "buyer"]
    with Desk(*arguments, environment={"ALIGNDESK_API_KEY": "journey-key"}) as desk:
        project = sandbox.project(SURVEY)
        open_quotas(desk)
        wait_for(lambda: shown(desk, YOUNG) == "180", "the quotas of the server")
        desk.says("AGE: 500 of 500 completes")
        desk.screenshot("quotas")

        desk.edit(TABLE, YOUNG, "Quota", "200", shown="200, changed from 180")
        desk.says("20 over")
        desk.screenshot("quotas-changed")
        desk.keys("ctrl+z")
        wait_for(lambda: shown(desk, YOUNG) == "180", "the typed quota undone")

        desk.copy("18-34\t150\n35-54\t200\n55-75\t150\n")
        desk.click(desk.cell(TABLE, YOUNG, "Quota"))
        desk.keys("ctrl+v")
        wait_for(lambda: [shown(desk, row) for row in (YOUNG, MIDDLE, OLD)] == ["150", "200", "150"],
                 "the pasted column")
        desk.screenshot("quotas-pasted")

        desk.click(desk.cell(TABLE, MALE, "Quota"))
        desk.button("By percentage…")
        desk.says("A line for each option")
        desk.fill("text", "Percentages", "Male 48 %")
        desk.says("1 lines for 2 options")
        desk.keys("Return")
        desk.type("Female 52 %")
        desk.says("Nothing is sent yet.")
        desk.screenshot("quotas-percentages")
        desk.button("Apply to quotas")
        wait_for(lambda: [shown(desk, row) for row in (MALE, FEMALE)] == ["240", "260"],
                 "the shares of 48 and 52 %")
        desk.button("Undo")
        wait_for(lambda: shown(desk, MALE) == "250", "the distribution undone")
        desk.button("Redo")
        wait_for(lambda: shown(desk, MALE) == "240", "the distribution done again")

        desk.click(desk.cell(TABLE, MALE, "Quota"))
        desk.keys("ctrl+s")
        desk.says("saved.")
        desk.screenshot("quotas-saved")
        server = quotas(sandbox, project)
        assert (server["18-34"], server["35-54"], server["1"], server["2"]) == (150, 200, 240, 260), server

        desk.edit(TABLE, MALE, "Quota", "230", shown="230, changed from 240")
        desk.edit(TABLE, FEMALE, "Quota", "270", shown="270, changed from 260")
        set_quota(sandbox, project, GENDER, 1, 111)
        desk.keys("ctrl+s")
        desk.says("Changed elsewhere meanwhile")
        desk.screenshot("quotas-conflict")
        assert quotas(sandbox, project)["2"] == 260, "nothing may be sent over another's change"
        desk.button("Keep mine")
        desk.is_silent("Changed elsewhere meanwhile")
        desk.keys("ctrl+s")
        desk.says("saved.")
        server = quotas(sandbox, project)
        assert (server["1"], server["2"]) == (230, 270), server

        desk.edit(TABLE, MALE, "Quota", "220", shown="220, changed from 230")
        set_quota(sandbox, project, GENDER, 1, 112)
        desk.keys("ctrl+s")
        desk.says("Changed elsewhere meanwhile")
        desk.button("Take theirs")
        wait_for(lambda: shown(desk, MALE) == "112", "theirs to be taken")
        desk.screenshot("quotas-theirs")
        assert quotas(sandbox, project)["1"] == 112, "nothing may be sent over theirs"

        desk.click(desk.find("page tab", "Activity"))
        desk.press("page tab", "Changes")
        desk.says("Quota: GENDER, Male")
        desk.screenshot("quotas-activity")
print("typed, pasted, distributed, undone, saved, a conflict resolved")
