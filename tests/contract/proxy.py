"""proxy.py OPENAPI UPSTREAM: passes calls on to UPSTREAM and holds each request and each answer
against the OpenAPI file. Prints its own base URL. `GET /verdict` answers what it found:
{"violations": [...], "seen": [1, 2, …]}, the calls by their numbers in the contract."""
import http.client
import http.server
import json
import re
import sys
import threading
import urllib.parse

import jsonschema
import yaml

NUMBERS = {
    "getHashData": 1, "createSurvey": 4, "updateSurvey": 5, "setSurveyStatus": 6,
    "addQualifications": 9, "updateQualifications": 10, "deleteQualification": 11,
    "saveQuotas": 14, "getInterlocking": 15, "createInterlocking": 16, "updateInterlocking": 17,
    "getReconciliation": 18, "submitReconciliation": 19, "getQualificationMaster": 24,
    "getExclusions": 25, "saveExclusions": 26, "deleteExclusions": 27, "getFeasibility": 28,
}
MASTER = {"country": 20, "language": 21, "study_category": 22, "vertical": 23}
USUAL_HEADERS = {"host", "user-agent", "accept", "accept-encoding", "accept-language", "connection",
                 "content-type", "content-length", "x-client-id", "transfer-encoding"}
HASH = re.compile(r"^[0-9a-f]{64}$")


class Contract:
    """The OpenAPI file, asked about one exchange at a time. Knows nothing of HTTP servers."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.document = yaml.safe_load(file)
        self.resolver = jsonschema.RefResolver("", self.document)

    def resolve(self, value):
        while isinstance(value, dict) and "$ref" in value:
            value = self.resolver.resolve(value["$ref"])[1]
        return value

    def operation(self, verb, path):
        return self.document["paths"].get(path, {}).get(verb.lower())

    def number(self, operation, query, headers):
        name = operation["operationId"]
        if name == "getSurveys":
            return 3 if "project_id" in query else 2
        if name in ("getQualifications", "getQuotas"):
            first = 7 if name == "getQualifications" else 12
            return first + 1 if "x-qualification-id" in headers else first
        if name == "getMasterData":
            return MASTER.get(query.get("type"), 0)
        return NUMBERS[name]

    def mismatches(self, schema, value):
        checker = jsonschema.FormatChecker()
        validator = jsonschema.Draft202012Validator(schema, resolver=self.resolver,
                                                    format_checker=checker)
        return [f"{'/'.join(str(part) for part in error.absolute_path) or 'body'}: {error.message}"
                for error in validator.iter_errors(value)]

    def request_problems(self, operation, query, headers, body):
        problems = []
        declared = [self.resolve(parameter) for parameter in operation.get("parameters", [])]
        names = {parameter["name"].lower() for parameter in declared}
        for parameter in declared:
            where = query if parameter["in"] == "query" else headers
            value = where.get(parameter["name"] if where is query else parameter["name"].lower())
            if value is None:
                if parameter.get("required"):
                    problems.append(f"{parameter['name']} is missing")
                continue
            schema = self.resolve(parameter.get("schema", {}))
            read = int(value) if schema.get("type") == "integer" and value.isdigit() else value
            problems += self.mismatches(schema, read)
        problems += [f"undeclared query member {name}" for name in query if name not in names]
        problems += [f"undeclared header {name}" for name in headers
                     if name.startswith("x-") and name not in names | USUAL_HEADERS]
        if "security" not in operation and not headers.get("x-client-id"):
            problems.append("X-Client-Id is missing")
        if "security" not in operation and not HASH.match(query.get("hash", "")):
            problems.append("hash isn't 64 lower-case hex digits")
        return problems + self.body_problems(operation, headers, body)

    def body_problems(self, operation, headers, body):
        wanted = self.resolve(operation.get("requestBody"))
        if wanted is None:
            return ["a body where none is declared"] if body else []
        if not body:
            return ["the body is missing"] if wanted.get("required") else []
        if not headers.get("content-type", "").startswith("application/json"):
            return ["the body isn't declared as JSON"]
        return self.json_problems(wanted["content"]["application/json"]["schema"], body)

    def json_problems(self, schema, body):
        try:
            return self.mismatches(schema, json.loads(body))
        except ValueError as error:
            return [f"no JSON: {error}"]

    def answer_problems(self, operation, status, body):
        responses = operation["responses"]
        answer = self.resolve(responses.get(str(status), responses.get("default")))
        if answer is None:
            return [f"status {status} isn't declared"]
        content = answer.get("content", {})
        if "application/json" in content:
            return self.json_problems(content["application/json"]["schema"], body)
        if "text/plain" in content and not HASH.match(body.decode().strip().strip('"')):
            return ["no hash of 64 lower-case hex digits"]
        return []


class Proxy(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, contract, upstream):
        super().__init__(("127.0.0.1", 0), Handler)
        self.contract = contract
        self.upstream = urllib.parse.urlsplit(upstream)
        self.base = self.upstream.path.rstrip("/")
        self.lock = threading.Lock()
        self.violations = []
        self.seen = set()

    def judge(self, verb, target, headers, body, status, answer):
        parts = urllib.parse.urlsplit(target)
        path = parts.path[len(self.base):]
        query = dict(urllib.parse.parse_qsl(parts.query, keep_blank_values=True))
        folded = {name.lower(): value for name, value in headers.items()}
        operation = self.contract.operation(verb, path)
        if operation is None:
            problems, number = ["no such call"], 0
        else:
            number = self.contract.number(operation, query, folded)
            problems = [f"request: {problem}" for problem in
                        self.contract.request_problems(operation, query, folded, body)]
            problems += [f"answer {status}: {problem}" for problem in
                         self.contract.answer_problems(operation, status, answer)]
        with self.lock:
            self.seen.add(number)
            self.violations += [f"{verb} {path} ({number}): {problem}" for problem in problems]

    def verdict(self):
        with self.lock:
            return {"violations": list(self.violations), "seen": sorted(self.seen)}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def exchange(self):
        if self.path == "/verdict":
            return self.reply(200, "application/json", json.dumps(self.server.verdict()).encode())
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        upstream = self.server.upstream
        connection = http.client.HTTPConnection(upstream.hostname, upstream.port, timeout=60)
        headers = {name: value for name, value in self.headers.items()
                   if name.lower() not in ("host", "connection", "accept-encoding")}
        connection.request(self.command, self.path, body or None, headers)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        self.server.judge(self.command, self.path, self.headers, body, answer.status, content)
        return self.reply(answer.status, answer.getheader("Content-Type", "text/plain"), content)

    do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = exchange

    def reply(self, status, kind, content):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


if __name__ == "__main__":
    proxy = Proxy(Contract(sys.argv[1]), sys.argv[2])
    print(f"http://127.0.0.1:{proxy.server_address[1]}{proxy.base}/", flush=True)
    threading.Thread(target=proxy.serve_forever, daemon=True).start()
    sys.stdin.read()  # ends with whoever started it
