// One survey's interlocking grid: read, created, and saved cell by cell.
#pragma once

#include "api/http/client.h"
#include "api/types/quota.h"
#include "models/interlocking/interlockinggrid.h"

#include <QDateTime>
#include <QObject>

namespace models {

class GridCache;

/// Makes the calls for one survey and keeps what they tell in `cache`; what is being edited stays
/// with whoever edits it. One thing runs at a time: a write cuts a reading off. A reading that is
/// asked for meanwhile is left out; a write is `declined`.
class InterlockingStore : public QObject
{
    Q_OBJECT

public:
    enum class Act { Load, Save, Create };
    Q_ENUM(Act)

    InterlockingStore(api::Client &client, GridCache &cache, api::SurveyId survey,
                      QObject *parent = nullptr);
    ~InterlockingStore() override; ///< ends its calls

    /// What the list of surveys knows of this one, until the server answers a load.
    void setKnown(const QList<api::Qualification> &qualifications, const QList<api::Quota> &quotas);
    /// At first `known` or `absent` from the cache, where it has something. Then `arrived`,
    /// `absent` or `failed`.
    void load();
    /// Reads first: when the server changed one of these cells since `grid` was read, nothing is
    /// sent and `arrived` tells what it has now. Then sends only the changed cells, and `arrived`
    /// and `saved` follow, or `keptOther`, or `failed`.
    void save(const InterlockingGrid &grid);
    /// One to four of the survey's qualifications, at most 200 combinations; `arrived` or `failed`,
    /// and behind a failure that may hide a success the grid is read. `before`: the first cell of
    /// the grid that it replaces.
    void create(const QList<api::QualificationCode> &codes, const api::CombinationId &before = {});
    void cancel();

    bool isBusy() const;
    bool isWriting() const;
    QDateTime updated() const; ///< UTC, when the server told the grid; invalid: it never did
    const QList<api::Qualification> &qualifications() const; ///< the survey's own
    /// The single qualifications' quotas; empty where there are none or they couldn't be read.
    const QList<api::Quota> &quotas() const;

Q_SIGNALS:
    void known(const models::InterlockingGrid &grid); ///< as of `updated`
    void arrived(const models::InterlockingGrid &grid);
    void absent(); ///< the survey has no grid
    void saved(int cells);
    void keptOther(int cells); ///< the service took these too, and has other quotas for them
    void cellWritten(const QString &combination, int before, int after); ///< before `saved`
    void failed(const api::ApiError &error, models::InterlockingStore::Act act);
    void declined(); ///< another write is under way: nothing was done
    void busyChanged(bool isBusy);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace models
