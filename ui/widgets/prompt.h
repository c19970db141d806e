// Questions before something that can't be undone, injectable so that tests answer them.
#pragma once

#include <QObject>
#include <QString>

#include <functional>

class QWidget;

namespace ui {

struct Question
{
    QString title; ///< names the object: "Close “Snack tracker W14”?"
    QString text; ///< the effect
    QString confirm; ///< the button that does it, named by the act: "Close survey"
};

/// Asks without blocking: `answer(true)` when confirmed. The focus is on Cancel.
class Prompt
{
public:
    virtual ~Prompt() = default;
    virtual void ask(QWidget *parent, const Question &question, QObject *context,
                     std::function<void(bool)> answer) = 0;
    /// A file to write to or to read from; an empty path when cancelled.
    virtual void saveFile(QWidget *parent, const QString &title, const QString &suggestion,
                          const QStringList &filters, QObject *context,
                          std::function<void(QString)> chosen) = 0;
    /// One existing file.
    virtual void openFile(QWidget *parent, const QString &title, const QStringList &filters,
                          QObject *context, std::function<void(QStringList)> chosen) = 0;
};

/// The real one, with QMessageBox and QFileDialog, opened and never executed. A file dialog begins
/// in the folder where a file was last chosen for the same purpose, which its title names.
class DialogPrompt : public Prompt
{
public:
    void ask(QWidget *parent, const Question &question, QObject *context,
             std::function<void(bool)> answer) override;
    void saveFile(QWidget *parent, const QString &title, const QString &suggestion,
                  const QStringList &filters, QObject *context,
                  std::function<void(QString)> chosen) override;
    void openFile(QWidget *parent, const QString &title, const QStringList &filters,
                  QObject *context, std::function<void(QStringList)> chosen) override;
};

} // namespace ui
