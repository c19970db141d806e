// The standard qualifications of a country and language, to be looked up: questions and answers.
#pragma once

#include "models/qualifications/questionmodel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QListView;
class QPlainTextEdit;
class QStackedWidget;

namespace models {
class ReferenceStore;
}

namespace ui {

class EmptyState;

class QuestionBrowser : public QWidget
{
    Q_OBJECT

public:
    explicit QuestionBrowser(models::ReferenceStore &reference, QWidget *parent = nullptr);

    void refresh(); ///< from the server, whatever the age
    void search(const QString &text) { m_model.setFilter(text); }
    QString summary() const; ///< "76 qualifications · as of 14:02"; empty before a choice

Q_SIGNALS:
    void changed();

private:
    QWidget *choice();
    QWidget *details();
    void fillCountries();
    void fillLanguages();
    void choose();
    void fill();
    void showQuestion();

    models::ReferenceStore &m_reference;
    api::CountryId m_country;
    api::LanguageId m_language;
    models::QuestionModel m_model;
    QComboBox *m_countries = nullptr;
    QComboBox *m_languages = nullptr;
    QStackedWidget *m_stack;
    EmptyState *m_state;
    QListView *m_list;
    QLabel *m_title = nullptr;
    QLabel *m_text = nullptr;
    QLabel *m_about = nullptr;
    QPlainTextEdit *m_answers = nullptr;
};

} // namespace ui
