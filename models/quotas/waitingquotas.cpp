#include "models/quotas/waitingquotas.h"

#include "api/types/quotalookup.h"
#include "models/activity/changelog.h"
#include "models/quotas/quotajson.h"
#include "models/surveys/surveystore.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr qsizetype mostNamed = 3;

QString listed(const QStringList &texts)
{
    return texts.mid(0, mostNamed).join(u"; "_s)
        + (texts.size() > mostNamed ? u"; …"_s : QString());
}

} // namespace

const QString WaitingQuotas::kind = u"quotas"_s;

PendingEdit waitingEdit(const api::SurveyId &survey, const QuotaSheet &sheet, const QDateTime &now)
{
    QStringList names;
    QStringList before;
    QStringList after;
    for (const qsizetype at : sheet.changed()) {
        const QuotaRow &row = sheet.rows[at];
        names.append(quotaName(row));
        before.append(quotaText(row.saved, sheet.completes));
        after.append(quotaText(row.current, sheet.completes));
    }
    const QJsonObject payload {{u"before"_s, quotasToJson(sheet.saved())},
                               {u"mine"_s, quotasToJson(sheet.quotas())},
                               {u"completes"_s, sheet.completes}};
    return {survey,
            WaitingQuotas::kind,
            now,
            WaitingQuotas::tr("Quota: %1").arg(listed(names)),
            listed(before),
            listed(after),
            QJsonDocument(payload).toJson(QJsonDocument::Compact)};
}

std::optional<WaitingSheet> waitingSheet(const PendingEdit &edit)
{
    if (edit.kind != WaitingQuotas::kind)
        return {};
    const QJsonDocument payload = QJsonDocument::fromJson(edit.payload);
    return WaitingSheet {quotasFromJson(payload[u"before"]), quotasFromJson(payload[u"mine"]),
                         payload[u"completes"].toInt()};
}

QuotaSheet sheetOf(const WaitingSheet &waiting, const QList<api::Qualification> &targeted)
{
    QuotaSheet sheet = sheetOf(targeted, waiting.before, waiting.completes);
    for (QuotaRow &row : sheet.rows)
        row.current = api::requiredCount(waiting.mine, row.code, row.target);
    return sheet;
}

void recordWrites(ChangeLog &log, const api::SurveyId &survey, const QuotaSheet &sheet,
                  const QList<QuotaWrite> &writes)
{
    for (const QuotaWrite &write : writes) {
        const auto row = rowOf(sheet, write.code, write.target);
        log.add(survey,
                WaitingQuotas::tr("Quota: %1").arg(row ? quotaName(sheet.rows[*row]) : QString()),
                quotaText(write.before, sheet.completes), quotaText(write.after, sheet.completes));
    }
}

WaitingQuotas::WaitingQuotas(api::Client &client, SurveyStore &surveys, PendingEdits &pending,
                             ChangeLog &log, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_surveys(surveys)
    , m_pending(pending)
    , m_log(log)
{
    pending.setSender(kind, [this](const PendingEdit &edit) { send(edit); });
}

void WaitingQuotas::send(const PendingEdit &edit)
{
    const auto waiting = waitingSheet(edit);
    if (!waiting)
        return;
    const api::SurveyId survey = edit.survey;
    auto *const store = new QuotaStore(m_client, survey, this);
    connect(store, &QuotaStore::saved, this,
            [this, edit](const QList<QuotaWrite> &writes, bool areThere) {
                if (areThere)
                    return finish(edit, writes);
                m_pending.explain(edit.survey, kind,
                                  tr("The service accepted the quotas but returned different "
                                     "values. Open the survey’s Quotas to compare."));
            });
    connect(store, &QuotaStore::unchanged, this, [this, edit] { finish(edit, {}); });
    connect(store, &QuotaStore::failed, this, [this, survey](const api::ApiError &error) {
        if (!mayWait(error))
            m_pending.explain(survey, kind,
                              error.serverMessage.isEmpty() ? tr("The quotas could not be sent.")
                                                            : error.serverMessage);
    });
    connect(store, &QuotaStore::conflicted, this, [this, survey] {
        m_pending.explain(survey, kind,
                          tr("The service changed the same quotas meanwhile, so nothing was sent. "
                             "Open the survey’s Quotas to compare."));
    });
    connect(store, &QuotaStore::busyChanged, store, [store](bool isBusy) {
        if (!isBusy)
            store->deleteLater();
    });
    store->save(waiting->before, waiting->mine, waiting->completes);
}

void WaitingQuotas::finish(const PendingEdit &sent, const QList<QuotaWrite> &writes)
{
    if (const api::Survey *const known = m_surveys.find(sent.survey))
        recordWrites(m_log, sent.survey,
                     sheetOf(known->qualifications, known->quotas, known->completeNeeded), writes);
    m_pending.settleSent(sent);
}

} // namespace models

#include "moc_waitingquotas.cpp"
