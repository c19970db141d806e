#include "models/reconciliation/finding.h"

#include "models/reconciliation/comparison.h"
#include "models/reconciliation/uidtable.h"

namespace models {

namespace {

constexpr QByteArrayView noneMark = "none";
constexpr QByteArrayView settled = "completed:";
constexpr QByteArrayView open = "open:";

bool holdsAny(const api::UidList &accepted, const api::UidList &submitted)
{
    if (accepted.isEmpty() || submitted.isEmpty())
        return false;
    const UidIndex index(submitted);
    for (qsizetype i = 0; i < accepted.size(); ++i)
        if (index.find(accepted.at(i)) >= 0)
            return true;
    return false;
}

/// The service may name one twice, which is paid for once.
SharedUids onceEach(const api::UidList &uids)
{
    UidTable table(uids.size());
    for (qsizetype i = 0; i < uids.size(); ++i)
        table.insert(uids.at(i));
    return std::make_shared<const api::UidList>(table.take());
}

/// The service said that it took the list, or already showed what it does with it.
bool isTaken(SubmissionState state)
{
    return state == SubmissionState::Submitted || state == SubmissionState::Processing
        || state == SubmissionState::Completed;
}

} // namespace

QByteArray markOf(const api::Reconciliation &answer)
{
    const bool isSettled = answer.status == api::ReconciliationStatus::Completed;
    return (isSettled ? settled : open).toByteArray() + fingerprint(answer.acceptedUids).toHex()
        + ' ' + answer.statusText.toUtf8();
}

QByteArray markOfNone()
{
    return noneMark.toByteArray();
}

Finding examine(const api::Reconciliation &answer, const api::UidList &submitted)
{
    return {.status = answer.status,
            .word = answer.statusText,
            .accepted = onceEach(answer.acceptedUids),
            .mark = markOf(answer),
            .holdsOurs = holdsAny(answer.acceptedUids, submitted)};
}

bool isAnswerTo(const SubmissionRecord &record, const Finding &found)
{
    if (record.state == SubmissionState::Processing || record.state == SubmissionState::Completed)
        return true; // it was one already
    if (record.before == found.mark)
        return false;
    const bool wasSettled = record.before == noneMark || record.before.startsWith(settled);
    return wasSettled || found.holdsOurs || isTaken(record.state);
}

} // namespace models
