// The surveys whose completes are kept out of one survey: read, added, removed, never lost.
#pragma once

#include "api/http/client.h"

#include <QDateTime>
#include <QObject>

namespace models {

class Database;

/// Answers from the local database first. One thing runs at a time: an act cuts a reading off. A
/// reading that is asked for during an act is left out; another act is `declined`. The server can
/// only add and remove all: before some are removed the list is written down as owed, so that it
/// outlives even the program's end between the two calls.
class ExclusionStore : public QObject
{
    Q_OBJECT

public:
    enum class Act { Add, Remove, RemoveAll, SaveAgain };
    Q_ENUM(Act)

    /// `account`: whose rows in the database (Session::account).
    ExclusionStore(api::Client &client, Database &database, QString account, api::SurveyId survey,
                   QObject *parent = nullptr);
    ~ExclusionStore() override; ///< ends its readings

    void load(); ///< `changed` from the database at first, then from the server, or `failed`
    void add(const QList<api::SurveyId> &excluded); ///< call 26, sent once
    /// Removes all and saves the rest (flows::removeExclusions). After a failure the list is as
    /// before, or `owed`. Not while something is owed.
    void remove(const QList<api::SurveyId> &gone);
    void removeAll(); ///< call 27
    void saveAgain(); ///< what is owed
    void dropOwed(); ///< the person goes without them
    void cancel(); ///< a reading

    bool isBusy() const;
    bool isWriting() const;
    bool isKnown() const; ///< before, an empty list says nothing
    const QList<api::SurveyId> &exclusions() const; ///< as the server told them last
    QList<api::SurveyId> owed() const; ///< that may be missing there
    QDateTime updated() const; ///< when it told them; invalid before

Q_SIGNALS:
    void changed();
    void failed(const api::ApiError &error); ///< of a reading
    void done(models::ExclusionStore::Act act, const QList<api::SurveyId> &before,
              const QList<api::SurveyId> &after);
    void writeFailed(models::ExclusionStore::Act act, const api::ApiError &error);
    /// Nothing was removed, since the list to put back could not be written down first; `why` is a
    /// whole sentence.
    void removalRefused(const QString &why);
    void declined(); ///< another act is under way: nothing was done
    void unchanged(); ///< the service had all of them already
    void busyChanged(bool isBusy);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace models
