#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/drafts/creationintent.h"
#include "models/quotas/quotacompletes.h"
#include "models/surveys/ledgermodel.h"
#include "models/surveys/snapshottable.h"
#include "models/surveys/surveystore.h"
#include "tests/models/surveys/surveyfixture.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "ui/survey/overview/overview.h"
#include "ui/survey/overview/progresscurves.h"

#include <QAbstractItemModelTester>
#include <QChartView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>

using namespace Qt::StringLiterals;
using support::json;
using support::named;
using support::says;

namespace {

api::Survey started()
{
    api::Survey one = fixture::survey(u"S1"_s, u"Snack tracker"_s, 100);
    one.qualifications = {{.code = {43},
                           .title = u"GENDER"_s,
                           .text = u"?"_s,
                           .questionType = {},
                           .kind = api::QualificationKind::Options,
                           .conditions = {{1, u"Male"_s}, {2, u"Female"_s}},
                           .ranges = {},
                           .zipCodes = {}}};
    one.quotas = {{{43}, {{200, 1}}}};
    one.start = QDate::currentDate().addDays(-10);
    one.end = QDate::currentDate().addDays(10);
    return one;
}

struct Desk
{
    Desk()
    {
        remember(20, 30, 0);
        remember(10, 60, 0);
        session.surveys().adopt(started());
    }
    ~Desk() { overview.reset(); }

    /// As the program saw it hours ago.
    void remember(int hours, int complete, qint64 moreCpi)
    {
        api::Survey survey = started();
        survey.progress = {complete, complete * 2, 400 - complete};
        survey.cpi.hundredths += moreCpi;
        const QDateTime at = QDateTime::currentDateTimeUtc().addSecs(-hours * 3'600);
        support::wait(database.run([account = session.account(), survey, at](QSqlDatabase &open) {
            models::snapshottable::record(open, account, {survey}, at);
        }));
    }

    support::Reply reply(const support::Seen &seen)
    {
        if (seen.verb == "GET") {
            QByteArray body = fixture::page({started()});
            body.replace("\"3.50\"", '"' + cpi + '"');
            body.replace("\"project_id\"", "\"new_field\":[1.50],\"project_id\"");
            return isSilent && !writes.isEmpty() ? json(503, "{}") : json(200, body);
        }
        writes.append(QString::fromUtf8(seen.body));
        if (isRefusing)
            return json(422, R"({"status":422,"error":"CPI is too low."})");
        const QJsonValue sent = QJsonDocument::fromJson(seen.body)[u"cpi"_s];
        if (sent.isString())
            cpi = sent.toString().toUtf8();
        return isSilent ? support::Reply {{}, support::Ending::Reset}
                        : json(200, R"({"status":200,"message":"Updated"})");
    }
    void open() { overview.reset(new ui::Overview(session, {u"S1"_s})); }
    QPushButton *button(const QString &name) { return named<QPushButton>(*overview, name); }
    QLineEdit *price() { return named<QLineEdit>(*overview, u"CPI"_s); }
    bool hasCard(const QString &name) const
    {
        for (const QWidget *const widget : overview->findChildren<QWidget *>()) {
            if (widget->accessibleName() == name)
                return true;
        }
        return false;
    }
    QStringList render(const QString &table)
    {
        QStringList rows;
        const QAbstractItemModel &model = *named<QTableView>(*overview, table)->model();
        for (int row = 0; row < model.rowCount(); ++row) {
            QStringList cells;
            for (int column = 1; column < model.columnCount(); ++column)
                cells.append(model.index(row, column).data().toString());
            rows.append(cells.join(u" | "_s));
        }
        return rows;
    }

    QByteArray cpi = "3.50";
    bool isRefusing = false;
    bool isSilent = false;
    QStringList writes;
    models::Database database {u":memory:"_s};
    support::FaultServer server {[this](const support::Seen &seen) { return reply(seen); }};
    QObject nursery; ///< of the client, as the program's is
    models::Session session {{u"Test"_s, server.baseUrl(), {}, false},
                             {u"client"_s, u"key"_s},
                             database,
                             support::quickPolicy(),
                             &nursery};
    support::CallsEnd ending {session.client()};
    std::unique_ptr<ui::Overview> overview;
};

} // namespace

class TestOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsFiguresAndTheirFormulas()
    {
        Desk desk;
        desk.open();
        QTRY_VERIFY(desk.hasCard(
            u"Completes: 100 / 400 300 remaining · expected by now: %1"_s.arg(goalNow())));
        QVERIFY(desk.hasCard(u"Conversion: 50.0 % completes ÷ entrants (200) · IR bought 40 % · "
                             "EPC 1.75"_s));
        QVERIFY(desk.hasCard(u"Spend: 350.00 100 × 3.50 · budget 1,400.00"_s));
        QVERIFY(desk.hasCard(u"Exposure: none 0 possibly in progress"_s));
    }

