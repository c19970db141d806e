#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/reference/referencestore.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "ui/reference/referencepage.h"

#include <QComboBox>
#include <QListView>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTableView>

using namespace Qt::StringLiterals;
using support::json;
using support::named;
using support::says;

namespace {

const QByteArray countries =
    R"({"status":200,"data":[{"country_id":"229","name":"United States","short_name":"US",)"
    R"("iso_code":"USA","country_code":"1","language":"5"},{"country_id":"81","name":"Germany",)"
    R"("short_name":"DE","iso_code":"DEU","country_code":"49","language":"3,5"}]})";
const QByteArray languages =
    R"({"status":200,"data":[{"language_id":"3","name":"German","short_name":"de"},)"
    R"({"language_id":"5","name":"English","short_name":"en"}]})";
const QByteArray questions =
    R"({"status":200,"qualifications_data":[{"qualification_id":43,"Name":"GENDER",)"
    R"("QuestionText":"Are you?","questionType":"Single Punch","conditions":[)"
    R"({"condition_code":1,"condition_name":"Male"}]},{"qualification_id":42,"Name":"AGE",)"
    R"("QuestionText":"How old?","questionType":"Numeric","range_sets":[{"from":18,"to":60}]}]})";

struct Desk
{
    support::Reply reply(const support::Seen &seen) const
    {
        if (isGone)
            return {{}, support::Ending::Reset};
        if (isDown)
            return json(503, R"({"status":503,"error":"Closed for today."})");
        if (seen.path().endsWith("/get_qualification_master"))
            return json(200, questions);
        if (seen.target.contains("type=country"))
            return json(200, countries);
        if (seen.target.contains("type=language"))
            return json(200, languages);
        return json(200,
                    R"({"status":200,"data":[{"category_id":"1","vertical_id":"1",)"
                    R"("name":"Automotive"}]})");
    }
    int rows() { return named<QTableView>(*page, u"Reference data"_s)->model()->rowCount(); }
    void tab(int at) { named<QTabBar>(*page, u"Reference lists"_s)->setCurrentIndex(at); }

    bool isDown = false;
    bool isGone = false;
    support::FakePrompt prompt;
    models::Database database {u":memory:"_s};
    support::FaultServer server {[this](const support::Seen &seen) { return reply(seen); }};
    QObject nursery; ///< of the client, as the program's is
    models::Session session {{u"Test"_s, server.baseUrl(), {}, false},
                             {u"client"_s, u"key"_s},
                             database,
                             support::quickPolicy(),
                             &nursery};
    support::CallsEnd ending {session.client()};
    std::unique_ptr<ui::ReferencePage> page {
        new ui::ReferencePage(session, prompt)}; ///< goes before the calls end
};

} // namespace

class TestReferencePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void browsesTheLists()
    {
        Desk desk;
        QTRY_COMPARE(desk.rows(), 2);
        QTRY_VERIFY(says(*desk.page, u" · as of "_s));
        desk.page->search(u"germany"_s);
        QCOMPARE(desk.rows(), 1);
        QVERIFY(says(*desk.page, u"1 of 2 shown"_s));
        desk.page->search(u"nowhere"_s);
        QVERIFY(says(*desk.page, u"Nothing matches the search"_s));
        desk.page->search({});
        desk.tab(1);
        QCOMPARE(desk.rows(), 2);
    }

    void looksUpQuestions()
    {
        Desk desk;
        QTRY_COMPARE(desk.rows(), 2);
        QTRY_VERIFY(!desk.session.reference().isBusy());
        desk.tab(4);
        QVERIFY(says(*desk.page, u"Choose a country and a language"_s));
        auto *const country = named<QComboBox>(*desk.page, u"Country"_s);
        country->setCurrentIndex(country->findText(u"United States"_s));
        QCOMPARE(named<QComboBox>(*desk.page, u"Language"_s)->currentText(), u"English"_s);
        auto *const list = named<QListView>(*desk.page, u"Standard qualifications"_s);
        QTRY_COMPARE(list->model()->rowCount(), 2);
        QVERIFY(says(*desk.page, u"2 qualification(s) · as of "_s));
        desk.page->search(u"are you"_s);
        QCOMPARE(list->model()->rowCount(), 1);
        list->setCurrentIndex(list->model()->index(0, 0));
        QVERIFY(says(*desk.page, u"Single Punch · code 43"_s));
        QCOMPARE(named<QPlainTextEdit>(*desk.page, u"Options"_s)->toPlainText(), u"1\tMale"_s);
        desk.page->refresh();
        QVERIFY(desk.session.reference().isBusy());
        QTRY_VERIFY(!desk.session.reference().isBusy());
        QVERIFY(says(*desk.page, u"Single Punch · code 43"_s));
    }

    void keepsTheLastKnownThroughAFailure()
    {
        Desk desk;
        QTRY_COMPARE(desk.rows(), 2);
        QTRY_VERIFY(!desk.session.reference().isBusy());
        desk.isDown = true;
        desk.page->refresh();
        QTRY_VERIFY(says(*desk.page, u"The reference data could not be refreshed."_s));
        QCOMPARE(desk.rows(), 2);
        QTRY_VERIFY(!desk.session.reference().isBusy());
        // That the service can't be reached is said by the window's bar, once.
        desk.isGone = true;
        desk.page->refresh();
        QVERIFY(desk.session.reference().isBusy());
        QTRY_VERIFY(!desk.session.reference().isBusy());
        QVERIFY(!desk.session.isReachable());
        QVERIFY(!says(*desk.page, u"The reference data could not be refreshed."_s));
    }
};

int main(int argc, char **argv)
{
    return support::runWindowTest<TestReferencePage>(argc, argv);
}

#include "tst_referencepage.moc"
