// Feasibility as the wizard and the navigation show it: scenarios side by side, and a sweep.
#pragma once

#include "models/feasibility/feasibilitystore.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTabWidget;

namespace models {
class ReferenceStore;
}

namespace ui {

class AnswerView;
class Banner;
class EmptyState;
class ScenarioTable;
class SweepView;

/// Asks only when the person wants it, for the draft that it was given last. An answer to other
/// terms is said to be one.
class FeasibilityPanel : public QWidget
{
    Q_OBJECT

public:
    enum class Place { Wizard, Navigation };

    FeasibilityPanel(models::FeasibilityStore &store, models::ReferenceStore &reference,
                     Place place, QWidget *parent = nullptr);

    void setDraft(const models::SurveyDraft &draft);
    void setCurrency(const QString &currency); ///< of the prices: "USD"; empty until told
    bool canAsk() const;
    void ask(); ///< or `incomplete`

Q_SIGNALS:
    void incomplete(); ///< in the navigation, where the form says what the terms lack
    void priceWanted(api::Money price); ///< in the wizard
    void surveyWanted(const models::SurveyDraft &draft); ///< in the navigation

private:
    struct Chosen
    {
        const models::FeasibilityRun *run = nullptr;
        const models::FeasibilityPoint *point = nullptr;
    };

    QWidget *scenarios();
    QLayout *askRow();
    QLayout *acts();
    QString locale() const;
    Chosen chosen() const;
    void use();
    void remove();
    void offerUndo();
    void show();
    void showProblems();
    void showRows();
    void showChosen();
    void chooseFitting();

    models::FeasibilityStore &m_store;
    models::ReferenceStore &m_reference;
    Place m_place;
    models::SurveyDraft m_draft;
    QString m_currency;
    QString m_awaited; ///< uuid of the scenario that was asked for last
    QLabel *m_problems;
    Banner *m_banner;
    QTabWidget *m_tabs;
    SweepView *m_sweep;
    QPushButton *m_ask = nullptr;
    QPushButton *m_cancel = nullptr;
    QProgressBar *m_progress = nullptr;
    AnswerView *m_answer = nullptr;
    ScenarioTable *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    QPushButton *m_use = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace ui
