"""A survey's interlocking quotas are edited in its tab, undone, saved, and are there after a restart."""
from desk import Desk, wait_for
from sandbox import Sandbox

SURVEY = "Snack tracker W14"
TABLE = "Interlocking quotas"


def quota(desk, row):
    return desk.cell(TABLE, row, "Quota").get_name().split(",")[0]


with Sandbox() as sandbox:
    arguments = ["--server", sandbox.url, "--client-id", "buyer"]
    with Desk(*arguments, environment={"ALIGNDESK_API_KEY": "journey-key"}) as desk:
        desk.says("40 surveys")
        desk.fill("text", "Search", SURVEY)
        wait_for(lambda: desk.rows("Surveys") == 1, "the search to leave one survey")
        desk.click(desk.cell("Surveys", 0, "Name"), double=True)
        desk.click(desk.find("page tab", "Interlocking"))
        desk.says("of at most 200 combinations")
        desk.screenshot("survey-interlocking")
        before = [quota(desk, row) for row in range(2)]
        desk.edit(TABLE, 0, "Quota", "90", shown="90, changed from " + before[0])
        desk.edit(TABLE, 1, "Quota", "70", shown="70, changed from " + before[1])
        desk.says("not saved")
        desk.screenshot("survey-interlocking-changed")
        desk.keys("ctrl+z")
        wait_for(lambda: quota(desk, 1) == before[1], "the second cell undone")
        desk.edit(TABLE, 1, "Quota", "abc", shown=before[1])
        desk.says("A quota is a whole number")
        desk.keys("ctrl+s")
        desk.says("saved.")
        desk.screenshot("survey-interlocking-saved")
        assert desk.stop() == 0, desk.output()
        desk.start()
        desk.says("40 surveys")
        desk.fill("text", "Search", SURVEY)
        wait_for(lambda: desk.rows("Surveys") == 1, "the search to leave one survey")
        desk.keys("Tab")
        desk.click(desk.cell("Surveys", 0, "Name"), double=True)
        desk.click(desk.find("page tab", "Interlocking"))
        desk.says("of at most 200 combinations")
        assert [quota(desk, row) for row in range(2)] == ["90", before[1]]
print("edited and saved")
