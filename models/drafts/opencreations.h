// The creations that an earlier run left in doubt or unfinished, and surveys that came of one late.
#pragma once

#include "models/drafts/creationintent.h"

#include <QObject>

namespace models {

class Database;
class SurveyStore;

/// What the person has to be asked about (reliability.md, Creating without an idempotency key):
/// nothing here sends anything. A creation that a wizard has at hand is of no concern here.
class OpenCreations : public QObject
{
    Q_OBJECT

public:
    /// A survey in the list that must be of a creation which was given up while in doubt.
    struct Late
    {
        CreationIntent intent;
        api::Survey survey;
        bool operator==(const Late &) const = default;
    };

    /// `account`: whose rows in the database (Session::account). Looks at `surveys` after each
    /// refresh.
    OpenCreations(Database &database, QString account, SurveyStore &surveys,
                  QObject *parent = nullptr);

    void load(); ///< then `changed`; again when a creation has ended or was left
    const QList<CreationIntent> &all() const { return m_open; } ///< oldest first
    const QList<Late> &late() const { return m_late; }

    /// Whether its survey is known, so that leaving the rest undone leaves nothing in doubt.
    static bool canLeave(const CreationIntent &intent);
    void leave(const QString &uuid); ///< the steps that are left are not done; canLeave() only
    void acknowledge(const Late &late); ///< the person has seen it
    /// Whether `survey` may be of a creation in doubt: activated, it might be paid for twice.
    bool isInDoubt(const api::Survey &survey) const;

Q_SIGNALS:
    void changed();

private:
    void look();

    Database &m_database;
    QString m_account;
    SurveyStore &m_surveys;
    QList<CreationIntent> m_open;
    QList<CreationIntent> m_givenUp;
    QList<Late> m_late;
};

} // namespace models
