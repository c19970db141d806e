// Takes every secret out of a text before a person or a file gets it.
#pragma once

#include "api/calls/request.h"

#include <QRegularExpression>
#include <QSet>

namespace api {

/// Knows this connection's secrets, in every form in which they may come back (patternOf); what
/// looks like a hash is taken out even when it isn't known. Cleaning twice changes nothing more.
class Redactor
{
public:
    Redactor(const QString &key, const QString &clientId);
    void learn(const QString &hash);

    QString clean(const QString &text) const;
    ApiError clean(ApiError error) const;
    QString query(const WireRequest &request) const; ///< encoded; getHash's not at all
    QString headers(const WireRequest &request) const; ///< the call's own, one a line
    /// A body for the journal: at most 16,000 characters of a request and 4,000 of an answer, as
    /// thousands are kept; getHash's not at all; of UIDs only how many there are.
    QString requestBody(const WireRequest &request) const;
    QString answerBody(const WireRequest &request, const QByteArray &body) const;

private:
    /// Without secrets and at most so long, also where the end of `text` may hold half a secret.
    QString cleanStart(const QString &text, qsizetype most) const;

    QSet<QString> m_secrets;
    QList<QRegularExpression> m_patterns; ///< of what is no hash
    QStringList m_base64;
};

} // namespace api
