// Step 1: what the survey is called, where it runs, and what it is about.
#pragma once

#include "ui/wizard/wizardpage.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace models {
class ReferenceStore;
}

namespace ui {

class Form;
class MarketFields;

class BasicsPage : public WizardPage
{
    Q_OBJECT

public:
    explicit BasicsPage(models::ReferenceStore &reference, QWidget *parent = nullptr);

    QString title() const override { return tr("Basics"); }
    bool owns(const QByteArray &field) const override;
    void load(const models::SurveyDraft &draft) override;
    void store(models::SurveyDraft &draft) const override;
    void showIssues(const QList<models::Issue> &issues, bool isLeft) override;
    /// Offers another name beside the field; empty: none is needed.
    void offerName(const QString &name);
    void focusField(const QByteArray &field) override;

private:
    void fill();
    void choose(const models::SurveyDraft &draft);

    models::ReferenceStore &m_reference;
    models::SurveyDraft m_loaded; ///< what to choose again when the lists arrive
    Form *m_nameForm; ///< a room under the name is left for the offer
    Form *m_form;
    QLineEdit *m_name;
    QPushButton *m_offer; ///< another name, where that one is taken
    QString m_offered;
    MarketFields *m_market;
    QComboBox *m_category;
    QComboBox *m_vertical;
    QComboBox *m_audience;
    QCheckBox *m_pii;
};

} // namespace ui
