// The composition root: builds every object of the program once and ties them together.
#pragma once

#include "app/commandline.h"

#include <memory>

class QApplication;

namespace app {

class Application
{
public:
    /// `folder` is prepared already (preparePlaces).
    Application(QApplication &application, const QString &folder);
    ~Application(); ///< ends the calls, then the sandbox

    /// Shows the window, and opens what was asked for once it has been painted.
    void start(const Options &options);
    void receive(const QByteArray &message); ///< what a second start wants

private:
    void open(const Options &options);

    struct Private;
    std::unique_ptr<Private> d;
};

/// The whole program: command line, single instance, window, event loop. Answers the exit code.
int run(QApplication &application);

} // namespace app
