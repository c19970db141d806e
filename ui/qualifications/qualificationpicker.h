// Chooses questions of a country's and language's standard list, and which answers qualify.
#pragma once

#include "models/drafts/surveydraft.h"
#include "models/qualifications/questionmodel.h"

#include <QSet>
#include <QWidget>

class QCheckBox;
class QLineEdit;
class QListView;
class QStackedWidget;

namespace models {
class ReferenceStore;
}

namespace ui {

class Banner;
class EmptyState;
class Prompt;
class QualificationEditor;

/// Loads the list by itself and follows it; what is being edited stays when a fresh one arrives.
class QualificationPicker : public QWidget
{
    Q_OBJECT

public:
    QualificationPicker(models::ReferenceStore &reference, Prompt &prompt,
                        QWidget *parent = nullptr);

    /// Whose list; either may be empty.
    void setPlace(const api::CountryId &country, const api::LanguageId &language);
    void setTargets(const QList<models::TargetedQualification> &targets);
    const QList<models::TargetedQualification> &targets() const { return m_targets; }
    /// Shows this question and puts the focus to its answers, as soon as it is there.
    void focusQuestion(api::QualificationCode code);
    /// Questions that aren't offered, since they are asked already.
    void setLeftOut(const QSet<api::QualificationCode> &codes);

Q_SIGNALS:
    void edited(); ///< by the person

private:
    void build();
    QWidget *list();
    QWidget *editor(Prompt &prompt);
    void listen();
    void fill();
    void showQuestion();
    void take();
    void showState();
    models::TargetedQualification targetOf(api::QualificationCode code) const;

    models::ReferenceStore &m_reference;
    api::CountryId m_country;
    api::LanguageId m_language;
    QList<models::TargetedQualification> m_targets; ///< in the order in which they were chosen
    QSet<api::QualificationCode> m_leftOut;
    std::optional<api::QualificationCode> m_wanted; ///< to be shown when the list arrives
    models::QuestionModel m_model;
    Banner *m_banner;
    QStackedWidget *m_stack;
    EmptyState *m_state;
    QLineEdit *m_search = nullptr;
    QCheckBox *m_onlyChosen = nullptr;
    QListView *m_list = nullptr;
    QStackedWidget *m_editors = nullptr;
    QualificationEditor *m_editor = nullptr;
};

} // namespace ui
