#include "app/desktopnotifier.h"
#include "app/fieldnews.h"
#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/reconciliation/reconciliationplans.h"
#include "models/reconciliation/reconciliationstore.h"
#include "models/surveys/attentionwatch.h"
#include "models/surveys/surveystore.h"
#include "tests/models/surveys/surveyfixture.h"

#include <QAction>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

class FakeNotifier : public app::Notifier
{
public:
    void show(const QString &title, const QString &text, const QString &subject) override
    {
        shown.append(title + u'|' + text);
        subjects.append(subject);
    }
    QStringList shown;
    QStringList subjects;
};

struct Desk
{
    models::Database database {u":memory:"_s};
    models::Session session {
        {u"None"_s, QUrl(u"http://127.0.0.1:9/"_s), {}, false}, {u"client"_s, u"key"_s}, database};
    FakeNotifier notifier;
    bool isInFront = false;
    app::FieldNews news {notifier, [this] { return isInFront; }};

    Desk()
    {
        session.attention().setClock([] { return QDateTime(QDate(2026, 11, 16), QTime(12, 0)); });
        news.follow(&session);
        put(200);
    }
    void put(int complete)
    {
        session.surveys().adopt(fixture::survey(u"1"_s, u"Snack <b>tracker</b>"_s, complete));
    }
};

} // namespace

class TestFieldNews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        QCoreApplication::setOrganizationName(u"AlignDesk-tests"_s);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void cleanup() { QSettings().clear(); }

    void tellsWhatHappensBehindTheWindow()
    {
        Desk desk;
        QVERIFY(desk.notifier.shown.isEmpty());
        desk.put(40);
        QCOMPARE(desk.notifier.shown.size(), qsizetype(1));
        QVERIFY(desk.notifier.shown[0].endsWith(u"Snack <b>tracker</b>: Behind pace"_s));
        desk.put(400);
        QCOMPARE(desk.notifier.shown.size(), qsizetype(2));
        QVERIFY(desk.notifier.shown[1].endsWith(u"|Snack <b>tracker</b>"_s));
        desk.news.reconciliationCompleted({u"1"_s});
        QCOMPARE(desk.notifier.shown.last(), u"Reconciliation completed|Snack <b>tracker</b>"_s);
        desk.news.reconciliationCompleted({u"unknown"_s});
        QCOMPARE(desk.notifier.shown.last(), u"Reconciliation completed|unknown"_s);
    }

    void tellsOfDeadlines()
    {
        Desk desk;
        models::ReconciliationPlans &plans = desk.session.plans();
        plans.setClock([] { return QDate(2026, 12, 28); });
        api::Survey done = fixture::survey(u"1"_s, u"Snack tracker"_s, 400);
        done.status = api::SurveyStatus::Completed;
        desk.session.surveys().adopt(done);
        desk.session.plans().load();
        desk.session.reconciliations().loadAll();
        const auto told = [&desk] {
            return desk.notifier.shown.filter(u"Snack tracker: by 12/31/2026"_s).size();
        };
        QTRY_COMPARE(told(), qsizetype(1));
        plans.remind(); // once is enough
        QCOMPARE(told(), qsizetype(1));
        plans.setClock([] { return QDate(2026, 12, 31); });
        plans.remind();
        QCOMPARE(told(), qsizetype(2));
    }

    void isQuietInFrontOfThePerson()
    {
        Desk desk;
        desk.isInFront = true;
        desk.put(40);
        desk.put(400);
        QVERIFY(desk.notifier.shown.isEmpty());
    }

    void eachKindCanBeSwitchedOff()
    {
        Desk desk;
        QObject owner;
        const QList<QAction *> actions = ui::notificationActions(&owner);
        QCOMPARE(actions.size(), qsizetype(4));
        actions[1]->setChecked(false);
        desk.put(40);
        QVERIFY(desk.notifier.shown.isEmpty());
        desk.put(400);
        QCOMPARE(desk.notifier.shown.size(), qsizetype(1));
        QVERIFY(!ui::notificationActions(&owner)[1]->isChecked());
    }

    void aClickOpensTheSurvey()
    {
        Desk desk;
        QSignalSpy requested(&desk.news, &app::FieldNews::surveyRequested);
        desk.put(400);
        Q_EMIT desk.notifier.chosen(desk.notifier.subjects.last());
        QCOMPARE(requested.size(), 1);
        QCOMPARE(requested[0][0].value<api::SurveyId>(), api::SurveyId {u"1"_s});
        // One that is older than the session that is open now opens nothing there.
        models::Session other {{u"Other"_s, QUrl(u"http://127.0.0.1:9/"_s), {}, false},
                               {u"another"_s, u"key"_s},
                               desk.database};
        desk.news.follow(&other);
        Q_EMIT desk.notifier.chosen(desk.notifier.subjects.last());
        QCOMPARE(requested.size(), 1);
        desk.news.follow(&desk.session);
    }

    void manyMakeOne()
    {
        Desk desk;
        QList<api::Survey> many;
        for (int i = 0; i < 7; ++i)
            many.append(fixture::survey(QString::number(i), u"Wave %1"_s.arg(i)));
        desk.news.targetReached(many);
        QCOMPARE(desk.notifier.shown.size(), qsizetype(1));
        QCOMPARE(desk.notifier.shown[0].count(u'\n'), qsizetype(5));
        QVERIFY(desk.notifier.subjects[0].isEmpty());
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestFieldNews)
#include "tst_fieldnews.moc"
