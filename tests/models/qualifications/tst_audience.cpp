#include "models/qualifications/audience.h"
#include "models/qualifications/audiencemodel.h"
#include "models/qualifications/qualificationstore.h"
#include "models/qualifications/zipcodes.h"
#include "models/qualifications/zipfile.h"
#include "tests/models/drafts/draftfixture.h"
#include "tests/support/targetingservice.h"
#include "tests/support/wait.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using models::QualificationStore;
using models::TargetedQualification;
using support::Fate;

namespace {

api::Qualification own(const QList<api::Condition> &conditions)
{
    api::Qualification gender = support::genderQuestion();
    gender.conditions = conditions;
    return gender;
}

models::BuiltOnAnswers built()
{
    models::BuiltOnAnswers all;
    all.quotas =
        QList<api::Quota> {{{43}, {{100, 1}, {200, 2}}}, {{42}, {{50, api::Range {18, 24}}}}};
    all.grid = api::Interlocking {{u"S1"_s},
                                  {{{u"c0"_s}, u"Male"_s, 10}, {{u"c1"_s}, u"Female"_s, 20}},
                                  {{u"1"_s, u" gender"_s, u"Male,Female"_s}},
                                  {},
                                  {}};
    return all;
}

QStringList rendered(const models::AudienceModel &model)
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

/// A store over a survey that asks GENDER (A, B) and PETS (A); what it says is kept.
struct Desk
{
    Desk()
    {
        QObject::connect(&store, &QualificationStore::written, &store,
                         [this](const QString &title, const QString &before, const QString &after) {
                             said.append(title + u": "_s + before + u" -> "_s + after);
                         });
    }
    void load()
    {
        QSignalSpy arrived(&store, &QualificationStore::arrived);
        store.load();
        if (!arrived.wait(5000))
            qFatal("nothing arrived");
    }
    /// Of the store's first qualification, with these answers.
    TargetedQualification gender(const QList<int> &options) const
    {
        TargetedQualification target = models::asTargeted(store.qualifications().first());
        target.question.conditions = {{1, u"A"_s}, {2, u"B"_s}, {3, u"C"_s}};
        target.options = options;
        return target;
    }

    QStringList said;
    support::TargetingService service;
    support::FaultServer server {[this](const support::Seen &seen) { return service.reply(seen); }};
    api::Client client {{server.baseUrl(), u"client"_s, u"key"_s}, support::quickPolicy()};
    support::CallsEnd ending {client};
    QualificationStore store {client, {u"S1"_s}};
};

} // namespace

