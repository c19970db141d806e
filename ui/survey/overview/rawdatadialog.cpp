#include "ui/survey/overview/rawdatadialog.h"

#include "api/calls/surveys.h"
#include "models/drafts/jsontext.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/theme.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace ui {

RawDataDialog::RawDataDialog(api::Client &client, api::SurveyId survey, QWidget *parent)
    : QDialog(parent)
    , m_client(client)
    , m_survey(std::move(survey))
    , m_banner(new Banner(this))
    , m_text(new QPlainTextEdit(this))
{
    setWindowTitle(tr("Raw data"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(720, 560);
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("Raw data of the survey"));
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    auto *const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::page, space::page, space::page, space::padding);
    rows->setSpacing(space::card);
    rows->addWidget(m_banner);
    rows->addWidget(m_text, 1);
    rows->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_banner, &Banner::retry, this, &RawDataDialog::load);
    load();
}

void RawDataDialog::load()
{
    m_banner->clear();
    m_text->setPlaceholderText(tr("Loading…"));
    QCoro::connect(m_client.send(api::calls::rawSurvey(m_survey)), this,
                   [this](const api::Result<QByteArray> &answer) {
                       m_text->setPlaceholderText({});
                       if (answer)
                           m_text->setPlainText(models::indentedJson(*answer));
                       else
                           m_banner->showError(tr("The survey could not be read."), answer.error());
                   });
}

} // namespace ui

#include "moc_rawdatadialog.cpp"
