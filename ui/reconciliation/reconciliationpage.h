// Import UIDs, submit them once, and see which respondents are paid for.
#pragma once

#include "api/types/ids.h"
#include "models/reconciliation/comparison.h"
#include "models/reconciliation/reconciliationtable.h"
#include "ui/widgets/page.h"

class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace models {
class Session;
}

namespace ui {

class Banner;
class EmptyState;
class FigureCard;
class ImportPanel;
class Prompt;

class ReconciliationPage : public Page
{
    Q_OBJECT

public:
    ReconciliationPage(models::Session &session, Prompt &prompt, QWidget *parent = nullptr);
    ~ReconciliationPage() override;

    void refresh() override;
    void choose(const api::SurveyId &survey);

private:
    void build();
    QBoxLayout *header();
    QBoxLayout *submitRow();
    QWidget *results();
    void listen();
    void fillPicker();
    void showState();
    void showStatus(const models::SubmissionRecord &record);
    void showComparison();
    void showProblem(const QString &sentence);
    void submit();
    void confirm(const QDateTime &before);
    void save();
    void write(const QString &path);
    const api::UidList &exported() const;

    models::Session &m_session;
    Prompt &m_prompt;
    api::SurveyId m_survey;
    models::Comparison m_comparison;
    models::SharedUids m_compared; ///< the accepted ones that m_comparison is of
    Banner *m_banner = nullptr;
    QComboBox *m_picker = nullptr;
    Banner *m_status = nullptr;
    EmptyState *m_empty = nullptr;
    QWidget *m_work = nullptr; ///< everything that needs a survey
    QWidget *m_results = nullptr;
    QPushButton *m_check = nullptr;
    ImportPanel *m_import = nullptr;
    QLineEdit *m_email = nullptr;
    QLabel *m_emailProblem = nullptr;
    QPushButton *m_submit = nullptr;
    QList<FigureCard *> m_cards;
    QComboBox *m_list = nullptr;
    QPushButton *m_export = nullptr;
};

} // namespace ui
