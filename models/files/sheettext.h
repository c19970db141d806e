// Turns the XML of a workbook's sheet and of its shared strings into text.
#pragma once

#include "api/types/uidlist.h"
#include "models/files/xmlevents.h"

namespace models {

/// Listens to a shared strings part; `strings` then has them in order.
class SharedStrings
{
public:
    explicit SharedStrings(XmlEvents &events);
    const api::UidList &strings() const { return m_strings; }

private:
    api::UidList m_strings;
    QByteArray m_text;
    bool m_isText = false;
    bool m_isPhonetic = false; ///< a reading aid, no part of the text
};

/// Listens to a sheet part; `text` then has its rows as lines, its cells behind tabs.
class SheetText
{
    Q_DECLARE_TR_FUNCTIONS(models::SheetText)

public:
    SheetText(XmlEvents &events, const api::UidList &strings);
    QByteArray take() { return std::move(m_out); }

private:
    void beginCell(const XmlEvents::Attributes &attributes);
    void endCell();
    void put(QByteArrayView cell);
    void put(char letter);

    XmlEvents &m_events;
    const api::UidList &m_strings;
    QByteArray m_out;
    QByteArray m_text; ///< of the cell that is being read
    qint64 m_row = 0; ///< from 1
    qint64 m_line = 1; ///< at the end of `m_out`
    qint64 m_column = -1;
    qint64 m_tab = 0; ///< cells of the line at the end of `m_out`, less one
    bool m_isShared = false;
    bool m_isBoolean = false;
    bool m_isText = false;
    bool m_isPhonetic = false;
};

} // namespace models
