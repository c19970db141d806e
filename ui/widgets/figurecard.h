// A count as a card: what it counts, the figure, and a word about it.
#pragma once

#include <QFrame>

class QLabel;

namespace ui {

class FigureCard : public QFrame
{
    Q_OBJECT

public:
    explicit FigureCard(const QString &caption, QWidget *parent = nullptr);
    void setFigure(const QString &figure, const QString &note = {});

private:
    QString m_caption;
    QLabel *m_figure;
    QLabel *m_note;
};

} // namespace ui