class TestAudience : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void offersTheMasterListsAnswers()
    {
        const TargetedQualification alone = models::asTargeted(own({{1, u"Male"_s}}));
        QCOMPARE(alone.options, (QList<int> {1}));
        const QList<api::Qualification> master {support::ageQuestion(),
                                                own({{1, u"Male"_s}, {2, u"Female"_s}})};
        const auto both = models::asTargeted(own({{1, u"Male"_s}, {9, u"Retired"_s}}), master);
        QCOMPARE(both.question.conditions.size(), 3);
        QCOMPARE(models::answersText(both), u"Male, Retired"_s);
        QCOMPARE(models::answersText(both, 1), u"Male and 1 more"_s);
        TargetedQualification age {support::ageQuestion(), {}, {{18, 24}}, {}};
        QCOMPARE(models::answersText(age), u"18–24"_s);
        age.ranges.append({20, 30});
        QCOMPARE(models::targetIssues(age).size(), 1);
    }

    void tellsWhatHangsOnTheAnswers()
    {
        const TargetedQualification before {support::genderQuestion(), {1, 2}, {}, {}};
        TargetedQualification after = before;
        after.options = {1};
        const auto less = models::effectOf(before, after, built());
        QCOMPARE(less, (models::TargetingEffect {1, u"gender"_s, 2}));
        QCOMPARE(models::effectText(less),
                 u"1 quota(s) of options that no longer qualify go with it. The interlocking "
                 "quotas of gender, 2 cell(s), are built on its options: expect to lose them and "
                 "to set them again."_s); // no translation is loaded here
        after.options = {};
        QCOMPARE(models::effectOf(before, after, built()).quotas, 2);
        QVERIFY(models::effectOf(before, before, built()).isNothing());
        const TargetedQualification age {support::ageQuestion(), {}, {{18, 24}}, {}};
        TargetedQualification wider = age;
        wider.ranges.append({25, 34});
        QVERIFY(models::effectOf(age, wider, built()).isNothing());
        QVERIFY(models::effectText({}).isEmpty());
    }

    /// What can't be read is unknown, not nothing.
    void saysWhenItCannotTell()
    {
        Desk desk;
        desk.service.quotas = "7";
        desk.load();
        QVERIFY(!desk.store.built().isWhole);
        const auto gender = desk.gender({1, 2});
        const auto effect = models::effectOf(gender, gender, desk.store.built());
        QVERIFY(!effect.isNothing());
        QVERIFY(models::effectText(effect).contains(u"couldn’t be read"_s));
        models::AudienceModel model;
        model.setRows(models::audienceRows({support::genderQuestion()}, desk.store.built()));
        const QModelIndex quotas = model.index(0, models::AudienceModel::Quotas);
        QCOMPARE(quotas.data().toString(), u"—"_s);
        QCOMPARE(quotas.data(Qt::ToolTipRole).toString(), u"The quotas couldn’t be read."_s);
    }

    void rendersTheAudience()
    {
        models::AudienceModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        api::Qualification zip = support::zipQuestion();
        zip.zipCodes = {u"07030"_s};
        const auto key = &models::AudienceModel::code;
        model.sync(models::audienceRows({support::genderQuestion(), zip}, built()), key);
        QCOMPARE(rendered(model),
                 (QStringList {u"GENDER | Male, Female | 2 | 2 | Interlocked | Are you...?"_s,
                               u"ZIP | 07030 | 1 | default |  | "_s}));
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.sync(models::audienceRows({own({{1, u"Male"_s}}), zip}, {QList<api::Quota>()}), key);
        QVERIFY(reset.isEmpty());
        QCOMPARE(changed.size(), 1);
        QCOMPARE(rendered(model).first(), u"GENDER | Male | 1 | default |  | Are you...?"_s);
    }

    void readsZipFiles_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("codes");
        QTest::addColumn<QString>("column");
        const QStringList both {u"07030"_s, u"10001"_s};
        QTest::newRow("a code a line") << QByteArray("07030\n10001\n") << both << QString();
        QTest::newRow("with a header")
            << QByteArray("Postcode\n07030\n10001\n") << both << QString();
        QTest::newRow("one line of all") << QByteArray("07030, 10001") << both << QString();
        QTest::newRow("beside their places")
            << QByteArray("place,zip\nHoboken,07030\nNew York,10001\n") << both
            << u"column 2 (zip)"_s;
        QTest::newRow("beside their places, without a header")
            << QByteArray("07030;Hoboken\n10001;New York\n") << both << u"column 1"_s;
        QTest::newRow("nothing") << QByteArray() << QStringList() << QString();
    }

    void readsZipFiles()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, codes);
        QFETCH(QString, column);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"zips.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        models::Work work;
        const auto read = models::openZipFile(file.fileName(), work);
        QVERIFY2(read, qPrintable(read ? QString() : read.error()));
        QCOMPARE(models::zipCodesFromText(read->text).codes, codes);
        QCOMPARE(read->column, column);
        QVERIFY(!models::openZipFile(folder.filePath(u"none.csv"_s), work));
    }

    void showsWhatIsKnownUntilTheServerAnswers()
    {
        Desk desk;
        const QDateTime since = QDateTime::currentDateTimeUtc().addDays(-1);
        desk.store.setKnown({support::genderQuestion()}, {}, since);
        QCOMPARE(desk.store.updated(), since);
        desk.service.isDown = true;
        QSignalSpy failed(&desk.store, &QualificationStore::failed);
        desk.store.load();
        QVERIFY(failed.wait(5000));
        QCOMPARE(desk.store.qualifications().size(), 1);
        desk.service.isDown = false;
        desk.load();
        QCOMPARE(desk.store.qualifications().size(), 2);
        desk.store.setKnown({}, {}, since); // older than what the server told
        QCOMPARE(desk.store.qualifications().size(), 2);
    }

    void addsChangesAndRemoves()
    {
        Desk desk;
        desk.load();
        api::Qualification hobby = own({{1, u"A"_s}});
        hobby.code = {77};
        hobby.title = u"HOBBY"_s;
        desk.store.add({{hobby, {1}, {}, {}}});
        QTRY_COMPARE(desk.store.qualifications().size(), 3);
        desk.store.update(desk.gender({1, 2}), desk.gender({1, 3}));
        QTRY_COMPARE(desk.service.options(43), u"AC"_s);
        QTRY_VERIFY(!desk.store.isBusy());
        desk.store.remove(desk.store.qualifications().first());
        QTRY_COMPARE(desk.store.qualifications().size(), 2);
        QCOMPARE(desk.said,
                 (QStringList {u"HOBBY: not asked -> A"_s, u"GENDER: A, B -> A, C"_s,
                               u"GENDER: A, C -> not asked"_s}));
        QCOMPARE(desk.service.writes.size(), 3);
    }

    void saysWhatIsAskedAlready()
    {
        Desk desk;
        desk.load();
        QSignalSpy failed(&desk.store, &QualificationStore::writeFailed);
        desk.store.add({desk.gender({1})});
        QVERIFY(failed.wait(5000));
        QCOMPARE(failed[0][0].value<api::ApiError>().existing, (QStringList {u"GENDER"_s}));
        QVERIFY(desk.said.isEmpty());
        QTRY_VERIFY(!desk.store.isBusy());
    }

    void sendsNothingOverAnothersChange()
    {
        Desk desk;
        desk.load();
        QSignalSpy outdated(&desk.store, &QualificationStore::outdated);
        desk.service.ask(43, u"GENDER"_s, {2});
        const auto before = desk.gender({1, 2});
        desk.store.update(before, desk.gender({1}));
        QVERIFY(outdated.wait(5000));
        QCOMPARE(outdated[0][0].value<api::Qualification>().conditions.size(), 1);
        QVERIFY(desk.service.writes.isEmpty());
        QTRY_VERIFY(!desk.store.isBusy());
        desk.store.update(before, before, true);
        QTRY_COMPARE(desk.service.options(43), u"AB"_s);
        QTRY_VERIFY(!desk.store.isBusy());
        desk.service.forget(43);
        desk.store.update(before, before);
        QVERIFY(outdated.wait(5000));
        QVERIFY(outdated[1][0].value<api::Qualification>().code.isEmpty());
    }

    void removesNothingOverAnothersChange()
    {
        Desk desk;
        desk.load();
        const api::Qualification shown = desk.store.qualifications().first();
        QSignalSpy outdated(&desk.store, &QualificationStore::outdated);
        desk.service.ask(43, u"GENDER"_s, {2});
        desk.store.remove(shown);
        QVERIFY(outdated.wait(5000));
        QVERIFY(desk.service.writes.isEmpty());
        QTRY_COMPARE(desk.store.qualifications().first().conditions.size(), 1);
        desk.service.forget(43);
        QTRY_VERIFY(!desk.store.isBusy());
        QSignalSpy saved(&desk.store, &QualificationStore::saved);
        desk.store.remove(shown);
        QVERIFY(saved.wait(5000)); // gone already
        QVERIFY(desk.service.writes.isEmpty());
    }

    void tellsWhatTheServiceKeptInstead()
    {
        Desk desk;
        desk.load();
        desk.service.fates = {{.acts = false, .status = 200}};
        QSignalSpy kept(&desk.store, &QualificationStore::keptOther);
        desk.store.update(desk.gender({1, 2}), desk.gender({1}));
        QVERIFY(kept.wait(5000));
        QCOMPARE(kept[0][0].value<api::Qualification>().conditions.size(), 2);
        QVERIFY(desk.said.isEmpty());
    }

    void aSecondWriteIsDeclined()
    {
        Desk desk;
        desk.load();
        QSignalSpy declined(&desk.store, &QualificationStore::declined);
        desk.store.load(); // the first write waits for it, the second is told so
        desk.store.update(desk.gender({1, 2}), desk.gender({1}));
        QVERIFY(desk.store.isWriting());
        desk.store.remove(desk.store.qualifications().last());
        QCOMPARE(declined.size(), 1);
        QTRY_COMPARE(desk.service.options(43), u"A"_s);
        QTRY_VERIFY(!desk.store.isBusy());
        QCOMPARE(desk.service.writes.size(), 1);
        QCOMPARE(desk.said, (QStringList {u"GENDER: A, B -> A"_s}));
    }

    void refreshesOne()
    {
        Desk desk;
        desk.load();
        desk.service.ask(43, u"GENDER"_s, {3});
        desk.service.ask(639, u"PETS"_s, {2});
        QSignalSpy arrived(&desk.store, &QualificationStore::arrived);
        desk.store.refreshOne({43});
        QVERIFY(arrived.wait(5000));
        QCOMPARE(desk.store.qualifications()[0].conditions.first().name, u"C"_s);
        QCOMPARE(desk.store.qualifications()[1].conditions.first().name, u"A"_s); // as it was
        desk.service.forget(43);
        desk.store.refreshOne({43});
        QTRY_COMPARE(desk.store.qualifications().size(), 1);
        QCOMPARE(desk.store.qualifications()[0].conditions.first().name, u"B"_s);
    }

    void readsAgainWhereTheFateIsUnclear()
    {
        Desk desk;
        desk.load();
        desk.service.fates = {{.acts = false, .status = 0}, {.acts = false, .status = 0}};
        QSignalSpy failed(&desk.store, &QualificationStore::writeFailed);
        QSignalSpy arrived(&desk.store, &QualificationStore::arrived);
        desk.store.remove(desk.store.qualifications().first());
        QVERIFY(failed.wait(5000));
        QCOMPARE(failed[0][0].value<api::ApiError>().delivery, api::Delivery::Ambiguous);
        QVERIFY(arrived.wait(5000));
        QCOMPARE(desk.store.qualifications().size(), 2);
        QVERIFY(desk.said.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAudience)

#include "tst_audience.moc"
