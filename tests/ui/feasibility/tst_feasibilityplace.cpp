#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/feasibility/feasibilitystore.h"
#include "models/feasibility/scenariomodel.h"
#include "models/reference/referencestore.h"
#include "tests/support/masterdata.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "ui/feasibility/feasibilityplace.h"
#include "ui/wizard/feasibilitypage.h"

#include <QChartView>
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTabWidget>

using namespace Qt::StringLiterals;
using support::json;
using support::named;
using support::says;

namespace {

QStringList render(const QAbstractItemModel &model, const QList<int> &columns)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (const int column : columns)
            cells.append(model.index(row, column).data().toString());
        lines.append(cells.join(u" | "_s));
    }
    return lines;
}

/// A service that has 20 completes for each per cent of incidence, at 10 cents a minute.
struct Desk
{
    Desk() { masterData.load(session); }
    support::Reply reply(const support::Seen &seen)
    {
        if (const auto data = masterData.reply(seen))
            return *data;
        if (!seen.path().endsWith("/getFeasibility"))
            return json(200, R"({"status":200,"data":[]})");
        if (isRefusing)
            return json(400, R"({"status":400,"error":"Feasibility data not found!"})");
        if (answered.size() == failsAfter)
            return json(500, R"({"status":500,"error":"Out of order."})");
        answered.append(seen.body);
        const QJsonDocument body = QJsonDocument::fromJson(seen.body);
        const int most = int(body[u"incidence_rate"_s].toDouble() * 2000 + 0.5);
        return json(200,
                    u"{\"status\":200,\"feasibility_data\":{\"minimum_feasibility\":%1,"
                    "\"maximum_feasibility\":%2,\"recommended_price\":\"%3\"}}"_s.arg(most / 2)
                        .arg(most)
                        .arg(body[u"length_of_interview"_s].toInt() / 10.0)
                        .toUtf8());
    }

    support::MasterData masterData;
    bool isRefusing = false;
    qsizetype failsAfter = -1; ///< so many answers
    QByteArrayList answered; ///< the questions
    support::FakePrompt prompt;
    models::Database database {u":memory:"_s};
    support::FaultServer server {[this](const support::Seen &seen) { return reply(seen); }};
    models::Session session {{u"Test"_s, server.baseUrl(), {}, false},
                             {u"client"_s, u"key"_s},
                             database,
                             support::quickPolicy()};
    support::CallsEnd ending {session.client()};
};

struct PlaceDesk : Desk
{
    ui::FeasibilityPlace place {session, prompt};

    PlaceDesk() { place.show(); }
    void fill(int ir, int loi, int completes)
    {
        auto *const box = named<QComboBox>(place, u"Country"_s);
        box->setCurrentIndex(box->findText(u"United States"_s));
        named<QSpinBox>(place, u"Incidence rate, %"_s)->setValue(ir);
        named<QSpinBox>(place, u"LOI, minutes"_s)->setValue(loi);
        named<QSpinBox>(place, u"Completes needed"_s)->setValue(completes);
    }
    QPushButton *button(const QString &name) { return named<QPushButton>(place, name); }
    void ask()
    {
        const qsizetype before = session.feasibility().runs().size();
        button(u"Check feasibility"_s)->click();
        QTRY_VERIFY(session.feasibility().running().isEmpty());
        QCOMPARE(session.feasibility().runs().size(), before + 1);
    }
    void sweep()
    {
        named<QTabWidget>(place, u"Feasibility"_s)->setCurrentIndex(1);
        named<QLineEdit>(place, u"Incidence rates, %"_s)->setText(u"10 20 30"_s);
        named<QLineEdit>(place, u"LOIs, minutes"_s)->setText(u"10 20"_s);
        button(u"Calculate"_s)->click();
        QTRY_VERIFY(session.feasibility().running().isEmpty());
    }
};

