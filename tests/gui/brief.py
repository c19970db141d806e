"""A survey that is quickly entered in the wizard, for journeys that are about what comes after."""


def enter(desk, name, completes="400"):
    """Basics, field and links; the wizard then shows its review."""
    desk.fill("text", "Name", name)
    desk.fill("text", "Country", "United States")
    desk.keys("Tab")
    desk.fill("text", "Language", "English")
    desk.keys("Tab")
    desk.button("Next")
    desk.fill("spin button", "Completes needed", completes)
    desk.fill("spin button", "Incidence rate, %", "30")
    desk.fill("spin button", "Length of interview, minutes", "12")
    desk.fill("text", "CPI", "2.50")
    desk.button("Next")
    desk.fill("text", "Live link", "https://survey.example/live?uid=[identifier]")
    desk.fill("text", "Test link", "https://survey.example/test?uid=[identifier]")
    desk.click(desk.find("list item", lambda name: name.endswith("Review")))
    desk.says("Ready to create.")
