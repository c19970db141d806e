// Whose respondents are kept out of the new survey: those who completed one of these.
#pragma once

#include "api/types/ids.h"

#include <QWidget>

class QListWidget;
class QPushButton;

namespace models {
class SurveyStore;
}

namespace ui {

/// They are chosen in the dialog that a survey's Exclusions have too (AddExclusions).
class ExclusionList : public QWidget
{
    Q_OBJECT

public:
    explicit ExclusionList(models::SurveyStore &surveys, QWidget *parent = nullptr);

    void setExcluded(const QList<api::SurveyId> &excluded); ///< says no `edited`
    void focusList(); ///< where one is removed
    const QList<api::SurveyId> &excluded() const { return m_excluded; }

Q_SIGNALS:
    void edited();

private:
    void fill();
    void add();
    void remove();

    models::SurveyStore &m_surveys;
    QList<api::SurveyId> m_excluded;
    QPushButton *m_add;
    QListWidget *m_list;
    QPushButton *m_remove;
};

} // namespace ui
