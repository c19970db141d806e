#include "models/reconciliation/findingmodel.h"

#include "models/support/figures.h"
#include "models/support/plain.h"

namespace models {

namespace {

constexpr Column<UidFinding> columns[] {
    {QT_TRANSLATE_NOOP("models::FindingModel", "Line"),
     [](const UidFinding &finding) -> QVariant { return countText(finding.line); },
     [](const UidFinding &finding) -> QVariant { return finding.line; }, Qt::AlignRight},
    {QT_TRANSLATE_NOOP("models::FindingModel", "UID"),
     [](const UidFinding &finding) -> QVariant { return plain(finding.uid); },
     [](const UidFinding &finding) -> QVariant { return finding.uid; }},
    {QT_TRANSLATE_NOOP("models::FindingModel", "Finding"),
     [](const UidFinding &finding) -> QVariant { return FindingModel::word(finding.fault); },
     [](const UidFinding &finding) -> QVariant { return int(finding.fault); }, Qt::AlignLeft,
     [](const UidFinding &finding) -> QVariant { return int(finding.fault); }},
    {QT_TRANSLATE_NOOP("models::FindingModel", "Reason"),
     [](const UidFinding &finding) -> QVariant { return FindingModel::reason(finding); },
     [](const UidFinding &finding) -> QVariant { return FindingModel::reason(finding); }},
};

} // namespace

FindingModel::FindingModel(QObject *parent)
    : TableModel<UidFinding>(columns, "models::FindingModel", parent)
{
}

QString FindingModel::word(UidFault fault)
{
    switch (fault) {
    case UidFault::Blank:
        return tr("Blank");
    case UidFault::Duplicate:
        return tr("Duplicate");
    case UidFault::OddLength:
    case UidFault::OddLetters:
        return tr("Suspicious");
    case UidFault::Damaged:
        return tr("Damaged");
    }
    return {};
}

QString FindingModel::reason(const UidFinding &finding)
{
    switch (finding.fault) {
    case UidFault::Blank:
        return {};
    case UidFault::Duplicate:
        return tr("of line %1, which is kept").arg(countText(finding.other));
    case UidFault::OddLength:
        return tr("%1 characters, the others have %2")
            .arg(countText(finding.uid.toUtf8().size()), countText(finding.other));
    case UidFault::OddLetters:
        return tr("other signs than letters and digits");
    case UidFault::Damaged:
        return tr("a number that a spreadsheet rounded");
    }
    return {};
}

} // namespace models
