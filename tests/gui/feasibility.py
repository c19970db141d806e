"""Feasibility before there is a survey: scenarios, a sweep, and a wizard filled in from them; then a
client's brief becomes a filled wizard."""
from desk import Desk, wait_for
from sandbox import Sandbox

BRIEF = """Name: Coffee at home W1
Country: United States
Completes: 400
LOI: 12
IR: 30 %
CPI: 2.50
Age: 18-34 40 %, 35+ 60 %
Gender: Male 50 %, Female 50 %
Budget: as always"""


def step(desk, title):
    wizard = desk.find("dialog", "New survey")
    desk.click(desk.find("list item", lambda name: name.endswith(title), below=wizard))


def ask(desk, rows):
    desk.button("Check feasibility")
    wait_for(lambda: desk.rows("Scenarios") == rows, f"{rows} scenarios")


with Sandbox() as sandbox:
    arguments = ["--server", sandbox.url, "--client-id", "buyer"]
    with Desk(*arguments, environment={"ALIGNDESK_API_KEY": "journey-key"}) as desk:
        desk.says("40 surveys")
        desk.keys("ctrl+3")
        desk.says("Completes needed")
        desk.screenshot("feasibility-1-empty")
        desk.fill("text", "Country", "United States")
        desk.keys("Tab")
        desk.fill("spin button", "Completes needed", "400")
        desk.fill("spin button", "Incidence rate, %", "30")
        desk.fill("spin button", "LOI, minutes", "12")
        desk.keys("Tab")
        ask(desk, 1)
        desk.says("400 completes are feasible.")
        desk.fill("spin button", "Completes needed", "9,999")
        desk.keys("Tab")
        desk.says("These figures are for other terms than those set now.")
        ask(desk, 2)
        desk.screenshot("feasibility-2-scenarios")

        desk.press("page tab", "Price curves")
        desk.fill("text", "Incidence rates, %", "10-50/10")
        desk.fill("text", "LOIs, minutes", "10 20")
        desk.says("10 of at most 60 calls")
        desk.button("Calculate")
        desk.says("10 of 10 answers")
        desk.says("Feasible completes")
        desk.screenshot("feasibility-3-curves")
        desk.press("check box", "Figures")
        wait_for(lambda: desk.rows("Figures of the price curves") == 10, "ten figures")
        desk.screenshot("feasibility-4-figures")
        assert desk.stop() == 0, desk.output()

        desk.start()
        desk.says("40 surveys")
        desk.keys("ctrl+3")
        wait_for(lambda: desk.rows("Scenarios") == 2, "the scenarios after a restart")
        desk.click(desk.cell("Scenarios", 1, "LOI"))
        desk.button("New survey from this")
        desk.says("Budget")
        wait_for(lambda: desk.text(desk.find("text", "Country")) == "United States",
                 "the scenario's country in the wizard")
        desk.screenshot("feasibility-5-wizard")
        desk.keys("Escape")
        desk.absent("dialog", "New survey")

        desk.button("From a brief…")
        desk.focus(desk.find("text", "Brief"))
        desk.copy(BRIEF)
        desk.keys("ctrl+v")
        desk.says("9 fields understood, 1 not")
        desk.screenshot("brief-1-read")
        desk.button("Fill in the wizard")  # it opens at the first problem, the links
        step(desk, "Basics")
        wait_for(lambda: desk.text(desk.find("text", "Name")) == "Coffee at home W1",
                 "the brief's name in the wizard")
        desk.says("Budget 1,000.00\u00a0USD = 400 × 2.50")
        step(desk, "Quotas")
        desk.says("GENDER: 400 of 400 completes")
        desk.screenshot("brief-2-quotas")
        step(desk, "Feasibility")
        wizard = desk.find("dialog", "New survey")
        desk.button("Check feasibility", below=wizard)
        desk.button("Use recommended price", below=wizard)
        desk.absent("label", "Budget 1,000.00\u00a0USD = 400 × 2.50")
        desk.screenshot("brief-3-feasibility")
        desk.keys("Escape")
        assert desk.stop() == 0, desk.output()
print("asked, swept, and read a brief")
