#include "ui/drafts/draftcreation.h"

#include "models/connections/session.h"
#include "models/drafts/draftlistmodel.h"
#include "models/drafts/draftstore.h"
#include "models/drafts/opencreations.h"
#include "models/reference/referencestore.h"
#include "models/support/figures.h"
#include "models/support/plain.h"
#include "models/surveys/surveystore.h"
#include "ui/drafts/countriesdialog.h"
#include "ui/surveys/resultsdialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/prompt.h"

#include <QAction>

using models::BatchCreation;
using models::DraftListModel;
using models::DraftRecord;

namespace ui {

namespace {

StatusResult::Outcome shown(BatchCreation::Outcome outcome)
{
    switch (outcome) {
    case BatchCreation::Created:
        return StatusResult::Created;
    case BatchCreation::Incomplete:
        return StatusResult::Incomplete;
    case BatchCreation::Refused:
        return StatusResult::NotCreated;
    case BatchCreation::Unknown:
        return StatusResult::Unknown;
    case BatchCreation::NotSent:
        break;
    }
    return StatusResult::NotSent;
}

} // namespace

DraftCreation::DraftCreation(models::Session &session, Prompt &prompt, Banner &banner,
                             Selected selected, QWidget *parent)
    : QObject(parent)
    , m_session(session)
    , m_prompt(prompt)
    , m_banner(banner)
    , m_selected(std::move(selected))
    , m_calls(models::creationCalls(session.client()))
    , m_batch(*m_calls, session.database(), session.account(), session.drafts(), session.surveys(),
              session.creations())
    , m_spreader(session.drafts(), session.reference())
    , m_create(new QAction(tr("&Create surveys…"), this))
    , m_countries(new QAction(tr("For &several countries…"), this))
{
    connect(m_create, &QAction::triggered, this, &DraftCreation::ask);
    connect(m_countries, &QAction::triggered, this, &DraftCreation::askCountries);
    connect(&m_batch, &BatchCreation::began, this, &DraftCreation::showProgress);
    connect(&m_batch, &BatchCreation::finished, this, &DraftCreation::showResults);
    connect(&m_spreader, &models::CountrySpreader::finished, this, &DraftCreation::tellMade);
}

QWidget *DraftCreation::window() const
{
    return static_cast<QWidget *>(parent());
}

QList<DraftRecord> DraftCreation::chosen() const
{
    QList<DraftRecord> records;
    for (const QString &uuid : m_selected()) {
        const DraftRecord *const record = m_session.drafts().find(uuid);
        if (record && !record->isTemplate)
            records.append(*record);
    }
    return records;
}

void DraftCreation::update()
{
    m_create->setEnabled(!m_batch.isBusy() && !chosen().isEmpty());
    m_countries->setEnabled(!m_spreader.isBusy() && m_selected().size() == 1);
}

void DraftCreation::ask()
{
    const QList<DraftRecord> records = chosen();
    if (records.isEmpty() || m_batch.isBusy())
        return;
    api::Money all;
    QStringList uuids;
    for (const DraftRecord &record : records) {
        all.hundredths += models::budget(record.draft).hundredths;
        uuids.append(record.uuid);
    }
    const Question question {
        tr("Create %Ln survey(s)?", nullptr, int(records.size())),
        tr("They are created one after another and stay inactive: nothing is bought before they "
           "are activated. Their budget together is %1.")
            .arg(models::moneyText(all, m_session.usualCurrency())),
        tr("Create")};
    m_prompt.ask(window(), question, this, [this, uuids](bool isConfirmed) {
        if (isConfirmed)
            m_batch.start(uuids, QDate::currentDate());
        update();
    });
}

void DraftCreation::showProgress(const QString &name)
{
    m_banner.show(Tone::Information,
                  tr("Creating survey %1 of %2: %3")
                      .arg(models::countText(m_batch.results().size() + 1),
                           models::countText(m_batch.count()), name));
    m_banner.addAction(tr("&Cancel"), this, [this] {
        m_batch.cancel();
        m_banner.show(Tone::Information, tr("Cancelling after the survey that is being created…"));
    });
}

void DraftCreation::showResults()
{
    QList<StatusResult> results;
    int created = 0;
    for (const BatchCreation::Result &result : m_batch.results()) {
        const bool isCreated = result.outcome == BatchCreation::Created;
        created += isCreated ? 1 : 0;
        results.append({isCreated ? result.text : QString(), result.name, shown(result.outcome),
                        isCreated ? QString() : result.text});
    }
    m_session.creations().load();
    update();
    const int count = int(results.size());
    const QString what =
        tr("%1 of %n survey(s) created", nullptr, count).arg(models::countText(created));
    m_banner.show(created == count ? Tone::Good : Tone::Warning, what);
    (new ResultsDialog(what, results, window()))->open();
}

void DraftCreation::askCountries()
{
    const QStringList uuids = m_selected();
    const DraftRecord *const record =
        uuids.size() == 1 ? m_session.drafts().find(uuids.first()) : nullptr;
    if (!record)
        return;
    auto *const dialog = new CountriesDialog(m_session.reference(), record->draft, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CountriesDialog::chosen, this,
            [this, brief = record->draft](const QList<models::CountryPlan> &plans) {
                m_banner.show(Tone::Information, tr("Making the drafts…"));
                m_spreader.start(brief, plans);
                update();
            });
    dialog->open();
}

void DraftCreation::tellMade(const QList<models::CountrySpreader::Made> &made)
{
    QStringList uuids;
    QStringList lost;
    for (const models::CountrySpreader::Made &one : made) {
        uuids.append(one.uuid);
        for (const QString &sentence : one.lost)
            lost.append(tr("%1: %2", "a survey's name, and what is to be said of it")
                            .arg(models::plain(one.name), sentence));
    }
    m_banner.show(lost.isEmpty() ? Tone::Good : Tone::Warning,
                  tr("%Ln draft(s) made", nullptr, int(made.size())),
                  lost.isEmpty() ? tr("They are selected: look at them, then create them.")
                                 : lost.join(QLatin1Char('\n')));
    update();
    Q_EMIT added(uuids);
}

} // namespace ui

#include "moc_draftcreation.cpp"
