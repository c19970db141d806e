"""The driver itself: it fills, chooses, edits a cell, presses and reads a small window."""
import os
import pathlib
import sys

from desk import Desk, Missing

probe = str(pathlib.Path(os.environ["ALIGNDESK_BIN"]) / "gui_probe")
with Desk(program=probe) as desk:
    desk.fill("text", "Name", "Ada")
    desk.choose("Fruit", "Quince")
    assert desk.rows("Cells") == 2
    assert desk.cell("Cells", 1, "Option").get_name() == "Female"
    desk.edit("Cells", 1, "Quota", "50")
    desk.button("Greet")
    desk.says("Hello Ada, Quince, 50")
    assert desk.screenshot("driver").stat().st_size > 1000
    try:
        desk.button("Nobody", patience=0.5)
    except Missing:
        pass
    else:
        sys.exit("the driver found a button that isn't there")
print("the driver works")
