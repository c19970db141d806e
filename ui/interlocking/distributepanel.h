// Shares a total or margins out over the grid, with a preview before anything changes.
#pragma once

#include "api/types/ids.h"
#include "models/interlocking/gridplan.h"
#include "models/interlocking/interlockingmodel.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;

namespace models {
class Session;
}

namespace ui {

class OtherGrid;
class Prompt;

/// Hidden until opened. What can't be met is said in the place of the preview.
class DistributePanel : public QFrame
{
    Q_OBJECT

public:
    /// Surveys other than `own` can lend the pattern of their grids.
    DistributePanel(models::Session &session, const api::SurveyId &own,
                    models::InterlockingModel &cells, Prompt &prompt, QWidget *parent = nullptr);
    void open(qint64 total); ///< `total`: what is offered at first, the survey's completes

Q_SIGNALS:
    void applied(const models::GridEdit &edit, const QString &name);
    void closed(); ///< by the person, applied or not

private:
    void build();
    void buildPreview();
    QWidget *wishes();
    QWidget *sources();
    void showSources(models::PlanMethod method);
    void chooseFile();
    void importFile(const QString &path);
    QList<int> pastedPeople();
    tl::expected<models::GridPlan, QString> plan(models::PlanWish wish);
    void compute();
    void showPlan();
    QString summary() const;
    void apply();

    models::Session &m_session;
    api::SurveyId m_own;
    models::InterlockingModel &m_cells;
    Prompt &m_prompt;
    QString m_imported; ///< what the last import counted
    OtherGrid *m_other = nullptr;
    QPushButton *m_import = nullptr;
    QLabel *m_report = nullptr;
    QComboBox *m_method = nullptr;
    QLineEdit *m_total = nullptr;
    QPlainTextEdit *m_pasted = nullptr;
    QLabel *m_hint = nullptr;
    QLabel *m_outcome = nullptr;
    QTableWidget *m_preview = nullptr;
    QPushButton *m_apply = nullptr;
    tl::expected<models::GridPlan, QString> m_plan = tl::unexpected(QString());
};

} // namespace ui
