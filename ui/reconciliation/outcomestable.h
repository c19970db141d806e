// The platform's status words, how many respondents have each, and what each counts as.
#pragma once

#include "models/reconciliation/platformexport.h"

#include <QTableWidget>

namespace ui {

class OutcomesTable : public QTableWidget
{
    Q_OBJECT

public:
    explicit OutcomesTable(QWidget *parent);

    void show(const models::PlatformExport &exported); ///< with the outcomes that the words suggest
    const QList<models::Outcome> &meanings() const { return m_meanings; } ///< of each word

Q_SIGNALS:
    void changed(); ///< by the person

private:
    void addRow(int word, const QString &text, qint64 count);

    QList<models::Outcome> m_meanings;
};

} // namespace ui
