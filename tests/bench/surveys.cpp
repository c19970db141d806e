// 10,000 and 100,000 surveys: read from JSON, searched and sorted, against what Qt brings along;
// how long a refresh takes to be merged, and the longest time for which the interface's thread was
// busy while surveys arrived.
#include "api/calls/surveys.h"

#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/reference/referencestore.h"
#include "models/surveys/attentionwatch.h"
#include "models/surveys/surveymodel.h"
#include "models/surveys/surveystore.h"
#include "tests/bench/rounds.h"
#include "tests/models/surveys/surveyfixture.h"
#include "tests/support/faultserver.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTableView>
#include <QTimer>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace {

QList<api::Survey> many(int count)
{
    QList<api::Survey> surveys;
    for (int i = 0; i < count; ++i)
        surveys.append(fixture::survey(QString::number(i),
                                       u"Snack tracker %1 W%2"_s.arg(i * 7919 % count).arg(i % 52),
                                       i % 400));
    return surveys;
}

void readWithQt(const QByteArray &body, QList<api::Survey> &into)
{
    for (const QJsonValue &value : QJsonDocument::fromJson(body)[u"data"_s].toArray()) {
        api::Survey survey;
        survey.id = {value[u"project_id"_s].toString()};
        survey.code = value[u"project_code"_s].toString();
        survey.name = value[u"project_name"_s].toString();
        survey.country = {value[u"project_country"_s].toString()};
        survey.language = {value[u"project_language"_s].toString()};
        survey.loi = value[u"loi"_s].toString().toDouble();
        survey.ir = value[u"ir"_s].toString().toDouble();
        survey.statusText = value[u"status"_s].toString();
        survey.status =
            survey.statusText == u"Active" ? api::SurveyStatus::Active : api::SurveyStatus::Unknown;
        survey.cpi =
            api::Money::fromWire(value[u"project_cpi"_s].toString()).value_or(api::Money());
        survey.start = QDate::fromString(value[u"project_start_date"_s].toString(), Qt::ISODate);
        survey.end = QDate::fromString(value[u"project_end_date"_s].toString(), Qt::ISODate);
        survey.completeNeeded = value[u"complete_needed"_s].toString().toInt();
        const QJsonValue progress = value[u"progress"_s];
        survey.progress = {progress[u"complete"_s].toInt(), progress[u"survey_entrant"_s].toInt(),
                           progress[u"remaining"_s].toInt()};
        into.append(survey);
    }
}

QList<QByteArray> pagesOf(const QList<api::Survey> &all)
{
    constexpr int perPage = 1000;
    QList<QByteArray> pages;
    for (qsizetype first = 0; first < all.size(); first += perPage)
        pages.append(fixture::page(all.mid(first, perPage)));
    return pages;
}

/// Page by page, as the service gives them.
void reading(int count)
{
    const QList<QByteArray> pages = pagesOf(many(count));
    std::printf("%d surveys\n", count);
    const auto ours = [&pages, count] {
        return bench::timed([&pages, count] {
            QList<api::Survey> surveys;
            surveys.reserve(count);
            for (const QByteArray &page : pages) {
                auto read = api::calls::surveys(1).decode({200, page, {}});
                surveys.append(std::move(read->surveys));
            }
        });
    };
    const auto qts = [&pages, count] {
        return bench::timed([&pages, count] {
            QList<api::Survey> surveys;
            surveys.reserve(count);
            for (const QByteArray &page : pages)
                readWithQt(page, surveys);
        });
    };
    bench::compare("E  JSON to values",
                   {{u"ours (simdjson, all fields checked)"_s, ours},
                    {u"QJsonDocument, the same fields"_s, qts}});
}

