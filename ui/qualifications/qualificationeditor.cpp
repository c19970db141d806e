#include "ui/qualifications/qualificationeditor.h"

#include "models/qualifications/ranges.h"
#include "models/qualifications/rangetext.h"
#include "models/support/plain.h"
#include "ui/qualifications/zipeditor.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/looks.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QPushButton *plainButton(const QString &text, QWidget *parent)
{
    auto *const button = new QPushButton(text, parent);
    button->setAutoDefault(false);
    return button;
}

QVBoxLayout *column(QWidget *of)
{
    auto *const rows = new QVBoxLayout(of);
    rows->setContentsMargins({});
    rows->setSpacing(space::control);
    return rows;
}

} // namespace

QualificationEditor::QualificationEditor(Prompt &prompt, QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel(this, LabelLook::Title))
    , m_text(plainLabel(this, LabelLook::Muted))
    , m_stack(new QStackedWidget(this))
    , m_zips(new ZipEditor(prompt, this))
    , m_note(plainLabel(this, LabelLook::Muted))
{
    m_text->setWordWrap(true);
    m_note->setWordWrap(true);
    m_stack->addWidget(optionEditor());
    m_stack->addWidget(rangeEditor());
    m_stack->addWidget(m_zips);
    QVBoxLayout *const rows = column(this);
    rows->addWidget(m_title);
    rows->addWidget(m_text);
    rows->addWidget(m_stack, 1);
    rows->addWidget(m_note);
    const auto tell = [this] {
        showNotes();
        Q_EMIT changed();
    };
    connect(&m_options, &models::OptionModel::checkedChanged, this, tell);
    connect(&m_ranges, &models::RangeModel::rangesChanged, this, [this, tell] {
        m_pasteNote.clear();
        tell();
    });
    connect(m_zips, &ZipEditor::changed, this, tell);
}

QWidget *QualificationEditor::optionEditor()
{
    auto *const editor = new QWidget(this);
    m_optionSearch = new QLineEdit(editor);
    m_optionSearch->setPlaceholderText(tr("Filter the options"));
    m_optionSearch->setAccessibleName(tr("Filter the options"));
    m_optionSearch->setClearButtonEnabled(true);
    connect(m_optionSearch, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_options.setFilter(text); });
    m_optionList = new QListView(editor);
    m_optionList->setModel(&m_options);
    m_optionList->setAccessibleName(tr("Options"));
    m_optionList->setUniformItemSizes(true);
    QPushButton *const all = plainButton(tr("Choose &all shown"), editor);
    QPushButton *const none = plainButton(tr("Choose n&one"), editor);
    connect(all, &QPushButton::clicked, this, [this] { m_options.setAllShown(true); });
    connect(none, &QPushButton::clicked, this, [this] { m_options.setAllShown(false); });
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(space::control);
    buttons->addWidget(all);
    buttons->addWidget(none);
    buttons->addStretch();
    QVBoxLayout *const rows = column(editor);
    rows->addWidget(m_optionSearch);
    rows->addWidget(m_optionList, 1);
    rows->addLayout(buttons);
    return editor;
}

QWidget *QualificationEditor::rangeEditor()
{
    auto *const editor = new QWidget(this);
    m_rangeTable = new QTableView(editor);
    setTableLook(m_rangeTable);
    m_rangeTable->setModel(&m_ranges);
    m_rangeTable->setAccessibleName(tr("Ranges"));
    m_rangeTable->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_rangeTable->setEditTriggers(QAbstractItemView::AllEditTriggers
                                  ^ QAbstractItemView::CurrentChanged);
    QPushButton *const add = plainButton(tr("A&dd range"), editor);
    QPushButton *const remove = plainButton(tr("Re&move range"), editor);
    connect(add, &QPushButton::clicked, this, [this] {
        m_ranges.append(models::nextRange(m_ranges.ranges(), m_question.ranges));
        m_rangeTable->setCurrentIndex(m_ranges.index(m_ranges.rowCount() - 1, 0));
        m_rangeTable->setFocus(); // its bounds are typed next
    });
    connect(remove, &QPushButton::clicked, this, [this] {
        if (m_rangeTable->currentIndex().isValid())
            m_ranges.remove(m_rangeTable->currentIndex().row());
    });
    QPushButton *const paste = plainButton(tr("&Paste ranges"), editor);
    paste->setToolTip(tr("Ranges such as 18-24, 25-34, 65+, one per line or separated by commas"));
    connect(paste, &QPushButton::clicked, this, &QualificationEditor::pasteAnswers);
    auto *const keys = new QShortcut(QKeySequence::Paste, m_rangeTable);
    keys->setContext(Qt::WidgetShortcut); // an open cell takes its own
    connect(keys, &QShortcut::activated, this, &QualificationEditor::pasteAnswers);
    auto *const buttons = new QHBoxLayout;
    buttons->setSpacing(space::control);
    buttons->addWidget(add);
    buttons->addWidget(remove);
    buttons->addWidget(paste);
    buttons->addStretch();
    QVBoxLayout *const rows = column(editor);
    rows->addWidget(m_rangeTable, 1);
    rows->addLayout(buttons);
    return editor;
}

