#include "ui/widgets/form.h"

#include "ui/widgets/looks.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QMetaProperty>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int labelWidth = 132;

bool isTyping(const QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<const QKeyEvent *>(event)->key();
    return key != Qt::Key_Tab && key != Qt::Key_Backtab;
}

} // namespace

Form::Form(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(space::card);
    m_grid->setVerticalSpacing(space::unit);
    m_grid->setColumnMinimumWidth(0, labelWidth);
    m_grid->setColumnStretch(1, 1);
}

void Form::add(const QByteArray &field, const QString &label, QWidget *editor, const QString &hint)
{
    const int row = m_grid->rowCount();
    QLabel *const caption = plainLabel(this, LabelLook::Text, label);
    caption->setBuddy(editor);
    editor->setAccessibleName(QString(label).remove(u'&'));
    QLabel *const note = plainLabel(this, LabelLook::Muted, hint);
    note->setWordWrap(true);
    m_grid->addWidget(caption, row, 0, Qt::AlignLeft | Qt::AlignVCenter);
    m_grid->addWidget(editor, row, 1);
    m_grid->addWidget(note, row + 1, 1);
    m_grid->setRowMinimumHeight(row + 2, space::unit);
    m_rows.insert(field, {editor, note, hint});
    QWidget *watched = editor;
    if (auto *const box = qobject_cast<QComboBox *>(editor); box && box->lineEdit()) {
        watched = box->lineEdit();
        watched->setAccessibleName(editor->accessibleName());
    }
    watched->setProperty("field", field);
    watched->installEventFilter(this);
    show(m_rows[field], nullptr);
}

void Form::setHint(const QByteArray &field, const QString &hint)
{
    m_rows[field].hint = hint;
    showIssues(m_issues, false);
}

void Form::showIssues(const QList<models::Issue> &issues, bool isEverything)
{
    m_issues = issues;
    if (isEverything) {
        for (const QByteArray &field : m_rows.keys())
            m_touched.insert(field);
    }
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row) {
        const models::Issue *worst = nullptr;
        for (const models::Issue &issue : issues) {
            if (issue.field == row.key() && (!worst || issue.severity > worst->severity))
                worst = &issue;
        }
        show(*row, m_touched.contains(row.key()) ? worst : nullptr);
    }
}

void Form::show(const Row &row, const models::Issue *issue)
{
    const bool isError = issue && issue->severity == models::Severity::Error;
    row.note->setProperty("isProblem", isError);
    row.note->setProperty("isWarning", issue && !isError);
    row.note->setText(issue ? issue->text : row.hint);
    row.note->setVisible(!row.note->text().isEmpty());
    repolish(row.note);
    setWrong(row.editor, isError);
    row.editor->setAccessibleDescription(row.note->text());
}

void Form::focusField(const QByteArray &field)
{
    if (m_rows.contains(field))
        m_rows[field].editor->setFocus();
}

/// Passing through is none; choosing with the mouse shows when the field is left.
bool Form::isTouching(QObject *watched, const QEvent *event)
{
    const QByteArray field = watched->property("field").toByteArray();
    const auto value = [watched] { return watched->metaObject()->userProperty().read(watched); };
    if (event->type() == QEvent::FocusIn
        && static_cast<const QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
        m_entered.insert(field, value());
    const bool isLeft = event->type() == QEvent::FocusOut;
    return isTyping(event) || (isLeft && value() != m_entered.value(field, value()));
}

bool Form::eventFilter(QObject *watched, QEvent *event)
{
    const QByteArray field = watched->property("field").toByteArray();
    if (!m_touched.contains(field) && isTouching(watched, event)) {
        m_touched.insert(field);
        showIssues(m_issues, false);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui

#include "moc_form.cpp"
