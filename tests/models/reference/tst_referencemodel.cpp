#include "models/database/database.h"
#include "models/reference/referencemodel.h"
#include "models/reference/referencestore.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using models::ReferenceKind;
using support::json;

namespace {

const QByteArray countries =
    R"({"status":200,"data":[{"country_id":"229","name":"United States","short_name":"US",)"
    R"("iso_code":"USA","country_code":"1","language":"5,6"},{"country_id":"39",)"
    R"("name":"Österreich","short_name":"AT","iso_code":"AUT","country_code":"43","language":"3"}]})";
const QByteArray languages =
    R"({"status":200,"data":[{"language_id":"3","name":"German","short_name":"de"},)"
    R"({"language_id":"5","name":"English","short_name":"en"}]})";
const QByteArray questions =
    R"({"status":200,"qualifications_data":[{"qualification_id":43,"Name":"GENDER"}]})";

QStringList rendered(const QAbstractItemModel &model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells.append(model.index(row, column).data().toString());
        rows.append(cells.join(u" | "_s));
    }
    return rows;
}

struct Desk
{
    support::Reply reply(const support::Seen &seen)
    {
        if (seen.path().endsWith("/get_qualification_master")) {
            ++asked;
            return json(200, questions);
        }
        if (seen.target.contains("type=country"))
            return json(200, countries);
        if (seen.target.contains("type=language"))
            return json(200, languages);
        return json(200, R"({"status":200,"data":[]})");
    }

    int asked = 0; ///< calls for the standard qualifications
    models::Database database {u":memory:"_s};
    support::FaultServer server {[this](const support::Seen &seen) { return reply(seen); }};
    api::Client client {{server.baseUrl(), u"client"_s, u"key"_s}, support::quickPolicy()};
    support::CallsEnd ending {client};
    models::ReferenceStore store {client, database, u"account"_s};
};

} // namespace

class TestReferenceModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rendersTheLists()
    {
        Desk desk;
        desk.store.load();
        QTRY_VERIFY(desk.store.updated().isValid());
        models::ReferenceModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto show = [&](ReferenceKind kind) {
            model.show(kind, models::referenceRows(kind, desk.store));
        };
        show(ReferenceKind::Countries);
        QCOMPARE(rendered(model),
                 (QStringList {u"Österreich | AT · AUT | German | 39"_s,
                               u"United States | US · USA | English, 6 | 229"_s}));
        model.setSearch(u"osterr german"_s);
        QCOMPARE(model.rowCount(), 1);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        show(ReferenceKind::Countries);
        QVERIFY(reset.isEmpty());
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.count(), 2);
        model.setSearch({});
        show(ReferenceKind::Languages);
        QCOMPARE(rendered(model),
                 (QStringList {u"English | en |  | 5"_s, u"German | de |  | 3"_s}));
        show(ReferenceKind::Verticals);
        QCOMPARE(model.rowCount(), 0);
    }

    void refreshesQuestionsWhateverTheirAge()
    {
        Desk desk;
        const api::CountryId country {u"229"_s};
        const api::LanguageId language {u"5"_s};
        QVERIFY(!desk.store.qualificationsUpdated(country, language).isValid());
        desk.store.loadQualifications(country, language);
        QTRY_VERIFY(desk.store.qualificationsUpdated(country, language).isValid());
        desk.store.loadQualifications(country, language);
        QCOMPARE(desk.asked, 1);
        desk.store.refreshQualifications(country, language);
        QVERIFY(desk.store.isBusy());
        QTRY_COMPARE(desk.asked, 2);
        QTRY_VERIFY(!desk.store.isBusy());
    }
};

QTEST_GUILESS_MAIN(TestReferenceModel)

#include "tst_referencemodel.moc"
