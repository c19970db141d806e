#include "ui/widgets/statusmessage.h"

#include <QAccessible>
#include <QMainWindow>
#include <QStatusBar>

namespace ui {

void showStatusMessage(QWidget *from, const QString &text)
{
    constexpr int shownFor = 10'000; // ms
    auto *const window = qobject_cast<QMainWindow *>(from->window());
    if (!window)
        return;
    QStatusBar *const bar = window->statusBar();
    bar->showMessage(text, shownFor);
    bar->setAccessibleDescription(text);
    QAccessibleEvent event(bar, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

} // namespace ui
