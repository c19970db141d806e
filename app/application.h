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
    /// `settingsAside` names the damaged settings that were set aside; empty when there were none.
    void start(const Options &options, const QString &settingsAside = {});
    /// What a second start asks for. A service that isn't kept here is only opened when the person
    /// says so.
    void receive(const QByteArray &message);

private:
    void open(const Options &options);
    void ask(const Options &options);

    struct Private;
    std::unique_ptr<Private> d;
};

/// The whole program: command line, single instance, window, event loop. Answers the exit code.
int run(QApplication &application);

} // namespace app
