// LOI and CPI of a survey, edited in place; the new budget is seen before it is sent.
#pragma once

#include "api/types/apierror.h"
#include "models/surveys/fieldfigures.h"
#include "models/surveys/terms.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace ui {

class AmountField;
class Banner;
class Form;
class NumberField;

/// What is typed stays until it is applied or reverted, whatever arrives meanwhile.
class TermsCard : public QFrame
{
    Q_OBJECT

public:
    explicit TermsCard(QWidget *parent = nullptr);
    /// `ledger`: what the completes so far cost, for the budget.
    void show(const api::Survey &survey, const QList<models::LedgerRow> &ledger,
              const QString &currency);
    void setAudience(std::optional<api::AudienceType> audience);
    void showApplied(); ///< the server has what was sent
    void showElsewhere(); ///< they were changed elsewhere meanwhile, and nothing was sent
    void showFailure(const api::ApiError &error); ///< nothing entered is lost
    int unsaved() const; ///< fields that differ from the survey
    /// What would be sent; nothing when there is nothing to send or a field can't be used.
    std::optional<api::SurveyChange> change() const;
    bool apply(); ///< whether a call is on its way: `applied`, or one before

Q_SIGNALS:
    void applied(const api::SurveyChange &change);

private:
    void build();
    void revert();
    void update();
    bool isDirty() const;
    models::Terms typed() const;

    Banner *m_banner;
    Form *m_form;
    NumberField *m_loi;
    AmountField *m_cpi;
    QLabel *m_budget;
    QPushButton *m_apply;
    QPushButton *m_revert;
    api::Survey m_survey;
    models::Terms m_shown; ///< of the survey when the fields were last filled
    QList<models::LedgerRow> m_ledger;
    QString m_currency;
    std::optional<api::AudienceType> m_audience;
    bool m_isSending = false;
};

} // namespace ui
