"""A connection is made in the dialog; the key and the hash are nowhere afterwards."""
import pathlib
import re

from desk import Desk
from sandbox import Sandbox

KEY = "canary-key-7f3a91"
HASH = re.compile(rb"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")

with Sandbox("--key", KEY, "--client-id", "buyer") as sandbox, Desk("--sandbox") as desk:
    desk.says("40 surveys")
    desk.choose("Sandbox", "Connect to Audience-Align…")
    desk.fill("text", "Name", "Agency")
    desk.fill("text", "Base URL", sandbox.url)
    desk.fill("text", "Client ID", "buyer")
    key = desk.find("password text", "Key")
    desk.focus(key)
    desk.type("wrong")
    desk.button("Test connection")
    desk.says("The connection doesn’t work.")
    desk.screenshot("connect-wrong-key")
    desk.focus(key)
    desk.keys("ctrl+a")
    desk.type(KEY)
    desk.button("Test connection")
    desk.says("The connection works.")
    desk.screenshot("connect-works")
    desk.button("Connect")
    desk.says("Connected to Agency")
    desk.says("40 surveys")
    desk.absent("push button", "Test connection")
    desk.screenshot("connected")
    assert desk.stop() == 0, desk.output()
    kept = [path for path in pathlib.Path(desk.data).rglob("*") if path.is_file()]
    assert kept
    for path in kept:
        content = path.read_bytes()
        assert KEY.encode() not in content, f"the key is in {path.name}"
        if not path.name.startswith("sandbox"):
            assert not HASH.search(content), f"a hash is in {path.name}"
    assert KEY not in desk.output() and not HASH.search(desk.output().encode())
print("connected, and nothing gave the key away")
