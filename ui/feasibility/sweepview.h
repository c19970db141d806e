// A sweep of the feasibility service: its values, how far it is, its curves and figures.
#pragma once

#include "models/feasibility/feasibilitystore.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace models {
class ReferenceStore;
}

namespace ui {

class EmptyState;
class ScenarioTable;
class SweepChart;
class SweepFields;

/// Asks only when the person wants it. All sweeps of the connection are kept and can be looked at.
class SweepView : public QWidget
{
    Q_OBJECT

public:
    SweepView(models::FeasibilityStore &store, models::ReferenceStore &reference,
              QWidget *parent = nullptr);

    /// `locale` is empty while the service can't be asked for this draft.
    void setDraft(const models::SurveyDraft &draft, const QString &locale);
    void setCurrency(const QString &currency); ///< of the prices, may be empty
    const models::FeasibilityRun *shown() const; ///< nullptr when there is none
    /// The point that is chosen among the figures; nullptr when none is.
    const models::FeasibilityPoint *chosen() const;

Q_SIGNALS:
    void chosenChanged();
    void removed(); ///< can be undone

private:
    QLayout *keptRow();
    QWidget *results();
    QLayout *viewRow();
    void start();
    void show();
    void fillKept();
    void draw();

    models::FeasibilityStore &m_store;
    models::ReferenceStore &m_reference;
    models::SurveyDraft m_draft;
    QString m_locale;
    QString m_currency;
    QString m_shown; ///< uuid of the sweep that is looked at
    SweepFields *m_fields;
    QComboBox *m_kept = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_resume = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_asCurves = nullptr;
    QPushButton *m_asFigures = nullptr;
    QComboBox *m_along = nullptr;
    QComboBox *m_held = nullptr;
    QStackedWidget *m_stack = nullptr;
    SweepChart *m_completes = nullptr;
    SweepChart *m_prices = nullptr;
    QLabel *m_note = nullptr;
    ScenarioTable *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    QWidget *m_results = nullptr;
};

} // namespace ui
