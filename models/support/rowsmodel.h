// The part of a table model that needs no type of row: titles, and telling views what changes.
#pragma once

#include "models/support/roles.h"
#include "models/support/rowdiff.h"

#include <QAbstractTableModel>

#include <functional>

namespace models {

class RowsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    struct Heading
    {
        const char *title; ///< QT_TRANSLATE_NOOP in the model's context
        Qt::Alignment alignment;
    };

    /// `context` is for the titles' translation and outlives the model.
    RowsModel(QList<Heading> headings, const char *context, QObject *parent);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

protected:
    /// What differs between two rows: a span of columns and the roles, empty when nothing does.
    struct Change
    {
        int first = -1;
        int last = -1;
        QList<int> roles;
        bool operator==(const Change &) const = default;
    };

    QVariant alignment(int column) const;

    /// Calls `carryOut` for each step between the announcements that views need.
    void perform(const QList<RowStep> &steps, const std::function<void(const RowStep &)> &carryOut);

    /// One dataChanged for each run of neighbours that changed alike. `changes` has all rows.
    void tell(const QList<Change> &changes, qsizetype firstRow = 0);

private:
    void performOrder(const RowStep &step, const std::function<void(const RowStep &)> &carryOut);

    QList<Heading> m_headings;
    const char *m_context;
};

} // namespace models
