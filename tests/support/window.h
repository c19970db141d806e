// What tests of windows share: a prompt that answers by itself, and widgets by what they say.
#pragma once

#include "ui/widgets/prompt.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace models {
class Connections;
}

namespace support {

/// Confirms, or doesn't, and answers with the path that the test wants.
class FakePrompt : public ui::Prompt
{
public:
    void ask(QWidget *, const ui::Question &question, QObject *,
             std::function<void(bool)> answer) override
    {
        asked.append(question.title + QLatin1Char('\n') + question.text);
        if (beforeAnswer)
            beforeAnswer();
        answer(isSure);
    }
    void saveFile(QWidget *, const QString &, const QString &suggestion, const QStringList &,
                  QObject *, std::function<void(QString)> chosen) override
    {
        suggested = suggestion;
        chosen(path);
    }
    void openFile(QWidget *, const QString &, const QStringList &, QObject *,
                  std::function<void(QStringList)> chosen) override
    {
        chosen({path});
    }
    QString path;
    QString suggested; ///< the name of the last file to save
    QStringList asked; ///< title and text of each question
    bool isSure = true;
    std::function<void()> beforeAnswer; ///< what happens while the question is open
};

/// What a widget is called: a button by its text, others by their accessible name.
inline QString nameOf(const QWidget &widget)
{
    const auto *const button = qobject_cast<const QAbstractButton *>(&widget);
    return button && widget.accessibleName().isEmpty() ? button->text().remove(QLatin1Char('&'))
                                                       : widget.accessibleName();
}

/// The widget of that name below `page`, rather one that is seen than a hidden one; the test ends
/// when there is none.
template <class Widget>
Widget *named(QWidget &page, const QString &name)
{
    Widget *hidden = nullptr;
    for (Widget *const widget : page.findChildren<Widget *>()) {
        if (nameOf(*widget) != name)
            continue;
        if (widget->isVisibleTo(&page))
            return widget;
        hidden = widget;
    }
    if (hidden)
        return hidden;
    qFatal("no widget is called %s", qPrintable(name));
}

/// As the program ends: the open session goes, and its calls come to their end.
void close(models::Connections &connections);

/// Whether a label holds `text` that a person would see while `page` is shown.
bool says(const QWidget &page, const QString &text);

/// With settings of its own: what an earlier run left, or the person has, changes no test.
template <class Test, class Application = QApplication>
int runWindowTest(int argc, char **argv)
{
    const QTemporaryDir settings;
    for (const QSettings::Format format : {QSettings::NativeFormat, QSettings::IniFormat})
        QSettings::setPath(format, QSettings::UserScope, settings.path());
    Application application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("AlignDesk-tests"));
    const ui::Theme theme(application);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace support
