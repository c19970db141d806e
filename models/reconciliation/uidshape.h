// What the UIDs of one list have in common, and which of them differ.
#pragma once

#include "models/reconciliation/uidimport.h"

#include <optional>

namespace models {

class UidShape
{
public:
    explicit UidShape(const api::UidList &uids);

    /// Length and letters count as common when nine tenths of the list have them.
    std::optional<UidFault> faultOf(QByteArrayView uid) const;
    qsizetype usualLength() const { return m_length; } ///< 0: there is none

private:
    qsizetype m_length = 0;
    bool m_isAlphanumeric = false;
};

/// "1.23E+17", "1,23e+17": what a spreadsheet makes of a long number.
bool isRoundedNumber(QByteArrayView uid);

bool isAlphanumeric(QByteArrayView uid);

} // namespace models
