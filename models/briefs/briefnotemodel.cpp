#include "models/briefs/briefnotemodel.h"

#include "models/support/plain.h"

#include <algorithm>

namespace models {

namespace {

constexpr Column<BriefNote> columns[] {
    {QT_TRANSLATE_NOOP("BriefNoteModel", "State"),
     [](const BriefNote &note) { return QVariant(BriefNoteModel::kindName(note.kind)); },
     [](const BriefNote &note) { return QVariant(int(note.kind)); }, Qt::AlignLeft,
     [](const BriefNote &note) { return QVariant(int(note.kind)); }},
    {QT_TRANSLATE_NOOP("BriefNoteModel", "Field"),
     [](const BriefNote &note) { return QVariant(plain(note.field)); },
     [](const BriefNote &note) { return QVariant(note.field); }},
    {QT_TRANSLATE_NOOP("BriefNoteModel", "Taken as"),
     [](const BriefNote &note) { return QVariant(note.text); },
     [](const BriefNote &note) { return QVariant(note.text); }},
};

} // namespace

BriefNoteModel::BriefNoteModel(QObject *parent)
    : TableModel(columns, "BriefNoteModel", parent)
{
}

void BriefNoteModel::setNotes(QList<BriefNote> notes)
{
    std::ranges::stable_sort(notes, std::ranges::greater(), &BriefNote::kind);
    setRows(std::move(notes));
}

QString BriefNoteModel::kindName(BriefNote::Kind kind)
{
    switch (kind) {
    case BriefNote::Understood:
        return tr("Understood");
    case BriefNote::Adjusted:
        return tr("Adjusted");
    case BriefNote::NotUnderstood:
        break;
    }
    return tr("Not understood");
}

} // namespace models
