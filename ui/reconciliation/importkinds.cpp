#include "ui/reconciliation/importkinds.h"

#include "models/reconciliation/importrows.h"

#include <QCoreApplication>

using models::bit;
using models::UidKind;

namespace ui {

namespace {

struct ImportKindsText
{
    Q_DECLARE_TR_FUNCTIONS(ui::ImportKinds)
};

} // namespace

Role importKindRole(int kind)
{
    switch (UidKind(kind)) {
    case UidKind::Good:
    case UidKind::Cleaned:
        return Role::Good;
    case UidKind::OddLength:
    case UidKind::OddLetters:
    case UidKind::Controls:
    case UidKind::Stranger:
        return Role::Warning;
    case UidKind::Damaged:
    case UidKind::Rejected:
        return Role::Error;
    case UidKind::Blank:
    case UidKind::Duplicate:
        break;
    }
    return Role::Neutral;
}

QList<UidGroup> importGroups()
{
    const auto group = [](const QString &name, UidKind kind) {
        return UidGroup {name, bit(kind), importKindRole(int(kind))};
    };
    return {group(ImportKindsText::tr("Good"), UidKind::Good),
            group(ImportKindsText::tr("Cleaned"), UidKind::Cleaned),
            group(ImportKindsText::tr("Duplicate"), UidKind::Duplicate),
            group(ImportKindsText::tr("Blank"), UidKind::Blank),
            group(ImportKindsText::tr("Unusual length"), UidKind::OddLength),
            group(ImportKindsText::tr("Unusual characters"), UidKind::OddLetters),
            group(ImportKindsText::tr("Control characters"), UidKind::Controls),
            group(ImportKindsText::tr("Damaged"), UidKind::Damaged),
            group(ImportKindsText::tr("Rejected"), UidKind::Rejected),
            group(ImportKindsText::tr("Rejected, not in the list"), UidKind::Stranger)};
}

} // namespace ui