const QList<int> figures {models::ScenarioModel::Ir,      models::ScenarioModel::Loi,
                          models::ScenarioModel::Minimum, models::ScenarioModel::Maximum,
                          models::ScenarioModel::Price,   models::ScenarioModel::Cost,
                          models::ScenarioModel::Result};

} // namespace

class TestFeasibilityPlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsMissing();
    void putsScenariosSideBySide();
    void opensWithTheLastTerms();
    void beginsASurveyFromAScenario();
    void sweepsAndDraws();
    void aSweepGoesOnAfterAFailure();
    void tellsASweepThatCannotBe();
    void tellsAFailureAndTriesAgain();
    void undoesARemoval();
    void offersThePriceInTheWizard();
    void everythingThatTakesTheFocusHasAName();
};

void TestFeasibilityPlace::saysWhatIsMissing()
{
    PlaceDesk desk;
    desk.fill(20, 15, 0);
    QVERIFY(!says(desk.place, u"At least 1 complete is needed."_s)); // nobody wrote there yet
    desk.button(u"Check feasibility"_s)->click();
    QVERIFY(says(desk.place, u"At least 1 complete is needed."_s));
    QVERIFY(desk.session.feasibility().running().isEmpty());
    QVERIFY(desk.answered.isEmpty());
    desk.fill(20, 15, 300);
    QVERIFY(!says(desk.place, u"At least 1 complete is needed."_s));
    desk.ask();
    QVERIFY(!desk.answered.isEmpty());
}

void TestFeasibilityPlace::putsScenariosSideBySide()
{
    PlaceDesk desk;
    desk.fill(20, 15, 300);
    desk.ask();
    QVERIFY(says(desk.place, u"300 completes may be feasible."_s));
    QVERIFY(says(desk.place, u"100 more than are certain."_s));
    QVERIFY(says(desk.place, u"450.00"_s)); // 300 × 1.50
    desk.fill(10, 15, 300);
    QVERIFY(says(desk.place, u"These figures are for other terms than those set now."_s));
    desk.ask();
    QVERIFY(says(desk.place, u"300 completes aren’t feasible."_s));
    auto *const table = named<QTableView>(desk.place, u"Scenarios"_s);
    QStringList rows = render(*table->model(), figures);
    rows.sort();
    QCOMPARE(
        rows,
        (QStringList {u"10 % | 15 min | 100 | 200 | 1.50 | 450.00 | Doesn’t fit (100 too many)"_s,
                      u"20 % | 15 min | 200 | 400 | 1.50 | 450.00 | May fit (100 not sure)"_s}));
}

void TestFeasibilityPlace::opensWithTheLastTerms()
{
    PlaceDesk desk;
    desk.fill(20, 15, 300);
    desk.ask();
    ui::FeasibilityPlace later(desk.session, desk.prompt);
    QCOMPARE(named<QSpinBox>(later, u"Incidence rate, %"_s)->value(), 20);
    QCOMPARE(named<QComboBox>(later, u"Country"_s)->currentText(), u"United States"_s);
    QVERIFY(says(later, u"300 completes may be feasible."_s)); // what is known isn't asked again
}

void TestFeasibilityPlace::beginsASurveyFromAScenario()
{
    PlaceDesk desk;
    QSignalSpy wanted(&desk.place, &ui::FeasibilityPlace::surveyWanted);
    QVERIFY(!desk.button(u"New survey from this"_s)->isEnabled());
    desk.fill(20, 15, 300);
    desk.ask();
    desk.button(u"New survey from this"_s)->click();
    QCOMPARE(wanted.size(), 1);
    const auto draft = wanted[0][0].value<models::SurveyDraft>();
    QCOMPARE(draft.country, api::CountryId {u"229"_s});
    QCOMPARE(draft.ir, 20);
    QCOMPARE(draft.completes, 300);
    QCOMPARE(draft.cpi, api::Money {150});
}

