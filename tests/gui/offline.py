"""The server goes: what was known stays on screen with its age, an edit waits over a restart and is
sent when the person says so; a server that is back is read again."""
from desk import Desk, wait_for
from sandbox import Sandbox

SURVEY = "Snack tracker W14"
TABLE = "Interlocking quotas"


def quota(desk, row):
    return desk.cell(TABLE, row, "Quota").get_name().split(",")[0]


def open_grid(desk):
    desk.says("40 surveys")
    desk.fill("text", "Search", SURVEY)
    wait_for(lambda: desk.rows("Surveys") == 1, "the search to leave one survey")
    desk.keys("Return", "Return")  # from the search into the table, and open
    desk.find("page tab", "Overview")
    desk.click(desk.find("page tab", "Interlocking"))
    desk.says("of at most 200 combinations · as of ")


with Sandbox() as sandbox:
    arguments = ["--server", sandbox.url, "--client-id", "buyer"]
    with Desk(*arguments, environment={"ALIGNDESK_API_KEY": "journey-key"}) as desk:
        open_grid(desk)
        before = [quota(desk, row) for row in range(2)]
        assert desk.stop() == 0, desk.output()
        sandbox.leave()
        desk.start()
        open_grid(desk)
        desk.says("Offline – showing data from ")
        assert [quota(desk, row) for row in range(2)] == before
        desk.edit(TABLE, 0, "Quota", "90", shown="90, changed from " + before[0])
        desk.keys("ctrl+s")
        desk.says("1 change not sent yet")
        desk.screenshot("offline-interlocking")
        desk.click(desk.find("page tab", "Quotas"))
        desk.says(" options  ·  as of ")
        desk.screenshot("offline-quotas")
        assert desk.stop() == 0, desk.output()
        desk.start()
        open_grid(desk)
        assert quota(desk, 0) == "90"
        sandbox.come_back()
        desk.keys("F5")  # or its own repeated reading has found the server already
        desk.absent("push button", "Retry")
        desk.says("1 change not sent yet")
        assert quota(desk, 0) == "90"
        desk.button("Send now")
        desk.absent("push button", "Send now")
        wait_for(lambda: desk.cell(TABLE, 0, "Quota").get_name() == "90", "the cell as saved")
        desk.screenshot("offline-back")
        desk.click(desk.find("page tab", "Activity"))
        desk.says("update_interlocking")
print("waited and sent")
