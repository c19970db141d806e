"""A sandbox of a test's own, and what the buyer's own systems would know of its surveys."""
import json
import os
import pathlib
import sqlite3
import subprocess
import tempfile
import urllib.parse
import urllib.request

COMPLETED, CLOSED = 4, 5


class Sandbox:
    """Use as a context manager. `url` is what the program connects to."""

    def __init__(self, *arguments):
        self.folder = tempfile.TemporaryDirectory(prefix="sandbox-")
        self.file = pathlib.Path(self.folder.name) / "service.sqlite"
        self.arguments = ["--data", str(self.file), "--seed", "1", *arguments]

    def __enter__(self):
        self._start("0")
        return self

    def __exit__(self, *_):
        self.leave()
        self.folder.cleanup()

    def _start(self, port):
        program = pathlib.Path(os.environ["ALIGNDESK_BIN"]) / "aligndesk-sandbox"
        self.process = subprocess.Popen([str(program), "--port", port, *self.arguments], text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.url = self.process.stdout.readline().strip()

    def leave(self):
        """As a server does that is switched off; nothing listens any more."""
        self.process.stdin.close()
        self.process.wait(20)

    def come_back(self):
        """At the same address, with the same surveys."""
        self._start(str(urllib.parse.urlsplit(self.url).port))

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

    def project(self, name):
        """The project ID of the survey of that name."""
        return next(project for project, details in
                    self._rows("SELECT project_id, details FROM survey")
                    if json.loads(details)["name"] == name)

    def excludable(self):
        """Names of Completed and Closed surveys that no search for them finds beside another."""
        names = self.names()
        done = self._rows("SELECT details FROM survey WHERE status IN (?, ?) ORDER BY number",
                          COMPLETED, CLOSED)
        finished = [json.loads(details)["name"] for (details,) in done]
        return [name for name in finished if sum(name in other for other in names) == 1]

    def excluded(self, project):
        """How many surveys that one excludes."""
        details = self._rows("SELECT details FROM survey WHERE project_id = ?", project)[0][0]
        return len(json.loads(details).get("exclusions", []))

    def call(self, verb, endpoint, body=None, headers=None):
        """A call as another program of the buyer makes it; the answer's JSON."""
        digits = self._send("GET", "endpoints/getHashData",
                            {"url": self.url + endpoint, "key": "another-key"}).strip().strip('"')
        return json.loads(self._send(verb, f"{endpoint}?hash={digits}", body, headers))

    def _send(self, verb, path, body, headers=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, method=verb,
                                         headers={"X-Client-Id": "buyer",
                                                  "Content-Type": "application/json",
                                                  **(headers or {})})
        with urllib.request.urlopen(request) as answer:
            return answer.read().decode()

    def completes(self, project):
        """The respondents whom the buyer's own survey counted as complete."""
        address = self.url.split("/v1/")[0] + f"/sandbox/completes?project_id={project}"
        with urllib.request.urlopen(address) as answer:
            return answer.read().decode().split()
