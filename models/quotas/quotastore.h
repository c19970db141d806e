// One survey's quotas: read, and saved when nobody else changed the same ones meanwhile.
#pragma once

#include "api/http/client.h"
#include "api/types/qualification.h"
#include "models/quotas/quotamerge.h"

#include <QObject>

namespace models {

/// Makes the calls for one survey; what is being edited stays with whoever edits it. One thing runs
/// at a time: a write cuts a reading off. A reading that is asked for meanwhile is left out; a
/// write is `declined`.
class QuotaStore : public QObject
{
    Q_OBJECT

public:
    QuotaStore(api::Client &client, api::SurveyId survey, QObject *parent = nullptr);
    ~QuotaStore() override; ///< ends its calls

    void load(); ///< `arrived` or `failed`
    /// Call 13: what the service has of this one; `arrived` with the others as they are known.
    void refreshOne(api::QualificationCode code);
    /// Reads first: when the server changed one of these quotas since `before` was read, nothing is
    /// sent and `arrived` tells what it has now. Then sends the qualifications that differ, in one
    /// call, and `saved` and `arrived` follow, or `failed`. When nothing has to be sent any more
    /// `unchanged` comes before `arrived`.
    void save(const QList<api::Quota> &before, const QList<api::Quota> &mine, int completes);
    void cancel();

    bool isBusy() const;
    bool isWriting() const;
    const QList<api::Qualification> &qualifications() const; ///< the survey's own, after a load

Q_SIGNALS:
    void arrived(const QList<api::Quota> &quotas);
    /// `areThere`: the server has been read and has all of them.
    void saved(const QList<models::QuotaWrite> &writes, bool areThere);
    void unchanged();
    void conflicted(); ///< before `arrived`, when nothing was sent over another's change
    void failed(const api::ApiError &error, bool wasSaving);
    void declined(); ///< another write is under way: nothing was done
    void busyChanged(bool isBusy);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace models
