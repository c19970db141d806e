// Edits that could not be sent: kept until the person sends or discards them, never sent by itself.
#pragma once

#include "api/types/apierror.h"
#include "api/types/ids.h"
#include "models/database/sql.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>

namespace models {

class Database;

/// A write that sets something to a value, so that sending it later or twice does no harm. What
/// adds or pays never waits here.
struct PendingEdit
{
    api::SurveyId survey;
    QString kind; ///< who sends it: "status", "terms"; one edit for each survey and kind
    QDateTime made; ///< UTC
    QString what; ///< translated: "Status"
    QString before; ///< as a person reads it
    QString after;
    QByteArray payload; ///< its sender's own
    bool operator==(const PendingEdit &) const = default;
};

/// The server could not be reached and nothing of the write has left: it may wait.
bool mayWait(const api::ApiError &error);

/// A later edit of the same survey and kind takes the place of the earlier one.
class PendingEdits : public QObject
{
    Q_OBJECT

public:
    using Send = std::function<void(const PendingEdit &)>;

    PendingEdits(Database &database, QString account, QObject *parent = nullptr);

    void loadKept(); ///< from the database, then `changed`
    /// Who sends edits of a kind. It calls settle() when the server has taken it.
    void setSender(const QString &kind, Send send);

    void keep(const PendingEdit &edit);
    void settle(const api::SurveyId &survey, const QString &kind); ///< taken or discarded
    /// The service has taken `sent`: unless a later edit has taken its place, nothing waits now.
    void settleSent(const PendingEdit &sent);
    void send(const PendingEdit &edit); ///< one that waits
    void send(); ///< all that wait, each once

    /// Why it could not be sent, whole sentences; forgotten when it is sent again. problem() also
    /// says that an edit could not be written to the disk.
    void explain(const api::SurveyId &survey, const QString &kind, const QString &sentence);
    QString problem(const PendingEdit &edit) const;
    /// nullptr when none of that kind waits.
    const PendingEdit *find(const api::SurveyId &survey, const QString &kind) const;
    const QList<PendingEdit> &edits() const { return m_edits; } ///< the oldest first

Q_SIGNALS:
    void changed();

private:
    void store(const PendingEdit &edit);
    void drop(const api::SurveyId &survey, const QString &kind);
    void writeUnsaved();

    Database &m_database;
    QString m_account;
    QList<PendingEdit> m_edits;
    QHash<QString, Send> m_senders;
    QHash<QString, QString> m_problems; ///< by kind and survey
    QHash<QString, sql::Error> m_unsaved; ///< likewise: not on the disk
    QSet<QString> m_settledEarly; ///< likewise: before the database has answered
    bool m_isLoaded = false;
};

} // namespace models
