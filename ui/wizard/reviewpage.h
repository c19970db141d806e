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
}

namespace ui {

class ReviewPage : public WizardPage
{
    Q_OBJECT

public:
    explicit ReviewPage(models::ReferenceStore &reference, QWidget *parent = nullptr);

    QString title() const override { return tr("Review"); }
    bool owns(const QByteArray &) const override { return false; }
    void load(const models::SurveyDraft &draft) override;
    void store(models::SurveyDraft &) const override { }
    void showIssues(const QList<models::Issue> &issues, bool isLeft) override;

Q_SIGNALS:
    void fieldWanted(const QByteArray &field); ///< the step with the field is to be shown

private:
    /// Captions with their values.
    QList<std::pair<QString, QString>> rows(const models::SurveyDraft &draft) const;
    void showJson();

    models::ReferenceStore &m_reference;
    models::SurveyDraft m_draft;
    QListWidget *m_issues;
    QLabel *m_ready;
    QScrollArea *m_sheet;
    QCheckBox *m_showsJson;
    QPlainTextEdit *m_json;
};

} // namespace ui
