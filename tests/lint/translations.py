"""translations.py LUPDATE ROOT: each text with a number has its English forms, and none is left of
texts that are gone. Mended by the target update_translations."""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree


def plurals(path):
    found = {}
    for context in tree.parse(path).iter("context"):
        for message in context.iter("message"):
            if message.get("numerus") == "yes":
                translation = message.find("translation")
                key = (context.findtext("name"), message.findtext("source"),
                       message.findtext("comment"))
                found[key] = translation.get("type"), [
                    form.text or "" for form in translation.iter("numerusform")]
    return found


def findings(lupdate, root):
    source = root / "translations" / "aligndesk_en.ts"
    with tempfile.TemporaryDirectory() as folder:
        fresh = pathlib.Path(folder) / source.name
        shutil.copy(source, fresh)
        command = [lupdate, "-silent", "-locations", "none", "-pluralonly", "-source-language",
                   "en", "-target-language", "en", "-I", root, root / "models", root / "ui",
                   root / "app", "-ts", fresh]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        wanted = plurals(fresh)
    for (context, text, _), (state, forms) in sorted(wanted.items(), key=str):
        if state in ("vanished", "obsolete"):
            yield f"{context}: “{text}” is in no source any more"
        elif state == "unfinished" or len(forms) != 2 or not all(forms):
            yield f"{context}: “{text}” has no plural forms"
        elif any("(s)" in form for form in forms):
            yield f"{context}: “{text}” still has its (s)"


problems = list(findings(sys.argv[1], pathlib.Path(sys.argv[2])))
print("\n".join(problems))
print(f"lint.translations: {len(problems)} finding(s)")
sys.exit(1 if problems else 0)
