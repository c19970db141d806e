"""The proxy can fail: what a wrong client or server would do is reported, and right ones aren't."""
import pathlib
import unittest

from proxy import Contract

HERE = pathlib.Path(__file__).parent
HASHES = {"hash": "0" * 64}
OWN = {"x-client-id": "c", "content-type": "application/json"}


class TestContract(unittest.TestCase):
    def setUp(self):
        self.contract = Contract(HERE / "openapi.yaml")

    def ask(self, verb, path, query=None, headers=None, body=b""):
        operation = self.contract.operation(verb, path)
        return self.contract.request_problems(operation, HASHES if query is None else query,
                                              OWN if headers is None else headers, body)

    def answer(self, verb, path, body, status=200):
        operation = self.contract.operation(verb, path)
        return self.contract.answer_problems(operation, status, body)

    def test_right_request(self):
        self.assertEqual(self.ask("PUT", "/endpoints/survey_status",
                                  body=b'{"project_id": "a", "status": "1"}'), [])

    def test_wrong_requests(self):
        put = "/endpoints/survey_status"
        good = b'{"project_id": "a", "status": "1"}'
        for name, arguments in {
            "status": {"body": b'{"project_id": "a", "status": "3"}'},
            "number for text": {"body": b'{"project_id": "a", "status": 1}'},
            "undeclared member": {"body": good[:-1] + b', "more": 1}'},
            "no body": {"body": b""},
            "no JSON": {"body": b"{"},
            "short hash": {"query": {"hash": "00"}, "body": good},
            "no hash": {"query": {}, "body": good},
            "undeclared query": {"query": {**HASHES, "page": "1"}, "body": good},
            "no client": {"headers": {"content-type": "application/json"}, "body": good},
            "undeclared header": {"headers": {**OWN, "x-project-id": "a"}, "body": good},
            "no content type": {"headers": {"x-client-id": "c"}, "body": good},
        }.items():
            with self.subTest(name):
                self.assertNotEqual(self.ask("PUT", put, **arguments), [])

    def test_missing_header_and_needless_body(self):
        self.assertNotEqual(self.ask("GET", "/endpoints/exclusion"), [])
        own = {**OWN, "x-project-id": "a"}
        self.assertNotEqual(self.ask("DELETE", "/endpoints/exclusion", headers=own, body=b"{}"), [])
        self.assertEqual(self.ask("DELETE", "/endpoints/exclusion", headers=own), [])

    def test_answers(self):
        list_call = ("GET", "/endpoints/get_survey")
        self.assertEqual(self.answer(*list_call, b'{"status": 200, "data": []}'), [])
        self.assertNotEqual(self.answer(*list_call, b'{"status": 200}'), [])
        self.assertNotEqual(self.answer(*list_call, b'{"status": 200, "data": [{}]}'), [])
        self.assertNotEqual(self.answer(*list_call, b"<html>"), [])
        self.assertNotEqual(self.answer("GET", "/endpoints/getHashData", b"Not a hash"), [])

    def test_numbers(self):
        operation = self.contract.operation("GET", "/endpoints/get_master_data")
        self.assertEqual(self.contract.number(operation, {"type": "vertical"}, {}), 23)
        operation = self.contract.operation("GET", "/endpoints/qualifications")
        self.assertEqual(self.contract.number(operation, {}, {"x-qualification-id": "1"}), 8)


unittest.main()