void QualificationEditor::pasteAnswers()
{
    const QString text = clipboardText();
    switch (m_question.kind) {
    case api::QualificationKind::Options:
        m_pasteNote = tr("Options are chosen in the list; they can’t be pasted.");
        m_isPasteProblem = true;
        return showNotes();
    case api::QualificationKind::Ranges:
        return pasteRanges(text);
    case api::QualificationKind::ZipCodes:
        return m_zips->paste(text);
    }
}

void QualificationEditor::pasteRanges(const QString &text)
{
    const models::RangeText found =
        models::rangesFromText(text, m_question.ranges, m_ranges.ranges());
    for (const api::Range &range : found.ranges)
        m_ranges.append(range);
    const QString summary = models::rangeSummary(found);
    m_pasteNote = summary.isEmpty() ? tr("The clipboard holds no text.") : summary;
    m_isPasteProblem = summary.isEmpty() || !found.leftOut.isEmpty();
    showNotes();
}

void QualificationEditor::edit(const api::Qualification &question,
                               const models::TargetedQualification &chosen)
{
    const QSignalBlocker quiet(this);
    m_question = question;
    m_pasteNote.clear();
    m_title->setText(models::plain(question.title));
    m_text->setText(models::plain(question.text));
    m_stack->setCurrentIndex(int(question.kind));
    m_optionSearch->clear();
    m_options.setOptions(question.conditions, chosen.options);
    m_ranges.setRanges(chosen.ranges);
    m_zips->setCodes(chosen.zipCodes);
    showNotes();
}

models::TargetedQualification QualificationEditor::chosen() const
{
    models::TargetedQualification chosen {m_question, {}, {}, {}};
    switch (m_question.kind) {
    case api::QualificationKind::Options:
        chosen.options = m_options.checked();
        break;
    case api::QualificationKind::Ranges:
        chosen.ranges = m_ranges.ranges();
        break;
    case api::QualificationKind::ZipCodes:
        chosen.zipCodes = m_zips->codes();
        break;
    }
    return chosen;
}

void QualificationEditor::focusAnswers()
{
    switch (m_question.kind) {
    case api::QualificationKind::Options:
        return m_optionList->setFocus();
    case api::QualificationKind::Ranges:
        if (!m_rangeTable->currentIndex().isValid())
            m_rangeTable->setCurrentIndex(m_ranges.index(0, 0));
        return m_rangeTable->setFocus();
    case api::QualificationKind::ZipCodes:
        return m_zips->setFocus();
    }
}

void QualificationEditor::showNotes()
{
    QStringList lines {m_pasteNote};
    lines.removeAll(QString());
    bool isError = m_isPasteProblem && !m_pasteNote.isEmpty();
    switch (m_question.kind) {
    case api::QualificationKind::Options:
        lines.append(tr("%n option(s) chosen", nullptr, int(m_options.checked().size())));
        break;
    case api::QualificationKind::Ranges:
        for (const models::Issue &issue :
             models::rangeIssues(m_ranges.ranges(), m_question.ranges)) {
            lines.append(issue.text);
            isError = isError || issue.severity == models::Severity::Error;
        }
        break;
    case api::QualificationKind::ZipCodes:
        lines += m_zips->notes();
        break;
    }
    m_note->setProperty("isProblem", isError);
    repolish(m_note);
    m_note->setText(lines.join(u'\n'));
}

} // namespace ui

#include "moc_qualificationeditor.cpp"
