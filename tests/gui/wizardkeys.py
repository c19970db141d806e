"""A survey is created with the keyboard alone: nothing is pressed or clicked for the person."""
from desk import PATIENCE, Atspi, Desk, Missing, shows, wait_for, walk
from sandbox import Sandbox

NAME = "Tea by keys W1"


class Keys:
    """A person without a mouse: sees what has the focus, and types."""

    def __init__(self, desk):
        self.desk = desk

    def on(self, role, name):
        """Waits until that has the focus."""
        return wait_for(lambda: next((node for node in self.desk.find_all(role, name)
                                      if shows(node, Atspi.StateType.FOCUSED)), None),
                        f"the focus on {role} “{name}”")

    def within(self, role, name):
        """Waits until the focus is on one of the rows or cells of that, or on the whole."""
        return wait_for(lambda: next((node for node in self.desk.find_all(role, name)
                                      if any(shows(one, Atspi.StateType.FOCUSED)
                                             for one in walk(node, 400))), None),
                        f"the focus within {role} “{name}”")

    def enter(self, role, name, value):
        """Types into the field that has the focus; again when the X server lost a key, but not
        when all of them went elsewhere."""
        node = self.on(role, name)
        before = self.desk.text(node)
        for patience in (PATIENCE / 4, PATIENCE):
            self.desk.keys("ctrl+a")
            self.desk.type(value)
            try:
                return wait_for(lambda: self.desk.text(node) == value, f"“{value}” in “{name}”",
                                patience)
            except Missing:
                assert self.desk.text(node) != before, f"the keys did not come to “{name}”"
                print(f"“{name}” holds “{self.desk.text(node)}”", flush=True)
        raise Missing(f"“{value}” in “{name}”")

    def step(self, key, role, name, most=12):
        """Presses a key until that has the focus, as when tabbing to it."""
        for _ in range(most):
            self.desk.keys(key)
            try:
                return wait_for(lambda: next((node for node in self.desk.find_all(role, name)
                                              if shows(node, Atspi.StateType.FOCUSED)), None),
                                name, 1)
            except Missing:
                continue
        raise Missing(f"{role} “{name}” with {key}")


def question(desk, keys, name):
    """The question is searched, and its answers are shown."""
    desk.keys("ctrl+f")
    keys.enter("text", "Search qualifications", name)
    desk.keys("Tab")
    keys.within("list", "Qualifications")
    wait_for(lambda: desk.find_all("list item", name), f"question “{name}”")
    for _ in range(12):
        chosen = [one for one in desk.find_all("list item", name)
                  if shows(one, Atspi.StateType.FOCUSED)]
        if chosen:
            return
        desk.keys("Down")
        desk.find("list", "Qualifications")
    raise Missing(f"question “{name}”")


with Sandbox() as sandbox:
    arguments = ["--server", sandbox.url, "--client-id", "buyer"]
    with Desk(*arguments, environment={"ALIGNDESK_API_KEY": "journey-key"}) as desk:
        keys = Keys(desk)
        desk.says("40 surveys")
        desk.keys("ctrl+n")

        keys.enter("text", "Name", NAME)
        desk.keys("Tab")
        keys.enter("text", "Country", "United States")
        desk.keys("Tab")
        keys.enter("text", "Language", "English")
        desk.keys("ctrl+Return")

        keys.enter("spin button", "Completes needed", "400")
        desk.keys("Tab")
        keys.enter("spin button", "Incidence rate, %", "30")
        desk.keys("Tab")
        keys.enter("spin button", "Length of interview, minutes", "12")
        desk.keys("Tab")
        keys.enter("text", "CPI", "2.50")
        desk.says("Budget 1,000.00\u00a0USD = 400 × 2.50")
        desk.keys("ctrl+Page_Up")
        keys.on("text", "Name")
        desk.keys("ctrl+Page_Down")
        keys.on("spin button", "Completes needed")
        desk.keys("alt+x")

        keys.enter("text", "Live link", "https://survey.example/live?uid=[identifier]")
        desk.keys("Tab")
        keys.enter("text", "Test link", "https://survey.example/test?uid=[identifier]")
        keys.step("Tab", "push button", "Next")
        desk.keys("Return")

        keys.on("text", "Search qualifications")
        question(desk, keys, "GENDER")
        desk.keys("alt+a")
        desk.says("2 options chosen")
        question(desk, keys, "AGE")
        desk.keys("alt+d")
        keys.within("table", "Ranges")
        desk.keys("Right")
        desk.type("34")
        desk.keys("Return")
        wait_for(lambda: desk.cell("Ranges", 0, "To").get_name() == "34", "34 in the first range")
        desk.keys("alt+d")
        wait_for(lambda: desk.rows("Ranges") == 2, "the second range")
        desk.screenshot("wizardkeys-1-audience")
        desk.keys("ctrl+Return")

        keys.within("table", "Quotas")
        desk.keys("alt+d")
        desk.says("GENDER: 400 of 400 completes")
        desk.keys("ctrl+Return")

        keys.within("list", "Qualifications to interlock")
        desk.keys("space", "Down", "space")
        desk.says("4 of at most 200 combinations")
        desk.screenshot("wizardkeys-2-interlocking")
        desk.keys("ctrl+Return")

        desk.says("Feasibility")
        desk.keys("alt+k")
        desk.says("Recommended price")
        desk.keys("ctrl+Return")

        desk.says("Ready to create.")
        keys.on("push button", "Create")
        keys.step("Tab", "push button", "Create and activate")
        desk.screenshot("wizardkeys-3-review")
        desk.keys("Return")
        desk.says("Survey created.")
        keys.on("push button", "Open survey")
        desk.screenshot("wizardkeys-4-created")
        desk.keys("Return")
        desk.find("page tab", "Interlocking")
        assert sandbox.names().count(NAME) == 1
        assert desk.stop() == 0, desk.output()
print("created by keys")
