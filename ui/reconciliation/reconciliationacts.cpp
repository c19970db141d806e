#include "models/connections/session.h"
#include "models/reconciliation/reconciliationstore.h"
#include "models/reconciliation/uidexport.h"
#include "models/support/plain.h"
#include "models/surveys/surveystore.h"
#include "ui/reconciliation/finished.h"
#include "ui/reconciliation/importpanel.h"
#include "ui/reconciliation/reconciliationpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/prompt.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace ui {

void ReconciliationPage::submit()
{
    m_submit->setEnabled(false);
    const auto work = [uids = m_import->chosen()] { return models::fingerprint(*uids); };
    whenFinished(models::inWorker(work), this,
                 [this, survey = m_survey](const QByteArray &fingerprint) {
                     if (survey == m_survey)
                         confirm(m_session.reconciliations().submittedBefore(survey, fingerprint));
                 });
}

void ReconciliationPage::confirm(const QDateTime &before)
{
    const api::Survey *const survey = m_session.surveys().find(m_survey);
    const QString name = models::plain(survey ? survey->name : m_survey.value);
    const QString email = m_email->text().trimmed();
    const models::SharedUids uids = m_import->chosen();
    QString text = tr("%Ln UID(s) are sent for “%1”, with %2 as contact. Those that are absent"
                      " are not paid for. This can't be undone.",
                      "", int(uids->size()))
                       .arg(name, email);
    if (before.isValid())
        text += u"\n\n"_s
            + tr("The same UIDs were submitted before, on %1.")
                  .arg(QLocale().toString(before.toLocalTime(), QLocale::ShortFormat));
    const Question question {tr("Submit the reconciliation of “%1”?").arg(name), text,
                             tr("Submit UIDs")};
    m_prompt.ask(this, question, this, [this, id = m_survey, email, uids](bool isSure) {
        if (isSure) {
            m_banner->clear();
            m_session.reconciliations().submit(id, email, uids);
        }
        showState();
    });
}

const api::UidList &ReconciliationPage::exported() const
{
    switch (m_list->currentIndex()) {
    case 1:
        return m_comparison.notAccepted;
    case 2:
        return m_comparison.neverSubmitted;
    default:
        return m_comparison.accepted;
    }
}

void ReconciliationPage::save()
{
    m_prompt.saveFile(this, tr("Export UIDs"), u"uids.csv"_s,
                      {tr("CSV (*.csv)"), tr("Text, one a line (*.txt)")}, this,
                      [this](const QString &path) {
                          if (!path.isEmpty())
                              write(path);
                      });
}

void ReconciliationPage::write(const QString &path)
{
    const auto task = std::make_shared<models::Work>();
    m_banner->show(Tone::Information, tr("Exporting…"));
    m_banner->addAction(tr("Cancel export"), this, [task] { task->cancel(); });
    const auto work = [uids = exported(), path, task] {
        return models::exportUids(uids, path, *task);
    };
    whenFinished(models::inWorker(work), this, [this, path](const models::UidExport &result) {
        if (result.isCancelled)
            return m_banner->show(Tone::Information, tr("Cancelled: the file was not written."));
        if (!result.isWritten)
            return showProblem(result.problem);
        m_banner->show(Tone::Good, tr("Exported to %1").arg(QDir::toNativeSeparators(path)));
        m_banner->addAction(tr("Show in folder"), this, [path] {
            QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
        });
    });
}

} // namespace ui
