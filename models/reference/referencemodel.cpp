#include "models/reference/referencemodel.h"

#include "models/reference/referencestore.h"
#include "models/support/collation.h"
#include "models/support/plain.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr Column<ReferenceRow> columns[] {
    {QT_TRANSLATE_NOOP("models::ReferenceModel", "Name"),
     [](const ReferenceRow &row) -> QVariant { return plain(row.name); },
     [](const ReferenceRow &row) -> QVariant { return row.name; }},
    {QT_TRANSLATE_NOOP("models::ReferenceModel", "Code"),
     [](const ReferenceRow &row) -> QVariant { return plain(row.code); },
     [](const ReferenceRow &row) -> QVariant { return row.code; }},
    {QT_TRANSLATE_NOOP("models::ReferenceModel", "Languages"),
     [](const ReferenceRow &row) -> QVariant { return plain(row.details); },
     [](const ReferenceRow &row) -> QVariant { return row.details; }},
    {QT_TRANSLATE_NOOP("models::ReferenceModel", "ID"),
     [](const ReferenceRow &row) -> QVariant { return plain(row.id); },
     [](const ReferenceRow &row) -> QVariant { return row.id.toLongLong(); }},
};

QString joined(QStringList parts, const QString &between)
{
    parts.removeAll(QString());
    return parts.join(between);
}

QList<ReferenceRow> countryRows(const ReferenceStore &store)
{
    QList<ReferenceRow> rows;
    for (const api::Country &country : store.countries()) {
        QStringList languages;
        for (const api::LanguageId &language : country.languages)
            languages.append(store.languageName(language));
        rows.append({country.id.value, country.name,
                     joined({country.shortName, country.isoCode}, u" · "_s),
                     languages.join(u", "_s)});
    }
    return rows;
}

bool matches(const ReferenceRow &row, const QStringList &words)
{
    const QString text = folded(QStringList {row.name, row.code, row.details, row.id}.join(u'\n'));
    return std::ranges::all_of(words, [&](const QString &word) { return text.contains(word); });
}

} // namespace

QList<ReferenceRow> referenceRows(ReferenceKind kind, const ReferenceStore &store)
{
    QList<ReferenceRow> rows;
    switch (kind) {
    case ReferenceKind::Countries:
        return countryRows(store);
    case ReferenceKind::Languages:
        for (const api::Language &language : store.languages())
            rows.append({language.id.value, language.name, language.shortName, {}});
        break;
    case ReferenceKind::Categories:
        for (const api::StudyCategory &category : store.categories())
            rows.append({category.id.value, category.name, {}, {}});
        break;
    case ReferenceKind::Verticals:
        for (const api::Vertical &vertical : store.verticals())
            rows.append({vertical.id.value, vertical.name, {}, {}});
        break;
    }
    return rows;
}

ReferenceModel::ReferenceModel(QObject *parent)
    : TableModel<ReferenceRow>(columns, "models::ReferenceModel", parent)
{
}

void ReferenceModel::show(ReferenceKind kind, const QList<ReferenceRow> &rows)
{
    m_all = rows;
    if (std::exchange(m_kind, kind) == kind)
        sync(found(), &ReferenceRow::id);
    else
        setRows(found());
}

void ReferenceModel::setSearch(const QString &text)
{
    m_words = folded(text).split(u' ', Qt::SkipEmptyParts);
    setRows(found());
}

QList<ReferenceRow> ReferenceModel::found() const
{
    QList<ReferenceRow> rows;
    for (const ReferenceRow &row : m_all)
        if (matches(row, m_words))
            rows.append(row);
    return rows;
}

} // namespace models
