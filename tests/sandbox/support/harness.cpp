#include "tests/sandbox/support/harness.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace support {

QString Answer::said() const
{
    const QJsonValue error = object[u"error"_s];
    const QString sentence = error.isString() && object[u"status"_s] != false
        ? error.toString()
        : object[u"message"_s].toString();
    return u"%1 %2"_s.arg(status).arg(sentence);
}

Harness::Harness(sandbox::Options options)
    : m_now(std::make_shared<QDateTime>(QDate(2026, 3, 10), QTime(12, 0)))
    , m_options(std::move(options))
{
    m_options.clock = [now = m_now] { return now->toUTC(); };
    restart();
}

void Harness::restart()
{
    m_server.reset();
    m_server = std::make_unique<sandbox::Server>(m_options);
    if (!m_server->start())
        qFatal("the sandbox did not start");
}

Answer Harness::raw(const QByteArray &verb, const QUrl &url, const QByteArray &body,
                    const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, verb, body));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished())
        finished.wait(10'000);
    Answer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = reply->readAll();
    answer.object = QJsonDocument::fromJson(answer.body).object();
    return answer;
}

QByteArray Harness::hashFor(const QString &endpoint, const QString &key)
{
    const QJsonObject body {{u"url"_s, base() + endpoint}, {u"key"_s, key}};
    return raw("GET", QUrl(base() + u"endpoints/getHashData"_s), QJsonDocument(body).toJson()).body;
}

Answer Harness::call(const QByteArray &verb, const Sent &sent)
{
    QByteArray &hash = m_hashes[sent.endpoint];
    if (hash.isEmpty())
        hash = hashFor(sent.endpoint);
    QList<std::pair<QByteArray, QByteArray>> headers {{"X-Client-Id", "client"}};
    if (!sent.project.isEmpty())
        headers.append({"X-Project-Id", sent.project.toUtf8()});
    if (!sent.qualification.isEmpty())
        headers.append({"X-Qualification-Id", sent.qualification.toUtf8()});
    QString url = base() + sent.endpoint + u"?hash="_s + QString::fromLatin1(hash);
    if (!sent.query.isEmpty())
        url += u'&' + sent.query;
    const QByteArray body = sent.body.isEmpty() ? QByteArray() : QJsonDocument(sent.body).toJson();
    return raw(verb, QUrl(url), body, headers);
}

QJsonObject Harness::surveyNamed(const QString &name)
{
    for (int page = 1;; ++page) {
        const Answer answer = get({u"endpoints/get_survey"_s, {}, u"page=%1"_s.arg(page)});
        for (const QJsonValue &survey : answer.object[u"data"_s].toArray()) {
            if (survey[u"project_name"_s].toString() == name)
                return survey.toObject();
        }
        if (answer.status != 200)
            return {};
    }
}

QString Harness::idOf(const QString &name)
{
    return surveyNamed(name)[u"project_id"_s].toString();
}

QJsonObject Harness::newSurvey() const
{
    QJsonObject survey = QJsonDocument::fromJson(R"({
        "project_name": "AUD1", "country": "229", "language": "5", "study_category": "5",
        "vertical": "1", "audience_type": "1", "pii_collection": "No", "ir": "10", "loi": "10",
        "cpi": "10", "complete_needed": "50",
        "live_link": "https://www.google.com?uid=[identifier]",
        "test_link": "https://www.google2.com?uid=[identifier]",
        "qualifications": [
            { "qualification_code": 42, "range_sets": [ { "from": 18, "to": 24 },
                                                        { "from": 25, "to": 34 } ] },
            { "qualification_code": 43, "condition_codes": [ 1, 2 ] },
            { "qualification_code": 45, "zipcodes": [ 126535, 283733 ] } ],
        "quota": [
            { "qualification_code": 43,
              "criteria": [ { "required_count": 120, "condition_codes": 1 } ] },
            { "qualification_code": 42,
              "criteria": [ { "required_count": 140, "condition_codes": "25-34" } ] },
            { "qualification_code": 45,
              "criteria": [ { "required_count": 150, "condition_codes": [126535] } ] } ]
        })")
                             .object();
    survey[u"project_start_date"_s] = today().toString(Qt::ISODate);
    survey[u"project_end_date"_s] = today().addDays(9).toString(Qt::ISODate);
    return survey;
}

QString Harness::create(const QJsonObject &survey)
{
    return post({u"endpoints/create_survey"_s, survey})
        .object[u"data"_s][u"project_id"_s]
        .toString();
}

} // namespace support
