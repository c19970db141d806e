// One survey's reconciliation: import UIDs, submit them once, and see which respondents are paid
// for.
#pragma once

#include "api/types/survey.h"
#include "models/reconciliation/reconciliationtable.h"
#include "ui/survey/surveysection.h"

class QBoxLayout;
class QCheckBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTabWidget;

namespace api {
struct ApiError;
}
namespace models {
class Session;
enum class DeskCall;
} // namespace models

namespace ui {

class Banner;
class ComparePanel;
class EvidencePanel;
class ImportPanel;
class PlatformPanel;
class Prompt;

class ReconciliationDesk : public SurveySection
{
    Q_OBJECT

public:
    ReconciliationDesk(models::Session &session, Prompt &prompt, QWidget *parent = nullptr);
    ~ReconciliationDesk() override;

    /// Drops what was imported for another one.
    void setSurvey(const api::SurveyId &survey);
    void refresh() override;
    void readAgain() override;
    QString unsaved() const override; ///< an imported list that wasn't submitted
    bool canSave() const override { return false; } ///< it can only be submitted
    const api::SurveyId &survey() const { return m_survey; }

private:
    void build(Prompt &prompt);
    QWidget *importPage(Prompt &prompt);
    QWidget *corner();
    QBoxLayout *submitRow();
    void listen();
    void listenToStore();
    void showState();
    api::Survey known() const; ///< with what is known of it
    void showSurvey();
    void showResult();
    void showDeadline();
    void showStatus(const models::SubmissionRecord &record);
    QString compared() const; ///< that there is more than one list
    void showNotYet();
    void showUnknown(const QString &submitted);
    void showSubmitFailure(const api::ApiError &error);
    void showLists(const std::optional<models::SubmissionRecord> &record);
    void showProblem(const QString &sentence);
    void showRefusal(const QString &what, const api::ApiError &error, models::DeskCall call);
    void submit();
    void startOver();
    QString emailKey() const;
    QString consequence(qint64 submitted) const;
    QString earlier(const QDateTime &sameSet) const;
    void confirm(const QDateTime &sameSet);

    models::Session &m_session;
    Prompt &m_prompt;
    api::SurveyId m_survey;
    bool m_isFresh = true; ///< nothing is known of the survey yet
    bool m_tellsFailure = false; ///< the banner says why a submission failed
    Banner *m_banner = nullptr;
    Banner *m_status = nullptr;
    QTabWidget *m_tabs = nullptr;
    ImportPanel *m_import = nullptr;
    ComparePanel *m_compare = nullptr;
    PlatformPanel *m_platform = nullptr;
    EvidencePanel *m_evidence = nullptr;
    QCheckBox *m_hasDeadline = nullptr;
    QDateEdit *m_deadline = nullptr;
    QPushButton *m_check = nullptr;
    QLineEdit *m_email = nullptr;
    QLabel *m_emailProblem = nullptr;
    QPushButton *m_submit = nullptr;
};

} // namespace ui
