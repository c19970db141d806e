#include "models/support/figures.h"
#include "models/support/plain.h"
#include "ui/reconciliation/outcomestable.h"
#include "ui/reconciliation/platformpanel.h"
#include "ui/reconciliation/uidlistview.h"
#include "ui/reconciliation/workprogress.h"
#include "ui/widgets/figurecard.h"
#include "ui/widgets/finished.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QProgressBar>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString percentText(std::optional<double> share)
{
    return share ? PlatformPanel::tr("%1 %").arg(QLocale().toString(*share * 100, 'f', 1)) : u"–"_s;
}

} // namespace

void PlatformPanel::open(const QString &path)
{
    if (m_work)
        return;
    m_work = std::make_shared<models::Work>();
    followWork(m_work, m_progress);
    showState();
    const auto work = [path, task = m_work] { return models::openUidFile(path, {}, *task); };
    whenFinished(models::inWorker(work), this,
                 [this, path](const tl::expected<models::UidFile, QString> &opened) {
                     const bool isCancelled = m_work->isCancelled();
                     m_work.reset();
                     if (!opened)
                         Q_EMIT failed(u"%1: %2"_s.arg(models::plain(QFileInfo(path).fileName()),
                                                       opened.error()));
                     if (!opened || isCancelled)
                         return showState();
                     m_file = *opened;
                     m_layout = models::guessLayout(m_file.preview);
                     offerColumns();
                     read();
                 });
}

void PlatformPanel::read()
{
    if (m_work)
        return;
    m_work = std::make_shared<models::Work>();
    followWork(m_work, m_progress);
    showState();
    const auto work = [source = m_file.source, layout = m_layout, task = m_work] {
        return std::make_shared<models::PlatformExport>(
            models::readPlatform(source, layout, *task));
    };
    whenFinished(models::inWorker(work), this,
                 [this](const std::shared_ptr<models::PlatformExport> &result) {
                     m_work.reset();
                     if (!result->problem.isEmpty())
                         Q_EMIT failed(result->problem);
                     else if (!result->isCancelled) {
                         m_export = result;
                         m_outcomes->show(*m_export);
                         check();
                     }
                     showState();
                 });
}

void PlatformPanel::check()
{
    if (!m_export)
        return;
    const quint64 turn = ++m_turn;
    const auto work = [exported = m_export, meanings = m_outcomes->meanings(),
                       accepted = m_accepted] {
        return std::make_shared<const models::PlatformCheck>(exported, meanings, *accepted);
    };
    whenFinished(models::inWorker(work), this,
                 [this, turn](const std::shared_ptr<const models::PlatformCheck> &result) {
                     if (turn != m_turn)
                         return;
                     m_list->setRows(result);
                     showFigures(result->figures());
                 });
}

void PlatformPanel::showFigures(const models::PlatformFigures &figures)
{
    using models::countText;
    using models::Outcome;
    const qint64 apart = figures.completes() - m_completes;
    m_cards[0]->setFigure(countText(figures.completes()),
                          apart == 0 ? tr("the service counts as many")
                                     : tr("the service counts %1").arg(countText(m_completes)));
    m_cards[1]->setFigure(countText(figures.accepted),
                          tr("%1 of them complete there").arg(countText(figures.both)));
    m_cards[2]->setFigure(countText(figures.onlyThere), tr("not accepted here"));
    m_cards[3]->setFigure(countText(figures.onlyHere), tr("no complete there"));
    const qint64 screened = figures.outcomes[size_t(Outcome::ScreenedOut)];
    m_cards[4]->setFigure(percentText(figures.incidence),
                          tr("%1 screened out").arg(countText(screened)));
    m_cards[5]->setFigure(figures.medianLoi
                              ? tr("%1 min").arg(QLocale().toString(*figures.medianLoi, 'f', 1))
                              : u"–"_s,
                          tr("median of completes"));
    m_cards[6]->setFigure(
        percentText(figures.dropShare),
        tr("%1 dropped out").arg(countText(figures.outcomes[size_t(Outcome::Dropped)])));
    constexpr qsizetype most = 12;
    QStringList options;
    for (const models::PlatformFigures::Option &option :
         figures.options.first(std::min(most, figures.options.size())))
        options.append(tr("%1: %2 complete, %3 accepted")
                           .arg(models::plain(option.word), countText(option.completes),
                                countText(option.accepted)));
    m_options->setText(options.join(u'\n'));
    m_options->setVisible(!options.isEmpty());
}

} // namespace ui
