#include "ui/widgets/figurecard.h"

#include "ui/widgets/looks.h"
#include "ui/widgets/theme.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

FigureCard::FigureCard(const QString &caption, QWidget *parent)
    : QFrame(parent)
    , m_caption(caption)
    , m_figure(plainLabel(this, LabelLook::PageTitle))
    , m_note(plainLabel(this, LabelLook::Muted))
{
    setProperty("isCard", true);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(space::padding, space::card, space::padding, space::card);
    column->setSpacing(space::unit);
    column->addWidget(plainLabel(this, LabelLook::Muted, caption));
    column->addWidget(m_figure);
    column->addWidget(m_note);
    setFigure(u"–"_s);
}

void FigureCard::setFigure(const QString &figure, const QString &note)
{
    m_figure->setText(figure);
    m_note->setText(note);
    setAccessibleName(u"%1: %2 %3"_s.arg(m_caption, figure, note).trimmed());
}

} // namespace ui

#include "moc_figurecard.cpp"
