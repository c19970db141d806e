"""A completed survey is settled: an Excel list with duplicates and damaged UIDs is imported and
checked, submitted once, awaited until Completed, compared, and exported in all four formats."""
import json
import pathlib
import re
import tempfile
import zipfile

from desk import Desk, wait_for
from sandbox import Sandbox

RELATION = ('<Relationship Id="{}" Target="{}" Type="http://schemas.openxmlformats.org/'
            'officeDocument/2006/relationships/{}"/>')


def write_workbook(path, rows):
    """A workbook as spreadsheet programs write them, one sheet, texts inline."""
    cells = "".join(f'<row r="{at}">' + "".join(
        f'<c r="{"AB"[i]}{at}" t="inlineStr"><is><t>{cell}</t></is></c>'
        for i, cell in enumerate(row)) + "</row>" for at, row in enumerate(rows, 1))
    namespace = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("_rels/.rels", "<Relationships>"
                      + RELATION.format("r1", "xl/workbook.xml", "officeDocument")
                      + "</Relationships>")
        book.writestr("xl/workbook.xml", f'<workbook {namespace}><sheets>'
                      '<sheet name="Completes" sheetId="1" r:id="r1"/></sheets></workbook>')
        book.writestr("xl/_rels/workbook.xml.rels", "<Relationships>"
                      + RELATION.format("r1", "worksheets/sheet1.xml", "worksheet")
                      + "</Relationships>")
        book.writestr("xl/worksheets/sheet1.xml",
                      f"<worksheet><sheetData>{cells}</sheetData></worksheet>")


def read_workbook(path):
    with zipfile.ZipFile(path) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    return re.findall(r"<t[^>]*>([^<]*)</t>", sheet)[1:]


def choose_file(desk, button, path):
    """Answers the file dialog that the button opens, and waits until it has gone."""
    desk.button(button)
    desk.name_file(path)


def exported(desk, path):
    choose_file(desk, "Export…", path)
    desk.says(f"Exported to {path}")
    return path


with Sandbox("--speed", "8") as sandbox, tempfile.TemporaryDirectory() as folder:
    project, name = sandbox.unsettled()
    paid_for = sandbox.completes(project)[:60]  # few enough rows to be walked through quickly
    folder = pathlib.Path(folder)
    source = folder / "completes.xlsx"
    write_workbook(source, [["name", "rid"], *[["x", uid] for uid in paid_for],
                            ["x", paid_for[0]], ["x", ""], ["x", "1.70925E+17"], ["x", "short"]])
    rejects = folder / "rejects.csv"
    rejects.write_text(f"rid,reason\n{paid_for[1]},Speeder\nnobody,Bot\n")
    arguments = ["--server", sandbox.url, "--client-id", "buyer"]
    with Desk(*arguments, environment={"ALIGNDESK_API_KEY": "journey-key"}) as desk:
        desk.says("40 surveys")
        desk.keys("ctrl+4")
        desk.find("table", "All reconciliations")
        desk.screenshot("reconciliation-all")
        desk.fill("text", "Survey", name)
        desk.keys("Return")
        choose_file(desk, "Import UIDs…", source)
        desk.press("check box", "Show only: Damaged")
        desk.says("1.70925E+17")
        desk.press("check box", "Show only: Damaged")
        wait_for(lambda: desk.rows("Findings by line") > 50, "all lines again")
        assert desk.rows("Findings by line") == len(paid_for) + 4
        desk.press("check box", "Show only: Duplicate")
        wait_for(lambda: desk.rows("Findings by line") == 1, "the duplicate alone")
        desk.says("repeats line 2")
        desk.press("check box", "Show only: Duplicate")
        choose_file(desk, "Remove rejects…", rejects)
        desk.press("check box", "Show only: Rejected")
        desk.says("Speeder")
        desk.screenshot("reconciliation-imported")
        desk.fill("text", "Contact e-mail", "buyer@agency.example")
        desk.button("Submit…")
        desk.find("push button", "Submit UIDs")
        desk.screenshot("reconciliation-question")
        desk.button("Submit UIDs")
        desk.says("Processing")
        desk.says("Completed", patience=60)
        desk.click(desk.find("page tab", "Compare"))
        desk.find("table", "Compared UIDs")
        desk.screenshot("reconciliation-completed")
        desk.press("check box", "Show only: Accepted")
        text = exported(desk, folder / "accepted.txt").read_text().split()
        assert 0.8 * len(paid_for) < len(text) < len(paid_for), len(text)
        assert set(text) <= set(paid_for) and paid_for[1] not in text
        csv = exported(desk, folder / "accepted.csv").read_text("utf-8-sig").splitlines()
        assert csv == ["UID,Finding,Submitted,Accepted"] + [f"{uid},Accepted,yes,yes" for uid in text]
        objects = json.loads(exported(desk, folder / "accepted.json").read_text())
        assert [each["UID"] for each in objects] == text
        cells = read_workbook(exported(desk, folder / "accepted.xlsx"))
        assert cells[3::4] == text, cells[:8]
        desk.click(desk.find("page tab", "Evidence"))
        choose_file(desk, "Export bundle…", folder / "evidence.zip")
        desk.says(f"Exported to {folder / 'evidence.zip'}")
        with zipfile.ZipFile(folder / "evidence.zip") as bundle:
            assert bundle.read("accepted.txt").decode().split() == text
            assert json.loads(bundle.read("submission.json"))["state"] == "Completed"
        desk.screenshot("reconciliation-evidence")
        desk.button("All reconciliations")
        desk.find("table", "All reconciliations")
        desk.screenshot("reconciliation-settled")
        assert desk.stop() == 0, desk.output()
        assert "journey-key" not in desk.output()
print("settled, compared and exported")
