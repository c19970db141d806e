#include "ui/feasibility/sweepfields.h"

#include "models/support/figures.h"
#include "ui/feasibility/sweeptext.h"
#include "ui/widgets/looks.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

SweepFields::SweepFields(QWidget *parent)
    : QWidget(parent)
    , m_calls(plainLabel(this, LabelLook::Muted))
    , m_suggest(new QPushButton(tr("Suggest values"), this))
    , m_start(new QPushButton(tr("Calculate"), this))
{
    auto *const fields = new QHBoxLayout;
    fields->setSpacing(space::card);
    fields->addWidget(field(models::SweepAxis::Ir, tr("Incidence &rates, %")), 1);
    fields->addWidget(field(models::SweepAxis::Loi, tr("&LOIs, minutes")), 1);
    fields->addWidget(field(models::SweepAxis::Completes, tr("Com&pletes")), 1);
    auto *const acts = new QHBoxLayout;
    acts->setSpacing(space::control);
    acts->addWidget(m_start);
    acts->addWidget(m_suggest);
    acts->addWidget(m_calls, 1);
    m_calls->setWordWrap(true);
    for (QPushButton *const button : {m_suggest, m_start})
        button->setAutoDefault(false);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(space::control);
    rows->addLayout(fields);
    rows->addLayout(acts);
    connect(m_start, &QPushButton::clicked, this, &SweepFields::startWanted);
    connect(m_suggest, &QPushButton::clicked, this, [this] {
        m_isOwn = false;
        setDraft(m_draft);
    });
    check();
}

QWidget *SweepFields::field(models::SweepAxis axis, const QString &label)
{
    auto *const whole = new QWidget(this);
    QLabel *const caption = plainLabel(whole, LabelLook::Muted, label);
    auto *const line = new QLineEdit(whole);
    caption->setBuddy(line);
    line->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    line->setToolTip(tr("Values with blanks between them, or a span with a step: 10-50/10"));
    QLabel *const note = plainLabel(whole, LabelLook::Problem);
    note->setWordWrap(true);
    note->hide();
    auto *const rows = new QVBoxLayout(whole);
    rows->setContentsMargins({});
    rows->setSpacing(space::unit);
    rows->addWidget(caption);
    rows->addWidget(line);
    rows->addWidget(note);
    rows->addStretch();
    Q_ASSERT(m_lines.size() == int(axis));
    m_lines.append(line);
    m_notes.append(note);
    connect(line, &QLineEdit::textChanged, this, &SweepFields::check);
    connect(line, &QLineEdit::textEdited, this, [this] { m_isOwn = true; });
    return whole;
}

void SweepFields::setDraft(const models::SurveyDraft &draft)
{
    m_draft = draft;
    if (!m_isOwn) {
        const models::SweepPlan plan = models::suggestedSweep(draft);
        m_lines[0]->setText(models::sweepText(plan.ir));
        m_lines[1]->setText(models::sweepText(plan.loi));
        m_lines[2]->setText(models::sweepText(plan.completes));
    }
    check();
}

void SweepFields::setCanStart(bool canStart)
{
    m_canStart = canStart;
    check();
}

QList<models::FeasibilityPoint> SweepFields::points() const
{
    return models::sweepPoints(m_plan);
}

void SweepFields::check()
{
    if (m_lines.size() < 3)
        return;
    QList<models::SweepValues> values;
    for (int axis = 0; axis < 3; ++axis) {
        values.append(models::sweepValues(models::SweepAxis(axis), m_lines[axis]->text()));
        const bool isQuiet = m_lines[axis]->text().isEmpty() && !m_isOwn;
        const QString problem = isQuiet ? QString() : values[axis].problem;
        m_notes[axis]->setText(problem);
        m_notes[axis]->setVisible(!problem.isEmpty());
        m_lines[axis]->setAccessibleDescription(problem);
        setWrong(m_lines[axis], !problem.isEmpty());
    }
    m_plan = {values[0].values, values[1].values, values[2].values};
    const qint64 calls = models::sweepCalls(m_plan);
    const bool isTooMany = calls > models::mostSweepCalls;
    m_calls->setText(
        calls == 0 ? tr("Every combination is asked for, one after the other.")
                   : tr("%1 of at most %2 calls, one after the other.")
                         .arg(models::countText(calls), models::countText(models::mostSweepCalls)));
    m_calls->setProperty("isProblem", isTooMany);
    repolish(m_calls);
    m_start->setEnabled(m_canStart && calls > 1 && !isTooMany);
}

} // namespace ui

#include "moc_sweepfields.cpp"
