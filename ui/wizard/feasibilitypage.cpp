#include "ui/wizard/feasibilitypage.h"

#include "models/drafts/draftconversion.h"
#include "models/drafts/draftrules.h"
#include "models/feasibility/servicelocale.h"
#include "models/reference/referencestore.h"
#include "models/support/figures.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/figurecard.h"
#include "ui/widgets/looks.h"

#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

FeasibilityPage::FeasibilityPage(api::Client &client, models::ReferenceStore &reference,
                                 QWidget *parent)
    : WizardPage(parent)
    , m_check(client)
    , m_reference(reference)
    , m_problems(plainLabel(this, LabelLook::Problem))
    , m_ask(new QPushButton(tr("Check &feasibility"), this))
    , m_cancel(new QPushButton(tr("Cance&l"), this))
    , m_progress(new QProgressBar(this))
    , m_banner(new Banner(this))
    , m_fit(new Banner(this))
{
    QLabel *const text = plainLabel(
        this, LabelLook::Muted,
        tr("Asks Audience-Align how many completes of this audience can be had in the field time, "
           "and at what price. The answer is an estimate, not a promise."));
    text->setWordWrap(true);
    m_problems->setWordWrap(true);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Asking for feasibility"));
    m_ask->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    row->addWidget(m_ask);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    row->addStretch();
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(space::card);
    rows->addWidget(text);
    rows->addLayout(row);
    rows->addWidget(m_problems);
    rows->addWidget(m_banner);
    rows->addWidget(m_fit);
    rows->addWidget(figures());
    rows->addStretch();
    setFocusProxy(m_ask);
    connect(m_ask, &QPushButton::clicked, this, &FeasibilityPage::ask);
    connect(m_banner, &Banner::retry, this, &FeasibilityPage::ask);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_check.cancel(); });
    connect(&m_check, &models::FeasibilityCheck::changed, this, &FeasibilityPage::show);
}

QWidget *FeasibilityPage::figures()
{
    m_figures = new QWidget(this);
    auto *const row = new QHBoxLayout(m_figures);
    row->setContentsMargins({});
    row->setSpacing(space::card);
    for (const QString &caption : {tr("Minimum"), tr("Maximum"), tr("Recommended price")}) {
        m_cards.append(new FigureCard(caption, m_figures));
        row->addWidget(m_cards.last(), 1);
    }
    m_use = new QPushButton(tr("&Use recommended price"), m_figures);
    m_use->setAutoDefault(false);
    row->addWidget(m_use);
    connect(m_use, &QPushButton::clicked, this, [this] {
        m_draft.cpi = m_check.answer()->recommendedPrice;
        Q_EMIT edited();
        show();
    });
    return m_figures;
}

void FeasibilityPage::load(const models::SurveyDraft &draft)
{
    m_draft = draft;
    show();
}

void FeasibilityPage::store(models::SurveyDraft &draft) const
{
    draft.cpi = m_draft.cpi;
}

QString FeasibilityPage::locale() const
{
    const auto country =
        std::ranges::find(m_reference.countries(), m_draft.country, &api::Country::id);
    const auto language =
        std::ranges::find(m_reference.languages(), m_draft.language, &api::Language::id);
    const bool isKnown =
        country != m_reference.countries().end() && language != m_reference.languages().end();
    return isKnown ? models::serviceLocale(*language, *country) : QString();
}

void FeasibilityPage::ask()
{
    m_check.ask(models::toFeasibilityQuery(m_draft, locale()));
}

void FeasibilityPage::show()
{
    QStringList problems;
    for (const models::Issue &issue : models::validateForFeasibility(m_draft, QDate::currentDate()))
        problems.append(issue.text);
    if (problems.isEmpty() && locale().isEmpty())
        problems.append(tr("The feasibility service doesn’t know this language and country."));
    m_problems->setText(problems.join(QLatin1Char('\n')));
    m_problems->setVisible(!problems.isEmpty());
    const bool isBusy = m_check.isBusy();
    m_ask->setEnabled(problems.isEmpty() && !isBusy);
    m_progress->setVisible(isBusy);
    m_cancel->setVisible(isBusy);
    if (m_check.error())
        m_banner->showError(tr("The feasibility could not be asked for."), *m_check.error());
    else
        m_banner->clear();
    m_figures->setVisible(m_check.answer() && !isBusy);
    m_fit->clear();
    if (m_check.answer() && !isBusy)
        showAnswer(*m_check.answer());
}

void FeasibilityPage::showAnswer(const api::Feasibility &answer)
{
    m_cards[0]->setFigure(models::countText(answer.minimum), tr("completes"));
    m_cards[1]->setFigure(models::countText(answer.maximum), tr("completes"));
    m_cards[2]->setFigure(models::moneyText(answer.recommendedPrice), tr("a complete"));
    m_use->setEnabled(answer.recommendedPrice != m_draft.cpi
                      && answer.recommendedPrice.hundredths > 0);
    if (models::toFeasibilityQuery(m_draft, locale()) != m_check.query()) {
        m_fit->show(Tone::Warning, tr("The survey was changed since."),
                    tr("The answer is about what was asked before. Check again."));
        return;
    }
    const models::FitResult result = models::fitOf(answer, m_draft.completes);
    const QString wanted = models::countText(m_draft.completes);
    switch (result.fit) {
    case models::Fit::Fits:
        return m_fit->show(Tone::Good, tr("The %1 completes fit.").arg(wanted));
    case models::Fit::Perhaps:
        return m_fit->show(Tone::Warning, tr("The %1 completes may fit.").arg(wanted),
                           tr("%1 more than are sure.").arg(models::countText(result.gap)));
    case models::Fit::TooFew:
        return m_fit->show(Tone::Error, tr("The %1 completes don’t fit.").arg(wanted),
                           tr("%1 more than can be had.").arg(models::countText(result.gap)));
    }
}

} // namespace ui

#include "moc_feasibilitypage.cpp"
