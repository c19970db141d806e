#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/surveys/surveystore.h"
#include "tests/support/faultserver.h"
#include "tests/support/window.h"
#include "ui/reconciliation/reconciliationpage.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using support::FakePrompt;
using support::json;
using support::named;

namespace {

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestReconciliationPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importsSubmitsComparesAndExports();
    void keepsTheListWhenRefused();
};

namespace {

struct Desk
{
    explicit Desk(support::Reply answer)
        : post(std::move(answer))
        , server([this](const support::Seen &seen) { return reply(seen); })
        , session({u"Test"_s, server.baseUrl(), {}, false}, {u"client"_s, u"key"_s}, database)
        , page((session.surveys().adopt(survey()), session), prompt)
    {
        QFile file(folder.filePath(u"in.txt"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write("j8G7Y170924878SjNlC\nZ5hjB170924872cokEx\n\nj8G7Y170924878SjNlC\n");
        file.close();
        prompt.path = file.fileName();
        page.resize(1160, 760);
        page.choose({u"S1"_s});
        named<QPushButton>(page, u"Import UIDs…"_s)->click();
    }
    static api::Survey survey()
    {
        api::Survey made;
        made.id = {u"S1"_s};
        made.name = u"Snack tracker W14"_s;
        made.code = u"ALGN4532"_s;
        made.cpi = {450};
        return made;
    }
    support::Reply reply(const support::Seen &seen)
    {
        if (seen.verb == "POST") {
            posts.append(seen.body);
            return post;
        }
        return posts.isEmpty() || !isTaken ? json(404, R"({"status":false,"error":"Not Found"})")
                                           : json(200,
                                                  R"({"status":"Completed","result_count":1,)"
                                                  R"("accepted_uids":["Z5hjB170924872cokEx"]})");
    }
    QPushButton *button(const QString &name) { return named<QPushButton>(page, name); }

    QTemporaryDir folder;
    support::Reply post;
    bool isTaken = true;
    QByteArrayList posts;
    FakePrompt prompt;
    models::Database database {u":memory:"_s};
    support::FaultServer server;
    models::Session session;
    ui::ReconciliationPage page;
};

} // namespace

void TestReconciliationPage::importsSubmitsComparesAndExports()
{
    Desk desk(json(200, R"({"status":true,"message":"Taken."})"));
    auto *const findings = named<QTableView>(desk.page, u"Findings by line"_s);
    QTRY_COMPARE(findings->model()->rowCount(), 2);
    QVERIFY(!desk.button(u"Submit…"_s)->isEnabled());
    auto *const email = named<QLineEdit>(desk.page, u"Contact e-mail"_s);
    email->setText(u"nobody"_s);
    QVERIFY(!desk.button(u"Submit…"_s)->isEnabled());
    email->setText(u"a@b.example"_s);
    QVERIFY(desk.button(u"Submit…"_s)->isEnabled());
    desk.button(u"Submit…"_s)->click();
    QTRY_VERIFY(desk.button(u"Export…"_s)->isEnabled());
    QCOMPARE(desk.posts.size(), qsizetype(1));
    QVERIFY(desk.prompt.asked.value(0).contains(u"can't be undone"_s));
    desk.prompt.path = desk.folder.filePath(u"out.csv"_s);
    named<QComboBox>(desk.page, u"List to export"_s)->setCurrentIndex(1);
    desk.button(u"Export…"_s)->click();
    QTRY_COMPARE(read(desk.prompt.path), QByteArray("uid\r\nj8G7Y170924878SjNlC\r\n"));
}

void TestReconciliationPage::keepsTheListWhenRefused()
{
    Desk desk(json(422, R"({"status":false,"message":"Not in that state."})"));
    desk.isTaken = false;
    named<QLineEdit>(desk.page, u"Contact e-mail"_s)->setText(u"a@b.example"_s);
    QTRY_VERIFY(desk.button(u"Submit…"_s)->isEnabled());
    desk.prompt.isSure = false;
    desk.button(u"Submit…"_s)->click();
    QTRY_COMPARE(desk.prompt.asked.size(), qsizetype(1));
    QVERIFY(desk.posts.isEmpty());
    desk.prompt.isSure = true;
    desk.button(u"Submit…"_s)->click();
    QTRY_COMPARE(desk.posts.size(), qsizetype(1));
    QTRY_VERIFY(desk.button(u"Submit…"_s)->isEnabled());
    QCOMPARE(named<QTableView>(desk.page, u"Findings by line"_s)->model()->rowCount(), 2);
}

int main(int argc, char **argv)
{
    return support::runWindowTest<TestReconciliationPage>(argc, argv);
}

#include "tst_reconciliationpage.moc"
