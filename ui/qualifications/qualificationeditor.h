// Which answers of one question qualify: options, ranges, or zip codes.
#pragma once

#include "models/drafts/surveydraft.h"
#include "models/qualifications/optionmodel.h"
#include "models/qualifications/rangemodel.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QStackedWidget;
class QTableView;

namespace ui {

class Prompt;
class ZipEditor;

class QualificationEditor : public QWidget
{
    Q_OBJECT

public:
    explicit QualificationEditor(Prompt &prompt, QWidget *parent = nullptr);

    /// `question` as the master list has it; `chosen` may be empty.
    void edit(const api::Qualification &question, const models::TargetedQualification &chosen);
    models::TargetedQualification chosen() const;
    void focusAnswers(); ///< to where they are chosen
    /// Takes the clipboard's ranges or zip codes; says what of it can't be taken.
    void pasteAnswers();
    const api::Qualification &question() const { return m_question; } ///< that is being edited

Q_SIGNALS:
    void changed();

private:
    QWidget *optionEditor();
    QWidget *rangeEditor();
    void pasteRanges(const QString &text);
    void showNotes();

    api::Qualification m_question;
    QString m_pasteNote; ///< what became of the ranges that were pasted last
    bool m_isPasteProblem = false; ///< some were left out
    models::OptionModel m_options;
    models::RangeModel m_ranges;
    QLabel *m_title;
    QLabel *m_text;
    QStackedWidget *m_stack; ///< in the order of api::QualificationKind
    QLineEdit *m_optionSearch = nullptr;
    QListView *m_optionList = nullptr;
    QTableView *m_rangeTable = nullptr;
    ZipEditor *m_zips;
    QLabel *m_note;
};

} // namespace ui
