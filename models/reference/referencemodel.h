// The server's reference lists as tables, searched as one types.
#pragma once

#include "models/support/tablemodel.h"

namespace models {

class ReferenceStore;

enum class ReferenceKind { Countries, Languages, Categories, Verticals };

/// An entry of any of the lists; what a list doesn't have is empty.
struct ReferenceRow
{
    QString id;
    QString name;
    QString code; ///< "US · USA", "fr"
    QString details; ///< a country's languages
    bool operator==(const ReferenceRow &) const = default;
};

QList<ReferenceRow> referenceRows(ReferenceKind kind, const ReferenceStore &store);

/// Fresh values of the same list keep selection and scroll; another list or search is one reset.
class ReferenceModel : public TableModel<ReferenceRow>
{
    Q_OBJECT

public:
    enum Column { Name, Code, Details, Id };

    explicit ReferenceModel(QObject *parent = nullptr);
    void show(ReferenceKind kind, const QList<ReferenceRow> &rows);
    /// Every word must occur in one of the columns; case and accents aside. Empty shows all.
    void setSearch(const QString &text);
    qsizetype count() const { return m_all.size(); } ///< shown or not

private:
    QList<ReferenceRow> found() const;

    ReferenceKind m_kind = ReferenceKind::Countries;
    QList<ReferenceRow> m_all;
    QStringList m_words; ///< folded
};

} // namespace models
