#include "models/briefs/brief.h"
#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/reference/referencestore.h"
#include "tests/support/masterdata.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "ui/briefs/briefdialog.h"

#include <QDropEvent>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QUrl>

using namespace Qt::StringLiterals;
using support::json;
using support::named;
using support::says;

namespace {

struct Desk
{
    Desk()
    {
        masterData.load(session);
        dialog.show();
    }
    support::Reply reply(const support::Seen &seen) const
    {
        if (isRefusing && seen.path().endsWith("/get_qualification_master"))
            return json(422, R"({"status":422,"error":"Not today."})");
        if (const auto data = masterData.reply(seen))
            return *data;
        return json(200, R"({"status":200,"data":[]})");
    }
    void write(const QString &text)
    {
        named<QPlainTextEdit>(dialog, u"Brief"_s)->setPlainText(text);
    }
    QPushButton *fill() { return named<QPushButton>(dialog, u"Fill in the wizard"_s); }
    QString written() { return named<QPlainTextEdit>(dialog, u"Brief"_s)->toPlainText(); }
    void drop(const QMimeData &data)
    {
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&dialog, &enter); // as no drop comes without
        QDropEvent event({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&dialog, &event);
    }
    QStringList rows()
    {
        const QAbstractItemModel &model =
            *named<QTableView>(dialog, u"What was understood"_s)->model();
        QStringList lines;
        for (int row = 0; row < model.rowCount(); ++row)
            lines.append(u"%1 | %2 | %3"_s.arg(model.index(row, 0).data().toString(),
                                               model.index(row, 1).data().toString(),
                                               model.index(row, 2).data().toString()));
        return lines;
    }

    support::MasterData masterData;
    bool isRefusing = false;
    support::FakePrompt prompt;
    models::Database database {u":memory:"_s};
    support::FaultServer server {[this](const support::Seen &seen) { return reply(seen); }};
    models::Session session {{u"Test"_s, server.baseUrl(), {}, false},
                             {u"client"_s, u"key"_s},
                             database,
                             support::quickPolicy()};
    support::CallsEnd ending {session.client()};
    ui::BriefDialog dialog {session.reference(), prompt};
};

} // namespace

class TestBriefDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAsOneTypesAndFillsTheWizard();
    void offersAnExample();
    void takesFilesAndDrops();
    void goesOnWithoutTheQualifications();
};

void TestBriefDialog::readsAsOneTypesAndFillsTheWizard()
{
    Desk desk;
    QSignalSpy wanted(&desk.dialog, &ui::BriefDialog::surveyWanted);
    QVERIFY(!desk.fill()->isEnabled());
    desk.write(
        u"Name: Coffee\nCountry: US\nCompletes: 400\nGender: Male 50 %, Female 50 %\nBudget: "
        "high"_s);
    QTRY_VERIFY(desk.fill()->isEnabled()); // after the standard qualifications came
    QCOMPARE(
        desk.rows(),
        (QStringList {u"Not understood | Budget | No field or qualification has this name."_s,
                      u"Adjusted | Language | The brief names none: English, the country’s own."_s,
                      u"Understood | Name | Coffee"_s, u"Understood | Country | United States"_s,
                      u"Understood | Completes | 400"_s,
                      u"Understood | Gender | Male (200), Female (200)"_s}));
    QVERIFY(says(desk.dialog, u"5 field(s) understood, 1 not"_s)); // no translation is loaded here
    desk.fill()->click();
    QCOMPARE(wanted.size(), 1);
    const auto draft = wanted[0][0].value<models::SurveyDraft>();
    QCOMPARE(draft.name, u"Coffee"_s);
    QCOMPARE(draft.quotas.value(0).criteria.value(1).requiredCount, 200);
    QVERIFY(!desk.dialog.isVisible());
}

void TestBriefDialog::offersAnExample()
{
    Desk desk;
    QVERIFY(says(desk.dialog, u"Nothing to read yet"_s));
    named<QPushButton>(desk.dialog, u"Insert an example"_s)->click();
    QCOMPARE(desk.written(), models::briefExample());
    QTRY_VERIFY(desk.rows().contains(u"Understood | LOI | 12"_s));
}

void TestBriefDialog::takesFilesAndDrops()
{
    Desk desk;
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"brief.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Name,Tea\nLOI,10\n");
    file.close();
    desk.prompt.path = file.fileName();
    named<QPushButton>(desk.dialog, u"Open file…"_s)->click();
    QTRY_COMPARE(desk.written(), u"Name,Tea\nLOI,10\n"_s);
    QTRY_COMPARE(desk.rows(),
                 (QStringList {u"Understood | Name | Tea"_s, u"Understood | LOI | 10"_s}));
    QMimeData text;
    text.setText(u"Name: Dropped"_s);
    desk.drop(text);
    QCOMPARE(desk.written(), u"Name: Dropped"_s);
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(file.fileName())});
    desk.drop(dropped);
    QTRY_COMPARE(desk.written(), u"Name,Tea\nLOI,10\n"_s);
    QMimeData other;
    other.setUrls({QUrl(u"https://s.example/brief.txt"_s)});
    desk.drop(other);
    QVERIFY(says(desk.dialog, u"Drop one file of this computer."_s));
    desk.prompt.path = folder.filePath(u"nothing"_s);
    named<QPushButton>(desk.dialog, u"Open file…"_s)->click();
    QTRY_VERIFY(says(desk.dialog, u"The file could not be read."_s));
    QCOMPARE(desk.written(), u"Name,Tea\nLOI,10\n"_s);
}

void TestBriefDialog::goesOnWithoutTheQualifications()
{
    Desk desk;
    desk.isRefusing = true;
    desk.write(u"Name: Coffee\nCountry: US\nGender: Male"_s);
    QTRY_VERIFY(says(desk.dialog, u"The standard qualifications could not be loaded."_s));
    QVERIFY(desk.fill()->isEnabled());
    QVERIFY(desk.rows().first().startsWith(u"Not understood | Gender"_s));
    desk.isRefusing = false;
    named<QPushButton>(desk.dialog, u"Retry"_s)->click();
    QTRY_VERIFY(desk.rows().contains(u"Understood | Gender | Male"_s));
}

int main(int argc, char **argv)
{
    return support::runWindowTest<TestBriefDialog>(argc, argv);
}

#include "tst_briefdialog.moc"
