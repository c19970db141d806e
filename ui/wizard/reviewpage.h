// Step 8: everything once more, what is still wrong, and the exact message that is sent.
#pragma once

#include "ui/wizard/wizardpage.h"

class QCheckBox;
class QLabel;
class QListWidget;
class QPlainTextEdit;
class QScrollArea;

namespace models {
class ReferenceStore;
class SurveyStore;
} // namespace models

namespace ui {

class ReviewPage : public WizardPage
{
    Q_OBJECT

public:
    /// `currency`: of the amounts, may be empty.
    ReviewPage(const models::ReferenceStore &reference, const models::SurveyStore &surveys,
               QString currency, QWidget *parent = nullptr);

    QString title() const override { return tr("Review"); }
    bool owns(const QByteArray &) const override { return false; }
    void load(const models::SurveyDraft &draft) override;
    void store(models::SurveyDraft &) const override { }
    void showIssues(const QList<models::Issue> &issues, bool isLeft) override;

Q_SIGNALS:
    void fieldWanted(const QByteArray &field); ///< the step with the field is to be shown

private:
    /// Captions with their values, all that the draft holds.
    QList<std::pair<QString, QString>> rows(const models::SurveyDraft &draft) const;
    QString categoryName(const api::CategoryId &id) const;
    QString verticalName(const api::VerticalId &id) const;
    QString excludedNames(const QList<api::SurveyId> &excluded) const; ///< one a line
    void showJson();

    const models::ReferenceStore &m_reference;
    const models::SurveyStore &m_surveys;
    QString m_currency;
    models::SurveyDraft m_draft;
    QListWidget *m_issues;
    QLabel *m_ready;
    QScrollArea *m_sheet;
    QCheckBox *m_showsJson;
    QPlainTextEdit *m_json;
};

} // namespace ui
