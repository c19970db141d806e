"""The lints' own test: every rule finds its counter-example, and leaves its proper form alone."""
from __future__ import annotations

import sys
import tempfile
import unittest
from pathlib import Path

import coroutines
import forbidden
import layers
import shape
import words

HEADERS = Path(sys.argv.pop()) if len(sys.argv) > 1 and sys.argv[-1].startswith("/") else None


def found(check, path: str, text: str, *more) -> list[str]:
    """`line: what` of each finding of `check` in a project of one file."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
        return [f"{f.line}: {f.text}" for f in sorted(check(Path(folder), *more))]


class Layers(unittest.TestCase):
    def check(self, path, include):
        return found(layers.findings, path, f"// A header.\n#include {include}\n", HEADERS)

    def test_each_layer_knows_only_what_is_below(self):
        for path, include in [("api/x.h", '"models/a.h"'), ("models/x.h", '"ui/a.h"'),
                              ("ui/x.cpp", '"app/a.h"'), ("ui/x.cpp", '"sandbox/a.h"'),
                              ("sandbox/x.cpp", '"api/a.h"'), ("app/x.cpp", '"sandbox/a.h"'),
                              ("api/x.h", '"tests/a.h"'), ("models/x.h", "<QWidget>"),
                              ("models/x.h", "<QtGui/QColor>"), ("models/x.h", "<QColor>"),
                              ("api/x.h", "<QSqlDatabase>"), ("ui/x.h", "<QNetworkReply>"),
                              ("sandbox/x.h", "<tl/expected.hpp>"), ("api/x.h", "<curl/curl.h>"),
                              ("ui/x.h", "<qt6keychain/keychain.h>"), ("models/x.h", "<simdjson.h>")]:
            with self.subTest(path=path, include=include):
                self.assertEqual(len(self.check(path, include)), 1)

    def test_what_is_below_and_the_libraries_are_allowed(self):
        for path, include in [("models/x.h", '"api/a.h"'), ("ui/x.cpp", '"api/types/a.h"'),
                              ("app/x.cpp", '"ui/a.h"'), ("ui/x.cpp", '"ui_page.h"'),
                              ("ui/x.h", "<QLabel>"), ("api/x.h", "<QNetworkReply>"),
                              ("models/x.h", "<QSqlQuery>"), ("api/x.h", "<tl/expected.hpp>"),
                              ("api/x.h", "<QCoroTask>"), ("api/x.h", "<qcoro/qcorotask.h>"),
                              ("api/x.h", "<simdjson.h>"), ("api/x.h", "<vector>"),
                              ("sandbox/x.h", "<QHttpServer>"), ("tests/x.cpp", '"app/a.h"'),
                              ("app/x.h", "<sys/resource.h>"), ("api/x.h", "<cstdint>")]:
            with self.subTest(path=path, include=include):
                self.assertEqual(self.check(path, include), [])

    def test_a_comment_includes_nothing(self):
        self.assertEqual(found(layers.findings, "api/x.h", '// #include "ui/a.h"\n', HEADERS), [])


class Coroutines(unittest.TestCase):
    def check(self, text, path="models/x.cpp"):
        return found(coroutines.findings, path, text)

    def test_offending_forms(self):
        for text in ["void f() { co_await g(Request { 1 }); }",
                     "void f() { co_await g({}); }",
                     "void f() { co_await Timer {}; }",
                     "void f() { auto x = co_await g([this] { return 1; }); }",
                     "void f() { auto x = co_await g(1, [&](int a) { return a; }); }",
                     "Task<int> f(const QString &name);",
                     "QCoro::Task<> X::f(Survey &&survey) {}",
                     "api::Task<QList<int>> f(Client &client, const QList<int> &list);",
                     "auto f = [](const QString &name) -> api::Task<int> { co_return 1; };",
                     "Task<int> f(Client &&client);",
                     "void f() { co_await g(); throw 1; }",
                     "Task<int> f() { co_return flight->hash; }",
                     "Task<int> f() { co_return m_hash; }",
                     "void f() { future.then(this, [] {}); }",
                     "void f() { future.then(context, [] {}); }",
                     "void f() { QEventLoop loop; }",
                     "void f() { QCoro::waitFor(g()); }",
                     "void f() { QMessageBox::question(a, b, c); }",
                     "void f() { QFileDialog::getOpenFileName(a); }",
                     "void f() { QInputDialog::getText(a); }",
                     "void f() { QColorDialog::getColor(a); }",
                     "void f() { QFontDialog::getFont(&b); }"]:
            with self.subTest(text=text):
                self.assertEqual(len(self.check(text + "\n")), 1)

    def test_proper_forms(self):
        for text in ["void f() { const Request r { 1 }; auto x = co_await g(r); }",
                     "void f() { if (co_await g(x)) { h(); } }",
                     "void f() { for (auto x : co_await g()) { h(x); } }",
                     "void f() { auto x = co_await g(list[1], rows()[2]); }",
                     "void f() { auto x = co_await g([](int a) { return a; }); }",
                     "void f() { const auto a = co_await g(); const B b { a }; }",
                     "Task<int> f(Client &client, QString name, QList<int> list = {});",
                     "Task<int> f(api::Client &client, std::function<bool(const int &)> settled);",
                     "void f() { // co_await g({}); throw\n}",
                     "void f() { auto t = u\"co_await g({})\"_s; }",
                     "void f() { auto n = 10'000; co_await g(n); auto m = 'x'; }",
                     "void f() { query.exec(); }",
                     "void f() { task.then([](int) {}); }"]:
            with self.subTest(text=text):
                self.assertEqual(self.check(text + "\n"), [])

    def test_dialogs_open(self):
        self.assertEqual(len(self.check("void f() { dialog->exec(); }\n", "ui/x.cpp")), 1)
        self.assertEqual(self.check("void f() { dialog->open(); }\n", "ui/x.cpp"), [])

    def test_tests_may_wait(self):
        self.assertEqual(self.check("void f() { QCoro::waitFor(g()); }\n", "tests/x.cpp"), [])

    def test_the_line_is_told(self):
        self.assertEqual(self.check("void f()\n{\n    co_await g({});\n}\n"),
                         ["3: a braced temporary inside a co_await expression: name it first"])


class Forbidden(unittest.TestCase):
    def check(self, text, path="ui/x.cpp"):
        return found(forbidden.findings, path, text)

    def test_words(self):
        for text in ["reply->ignoreSslErrors();", "QNetworkAccessManager m;", "QNetworkReply *r;",
                     "show(m_reply->errorString());", "QXmlStreamReader r;", "signals:",
                     "public slots:", "emit changed();", "label->setTextFormat(Qt::RichText);",
                     "// TODO later", "foreach (a, b) {}", "forever { }", "auto *l = new QLabel(name);",
                     "auto *box = new QMessageBox(this);"]:
            with self.subTest(text=text):
                self.assertEqual(len(self.check(text + "\n")), 1)

    def test_apostrophes(self):
        self.assertEqual(len(self.check('show(tr("It can\'t be read."));\n')), 1)
        self.assertEqual(len(self.check('show(tr("It "\n   "isn\'t there."));\n')), 1)
        self.assertEqual(self.check('show(tr("It can’t be read."));\n'), [])
        self.assertEqual(self.check('QTest::newRow("it can\'t be read");\n'), [])

    def test_statements_are_checked(self):
        for text, path in [("QSqlQuery query(database);", "models/x.cpp"),
                           ("auto q = QSqlQuery(database);", "app/x.cpp"),
                           ("{\n    query.exec(text);", "models/database/x.cpp"),
                           ("f();\n    database.transaction();", "models/x.cpp")]:
            with self.subTest(text=text):
                self.assertEqual(len(self.check(text + "\n", path)), 1)
        for text, path in [("QSqlQuery query(database);", "models/database/x.cpp"),
                           ("void f(const QSqlQuery &row);", "models/x.cpp"),
                           ("{\n    return query.exec(text);", "models/database/x.cpp"),
                           ("a =\n    query.exec(text);", "models/database/x.cpp")]:
            with self.subTest(text=text):
                self.assertEqual(self.check(text + "\n", path), [])

    def test_allowed(self):
        for text, path in [("QNetworkAccessManager m;", "api/http/x.cpp"),
                           ("QNetworkReply *r;", "tests/api/x.cpp"), ("Q_EMIT changed();", "ui/x.cpp"),
                           ("f(file.errorString());", "models/x.cpp"), ("Q_SIGNALS:", "ui/x.h"),
                           ("auto *l = new QLabel(tr(\"Name\"));", "ui/x.cpp"),
                           ("auto *l = new QLabel(name); l->setTextFormat(Qt::PlainText);", "ui/x.cpp"),
                           ("auto t = tr(\"a\");", "ui/x.cpp"), ("// never ignoreSslErrors", "api/x.h")]:
            with self.subTest(text=text):
                self.assertEqual(self.check(text + "\n", path), [])

    def test_api_speaks_to_no_person(self):
        for text in ["tr(\"a\")", "QCoreApplication::translate(\"a\", \"b\")"]:
            self.assertEqual(len(self.check(f"auto t = {text};\n", "api/x.cpp")), 1)

    def test_labels_of_forms(self):
        def form(inside):
            return (f'<ui><widget class="QWidget" name="Page"><widget class="QLabel" name="title">'
                    f'{inside}</widget></widget></ui>\n')
        plain = '<property name="textFormat"><enum>Qt::PlainText</enum></property>'
        static = '<property name="text"><string>Name</string></property>'
        self.assertEqual(len(self.check(form(""), "ui/x.ui")), 1)
        self.assertEqual(self.check(form(plain), "ui/x.ui"), [])
        self.assertEqual(self.check(form(static), "ui/x.ui"), [])


class Shape(unittest.TestCase):
    def check(self, path, text):
        return found(shape.findings, path, text)

    def test_too_long(self):
        self.assertEqual(self.check("CMakeLists.txt", "\n" * 60), ["60: 60 lines, at most 59"])
        self.assertEqual(len(self.check("api/x.cpp", "\n" * 601)), 2)
        self.assertEqual(len(self.check("app/main.cpp", "\n" * 40)), 1)
        self.assertEqual(len(self.check("api/x.h", "// A.\n#pragma once\n" + "\n" * 119)), 1)
        self.assertEqual(len(self.check("api/main.cpp", "void f()\n{\n" + "    g();\n" * 41 + "}\n")), 1)

    def test_just_right(self):
        self.assertEqual(self.check("CMakeLists.txt", "\n" * 59), [])
        self.assertEqual(self.check("api/main.cpp", "\n" * 600), [])
        self.assertEqual(self.check("api/x.h", "// What it is for.\n#pragma once\n"), [])
        self.assertEqual(self.check("api/main.cpp", "void f()\n{\n" + "    g();\n" * 40 + "}\n"), [])

    def test_headers_say_what_they_are_for(self):
        self.assertEqual(len(self.check("api/x.h", "#pragma once\n")), 1)
        self.assertEqual(len(self.check("api/x.h", "// no full stop\n#pragma once\n")), 1)
        self.assertEqual(len(self.check("api/x.h", "// What it is for.\n")), 1)

    def test_a_source_has_its_header(self):
        self.assertEqual(self.check("ui/pages/pageacts.cpp", "\n"),
                         ["1: no header of this name: whose source is it?"])
        self.assertEqual(self.check("tests/ui/pageacts.cpp", "\n"), [])
        with tempfile.TemporaryDirectory() as folder:
            for name in ("page.h", "page.cpp"):
                (Path(folder) / "ui").mkdir(exist_ok=True)
                (Path(folder) / "ui" / name).write_text("// A page.\n#pragma once\n")
            self.assertEqual(shape.findings(Path(folder)), [])

    def test_what_is_long_is_asked(self):
        self.assertEqual(found(shape.questions, "ui/x.cpp", "\n" * 401),
                         ["401: 401 lines: does it hold a collaborator?"])
        self.assertEqual(found(shape.questions, "ui/x.cpp", "\n" * 400), [])

    def test_names(self):
        self.assertEqual(len(self.check("ui/utils/main.cpp", "\n")), 1)
        self.assertEqual(len(self.check("models/helper.cpp", "\n")), 2)
        self.assertEqual(len(self.check("ui/MainWindow.cpp", "\n")), 2)


class Words(unittest.TestCase):
    GLOSSARY = ("| term | meaning | on screen | not |\n|---|---|---|---|\n"
                "| again | once more | again | anew |\n| UID | an ID | UID | |\n")

    def check(self, text, glossary=GLOSSARY, path="ui/x.cpp"):
        with tempfile.TemporaryDirectory() as folder:
            for name, content in [(path, text), (words.GLOSSARY, glossary)]:
                place = Path(folder) / name
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_text(content, encoding="utf-8")
            return words.findings(Path(folder))

    def test_replaced_words_are_refused_on_screen(self):
        for text in ['tr("Create anew");', 'tr("Create "\n   "Anew…");', 'sentence("Anew.");',
                     'QT_TRANSLATE_NOOP("models::Grid", "anew")']:
            with self.subTest(text=text):
                self.assertEqual(len(self.check(text)), 1)
        for text in ['tr("Create again");', '// anew', 'u"anew"_s', 'tr("renewed");']:
            with self.subTest(text=text):
                self.assertEqual(self.check(text), [])
        self.assertEqual(self.check('tr("anew");', path="api/x.cpp"), [])

    def test_a_glossary_without_words_is_a_fault(self):
        self.assertEqual(len(self.check("", "| a | b | c | |\n")), 1)

if __name__ == "__main__":
    unittest.main(verbosity=1)
