// Step 7: how many completes can be had, and at what price.
#pragma once

#include "models/feasibility/feasibilitycheck.h"
#include "ui/wizard/wizardpage.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace models {
class ReferenceStore;
}

namespace ui {

class Banner;
class FigureCard;

/// Asks only when the person wants it. An answer to other figures than the draft has now is said
/// to be one.
class FeasibilityPage : public WizardPage
{
    Q_OBJECT

public:
    FeasibilityPage(api::Client &client, models::ReferenceStore &reference,
                    QWidget *parent = nullptr);

    QString title() const override { return tr("Feasibility"); }
    bool owns(const QByteArray &) const override { return false; }
    void load(const models::SurveyDraft &draft) override;
    void store(models::SurveyDraft &draft) const override;
    void showIssues(const QList<models::Issue> &, bool) override { }

private:
    QWidget *figures();
    QString locale() const;
    void ask();
    void show();
    void showAnswer(const api::Feasibility &answer);

    models::FeasibilityCheck m_check;
    models::ReferenceStore &m_reference;
    models::SurveyDraft m_draft;
    QLabel *m_problems;
    QPushButton *m_ask;
    QPushButton *m_cancel;
    QProgressBar *m_progress;
    Banner *m_banner;
    Banner *m_fit;
    QWidget *m_figures = nullptr;
    QList<FigureCard *> m_cards;
    QPushButton *m_use = nullptr;
};

} // namespace ui