void TestFeasibilityPlace::sweepsAndDraws()
{
    PlaceDesk desk;
    desk.fill(20, 15, 300);
    desk.sweep();
    auto *const table = named<QTableView>(desk.place, u"Figures of the price curves"_s);
    QCOMPARE(
        render(*table->model(), figures),
        (QStringList {u"10 % | 10 min | 100 | 200 | 1.00 | 300.00 | Doesn’t fit (100 too many)"_s,
                      u"10 % | 20 min | 100 | 200 | 2.00 | 600.00 | Doesn’t fit (100 too many)"_s,
                      u"20 % | 10 min | 200 | 400 | 1.00 | 300.00 | May fit (100 not sure)"_s,
                      u"20 % | 20 min | 200 | 400 | 2.00 | 600.00 | May fit (100 not sure)"_s,
                      u"30 % | 10 min | 300 | 600 | 1.00 | 300.00 | Fits"_s,
                      u"30 % | 20 min | 300 | 600 | 2.00 | 600.00 | Fits"_s}));
    QCOMPARE(named<QChartView>(desk.place, u"Recommended price"_s)->accessibleDescription(),
             u"LOI 10 min: IR 10 %: 1.00; IR 20 %: 1.00; IR 30 %: 1.00. LOI 20 min: IR 10 %: 2.00; "
             "IR 20 %: 2.00; IR 30 %: 2.00."_s);
    auto *const along = named<QComboBox>(desk.place, u"X axis"_s);
    along->setCurrentIndex(1);
    Q_EMIT along->activated(1);
    QCOMPARE(
        named<QChartView>(desk.place, u"Feasible completes"_s)->accessibleDescription(),
        u"IR 10 %: LOI 10 min: 100 to 200; LOI 20 min: 100 to 200. IR 20 %: LOI 10 min: 200 to "
        "400; LOI 20 min: 200 to 400. IR 30 %: LOI 10 min: 300 to 600; LOI 20 min: 300 to "
        "600."_s);
    QVERIFY(!desk.button(u"New survey from this"_s)->isEnabled());
    desk.button(u"Figures"_s)->click();
    table->setCurrentIndex(table->model()->index(5, 0));
    QSignalSpy wanted(&desk.place, &ui::FeasibilityPlace::surveyWanted);
    desk.button(u"New survey from this"_s)->click();
    QCOMPARE(wanted.value(0).value(0).value<models::SurveyDraft>().ir, 30);
}

void TestFeasibilityPlace::aSweepGoesOnAfterAFailure()
{
    PlaceDesk desk;
    desk.fill(20, 10, 400);
    desk.failsAfter = 4;
    desk.sweep();
    QVERIFY(says(desk.place, u"Out of order."_s));
    QVERIFY(desk.button(u"Continue"_s)->isVisible());
    QVERIFY(!desk.button(u"Stop"_s)->isVisible());
    desk.failsAfter = -1;
    desk.button(u"Continue"_s)->click();
    QTRY_VERIFY(desk.session.feasibility().running().isEmpty());
    QVERIFY(!says(desk.place, u"Out of order."_s));
    QVERIFY(!desk.button(u"Continue"_s)->isVisible());
    QCOMPARE(desk.answered.size(), qsizetype(6)); // none of them twice
    QCOMPARE(QSet<QByteArray>(desk.answered.cbegin(), desk.answered.cend()).size(), qsizetype(6));
}

