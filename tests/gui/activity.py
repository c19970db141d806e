"""A change is made; Activity shows its call, copies it as a command line, and tells the change."""
import subprocess

from desk import Desk, wait_for


def clipboard():
    return subprocess.run(["xclip", "-selection", "clipboard", "-o"], capture_output=True,
                          text=True, check=True).stdout


with Desk("--sandbox") as desk:
    desk.says("40 surveys")
    desk.click(desk.cell("Surveys", 0, "Name"), double=True)
    wait_for(lambda: [name for name in ("Pause", "Activate")
                      if desk.find_all("push button", name)], "the survey's buttons")
    name = next(each for each in ("Pause", "Activate") if desk.find_all("push button", each))
    desk.button(name)
    desk.absent("push button", name)
    desk.keys("ctrl+6")
    desk.press("check box", "Only calls that write")
    wait_for(lambda: desk.rows("Calls") == 1, "the one call that wrote")
    desk.click(desk.cell("Calls", 0, "Call"))
    desk.screenshot("activity")
    desk.button("Copy as cURL")
    wait_for(lambda: "\ncurl -X PUT " in clipboard(), "the command line")
    assert "$HASH" in clipboard() and "$CLIENT_ID" in clipboard(), clipboard()
    desk.click(desk.find("page tab", "Changes"))
    assert desk.cell("Changes", 0, "What").get_name() == "Status"
    assert desk.cell("Changes", 0, "Where").get_name() == "This computer"
    desk.screenshot("activity-changes")
print("activity works")
