// The values of a sweep as a person enters them: three lists, and how many calls they make.
#pragma once

#include "models/feasibility/sweep.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class SweepFields : public QWidget
{
    Q_OBJECT

public:
    explicit SweepFields(QWidget *parent = nullptr);

    /// Suggests values about these terms as long as the person wrote none.
    void setDraft(const models::SurveyDraft &draft);
    QList<models::FeasibilityPoint> points() const; ///< empty while something is wrong
    void setCanStart(bool canStart); ///< the terms that don't vary are in order

Q_SIGNALS:
    void startWanted();

private:
    QWidget *field(models::SweepAxis axis, const QString &label);
    void check();

    models::SurveyDraft m_draft;
    models::SweepPlan m_plan;
    QList<QLineEdit *> m_lines; ///< in the order of models::SweepAxis
    QList<QLabel *> m_notes;
    QLabel *m_calls;
    QPushButton *m_suggest;
    QPushButton *m_start;
    bool m_canStart = false;
    bool m_isOwn = false; ///< the person wrote a value
};

} // namespace ui
