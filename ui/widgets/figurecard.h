// A count as a card: what it counts, the figure, and a word about it.
#pragma once

#include "ui/widgets/theme.h"

#include <QFrame>

class QLabel;

namespace ui {

class Chip;

class FigureCard : public QFrame
{
    Q_OBJECT

public:
    explicit FigureCard(const QString &caption, QWidget *parent = nullptr);
    void setFigure(const QString &figure, const QString &note = {});
    /// As setFigure, the figure as a chip.
    void setState(const QString &state, Role role, const QString &note = {});

private:
    QString m_caption;
    QLabel *m_figure;
    Chip *m_state = nullptr; ///< made when first needed
    QLabel *m_note;
};

} // namespace ui
