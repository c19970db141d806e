// What became of each survey of a change to several.
#pragma once

#include <QDialog>

namespace ui {

struct StatusResult
{
    enum Outcome { Changed, Failed, NotSent, Created, Incomplete, NotCreated, Unknown };
    QString code;
    QString name;
    Outcome outcome = Changed;
    QString text; ///< "Changed", the server's refusal, or that it wasn't sent
    bool operator==(const StatusResult &) const = default;
};

class ResultsDialog : public QDialog
{
    Q_OBJECT

public:
    ResultsDialog(const QString &title, QList<StatusResult> results, QWidget *parent);
};

} // namespace ui
