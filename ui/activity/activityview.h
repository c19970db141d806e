// The calls and the changes of a connection, or of one of its surveys.
#pragma once

#include "api/types/ids.h"

#include <QWidget>

#include <memory>

class QAction;
class QTableView;

namespace models {
class ActivityFilter;
struct ExportTable;
class Session;
} // namespace models

namespace ui {

class Prompt;

/// Follows the journal and the change log while it lives. `survey` empty: of all.
class ActivityView : public QWidget
{
    Q_OBJECT

public:
    ActivityView(models::Session &session, const api::SurveyId &survey, Prompt &prompt,
                 QWidget *parent = nullptr);
    ~ActivityView() override;

    void load();
    void search(const QString &text);
    QList<QAction *> actions() const; ///< copy, copy as cURL, export

private:
    QWidget *callsTab();
    QWidget *changesTab();
    QWidget *filters();
    void follow();
    void showCall();
    models::ExportTable shown() const;
    void updateState();
    QTableView *shownTable() const;
    QString surveyName(const api::SurveyId &id) const;

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ui
