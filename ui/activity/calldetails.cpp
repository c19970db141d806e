#include "ui/activity/calldetails.h"

#include "models/activity/callmodel.h"
#include "models/activity/curl.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/looks.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// Indented where it is whole JSON, else as it was kept.
QString readable(const QString &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body.toUtf8());
    return document.isNull() ? body : QString::fromUtf8(document.toJson()).trimmed();
}

} // namespace

CallDetails::CallDetails(QUrl baseUrl, QWidget *parent)
    : QWidget(parent)
    , m_baseUrl(std::move(baseUrl))
    , m_title(plainLabel(this, LabelLook::Section))
    , m_copy(new QPushButton(icon(u"copy"_s), tr("Copy as c&URL"), this))
{
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, space::control, 0, 0);
    rows->setSpacing(space::control);
    auto *const top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_copy);
    rows->addLayout(top);
    auto *const texts = new QHBoxLayout;
    texts->setSpacing(space::card);
    m_request = addText(texts, tr("Request"));
    m_answer = addText(texts, tr("Response"));
    rows->addLayout(texts, 1);
    m_copy->setToolTip(tr("A command line with $HASH and $CLIENT_ID in place of the secrets"));
    connect(m_copy, &QPushButton::clicked, this, &CallDetails::copyAsCurl);
    clear();
}

QPlainTextEdit *CallDetails::addText(QLayout *into, const QString &title)
{
    auto *const rows = new QVBoxLayout;
    rows->setSpacing(space::unit);
    rows->addWidget(plainLabel(this, LabelLook::Muted, title));
    auto *const text = new QPlainTextEdit(this);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setAccessibleName(title);
    rows->addWidget(text, 1);
    into->addItem(rows);
    return text;
}

void CallDetails::show(const api::CallRecord &call)
{
    m_call = call;
    m_title->setText(tr("%1 · %2").arg(models::CallModel::callName(call),
                                       models::CallModel::resultName(call.error)));
    const QString address = models::verbName(call.verb) + u" /"_s + call.endpoint
        + (call.query.isEmpty() ? QString() : u'?' + call.query);
    QStringList request {address};
    if (!call.headers.isEmpty())
        request.append(call.headers);
    if (!call.requestBody.isEmpty())
        request.append(u'\n' + readable(call.requestBody));
    m_request->setPlainText(request.join(u'\n'));
    m_answer->setPlainText(readable(call.answerBody));
    m_answer->setPlaceholderText(call.error && call.httpStatus == 0 ? tr("There was no answer.")
                                                                    : tr("The answer is empty."));
    m_copy->setEnabled(true);
}

void CallDetails::clear()
{
    m_call = {};
    m_title->setText(tr("Select a call to see its request and response."));
    m_request->clear();
    m_answer->clear();
    m_answer->setPlaceholderText({});
    m_copy->setEnabled(false);
}

void CallDetails::copyAsCurl()
{
    QGuiApplication::clipboard()->setText(models::curlCommand(m_call, m_baseUrl));
}

} // namespace ui

#include "moc_calldetails.cpp"
