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
    QObject::connect(&surveys, &SurveyStore::statusElsewhere, &pending,
                     [&pending](const api::SurveyId &id, api::SurveyStatus there) {
                         const PendingEdit *const edit = pending.find(id, statusKind);
                         if (!edit)
                             return;
                         if (edit->payload.split(' ').value(0).toInt() == int(there))
                             return pending.settle(id, statusKind);
                         pending.explain(id, statusKind,
                                         Unsent::tr("The status was changed elsewhere meanwhile, "
                                                    "so nothing was sent."));
                     });
    QObject::connect(&surveys, &SurveyStore::statusFailed, &pending,
                     [&pending](const api::SurveyId &id, const api::ApiError &error) {
                         if (mayWait(error) || !pending.find(id, statusKind))
                             return;
                         pending.explain(id, statusKind,
                                         error.serverMessage.isEmpty()
                                             ? Unsent::tr("The status could not be set.")
                                             : error.serverMessage);
                     });
}

void keepStatus(SurveyStore &surveys, PendingEdits &pending)
{
    QObject::connect(&surveys, &SurveyStore::statusSet, &pending,
                     [&pending](const api::SurveyId &id) { pending.settle(id, statusKind); });
    QObject::connect(
        &surveys, &SurveyStore::statusUnsent, &pending,
        [&pending](const api::SurveyId &id, api::SurveyStatus from, api::SurveyStatus to) {
            pending.keep({id, statusKind, QDateTime::currentDateTimeUtc(), Unsent::tr("Status"),
                          statusName(from), statusName(to), packed(from, to)});
        });
    explainStatus(surveys, pending);
    pending.setSender(statusKind, [&surveys, &pending](const PendingEdit &edit) {
        sendStatus(surveys, pending, edit);
    });
}

QByteArray packed(const api::SurveyChange &change)
{
    QJsonObject object;
    if (change.loi)
        object.insert(u"loi", *change.loi);
    if (change.cpi)
        object.insert(u"cpi", change.cpi->toWire());
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

api::SurveyChange unpacked(const QByteArray &payload)
{
    const QJsonObject object = QJsonDocument::fromJson(payload).object();
    api::SurveyChange change;
    if (object.contains(u"loi"))
        change.loi = object.value(u"loi").toInt();
    if (object.contains(u"cpi"))
        change.cpi = api::Money::fromWire(object.value(u"cpi").toString());
    return change;
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

/// What waits of a survey's terms; nothing when nothing does.
api::SurveyChange waiting(const PendingEdits &pending, const api::SurveyId &id)
{
    const PendingEdit *const edit = pending.find(id, termsKind);
    return edit ? unpacked(edit->payload) : api::SurveyChange {};
}

void keep(const SurveyStore &surveys, PendingEdits &pending, const api::SurveyId &id,
          const api::SurveyChange &change)
{
    const api::Survey *const known = surveys.find(id);
    pending.keep({id, termsKind, QDateTime::currentDateTimeUtc(), Unsent::tr("Terms"),
                  known ? words(change, known->loi, known->cpi) : QString(),
                  words(change, change.loi.value_or(0), change.cpi.value_or(api::Money())),
                  packed(change)});
}

void keepUnsentTerms(SurveyStore &surveys, PendingEdits &pending)
{
    QObject::connect(
        &surveys, &SurveyStore::termsUnsent, &pending,
        [&surveys, &pending](const api::SurveyId &id, const api::SurveyChange &change) {
            keepTerms(surveys, pending, id, change);
        });
    QObject::connect(
        &surveys, &SurveyStore::termsSet, &pending,
        [&surveys, &pending](const api::SurveyId &id, const api::SurveyChange &change) {
            api::SurveyChange left = waiting(pending, id);
            left.loi = change.loi ? std::nullopt : left.loi;
            left.cpi = change.cpi ? std::nullopt : left.cpi;
            if (left == api::SurveyChange {})
                pending.settle(id, termsKind);
            else
                keep(surveys, pending, id, left); // another field than those that were just set
        });
    pending.setSender(termsKind, [&surveys](const PendingEdit &edit) {
        surveys.setTerms(edit.survey, unpacked(edit.payload));
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
    api::SurveyChange all = waiting(pending, survey);
    all.loi = change.loi ? change.loi : all.loi;
    all.cpi = change.cpi ? change.cpi : all.cpi;
    keep(surveys, pending, survey, all);
}

bool isKept(const PendingEdits &pending, const api::SurveyId &survey,
            const api::SurveyChange &change)
{
    const api::SurveyChange kept = waiting(pending, survey);
    return (!change.loi || kept.loi == change.loi) && (!change.cpi || kept.cpi == change.cpi);
}

} // namespace models
