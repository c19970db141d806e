"""A sandbox of a test's own, and what the buyer's own systems would know of its surveys."""
import json
import os
import pathlib
import sqlite3
import subprocess
import tempfile
import urllib.request

COMPLETED = 4


class Sandbox:
    """Use as a context manager. `url` is what the program connects to."""

    def __init__(self, *arguments):
        self.folder = tempfile.TemporaryDirectory(prefix="sandbox-")
        self.file = pathlib.Path(self.folder.name) / "service.sqlite"
        self.arguments = ["--port", "0", "--data", str(self.file), "--seed", "1", *arguments]

    def __enter__(self):
        program = pathlib.Path(os.environ["ALIGNDESK_BIN"]) / "aligndesk-sandbox"
        self.process = subprocess.Popen([str(program), *self.arguments], text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.url = self.process.stdout.readline().strip()
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(20)
        self.folder.cleanup()

    def _rows(self, query, *values):
        with sqlite3.connect(f"file:{self.file}?mode=ro", uri=True) as database:
            return database.execute(query, values).fetchall()

    def unsettled(self):
        """Project ID and name of a completed survey that nobody reconciled yet."""
        project, details = self._rows(
            "SELECT project_id, details FROM survey WHERE status = ? AND complete > 50 AND "
            "project_id NOT IN (SELECT project_id FROM reconciliation) LIMIT 1", COMPLETED)[0]
        return project, json.loads(details)["name"]

    def names(self):
        return [json.loads(details)["name"]
                for (details,) in self._rows("SELECT details FROM survey ORDER BY number")]

    def completes(self, project):
        """The respondents whom the buyer's own survey counted as complete."""
        address = self.url.split("/v1/")[0] + f"/sandbox/completes?project_id={project}"
        with urllib.request.urlopen(address) as answer:
            return answer.read().decode().split()
