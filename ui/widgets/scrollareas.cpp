#include "ui/widgets/scrollareas.h"

#include <QAccessibleWidget>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QAccessibleInterface *scrollArea(const QString &className, QObject *object)
{
    if (className != "QScrollArea"_L1 && className != "QAbstractScrollArea"_L1)
        return nullptr;
    return new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::Client);
}

} // namespace

void makeScrollAreasSafe()
{
    QAccessible::installFactory(&scrollArea);
}

} // namespace ui
