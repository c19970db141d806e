// All creations of one connection: those that run, those that were left in doubt or unfinished, and
// surveys that came of one late.
#pragma once

#include "models/drafts/creationintent.h"

#include <QObject>
#include <QPointer>

namespace models {

class Database;
class SurveyCreation;
class SurveyStore;

/// Knows which creations run in this process and what the person has to be asked about
/// (reliability.md, Creating without an idempotency key); nothing here sends anything. One that a
/// wizard or a batch has at hand is never offered as interrupted, and can't be left or taken up a
/// second time.
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
    /// The oldest first, without those at hand.
    const QList<CreationIntent> &all() const { return m_open; }
    const QList<Late> &late() const { return m_late; }

    /// Has it at hand until it is destroyed. What it creates and activates goes into the list of
    /// surveys as this program's own doing. Once for each creation, before it is started.
    void follow(SurveyCreation &creation);
    QStringList running() const; ///< names of the surveys that are being created just now
    bool isAtHand(const QString &uuid) const; ///< of a creation that was begun and still exists

    /// Whether its survey is known, so that leaving the rest undone leaves nothing in doubt.
    static bool canLeave(const CreationIntent &intent);
    /// The steps that are left are not done; canLeave() only, and not while it is at hand.
    void leave(const QString &uuid);
    void acknowledge(const Late &late); ///< the person has seen it
    /// Whether `survey` may be of a creation in doubt: activated, it might be paid for twice.
    bool isInDoubt(const api::Survey &survey) const;

Q_SIGNALS:
    void changed();

private:
    void look();
    void sift();

    Database &m_database;
    QString m_account;
    SurveyStore &m_surveys;
    QList<QPointer<SurveyCreation>> m_followed;
    QList<CreationIntent> m_kept; ///< as the database has them, those at hand too
    QList<CreationIntent> m_open;
    QList<CreationIntent> m_givenUp;
    QList<Late> m_late;
};

} // namespace models
