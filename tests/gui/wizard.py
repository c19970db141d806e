"""A survey is created with the wizard: eight steps, two crossed qualifications, then the checklist."""
from desk import Desk, wait_for
from sandbox import Sandbox

NAME = "Coffee at home W1"

with Sandbox() as sandbox:
    arguments = ["--server", sandbox.url, "--client-id", "buyer"]
    with Desk(*arguments, environment={"ALIGNDESK_API_KEY": "journey-key"}) as desk:
        desk.says("40 surveys")
        desk.button("New survey")

        desk.fill("text", "Name", NAME)
        desk.fill("text", "Country", "United States")
        desk.keys("Tab")
        desk.fill("text", "Language", "English")
        desk.keys("Tab")
        desk.screenshot("wizard-1-basics")
        desk.button("Next")

        desk.fill("spin button", "Completes needed", "400")
        desk.fill("spin button", "Incidence rate, %", "30")
        desk.fill("spin button", "Length of interview, minutes", "12")
        desk.fill("text", "CPI", "1.50")
        desk.says("B2C needs at least 1.75.")
        desk.screenshot("wizard-2-field-problem")
        desk.fill("text", "CPI", "2.50")
        desk.says("Budget 1,000.00\u00a0USD = 400 × 2.50")
        desk.screenshot("wizard-2-field")
        desk.button("Next")

        desk.fill("text", "Live link", "https://survey.example/live?uid=[identifier]")
        desk.fill("text", "Test link", "https://survey.example/test?uid=[identifier]")
        desk.screenshot("wizard-3-links")
        desk.button("Next")

        desk.click(desk.find("list item", "GENDER"))
        desk.button("Choose all shown")
        desk.says("2 options chosen")
        desk.screenshot("wizard-4-audience-options")
        desk.click(desk.find("list item", "AGE"))
        desk.button("Add range")
        desk.edit("Ranges", 0, "To", "34")
        desk.button("Add range")
        desk.screenshot("wizard-4-audience-ranges")
        desk.button("Next")

        desk.button("Distribute evenly")
        desk.says("GENDER: 400 of 400 completes")
        desk.screenshot("wizard-5-quotas")
        desk.button("Next")

        for question in ("GENDER", "AGE"):
            desk.click(desk.find("list item", lambda name: name.startswith(question + ":")))
            desk.keys("space")
        desk.says("4 of at most 200 combinations")
        desk.edit("Cells", 0, "Quota", "130", shown="Male, 16-34: 130")
        desk.edit("Cells", 1, "Quota", "70", shown="Male, 35-99: 70")
        desk.screenshot("wizard-6-interlocking")
        desk.button("Next")

        desk.button("Check feasibility")
        desk.says("Recommended price")
        desk.screenshot("wizard-7-feasibility")
        desk.button("Next")

        desk.says("Ready to create.")
        desk.press("check box", "Show request (JSON)")
        desk.screenshot("wizard-8-review")
        desk.button("Create and activate")
        desk.says("Survey created.")
        desk.screenshot("wizard-9-checklist")
        desk.button("Open survey")
        desk.click(desk.find("page tab", "Interlocking"))
        desk.says("4 of at most 200 combinations")
        wait_for(lambda: desk.cell("Interlocking quotas", 0, "Quota").get_name() == "130",
                 "the cell that was set in the wizard")
        desk.screenshot("wizard-10-created")
        assert sandbox.names().count(NAME) == 1
        assert desk.stop() == 0, desk.output()
print("created")
