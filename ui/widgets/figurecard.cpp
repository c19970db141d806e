#include "ui/widgets/figurecard.h"

#include "ui/widgets/chipdelegate.h"
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
    m_note->setWordWrap(true);
    auto *const column = new QVBoxLayout(this);
    column->setContentsMargins(space::padding, space::card, space::padding, space::card);
    column->setSpacing(space::unit);
    column->addWidget(plainLabel(this, LabelLook::Muted, caption));
    column->addWidget(m_figure);
    column->addWidget(m_note);
    column->addStretch();
    setFigure(u"–"_s);
}

void FigureCard::setFigure(const QString &figure, const QString &note)
{
    m_figure->setText(figure);
    m_note->setText(note);
    setAccessibleName(u"%1: %2 %3"_s.arg(m_caption, figure, note).trimmed());
}

void FigureCard::setState(const QString &state, Role role, const QString &note)
{
    if (!m_state) {
        m_state = new Chip(this);
        auto *const column = qobject_cast<QVBoxLayout *>(layout());
        column->insertWidget(column->indexOf(m_figure), m_state, 0, Qt::AlignLeft);
        m_state->setMinimumHeight(m_figure->sizeHint().height());
        m_figure->hide();
    }
    m_state->setText(state, role);
    m_note->setText(note);
    setAccessibleName(u"%1: %2 %3"_s.arg(m_caption, state, note).trimmed());
}

} // namespace ui

#include "moc_figurecard.cpp"
