// What was submitted of a survey, with its answers, and the bundle of one as a file.
#pragma once

#include "api/types/survey.h"
#include "models/files/work.h"
#include "models/reconciliation/evidence.h"
#include "models/reconciliation/submissionmodel.h"
#include "models/surveys/prices.h"

#include <QWidget>

class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace ui {

class Banner;
class Prompt;

class EvidencePanel : public QWidget
{
    Q_OBJECT

public:
    EvidencePanel(Prompt &prompt, Banner &banner, QWidget *parent);
    ~EvidencePanel() override; ///< cancels what runs

    void show(const api::Survey &survey, const QList<models::SubmissionRecord> &records,
              const models::Prices &prices, const QString &currency);

private:
    QWidget *page();
    void ask();
    models::Evidence chosen() const; ///< of the row that is chosen
    void write(const QString &path);
    void update();

    Prompt &m_prompt;
    Banner &m_banner;
    api::Survey m_survey;
    models::Prices m_prices;
    QString m_currency;
    models::SubmissionModel m_model;
    QStackedWidget *m_stack;
    QTableView *m_table = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_cancel = nullptr;
    QProgressBar *m_progress = nullptr;
    models::WorkPointer m_work;
};

} // namespace ui
