// A survey's quotas: read, edited, saved, and settled where the server changed them meanwhile.
#pragma once

#include "models/quotas/quotastore.h"
#include "ui/survey/surveysection.h"

class QLabel;
class QStackedWidget;

namespace models {
class Session;
}

namespace ui {

class Banner;
class CallIndicator;
class ConflictPanel;
struct ConflictRow;
class EmptyState;
class QuotaEditor;

/// Shows at once what the session knows of the survey. What is edited here stays through failed
/// saves and refreshes until it is saved or reverted.
class QuotasSection : public SurveySection
{
    Q_OBJECT

public:
    QuotasSection(models::Session &session, const api::SurveyId &survey, QWidget *parent = nullptr);
    ~QuotasSection() override;

    void refresh() override;
    QList<QAction *> editActions() const override;
    QString unsaved() const override;
    QString unkeepable() const override { return {}; }
    void keepUnsaved() override;
    void saveUnsaved() override;
    /// Sets these as one unsaved step, as soon as the survey's quotas are there. Nothing is sent.
    void propose(const QList<api::Quota> &quotas);

private:
    void build();
    QWidget *toolbar();
    void listen();
    void follow();
    void take(const QList<api::Qualification> &targeted, const QList<api::Quota> &quotas);
    void takeTheirs(const QList<ConflictRow> &rows);
    void showConflicts(const QList<models::RowConflict> &fresh);
    bool isHeldBack();
    void takeWritten(const QList<models::QuotaWrite> &writes, bool areThere);
    void save();
    void dropWaiting();
    void followWaiting();
    void askCompletes();
    void keepCompletes();
    void takeProposed();
    void showFailure(const api::ApiError &error, bool wasSaving);
    void showStanding();
    qsizetype edits() const;
    bool isKept() const;
    bool isClosed() const;
    bool isGoalKnown() const;

    models::Session &m_session;
    api::SurveyId m_survey;
    models::QuotaStore m_store;
    std::optional<api::Survey> m_known; ///< as the session last told it
    QList<api::Quota> m_completes; ///< as kept
    QList<api::Quota> m_proposed; ///< until the sheet is there
    QDateTime m_updated; ///< when the server told the quotas that are shown
    bool m_isWaiting = false; ///< what is edited here is kept to be sent later
    QAction *m_save = nullptr;
    QAction *m_revert = nullptr;
    Banner *m_banner;
    ConflictPanel *m_conflicts;
    QStackedWidget *m_stack;
    EmptyState *m_waiting;
    QuotaEditor *m_editor;
    QLabel *m_standing = nullptr;
    CallIndicator *m_calls = nullptr;
};

} // namespace ui
