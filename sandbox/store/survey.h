// A survey as the sandbox keeps it: the buyer's wishes, and how far the field has come.
#pragma once

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace sandbox {

enum class SurveyStatus { Active = 1, Inactive = 2, Completed = 4, Closed = 5 };

struct Survey
{
    qint64 number = 0; ///< order of creation; 0: not stored yet
    QString projectId;
    QString name;
    QString country; ///< ids as in the reference lists
    QString language;
    QString category;
    QString vertical;
    int audience = 2; ///< 1 B2B, 2 B2C, 3 Health Care
    bool pii = false;
    QString ir; ///< per cent, as it was sent
    int loi = 1; ///< minutes
    qint64 cpi = 0; ///< cents
    int completes = 1; ///< wanted
    QDate start;
    QDate end;
    QString liveLink;
    QString testLink;
    SurveyStatus status = SurveyStatus::Inactive;

    /// {code, name, text} and one of range_sets [{from, to}], conditions [{condition_code,
    /// condition_name}], zipcodes ["…"].
    QJsonArray qualifications;
    /// {code, criteria: [{required_count, condition_codes}]}: codes as integer, "25-34" or array.
    QJsonArray quotas;
    QJsonArray exclusions; ///< project ids
    QJsonObject interlocking; ///< as answered; empty: none

    int complete = 0; ///< done so far
    int entrants = 0;
    QJsonObject filled; ///< completes by quota, with fractions: see field/buckets.h
    qint64 fieldTime = 0; ///< ms since 1970 up to which the field has been played

    QString code() const { return QStringLiteral("ALGN%1").arg(4000 + number); }
};

} // namespace sandbox