void TestFeasibilityPlace::tellsASweepThatCannotBe()
{
    PlaceDesk desk;
    desk.fill(20, 15, 300);
    named<QTabWidget>(desk.place, u"Feasibility"_s)->setCurrentIndex(1);
    QCOMPARE(named<QLineEdit>(desk.place, u"Incidence rates, %"_s)->text(), u"10 15 20 25 30"_s);
    QVERIFY(says(desk.place, u"15 of at most 60 calls, one after the other."_s));
    named<QLineEdit>(desk.place, u"LOIs, minutes"_s)->setText(u"1-20"_s);
    QVERIFY(says(desk.place, u"100 of at most 60 calls, one after the other."_s));
    QVERIFY(!desk.button(u"Calculate"_s)->isEnabled());
    named<QLineEdit>(desk.place, u"LOIs, minutes"_s)->setText(u"ten"_s);
    QVERIFY(says(desk.place, u"“ten” isn’t a number."_s));
    desk.button(u"Suggest values"_s)->click();
    QVERIFY(desk.button(u"Calculate"_s)->isEnabled());
}

void TestFeasibilityPlace::tellsAFailureAndTriesAgain()
{
    PlaceDesk desk;
    desk.isRefusing = true;
    desk.fill(20, 15, 300);
    desk.ask();
    QVERIFY(says(desk.place, u"The feasibility could not be asked for."_s));
    QVERIFY(says(desk.place, u"Feasibility data not found!"_s));
    desk.isRefusing = false;
    desk.button(u"Retry"_s)->click();
    QTRY_VERIFY(says(desk.place, u"300 completes may be feasible."_s));
    QVERIFY(!says(desk.place, u"The feasibility could not be asked for."_s));
}

void TestFeasibilityPlace::undoesARemoval()
{
    PlaceDesk desk;
    desk.fill(20, 15, 300);
    desk.ask();
    desk.button(u"Remove scenario"_s)->click();
    QCOMPARE(named<QTableView>(desk.place, u"Scenarios"_s)->model()->rowCount(), 0);
    desk.button(u"Undo"_s)->click();
    QCOMPARE(named<QTableView>(desk.place, u"Scenarios"_s)->model()->rowCount(), 1);
}

void TestFeasibilityPlace::offersThePriceInTheWizard()
{
    PlaceDesk desk;
    desk.fill(20, 15, 300);
    desk.ask();
    models::SurveyDraft draft = desk.session.feasibility().runs()[0].draft;
    draft.name = u"Coffee"_s;
    draft.cpi = {200};
    ui::FeasibilityPage page(desk.session.feasibility(), desk.session.reference(), {});
    QSignalSpy edited(&page, &ui::WizardPage::edited);
    page.load(draft);
    QVERIFY(says(page, u"300 completes may be feasible."_s));
    named<QPushButton>(page, u"Use recommended price"_s)->click();
    QCOMPARE(edited.size(), 1);
    page.store(draft);
    QCOMPARE(draft.cpi, api::Money {150});
    QCOMPARE(draft.name, u"Coffee"_s);
    QVERIFY(!named<QPushButton>(page, u"Use recommended price"_s)->isEnabled());
    draft.country = {u"1"_s}; // another market has no scenarios
    page.load(draft);
    QCOMPARE(named<QTableView>(page, u"Scenarios"_s)->model()->rowCount(), 0);
}

void TestFeasibilityPlace::everythingThatTakesTheFocusHasAName()
{
    PlaceDesk desk;
    desk.fill(20, 15, 300);
    desk.sweep();
    for (const int tab : {0, 1}) {
        named<QTabWidget>(desk.place, u"Feasibility"_s)->setCurrentIndex(tab);
        for (const QWidget *widget : desk.place.findChildren<QWidget *>()) {
            if (widget->objectName().startsWith(u"qt_"_s) || !(widget->focusPolicy() & Qt::TabFocus)
                || !widget->isVisibleTo(&desk.place) || widget->focusProxy()
                || qobject_cast<const QTabBar *>(widget)
                || QByteArray(widget->metaObject()->className()) == "QComboBoxPrivateContainer")
                continue;
            QVERIFY2(!support::nameOf(*widget).isEmpty(), widget->metaObject()->className());
        }
    }
}

int main(int argc, char **argv)
{
    return support::runWindowTest<TestFeasibilityPlace>(argc, argv);
}

#include "tst_feasibilityplace.moc"
