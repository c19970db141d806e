#include "models/reconciliation/submissionmodel.h"

#include "models/reconciliation/evidence.h"
#include "models/support/dates.h"
#include "models/support/figures.h"
#include "models/support/plain.h"

namespace models {

namespace {

constexpr Column<SubmissionRecord> submissionColumns[] {
    {QT_TRANSLATE_NOOP("models::SubmissionModel", "Submitted"),
     [](const SubmissionRecord &record) -> QVariant { return momentText(record.submitted); },
     [](const SubmissionRecord &record) -> QVariant { return record.submitted; }},
    {QT_TRANSLATE_NOOP("models::SubmissionModel", "State"),
     [](const SubmissionRecord &record) -> QVariant {
         return stateText(record.state, record.word);
     },
     [](const SubmissionRecord &record) -> QVariant { return int(record.state); }, Qt::AlignLeft,
     [](const SubmissionRecord &record) -> QVariant { return int(record.state); }},
    {QT_TRANSLATE_NOOP("models::SubmissionModel", "UIDs"),
     [](const SubmissionRecord &record) -> QVariant { return countText(record.uids->size()); },
     [](const SubmissionRecord &record) -> QVariant { return qint64(record.uids->size()); },
     Qt::AlignRight},
    {QT_TRANSLATE_NOOP("models::SubmissionModel", "Accepted"),
     [](const SubmissionRecord &record) -> QVariant {
         return record.state == SubmissionState::Completed ? countText(record.accepted->size())
                                                           : QString();
     },
     [](const SubmissionRecord &record) -> QVariant { return qint64(record.accepted->size()); },
     Qt::AlignRight},
    {QT_TRANSLATE_NOOP("models::SubmissionModel", "Contact"),
     [](const SubmissionRecord &record) -> QVariant { return plain(record.email); },
     [](const SubmissionRecord &record) -> QVariant { return record.email; }},
    {QT_TRANSLATE_NOOP("models::SubmissionModel", "Response"),
     [](const SubmissionRecord &record) -> QVariant { return plain(record.message); },
     [](const SubmissionRecord &record) -> QVariant { return record.message; }},
    {QT_TRANSLATE_NOOP("models::SubmissionModel", "Fingerprint"),
     [](const SubmissionRecord &record) -> QVariant {
         return shortFingerprint(record.fingerprint);
     },
     [](const SubmissionRecord &record) -> QVariant { return record.fingerprint; }},
};

} // namespace

SubmissionModel::SubmissionModel(QObject *parent)
    : TableModel<SubmissionRecord>(submissionColumns, "models::SubmissionModel", parent)
{
}

} // namespace models
