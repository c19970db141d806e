// What an import amounts to, in cards: how many of which kind, and what is submitted.
#pragma once

#include "models/reconciliation/uidimport.h"
#include "models/surveys/prices.h"

#include <QWidget>

#include <optional>

namespace ui {

class FigureCard;

class ImportCards : public QWidget
{
    Q_OBJECT

public:
    explicit ImportCards(QWidget *parent = nullptr);

    /// `source` is what was read, as a person calls it.
    void showReport(const models::UidReport &report, const QString &source, bool withSuspicious);
    /// `completes` is the service's own count; they cost `prices`.
    void showSubmission(qint64 submitted, std::optional<qint64> completes,
                        const models::Prices &prices, const QString &currency);

private:
    QList<FigureCard *> m_cards;
};

} // namespace ui
