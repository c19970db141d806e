"""A completed survey is settled: import, submit once, wait until Completed, export the accepted."""
import pathlib
import tempfile

from desk import Desk, wait_for
from sandbox import Sandbox

with Sandbox("--speed", "8") as sandbox, tempfile.TemporaryDirectory() as folder:
    project, name = sandbox.unsettled()
    paid_for = sandbox.completes(project)
    source = pathlib.Path(folder) / "completes.txt"
    source.write_text("\n".join([*paid_for, paid_for[0], "", "1.70925E+17"]) + "\n")
    target = pathlib.Path(folder) / "accepted.txt"
    arguments = ["--server", sandbox.url, "--client-id", "buyer"]
    with Desk(*arguments, environment={"ALIGNDESK_API_KEY": "journey-key"}) as desk:
        desk.says("40 surveys")
        desk.keys("ctrl+4")
        desk.screenshot("reconciliation-empty")
        desk.fill("text", "Survey", name)
        desk.keys("Return")
        desk.button("Import UIDs…")
        desk.fill("text", "File name:", str(source))
        desk.keys("Return")
        desk.says("1.70925E+17")
        desk.screenshot("reconciliation-imported")
        desk.fill("text", "Contact e-mail", "buyer@agency.example")
        desk.button("Submit…")
        desk.find("push button", "Submit UIDs")
        desk.screenshot("reconciliation-question")
        desk.button("Submit UIDs")
        desk.says("Processing")
        desk.says("Completed", patience=60)
        desk.screenshot("reconciliation-completed")
        desk.button("Export…")
        desk.fill("text", "File name:", str(target))
        desk.keys("Return")
        desk.says("Exported to")
        accepted = target.read_text().split()
        assert 0.8 * len(paid_for) < len(accepted) <= len(paid_for), len(accepted)
        assert set(accepted) <= set(paid_for)
        assert desk.stop() == 0, desk.output()
        assert "journey-key" not in desk.output()
print("settled and exported")