struct Table
{
    explicit Table(int count)
    {
        QSignalSpy changed(&session.surveys(), &models::SurveyStore::changed);
        all = many(count);
        for (const api::Survey &survey : std::as_const(all))
            plain.appendRow({new QStandardItem(survey.code), new QStandardItem(survey.name)});
        proxy.setSourceModel(&plain);
        proxy.setFilterKeyColumn(1);
        proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
        pages = pagesOf(all);
        server.reset(new support::FaultServer([this](const support::Seen &seen) {
            const QUrlQuery query(QUrl(QString::fromUtf8(seen.target)));
            const qsizetype page = query.queryItemValue(u"page"_s).toInt() - 1;
            return support::json(200, pages.value(page, R"({"status":200,"data":[]})"));
        }));
        loading.reset(new models::Session({u"Bench"_s, server->baseUrl(), {}, false},
                                          {u"client"_s, u"key"_s}, database));
        model.reset(new models::SurveyModel(loading->surveys(), loading->reference()));
        model->assessBy(loading->attention());
    }

    QList<api::Survey> all;
    QList<QByteArray> pages;

    models::Database database {u":memory:"_s};
    models::Session session {
        {u"None"_s, QUrl(u"http://127.0.0.1:1/"_s), {}, false}, {u"client"_s, u"key"_s}, database};
    std::unique_ptr<support::FaultServer> server;
    std::unique_ptr<models::Session> loading;
    std::unique_ptr<models::SurveyModel> model;
    QStandardItemModel plain;
    QSortFilterProxyModel proxy;
};

/// The longest gap between two turns of the event loop while the surveys arrive.
double longestGap(Table &table, QTableView &view)
{
    QElapsedTimer clock;
    double longest = 0;
    QTimer beat;
    QObject::connect(&beat, &QTimer::timeout, &beat, [&] {
        longest = std::max(longest, double(clock.nsecsElapsed()) / 1e6);
        clock.start();
    });
    view.setModel(table.model.get());
    view.resize(1280, 800);
    view.show();
    QSignalSpy busy(&table.loading->surveys(), &models::SurveyStore::busyChanged);
    clock.start();
    beat.start(0);
    table.loading->surveys().refresh();
    while (table.model->rowCount() == 0 || table.loading->surveys().isBusy())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    for (int turn = 0; turn < 20; ++turn) // the last rows and their paint count too
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return longest;
}

/// A row that changes is told to all views: the whole list is compared.
void merge(Table &table, int count)
{
    models::SurveyStore &store = table.loading->surveys();
    QList<double> times;
    for (int round = 1; round <= 10; ++round) {
        api::Survey changed = table.all[count / 2];
        changed.progress.complete += round;
        const double time = bench::timed([&] { store.adopt(changed); });
        if (round > 1)
            times.append(time);
    }
    std::printf("   merge of a refresh into %d surveys: %.1f ms of the interface thread "
                "(goal 50 ms)\n",
                count, bench::median(times));
}

void table(int count)
{
    Table table(count);
    QTableView view;
    std::printf("   %d surveys arriving: longest block of the interface thread %.1f ms "
                "(its server runs in the same thread)\n",
                count, longestGap(table, view));
    merge(table, count);
    int typed = 0;
    int typedToProxy = 0;
    const auto next = [](int &turns) { return QString::number(++turns % 10); };
    const auto search = [&] { table.model->setSearch(next(typed)); };
    const auto searchProxy = [&] { table.proxy.setFilterFixedString(next(typedToProxy)); };
    bench::compare("D  a keystroke in the search",
                   {{u"ours"_s, [&] { return bench::timed(search); }},
                    {u"QSortFilterProxyModel"_s, [&] { return bench::timed(searchProxy); }}});
    table.model->setSearch({});
    table.proxy.setFilterFixedString({});
    int ours = 0;
    int proxys = 0;
    const auto order = [](int &turns) {
        return ++turns % 2 ? Qt::AscendingOrder : Qt::DescendingOrder;
    };
    const auto sortOurs = [&] { table.model->sort(models::SurveyModel::Name, order(ours)); };
    const auto sortProxy = [&] { table.proxy.sort(1, order(proxys)); };
    bench::compare("D  sorting by name, again",
                   {{u"ours"_s, [&] { return bench::timed(sortOurs); }},
                    {u"QSortFilterProxyModel"_s, [&] { return bench::timed(sortProxy); }}});
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    for (const int count : {10'000, 100'000}) {
        reading(count);
        table(count);
    }
    return 0;
}
