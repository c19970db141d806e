"""From a draft to a template, from a template to a survey, and from that to its next wave."""
from brief import enter
from desk import Desk, wait_for
from sandbox import Sandbox

NAME = "Bread and butter W1"
SECOND = "Bread and jam W4"
TABLE = "Drafts and templates"


def kinds(desk):
    return [desk.cell(TABLE, row, "Kind").get_name() for row in range(desk.rows(TABLE))]


with Sandbox() as sandbox:
    arguments = ["--server", sandbox.url, "--client-id", "buyer"]
    with Desk(*arguments, environment={"ALIGNDESK_API_KEY": "journey-key"}) as desk:
        desk.says("40 surveys")
        desk.keys("ctrl+2")
        desk.says("No drafts yet")
        desk.screenshot("drafts-1-empty")
        desk.button("New survey")
        enter(desk, NAME)
        desk.button("Save as template")
        desk.says(f"“{NAME}” is a template now")
        desk.button("Cancel")
        desk.says(f"“{NAME}” is kept in Drafts.")
        wait_for(lambda: sorted(kinds(desk)) == ["Draft", "Template"], "a draft and a template")
        desk.screenshot("drafts-2-list")

        row = kinds(desk).index("Draft")
        desk.click(desk.cell(TABLE, row, "Name"))
        desk.button("Create surveys…")
        desk.says("Create 1 survey?")
        desk.button("Create")
        desk.says("1 of 1 survey created")
        desk.screenshot("drafts-3-created")
        desk.button("Close")
        wait_for(lambda: kinds(desk) == ["Template"], "the template alone")

        desk.click(desk.cell(TABLE, 0, "Name"))
        desk.keys("Return")
        desk.says("Ready to create. Check the warnings first:")
        desk.click(desk.find("list item", "✓ Basics"))
        desk.says("A survey of this name is there already.")
        desk.fill("text", "Name", SECOND)
        desk.click(desk.find("list item", lambda name: name.endswith("Review")))
        desk.says("Ready to create.")
        desk.button("Create")
        desk.says("Survey created.")
        desk.button("Open survey")

        desk.button("Clone…")
        desk.says(f"A clone of “{SECOND}”")
        desk.says("The field starts today.")
        desk.screenshot("drafts-4-clone")
        desk.says("Bread and jam W5")
        desk.click(desk.find("list item", "✓ Links"))
        wait_for(lambda: desk.text(desk.find("text", "Live link"))
                 == "https://survey.example/live?uid=[identifier]", "the link of the original")
        desk.button("Cancel")
        assert sandbox.names().count(NAME) == 1
        assert sandbox.names().count(SECOND) == 1
        assert desk.stop() == 0, desk.output()
print("drafts became surveys")
