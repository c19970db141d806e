// Ends the program when it should: on SIGTERM and SIGINT, and when its parent has gone.
#pragma once

#include <QObject>

namespace sandbox {

/// A parent that dies, even by a crash, closes its end of our standard input: only a pipe or a
/// socket is watched, so that a terminal, a file or /dev/null never ends the program.
class Parent : public QObject
{
    Q_OBJECT

public:
    explicit Parent(QObject *parent = nullptr);

Q_SIGNALS:
    void gone();

private:
    void watchInput();
    void watchSignals();
};

} // namespace sandbox
