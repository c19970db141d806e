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
    /// Of each word; nothing while some are to be chosen.
    std::optional<QList<models::Outcome>> meanings() const;
    QString question() const; ///< which are to be chosen, a sentence

Q_SIGNALS:
    void changed(); ///< by the person

private:
    void addRow(int word, qint64 count);
    QString nameOf(int word) const;
    void choose(int word, int row, models::Outcome outcome);

    QStringList m_words;
    QList<std::optional<models::Outcome>> m_meanings; ///< of each word
};

} // namespace ui
