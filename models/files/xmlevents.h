// Reads XML piece by piece: no document type, no entities of its own, no endless tags.
#pragma once

#include <QByteArrayView>
#include <QCoreApplication>

#include <functional>
#include <memory>

struct XML_ParserStruct;

namespace models {

/// Names come without their namespace's prefix.
class XmlEvents
{
    Q_DECLARE_TR_FUNCTIONS(models::XmlEvents)

public:
    class Attributes
    {
    public:
        explicit Attributes(const char **all)
            : m_all(all)
        {
        }
        QByteArrayView value(QByteArrayView name) const; ///< empty when there is none

    private:
        const char **m_all;
    };

    XmlEvents();
    ~XmlEvents();
    XmlEvents(const XmlEvents &) = delete;
    XmlEvents &operator=(const XmlEvents &) = delete;

    std::function<void(QByteArrayView name, const Attributes &attributes)> start;
    std::function<void(QByteArrayView name)> end;
    std::function<void(QByteArrayView piece)> text;

    bool feed(QByteArrayView piece); ///< false after an error or stop()
    bool finish(); ///< false when the document wasn't whole
    void stop(const QString &problem = {}); ///< from within an event
    QString problem() const { return m_problem; } ///< a whole sentence

private:
    struct Callbacks;
    bool parse(QByteArrayView piece, bool isLast);

    std::unique_ptr<XML_ParserStruct, void (*)(XML_ParserStruct *)> m_parser;
    QString m_problem;
    qint64 m_fed = 0;
    bool m_isStopped = false;
};

} // namespace models
