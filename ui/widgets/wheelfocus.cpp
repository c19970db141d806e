#include "ui/widgets/wheelfocus.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>

namespace ui {

namespace {

bool isField(const QObject &object)
{
    return qobject_cast<const QAbstractSpinBox *>(&object)
        || qobject_cast<const QComboBox *>(&object);
}

class WheelKeeper : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool isWheel = event->type() == QEvent::Wheel;
        if ((!isWheel && event->type() != QEvent::Polish) || !isField(*watched))
            return QObject::eventFilter(watched, event);
        auto *const field = static_cast<QWidget *>(watched);
        if (field->focusPolicy() == Qt::WheelFocus)
            field->setFocusPolicy(Qt::StrongFocus);
        if (!isWheel || field->hasFocus())
            return QObject::eventFilter(watched, event);
        event->ignore(); // for the page
        return true;
    }
};

} // namespace

void keepWheelFromFields(QApplication &application)
{
    application.installEventFilter(new WheelKeeper(&application));
}

} // namespace ui
