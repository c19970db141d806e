"""A survey's qualifications and exclusions are changed in its tab, while somebody else changes them too."""
from desk import Desk, wait_for
from sandbox import Sandbox

SURVEY = "Snack tracker W14"
ASKED = "Qualifications of the survey"
EXCLUDED = "Excluded surveys"
EMPLOYMENT = 2189  # the code of STANDARD_EMPLOYMENT


def open_survey(desk):
    desk.says("40 surveys")
    desk.fill("text", "Search", SURVEY)
    wait_for(lambda: desk.rows("Surveys") == 1, "the search to leave one survey")
    desk.click(desk.cell("Surveys", 0, "Name"), double=True)
    desk.says("Completes over time")


def page(desk, name):
    desk.click(desk.find("page tab", name))


def titles(desk, table, column):
    return [desk.cell(table, row, column).get_name() for row in range(desk.rows(table))]


def choose(desk, question, below):
    """Searches for the question and marks all of its answers."""
    desk.fill("text", "Search qualifications", question, below=below)
    desk.click(desk.find("list item", question, below=below))
    desk.button("Choose all shown", below=below)


def select(desk, table, column, name):
    row = titles(desk, table, column).index(name)
    desk.click(desk.cell(table, row, column))
    return row


def qualifications(desk, sandbox, project):
    page(desk, "Qualifications")
    desk.says("qualifications · as of")
    before = titles(desk, ASKED, "Qualification")
    desk.screenshot("survey-qualifications")

    desk.button("Add…")
    dialog = desk.find("dialog", lambda name: name.startswith("Add qualifications to"))
    choose(desk, "STANDARD_PETS", dialog)
    desk.says("1 qualification chosen")
    desk.screenshot("survey-qualifications-add")
    desk.button("Add qualifications", below=dialog)
    desk.says("STANDARD_PETS added.")
    wait_for(lambda: titles(desk, ASKED, "Qualification") == before + ["STANDARD_PETS"], "the new row")

    row = select(desk, ASKED, "Qualification", "STANDARD_PETS")
    desk.button("Edit…")
    dialog = desk.find("dialog", "Edit “STANDARD_PETS”")
    desk.fill("text", "Filter the options", "Cat", below=dialog)
    desk.button("Choose none", below=dialog)
    desk.screenshot("survey-qualifications-edit")
    desk.button("Save qualification", below=dialog)
    desk.says("“STANDARD_PETS” is saved.")
    wait_for(lambda: "Cat(s)" not in desk.cell(ASKED, row, "Options that qualify").get_name(),
             "the answers without cats")

    desk.button("Add…")
    dialog = desk.find("dialog", lambda name: name.startswith("Add qualifications to"))
    choose(desk, "STANDARD_EMPLOYMENT", dialog)
    sandbox.call("POST", "endpoints/save_qualification",
                 {"project_id": project, "qualifications": [
                     {"qualification_code": EMPLOYMENT,
                      "condition_codes": [1]}]})
    desk.button("Add qualifications", below=dialog)
    desk.says("The survey asks STANDARD_EMPLOYMENT already: nothing was added.")
    desk.screenshot("survey-qualifications-exists")
    desk.keys("Escape")
    desk.absent("dialog", lambda name: name.startswith("Add qualifications to"))
    wait_for(lambda: "STANDARD_EMPLOYMENT" in titles(desk, ASKED, "Qualification"), "theirs")

    select(desk, ASKED, "Qualification", "STANDARD_PETS")
    desk.button("Remove…")
    desk.says("Remove the qualification “STANDARD_PETS”?")
    desk.screenshot("survey-qualifications-remove")
    desk.button("Remove qualification")
    desk.says("“STANDARD_PETS” is removed.")
    wait_for(lambda: titles(desk, ASKED, "Qualification") == before + ["STANDARD_EMPLOYMENT"],
             "the row gone")


def exclusions(desk, sandbox, project):
    page(desk, "Exclusions")
    desk.says("excluded · as of")
    before = titles(desk, EXCLUDED, "Name")
    new = [name for name in sandbox.excludable() if name not in before][0]
    desk.button("Add…")
    dialog = desk.find("dialog", "Exclude surveys")
    desk.fill("text", "Search surveys to exclude", new, below=dialog)
    wait_for(lambda: titles(desk, "Surveys to exclude", "Name") == [new], "the one searched for")
    desk.click(desk.cell("Surveys to exclude", 0, "Name", below=dialog))
    desk.keys("space")
    desk.says("1 survey chosen")
    desk.screenshot("survey-exclusions-add")
    desk.button("Add exclusions", below=dialog)
    wait_for(lambda: titles(desk, EXCLUDED, "Name") == before + [new], "the new row")
    desk.screenshot("survey-exclusions")

    select(desk, EXCLUDED, "Name", before[0])
    desk.button("Remove…")
    desk.says(f"Remove the exclusion of {before[0]}?")
    desk.button("Remove exclusion")
    desk.says("1 exclusion removed.")
    wait_for(lambda: titles(desk, EXCLUDED, "Name") == before[1:] + [new], "the others left")
    assert sandbox.excluded(project) == len(before)
    desk.button("Remove all…")
    desk.says("Remove all exclusions of this survey?")
    desk.button("Remove all exclusions")
    desk.says("No survey is excluded")
    desk.screenshot("survey-exclusions-none")
    assert sandbox.excluded(project) == 0


with Sandbox() as sandbox:
    arguments = ["--server", sandbox.url, "--client-id", "buyer"]
    with Desk(*arguments, environment={"ALIGNDESK_API_KEY": "journey-key"}) as desk:
        project = sandbox.project(SURVEY)
        open_survey(desk)
        qualifications(desk, sandbox, project)
        exclusions(desk, sandbox, project)
        page(desk, "Activity")
        desk.press("page tab", "Changes")
        desk.says("Qualification: STANDARD_PETS")
        desk.screenshot("survey-audience-activity")
        assert desk.stop() == 0, desk.output()
print("the audience is changed")
