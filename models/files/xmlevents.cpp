#include "models/files/xmlevents.h"

#include <expat.h>

namespace models {

namespace {

QByteArrayView local(const char *name)
{
    const QByteArrayView whole(name);
    return whole.sliced(whole.lastIndexOf(':') + 1);
}

} // namespace

struct XmlEvents::Callbacks
{
    static XmlEvents &of(void *data) { return *static_cast<XmlEvents *>(data); }
    static void start(void *data, const char *name, const char **attributes)
    {
        if (!of(data).m_isStopped && of(data).start)
            of(data).start(local(name), Attributes(attributes));
    }
    static void end(void *data, const char *name)
    {
        if (!of(data).m_isStopped && of(data).end)
            of(data).end(local(name));
    }
    static void text(void *data, const char *piece, int size)
    {
        if (!of(data).m_isStopped && of(data).text)
            of(data).text({piece, qsizetype(size)});
    }
    static void doctype(void *data, const char *, const char *, const char *, int)
    {
        of(data).stop(tr("The workbook declares a document type, as no spreadsheet program does: "
                         "it isn’t read."));
    }
};

QByteArrayView XmlEvents::Attributes::value(QByteArrayView name) const
{
    for (const char **at = m_all; *at; at += 2)
        if (local(*at) == name)
            return at[1];
    return {};
}

XmlEvents::XmlEvents()
    : m_parser(XML_ParserCreate(nullptr), XML_ParserFree)
{
    XML_SetUserData(m_parser.get(), this);
    XML_SetElementHandler(m_parser.get(), Callbacks::start, Callbacks::end);
    XML_SetCharacterDataHandler(m_parser.get(), Callbacks::text);
    XML_SetStartDoctypeDeclHandler(m_parser.get(), Callbacks::doctype);
}

XmlEvents::~XmlEvents() = default;

void XmlEvents::stop(const QString &problem)
{
    m_isStopped = true;
    m_problem = problem;
    XML_StopParser(m_parser.get(), XML_FALSE);
}

bool XmlEvents::parse(QByteArrayView piece, bool isLast)
{
    // A tag or comment is held until its end: one without an end would take all memory.
    constexpr qint64 longestTag = 4 * 1024 * 1024;
    if (m_isStopped)
        return false;
    const bool isGood =
        XML_Parse(m_parser.get(), piece.data(), int(piece.size()), isLast) == XML_STATUS_OK;
    m_fed += piece.size();
    if (m_isStopped)
        return false;
    if (!isGood || m_fed - qint64(XML_GetCurrentByteIndex(m_parser.get())) > longestTag) {
        m_isStopped = true;
        m_problem = tr("The workbook is damaged: a part of it isn’t valid XML.");
    }
    return !m_isStopped;
}

bool XmlEvents::feed(QByteArrayView piece)
{
    return parse(piece, false);
}

bool XmlEvents::finish()
{
    return parse({}, true);
}

} // namespace models