    void whatCannotBeReadIsADash()
    {
        Desk desk;
        desk.cpi = "12 dollars";
        api::Survey unread = started();
        unread.cpi = {};
        unread.unknown |= api::SurveyFigure::Cpi;
        desk.session.surveys().adopt(unread);
        desk.open();
        QTRY_VERIFY(desk.hasCard(u"Spend: — the service gives no figures that can be read"_s));
        QVERIFY(says(*desk.overview, u"The cost to complete isn’t known"_s));
        QCOMPARE(desk.price()->text(), QString());
        QVERIFY(!desk.button(u"Apply"_s)->isEnabled());
        desk.price()->setText(u"4"_s);
        QVERIFY(desk.button(u"Apply"_s)->isEnabled());
    }

    void drawsAndDescribesTheHistory()
    {
        Desk desk;
        desk.open();
        auto *const chart = named<QChartView>(*desk.overview, u"Completes over time"_s);
        QTRY_VERIFY(chart->isVisibleTo(desk.overview.get()));
        QVERIFY2(chart->accessibleDescription().startsWith(u"Completes rose from 30 on "_s),
                 qPrintable(chart->accessibleDescription()));
        QVERIFY(chart->accessibleDescription().contains(u"Forecast: 400 on "_s));
        QVERIFY(says(*desk.overview, u"3.5 completes an hour over the last 20 hours"_s));
        desk.overview->resize(1100, 800);
        desk.overview->show();
        QVERIFY(!desk.overview->grab().isNull());
    }

