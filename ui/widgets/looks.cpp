#include "ui/widgets/looks.h"

#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QPushButton>
#include <QStyle>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

void setFont(QLabel *label, double step, QFont::Weight weight)
{
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() + step);
    font.setWeight(weight);
    label->setFont(font);
}

QString toneName(Role role)
{
    switch (role) {
    case Role::Good:
        return u"good"_s;
    case Role::Warning:
        return u"warning"_s;
    case Role::Error:
        return u"error"_s;
    case Role::Information:
        return u"information"_s;
    case Role::Accent:
    case Role::Neutral:
        break;
    }
    return u"neutral"_s;
}

} // namespace

QLabel *plainLabel(QWidget *parent, LabelLook look, const QString &text)
{
    auto *const label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setText(text);
    switch (look) {
    case LabelLook::Text:
        break;
    case LabelLook::Title:
        label->setProperty("isTitle", true);
        break;
    case LabelLook::Section:
        setFont(label, 1, QFont::DemiBold);
        break;
    case LabelLook::PageTitle:
        setFont(label, 5, QFont::DemiBold);
        break;
    case LabelLook::Muted:
        label->setProperty("isMuted", true);
        break;
    case LabelLook::Problem:
        label->setProperty("isProblem", true);
        break;
    case LabelLook::Warning:
        label->setProperty("isWarning", true);
        break;
    }
    return label;
}

QFrame *card(QWidget *parent)
{
    auto *const frame = new QFrame(parent);
    frame->setProperty("isCard", true);
    frame->setContentsMargins(space::padding, space::card, space::padding, space::card);
    return frame;
}

void setPrimary(QPushButton *button)
{
    button->setProperty("isPrimary", true);
    repolish(button);
}

void setDanger(QPushButton *button)
{
    button->setProperty("isDanger", true);
    repolish(button);
}

void setChip(QPushButton *button, Role role)
{
    button->setProperty("isChip", true);
    button->setProperty("tone", toneName(role));
    button->setCheckable(true);
    repolish(button);
}

void setWrong(QWidget *field, bool isWrong)
{
    if (field->property("isWrong").toBool() == isWrong)
        return;
    field->setProperty("isWrong", isWrong);
    repolish(field);
}

void setTableLook(QTableView *table)
{
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setAlternatingRowColors(false);
    table->setWordWrap(false);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->setVisible(false);
    table->verticalHeader()->setDefaultSectionSize(space::row);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    table->setTabKeyNavigation(false);
}

void repolish(QWidget *widget)
{
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace ui
