// Asks which Completed and Closed surveys shall be excluded, searched as one types.
#pragma once

#include "api/types/apierror.h"
#include "models/exclusions/exclusioncandidates.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace ui {

class Banner;
class EmptyState;

/// Shown with open(). Follows the list of surveys; what is chosen stays. Whoever makes the call
/// answers `wanted` with showFailure() or accept().
class AddExclusions : public QDialog
{
    Q_OBJECT

public:
    /// Offers what `surveys` has but `leftOut`: the survey itself and those excluded already.
    AddExclusions(const models::SurveyStore &surveys, const QSet<api::SurveyId> &leftOut,
                  QWidget *parent = nullptr);

    void showFailure(const api::ApiError &error);
    void showDeclined(); ///< another change is on its way: nothing was sent

Q_SIGNALS:
    void wanted(const QList<api::SurveyId> &excluded);

private:
    void build();
    QTableView *table();
    void follow();
    void check();
    void send();

    const models::SurveyStore &m_surveys;
    QSet<api::SurveyId> m_leftOut;
    models::ExclusionCandidates m_model;
    Banner *m_banner;
    QLineEdit *m_search;
    QStackedWidget *m_stack;
    EmptyState *m_state;
    QTableView *m_table;
    QLabel *m_summary;
    QPushButton *m_add;
    bool m_isSending = false;
};

} // namespace ui
