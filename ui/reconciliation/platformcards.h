// The figures of the platform's export beside those of the service, in cards.
#pragma once

#include "models/reconciliation/platformcheck.h"

#include <QWidget>

namespace ui {

class FigureCard;

class PlatformCards : public QWidget
{
    Q_OBJECT

public:
    explicit PlatformCards(QWidget *parent);

    /// `completes` is the service's own count; `isAccepted`: it has said what it accepted.
    void show(const models::PlatformFigures &figures, std::optional<qint64> completes,
              bool isAccepted);
    void showUnknown(const QString &why); ///< what the figures wait for

private:
    QList<FigureCard *> m_cards;
};

} // namespace ui
