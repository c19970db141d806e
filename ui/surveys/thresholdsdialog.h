// Where a person moves the lines between which a survey needs no attention.
#pragma once

#include "models/surveys/attention.h"

#include <QDialog>

class QDoubleSpinBox;
class QSpinBox;

namespace models {
class AttentionWatch;
}

namespace ui {

class ThresholdsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `watch` outlives the dialog.
    ThresholdsDialog(models::AttentionWatch &watch, QWidget *parent);

private:
    void show(const models::AttentionThresholds &thresholds);
    models::AttentionThresholds chosen() const;

    QDoubleSpinBox *m_behind;
    QDoubleSpinBox *m_ahead;
    QSpinBox *m_conversion; ///< per cent of the IR
    QSpinBox *m_entrants;
    QSpinBox *m_hours;
};

/// Opens the dialog and returns at once. `parent` doesn't outlive `watch`.
void showThresholds(models::AttentionWatch &watch, QWidget *parent);

} // namespace ui
