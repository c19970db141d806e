#include "app/commands/fit.h"

#include "app/commands/refusal.h"
#include "models/interlocking/wholefit.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qint64 mostBytes = 1'000'000;

struct FitText
{
    Q_DECLARE_TR_FUNCTIONS(app::Fit)
};

int refuse(const QString &reason)
{
    return app::refuse("fit", misused, reason);
}

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    const double number = value.toDouble(-1);
    if (!value.isDouble() || std::abs(number) > 1e15 || number != std::floor(number))
        return {};
    return qint64(number);
}

tl::expected<models::FitTask, QString> taskOf(const QJsonObject &json)
{
    for (const QString &key : json.keys()) {
        if (key != "margins"_L1 && key != "seed"_L1 && key != "minimum"_L1)
            return tl::make_unexpected(FitText::tr("“%1” is not understood.").arg(key));
    }
    models::FitTask task {{}};
    for (const QJsonValue &margin : json["margins"_L1].toArray()) {
        QList<qint64> totals;
        for (const QJsonValue &value : margin.toArray()) {
            const auto total = wholeNumber(value);
            if (!total)
                return tl::make_unexpected(FitText::tr("“margins” has to hold lists of whole "
                                                       "numbers."));
            totals.append(*total);
        }
        task.margins.append(totals);
    }
    const QJsonValue seed = json["seed"_L1];
    if (!seed.isUndefined() && seed.toArray().isEmpty())
        return tl::make_unexpected(FitText::tr("“seed” has to be a list of numbers."));
    for (const QJsonValue &value : seed.toArray())
        task.seed.append(value.toDouble(-1));
    const QJsonValue minimum = json["minimum"_L1];
    const auto least = minimum.isUndefined() ? 0 : wholeNumber(minimum);
    if (!least || *least < 0 || *least > models::mostQuota)
        return tl::make_unexpected(FitText::tr("“minimum” has to be a whole number from 0 to "
                                               "10,000."));
    task.minimum = int(*least);
    return task;
}

tl::expected<models::FitTask, QString> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::make_unexpected(
            FitText::tr("%1 can’t be read: %2").arg(path, file.errorString()));
    const QByteArray text = file.read(mostBytes + 1);
    if (text.size() > mostBytes)
        return tl::make_unexpected(FitText::tr("%1 is larger than 1 MB.").arg(path));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (!document.isObject())
        return tl::make_unexpected(
            FitText::tr("%1 holds no JSON object: %2").arg(path, error.errorString()));
    return taskOf(document.object());
}

} // namespace

int fit(const QStringList &arguments)
{
    if (arguments.size() != 1)
        return refuse(FitText::tr("It takes one file: aligndesk fit FILE.json"));
    const auto task = read(arguments.first());
    if (!task)
        return refuse(task.error());
    const auto whole = models::fitWhole(*task);
    if (!whole)
        return refuse(models::problemText(whole.error()));
    QJsonArray fitted;
    QJsonArray cells;
    for (const double value : whole->fitted)
        fitted.append(value);
    for (const int cell : whole->cells)
        cells.append(cell);
    const QJsonObject json {
        {u"fitted"_s, fitted}, {u"cells"_s, cells}, {u"rounds"_s, whole->rounds}};
    std::fputs(QJsonDocument(json).toJson(QJsonDocument::Compact).append('\n').constData(), stdout);
    return 0;
}

} // namespace app
