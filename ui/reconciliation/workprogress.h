// Shows how far a worker is.
#pragma once

#include "models/files/work.h"

#include <QProgressBar>
#include <QTimer>

namespace ui {

/// Ten times a second, from 0 to 1000, until nobody else holds the work.
inline void followWork(const models::WorkPointer &work, QProgressBar *bar)
{
    bar->setRange(0, 1000);
    bar->setValue(0);
    auto *const clock = new QTimer(bar);
    QObject::connect(clock, &QTimer::timeout, bar,
                     [bar, clock, watched = std::weak_ptr<models::Work>(work)] {
                         const models::WorkPointer running = watched.lock();
                         if (running)
                             bar->setValue(running->permille());
                         else
                             clock->deleteLater();
                     });
    clock->start(100);
}

} // namespace ui
