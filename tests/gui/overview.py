"""A survey's tab opens with its figures; its CPI is changed, applied, and there after a restart."""
from desk import Desk, wait_for
from sandbox import Sandbox

SURVEY = "Snack tracker W14"


def open_survey(desk):
    desk.says("40 surveys")
    desk.fill("text", "Search", SURVEY)
    wait_for(lambda: desk.rows("Surveys") == 1, "the search to leave one survey")
    desk.click(desk.cell("Surveys", 0, "Name"), double=True)
    desk.says("Completes over time")


with Sandbox() as sandbox:
    arguments = ["--server", sandbox.url, "--client-id", "buyer"]
    with Desk(*arguments, environment={"ALIGNDESK_API_KEY": "journey-key"}) as desk:
        open_survey(desk)
        for figure in ("Conversion", "Exposure", "Quotas", "Cost ledger"):
            desk.says(figure)
        desk.screenshot("survey-overview")
        desk.fill("text", "CPI", "7.25")
        desk.says(" × 7.25 = ")
        desk.button("Revert")
        desk.fill("text", "CPI", "7.5")
        desk.button("Apply")
        desk.says("The terms are saved.")
        wait_for(lambda: desk.text(desk.find("text", "CPI")) == "7.50", "the CPI as it is kept")
        desk.screenshot("survey-overview-applied")
        desk.button("Show raw data…")
        desk.says("\"project_cpi\": \"7.50\"")
        desk.keys("Escape")
        assert desk.stop() == 0, desk.output()
        desk.start()
        open_survey(desk)
        wait_for(lambda: desk.text(desk.find("text", "CPI")) == "7.50", "the CPI after a restart")
print("the overview works")
