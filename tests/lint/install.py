"""install.py CMAKE BUILD: what an installation holds, and that the desktop takes its entry."""
import pathlib
import subprocess
import sys
import tempfile

ID = "org.aligndesk.AlignDesk"
WANTED = {
    "bin/aligndesk",
    "libexec/aligndesk/aligndesk-sandbox",
    f"share/applications/{ID}.desktop",
    f"share/metainfo/{ID}.metainfo.xml",
    f"share/icons/hicolor/scalable/apps/{ID}.svg",
}

with tempfile.TemporaryDirectory() as folder:
    subprocess.run([sys.argv[1], "--install", sys.argv[2], "--prefix", folder], check=True,
                   stdout=subprocess.DEVNULL)
    root = pathlib.Path(folder)
    found = {str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()}
    assert found == WANTED, f"missing {WANTED - found}, unexpected {found - WANTED}"
    subprocess.run(["desktop-file-validate", root / f"share/applications/{ID}.desktop"], check=True)
    subprocess.run(["appstreamcli", "validate", "--no-net",
                    root / f"share/metainfo/{ID}.metainfo.xml"], check=True)
    version = subprocess.run([root / "bin/aligndesk", "--version"], capture_output=True, text=True,
                             check=True, env={"QT_QPA_PLATFORM": "offscreen"})
    assert "aligndesk" in version.stdout.lower(), version.stdout
print("installs as it should")
