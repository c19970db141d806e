// The first rows of a file as they came, with the column that is read marked; a click chooses it.
#pragma once

#include "models/reconciliation/uidimport.h"

#include <QAbstractTableModel>
#include <QTableView>

namespace ui {

/// The header's row is the first; columns are numbered.
class PreviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const QList<QStringList> &rows);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    QList<QStringList> m_rows;
    int m_columns = 0;
};

class PreviewTable : public QTableView
{
    Q_OBJECT

public:
    explicit PreviewTable(QWidget *parent);

    void show(const models::UidPreview &preview, int column); ///< `column` is the one that is read

Q_SIGNALS:
    void columnChosen(int column);

private:
    PreviewModel m_model;
    bool m_isShowing = false;
};

} // namespace ui
