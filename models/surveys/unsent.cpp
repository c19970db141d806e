#include "models/surveys/unsent.h"

#include "models/activity/pendingedits.h"
#include "models/support/figures.h"
#include "models/surveys/surveymodel.h"
#include "models/surveys/surveystore.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace models {

namespace {

const QString statusKind = u"status"_s;
const QString termsKind = u"terms"_s;

struct Unsent
{
    Q_DECLARE_TR_FUNCTIONS(models::Unsent)
};

/// The status that is set, and the one that the survey had when it was asked for.
QByteArray packed(api::SurveyStatus from, api::SurveyStatus to)
{
    return QByteArray::number(int(to)) + ' ' + QByteArray::number(int(from));
}

/// Kept after that write was asked for: what became of the write says nothing about it.
bool isNewer(const PendingEdit *edit, const QDateTime &begun)
{
    return edit && edit->made > begun;
}

api::SurveyStatus wantedStatus(const PendingEdit &edit)
{
    return api::SurveyStatus(edit.payload.split(' ').value(0).toInt());
}

/// Sent only while the survey still has the status that the person saw; edits kept by an older
/// version don't have it and are sent as they are.
void sendStatus(SurveyStore &surveys, PendingEdits &pending, const PendingEdit &edit)
{
    const QList<QByteArray> parts = edit.payload.split(' ');
    const auto to = api::SurveyStatus(parts.value(0).toInt());
    if (parts.size() < 2)
        return surveys.setStatus(edit.survey, to);
    const auto from = api::SurveyStatus(parts[1].toInt());
    surveys.changeStatus(edit.survey, from, to, &pending, [](const auto &) {});
}

/// A change that waits and can't be sent any more says why; one that is there already is over.
void explainStatus(SurveyStore &surveys, PendingEdits &pending)
{
    QObject::connect(
        &surveys, &SurveyStore::statusElsewhere, &pending,
        [&pending](const api::SurveyId &id, api::SurveyStatus there, const QDateTime &begun) {
            const PendingEdit *const edit = pending.find(id, statusKind);
            if (!edit || isNewer(edit, begun))
                return;
            if (wantedStatus(*edit) == there)
                return pending.settle(id, statusKind);
            pending.explain(
                id, statusKind,
                Unsent::tr("Not set: the service reports the status %1.").arg(statusName(there)));
        });
    QObject::connect(
        &surveys, &SurveyStore::statusFailed, &pending,
        [&pending](const api::SurveyId &id, const api::ApiError &error, const QDateTime &begun) {
            const PendingEdit *const edit = pending.find(id, statusKind);
            if (mayWait(error) || !edit || isNewer(edit, begun))
                return;
            pending.explain(id, statusKind,
                            error.serverMessage.isEmpty()
                                ? Unsent::tr("The status could not be set.")
                                : error.serverMessage);
        });
}

void keepStatus(SurveyStore &surveys, PendingEdits &pending)
{
    QObject::connect(
        &surveys, &SurveyStore::statusSet, &pending,
        [&pending](const api::SurveyId &id, api::SurveyStatus status, const QDateTime &begun) {
            const PendingEdit *const edit = pending.find(id, statusKind);
            if (!isNewer(edit, begun) || wantedStatus(*edit) == status)
                pending.settle(id, statusKind);
        });
    QObject::connect(&surveys, &SurveyStore::statusUnsent, &pending,
                     [&pending](const api::SurveyId &id, api::SurveyStatus from,
                                api::SurveyStatus to, const QDateTime &begun) {
                         if (isNewer(pending.find(id, statusKind), begun))
                             return;
                         pending.keep({id, statusKind, begun, Unsent::tr("Status"),
                                       statusName(from), statusName(to), packed(from, to)});
                     });
    explainStatus(surveys, pending);
    pending.setSender(statusKind, [&surveys, &pending](const PendingEdit &edit) {
        sendStatus(surveys, pending, edit);
    });
}

/// What waits of a survey's terms, and since when each field does (UTC).
struct WaitingTerms
{
    api::SurveyChange change;
    QDateTime loiMade;
    QDateTime cpiMade;
};

QByteArray packed(const WaitingTerms &terms)
{
    QJsonObject object;
    if (terms.change.loi) {
        object.insert(u"loi", *terms.change.loi);
        object.insert(u"loiMade", terms.loiMade.toMSecsSinceEpoch());
    }
    if (terms.change.cpi) {
        object.insert(u"cpi", terms.change.cpi->toWire());
        object.insert(u"cpiMade", terms.cpiMade.toMSecsSinceEpoch());
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// Edits kept by an older version have one time for all fields.
WaitingTerms unpacked(const PendingEdit &edit)
{
    const QJsonObject object = QJsonDocument::fromJson(edit.payload).object();
    const auto made = [&](const QString &field) {
        const QJsonValue time = object.value(field);
        return time.isDouble() ? QDateTime::fromMSecsSinceEpoch(time.toInteger(), Qt::UTC)
                               : edit.made;
    };
    WaitingTerms terms {{}, made(u"loiMade"_s), made(u"cpiMade"_s)};
    if (object.contains(u"loi"))
        terms.change.loi = object.value(u"loi").toInt();
    if (object.contains(u"cpi"))
        terms.change.cpi = api::Money::fromWire(object.value(u"cpi").toString());
    return terms;
}

/// "LOI 12, CPI 4.50", of the fields that change.
QString words(const api::SurveyChange &change, double loi, api::Money cpi)
{
    QStringList parts;
    if (change.loi)
        parts.append(Unsent::tr("LOI %1").arg(QLocale().toString(loi)));
    if (change.cpi)
        parts.append(Unsent::tr("CPI %1").arg(moneyText(cpi)));
    return parts.join(u", "_s);
}

/// Without fields when nothing waits.
WaitingTerms waiting(const PendingEdits &pending, const api::SurveyId &id)
{
    const PendingEdit *const edit = pending.find(id, termsKind);
    return edit ? unpacked(*edit) : WaitingTerms {};
}

void keep(const SurveyStore &surveys, PendingEdits &pending, const api::SurveyId &id,
          const WaitingTerms &terms)
{
    const api::SurveyChange &change = terms.change;
    const api::Survey *const known = surveys.find(id);
    pending.keep({id, termsKind, QDateTime::currentDateTimeUtc(), Unsent::tr("Terms"),
                  known ? words(change, known->loi, known->cpi) : QString(),
                  words(change, change.loi.value_or(0), change.cpi.value_or(api::Money())),
                  packed(terms)});
}

/// A field that waits is replaced by another value that was asked for later.
template <typename T>
void merge(std::optional<T> &field, QDateTime &made, const std::optional<T> &asked,
           const QDateTime &when)
{
    if (!asked || asked == field || (field && made > when))
        return;
    field = asked;
    made = when;
}

void keepAsked(const SurveyStore &surveys, PendingEdits &pending, const api::SurveyId &id,
               const api::SurveyChange &change, const QDateTime &when)
{
    WaitingTerms all = waiting(pending, id);
    merge(all.change.loi, all.loiMade, change.loi, when);
    merge(all.change.cpi, all.cpiMade, change.cpi, when);
    keep(surveys, pending, id, all);
}

/// A field goes on waiting when it isn't one of those that were set, or was kept after they were
/// asked for, with another value.
template <typename T>
void settle(std::optional<T> &field, const QDateTime &made, const std::optional<T> &set,
            const QDateTime &begun)
{
    if (set && (field == set || made <= begun))
        field.reset();
}

void keepUnsentTerms(SurveyStore &surveys, PendingEdits &pending)
{
    QObject::connect(&surveys, &SurveyStore::termsUnsent, &pending,
                     [&surveys, &pending](const api::SurveyId &id, const api::SurveyChange &change,
                                          const QDateTime &begun) {
                         keepAsked(surveys, pending, id, change, begun);
                     });
    QObject::connect(&surveys, &SurveyStore::termsSet, &pending,
                     [&surveys, &pending](const api::SurveyId &id, const api::SurveyChange &change,
                                          const QDateTime &begun) {
                         WaitingTerms left = waiting(pending, id);
                         settle(left.change.loi, left.loiMade, change.loi, begun);
                         settle(left.change.cpi, left.cpiMade, change.cpi, begun);
                         if (left.change == api::SurveyChange {})
                             pending.settle(id, termsKind);
                         else
                             keep(surveys, pending, id, left);
                     });
    pending.setSender(termsKind, [&surveys](const PendingEdit &edit) {
        surveys.setTerms(edit.survey, unpacked(edit).change);
    });
}

} // namespace

void keepUnsent(SurveyStore &surveys, PendingEdits &pending)
{
    keepStatus(surveys, pending);
    keepUnsentTerms(surveys, pending);
}

void keepTerms(const SurveyStore &surveys, PendingEdits &pending, const api::SurveyId &survey,
               const api::SurveyChange &change)
{
    keepAsked(surveys, pending, survey, change, QDateTime::currentDateTimeUtc());
}

bool isKept(const PendingEdits &pending, const api::SurveyId &survey,
            const api::SurveyChange &change)
{
    const api::SurveyChange kept = waiting(pending, survey).change;
    return (!change.loi || kept.loi == change.loi) && (!change.cpi || kept.cpi == change.cpi);
}

} // namespace models
