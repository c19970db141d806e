#include "ui/widgets/searchcombo.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>

namespace ui {

namespace {

void settle(QComboBox *box)
{
    const QString typed = box->currentText();
    int at = typed.isEmpty() ? -1 : box->findText(typed, Qt::MatchFixedString);
    if (at < 0 && !typed.isEmpty())
        at = box->findText(typed, Qt::MatchContains);
    if (at >= 0)
        box->setCurrentIndex(at);
    box->setEditText(box->itemText(box->currentIndex()));
}

} // namespace

void makeSearchable(QComboBox *box)
{
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->lineEdit()->setAccessibleName(box->accessibleName());
    QObject::connect(box->lineEdit(), &QLineEdit::editingFinished, box, [box] { settle(box); });
}

} // namespace ui
