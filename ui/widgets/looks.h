// Gives plain Qt widgets the program's look; what each look is stands in resources/style.
#pragma once

#include "ui/widgets/theme.h"

#include <QFrame>
#include <QLabel>

class QAbstractButton;
class QPushButton;
class QTableView;

namespace ui {

enum class LabelLook { Text, Title, Section, PageTitle, Muted, Problem, Warning };

/// A label that shows what it is given letter by letter, never as rich text.
QLabel *plainLabel(QWidget *parent, LabelLook look = LabelLook::Text, const QString &text = {});

/// A panel with a line around it and its padding inside.
QFrame *card(QWidget *parent);

void setPrimary(QPushButton *button); ///< one in a view
void setDanger(QPushButton *button); ///< what can't be undone
void setChip(QPushButton *button, Role role = Role::Neutral); ///< round, stays pressed
void setWrong(QWidget *field, bool isWrong); ///< a line in the error's colour

/// Rows of 32, horizontal lines only, the whole row selected.
void setTableLook(QTableView *table);

void repolish(QWidget *widget); ///< after a property that the style sheet looks at

} // namespace ui
