// One survey's interlocking grid: read, created, and saved cell by cell.
#pragma once

#include "api/http/client.h"
#include "api/types/quota.h"
#include "models/interlocking/interlockinggrid.h"

#include <QObject>

namespace models {

/// Makes the calls for one survey; what is being edited stays with whoever edits it. One call runs
/// at a time: what is asked for meanwhile is left out, `isBusy` tells.
class InterlockingStore : public QObject
{
    Q_OBJECT

public:
    InterlockingStore(api::Client &client, api::SurveyId survey, QObject *parent = nullptr);
    ~InterlockingStore() override; ///< ends its calls

    void load(); ///< `arrived`, `absent` or `failed`
    /// Reads first: when the server changed one of these cells since `grid` was read, nothing is
    /// sent and `arrived` tells what it has now. Then sends only the changed cells, and `arrived`
    /// and `saved` follow, or `failed`.
    void save(const InterlockingGrid &grid);
    /// One to four of the survey's qualifications, at most 200 combinations; `arrived` or `failed`.
    /// `before`: the first cell of the grid that it replaces.
    void create(const QList<api::QualificationCode> &codes, const api::CombinationId &before = {});
    void cancel();

    bool isBusy() const;
    const QList<api::Qualification> &qualifications() const; ///< the survey's own, after a load
    /// The single qualifications' quotas; empty where there are none or they couldn't be read.
    const QList<api::Quota> &quotas() const;

Q_SIGNALS:
    void arrived(const models::InterlockingGrid &grid);
    void absent(); ///< the survey has no grid
    void saved(int cells);
    void cellWritten(const QString &combination, int before, int after); ///< before `saved`
    void failed(const api::ApiError &error);
    void busyChanged(bool isBusy);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace models
