// The values of a brief, read as people of all countries write them.
#pragma once

#include "api/types/money.h"
#include "api/types/qualification.h"

#include <QDate>

namespace models::briefvalues {

/// "400", "1,200", "1.200", "1 200", "n = 400", "400 completes": what is whole can be grouped in
/// any way. Nothing for anything else, such as "400-500".
std::optional<int> whole(const QString &text);

/// Per cent, with up to some decimals: "30 %", "12.5%", "12,5", and a fraction below 1 without a
/// sign: "0.3" is 30.
std::optional<double> percent(const QString &text);

/// "2.50", "$2.50", "2,50 €", "USD 2.5".
std::optional<api::Money> money(const QString &text);

/// "2026-12-01", "1.12.2026", "1 Dec 2026", "Dec 1, 2026", "31/12/2026". Nothing when day and month
/// could be either way round.
std::optional<QDate> date(const QString &text);

/// "1 Dec - 15 Dec 2026", "1-15 Dec 2026", "1.12. bis 15.12.2026": what the start leaves out is the
/// end's. Nothing without a year, nor when the end isn't behind the start.
std::optional<std::pair<QDate, QDate>> dates(const QString &text);

/// The value without "around", "approx." and their like, and whether there was one.
std::pair<QString, bool> withoutAbout(const QString &text);

/// What marks the currency of an amount: "$", "EUR"; empty where there is nothing.
QString currency(const QString &text);

/// "5-12" for "May-12" and "12-May", which a spreadsheet makes of it; empty for anything else.
QString bandReadAsDate(const QString &text);

/// "18-34", "18 to 34", "55+", "65 and over", "under 25", "50 Jahre und älter", within `known`
/// (from 0 to 99 when empty).
std::optional<api::Range> range(const QString &text, const QList<api::Range> &known);

/// Yes or no.
std::optional<bool> truth(const QString &text);

} // namespace models::briefvalues