    void curvesOfAForecast()
    {
        const QDateTime now = started().start.addDays(10).startOfDay();
        api::Survey survey = started();
        const auto at = [&](int hours, int complete) {
            survey.progress.complete = complete;
            return models::snapshotOf(survey, now.addSecs(-hours * 3'600));
        };
        const models::History history {at(20, 36), at(0, 100)};
        const ui::ProgressCurves curves = ui::progressCurves(history, survey, now);
        QCOMPARE(curves.completes.size(), 4);
        QCOMPARE(curves.completes.last().y(), 100.0);
        QCOMPARE(curves.goal.last().y(), 400.0);
        QCOMPARE(curves.to, started().end.addDays(1).startOfDay());
        const double hours = double(now.secsTo(curves.to)) / 3'600;
        QCOMPARE(curves.forecast.last().y(), 100 + 3.2 * hours);
        QCOMPARE(curves.upper.last().y(), 100 + 3.984 * hours);
        QCOMPARE(curves.lower.last().y(), 100 + 2.416 * hours);
        survey.status = api::SurveyStatus::Inactive;
        QVERIFY(ui::progressCurves(history, survey, now).forecast.isEmpty());
        QVERIFY(ui::progressCurves({}, survey, now).completes.isEmpty());
        survey.status = api::SurveyStatus::Active;
        survey.unknown |= api::SurveyFigure::CompleteNeeded;
        survey.completeNeeded = 0;
        const ui::ProgressCurves aimless = ui::progressCurves(history, survey, now);
        QVERIFY(aimless.goal.isEmpty() && aimless.even.isEmpty() && !aimless.expected);
        QCOMPARE(ui::forecastText(aimless, survey),
                 u"No forecast: the service gives no figures that can be read."_s);
    }

    void sendsOnlyWhatChanged()
    {
        Desk desk;
        desk.open();
        QVERIFY(!desk.button(u"Apply"_s)->isEnabled());
        desk.price()->setText(u"4"_s);
        QVERIFY(
            says(*desk.overview, u"Cost to complete: 300 × 4.00 = 1,200.00. Total: 1,550.00."_s));
        QCOMPARE(desk.overview->unsaved(), u"1 term(s) are not applied."_s);
        desk.button(u"Apply"_s)->click();
        QTRY_VERIFY(says(*desk.overview, u"The terms are saved."_s));
        QCOMPARE(desk.writes, (QStringList {u"{\"cpi\":\"4\",\"project_id\":\"S1\"}"_s}));
        QCOMPARE(desk.price()->text(), u"4.00"_s);
        QVERIFY(desk.overview->unsaved().isEmpty());
        QTRY_COMPARE(desk.session.surveys().find({u"S1"_s})->cpi, api::Money {400});
        QTRY_COMPARE(desk.render(u"Cost ledger"_s),
                     (QStringList {u"3.50 | 100 | 350.00"_s, u"4.00 | 0 | 0.00"_s}));
    }

    void keepsWhatWasEnteredThroughAFailure()
    {
        Desk desk;
        desk.open();
        desk.isRefusing = true;
        desk.price()->setText(u"4.25"_s);
        named<QSpinBox>(*desk.overview, u"LOI, minutes"_s)->setValue(15);
        desk.button(u"Apply"_s)->click();
        QTRY_VERIFY(says(*desk.overview, u"CPI is too low."_s));
        QCOMPARE(desk.price()->text(), u"4.25"_s);
        desk.session.surveys().refreshOne({u"S1"_s});
        QTRY_COMPARE(desk.session.surveys().find({u"S1"_s})->qualifications.size(), 0);
        QCOMPARE(desk.price()->text(), u"4.25"_s);
        QCOMPARE(desk.overview->unsaved(), u"2 term(s) are not applied."_s);
        desk.button(u"Revert"_s)->click();
        QCOMPARE(desk.price()->text(), u"3.50"_s);
    }

    void doesNotOverwriteWhatOthersChanged()
    {
        Desk desk;
        desk.open();
        desk.cpi = "3.90";
        desk.price()->setText(u"4"_s);
        desk.button(u"Apply"_s)->click();
        QTRY_VERIFY(says(*desk.overview, u"The terms were changed elsewhere meanwhile."_s));
        QVERIFY(desk.writes.isEmpty());
        QVERIFY(says(*desk.overview, u"Now 3.90"_s));
        QCOMPARE(desk.price()->text(), u"4"_s);
        desk.button(u"Apply"_s)->click();
        QTRY_COMPARE(desk.writes.size(), 1);
    }

    void readsBackAfterAnUnclearFailure()
    {
        Desk desk;
        desk.open();
        desk.isSilent = true;
        desk.price()->setText(u"4"_s);
        desk.button(u"Apply"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(says(*desk.overview, u"may not have been saved"_s), 20'000);
        QCOMPARE(desk.writes.size(), 1);
        desk.isSilent = false;
        desk.button(u"Apply"_s)->click();
        QTRY_VERIFY(says(*desk.overview, u"The terms are saved."_s));
    }

    void knowsTheLeastCpiOfItsOwnSurveys()
    {
        Desk desk;
        models::CreationIntent intent;
        intent.uuid = u"u"_s;
        intent.draft.audience = api::AudienceType::B2C;
        intent.draft.liveLink = u"https://live.example/[identifier]"_s;
        intent.draft.testLink = u"https://test.example/"_s;
        intent.state = models::IntentState::Created;
        intent.survey = {u"S1"_s};
        intent.created = QDateTime::currentDateTimeUtc();
        support::wait(
            desk.database.run([account = desk.session.account(), intent](QSqlDatabase &connection) {
                return models::intents::save(connection, account, intent);
            }));
        desk.open();
        QTRY_COMPARE(named<QLineEdit>(*desk.overview, u"Live link"_s)->text(),
                     u"https://live.example/[identifier]"_s);
        desk.price()->setText(u"1.74"_s);
        QVERIFY(says(*desk.overview, u"At least 1.75 for B2C."_s));
        QVERIFY(!desk.button(u"Apply"_s)->isEnabled());
    }

    void showsQuotasAsSet()
    {
        Desk desk;
        desk.open();
        QCOMPARE(desk.render(u"Quotas"_s),
                 (QStringList {u"Male | 200 | 50.0 %"_s, u"Female | default (400) | 100.0 %"_s}));
        QVERIFY(says(*desk.overview, u"The service reports no completes per quota"_s));
        desk.session.quotaCompletes().keep({u"S1"_s},
                                           {{{{43}, {{50, 1}}}}, QDateTime::currentDateTimeUtc()});
        QTRY_COMPARE(desk.render(u"Quotas"_s),
                     (QStringList {u"Male | 200 | 50.0 % | 50 · 25.0 % | 150"_s,
                                   u"Female | default (400) | 100.0 % |  | "_s}));
        QVERIFY(says(*desk.overview, u"Completes as entered on"_s));
    }

    void aClosedSurveyOffersNoEdit()
    {
        Desk desk;
        api::Survey survey = started();
        survey.status = api::SurveyStatus::Closed;
        desk.session.surveys().adopt(survey);
        desk.open();
        QVERIFY(!desk.price()->isEnabled());
        QVERIFY(!desk.button(u"Apply"_s)->isVisibleTo(desk.overview.get()));
        QVERIFY(says(*desk.overview, u"its terms can’t be changed"_s));
        QVERIFY(says(*desk.overview, u"Not known: the service doesn’t report them"_s));
    }

    void showsTheSurveyAsItCame()
    {
        Desk desk;
        desk.open();
        desk.button(u"Show raw data…"_s)->click();
        auto *const text = named<QPlainTextEdit>(*desk.overview, u"Raw data of the survey"_s);
        QTRY_VERIFY(text->toPlainText().contains(u"\"new_field\": [\n"_s));
        QVERIFY(text->toPlainText().contains(u"1.50"_s));
        QVERIFY(text->isReadOnly());
    }

    void theLedgerIsAModel()
    {
        models::LedgerModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QDateTime day = QDate(2026, 11, 1).startOfDay();
        model.setRows({{day, day.addDays(1), {350}, 10, {3'500}}});
        QCOMPARE(model.index(0, models::LedgerModel::Cost).data().toString(), u"35.00"_s);
        model.sync({{day, day.addDays(2), {350}, 12, {4'200}}}, &models::LedgerRow::from);
        QCOMPARE(model.index(0, models::LedgerModel::Completes).data().toString(), u"12"_s);
    }

private:
    static int goalNow() { return models::goalLine(started(), QDateTime::currentDateTimeUtc()); }
};

int main(int argc, char **argv)
{
    return support::runWindowTest<TestOverview>(argc, argv);
}
#include "tst_overview.moc"
