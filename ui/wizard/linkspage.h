// Step 3: where the respondents go.
#pragma once

#include "ui/wizard/wizardpage.h"

class QLineEdit;
class QPushButton;

namespace ui {

class Form;

class LinksPage : public WizardPage
{
    Q_OBJECT

public:
    explicit LinksPage(QWidget *parent = nullptr);

    QString title() const override { return tr("Links"); }
    bool owns(const QByteArray &field) const override;
    void load(const models::SurveyDraft &draft) override;
    void store(models::SurveyDraft &draft) const override;
    void showIssues(const QList<models::Issue> &issues, bool isLeft) override;
    void focusField(const QByteArray &field) override;

private:
    void openTestLink();

    Form *m_form;
    QLineEdit *m_live;
    QLineEdit *m_test;
    QPushButton *m_open;
};

} // namespace ui
