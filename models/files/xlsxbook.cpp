#include "models/files/xlsxbook.h"

#include "models/files/sheettext.h"

#include <QFile>
#include <QHash>

namespace models {

namespace {

constexpr qint64 mostStructure = 4 * 1024 * 1024; // bytes of a part that only names others

/// Gives a part to whoever listens to `events`; what is wrong, or nothing.
QString listen(const ZipArchive &archive, const QByteArray &part, qint64 most, XmlEvents &events,
               const std::function<bool(qsizetype)> &goOn = {})
{
    bool isCancelled = false;
    const auto read = archive.read(part, most, [&](QByteArrayView piece) {
        isCancelled = goOn && !goOn(piece.size());
        return !isCancelled && events.feed(piece);
    });
    if (!read)
        return read.error();
    if (!isCancelled)
        events.finish();
    return events.problem();
}

struct Relation
{
    QByteArray type; ///< the last word of its address
    QByteArray part;
};

/// Targets of `part`'s relations by their id, as parts of the archive.
QString readRelations(const ZipArchive &archive, const QByteArray &part,
                      QHash<QByteArray, Relation> &relations)
{
    const qsizetype slash = part.lastIndexOf('/');
    const QByteArray folder = part.left(slash + 1);
    XmlEvents events;
    events.start = [&](QByteArrayView name, const XmlEvents::Attributes &attributes) {
        if (name != "Relationship")
            return;
        const QByteArrayView type = attributes.value("Type");
        const QByteArrayView target = attributes.value("Target");
        relations.insert(attributes.value("Id").toByteArray(),
                         {type.sliced(type.lastIndexOf('/') + 1).toByteArray(),
                          target.startsWith('/') ? target.sliced(1).toByteArray()
                                                 : folder + target.toByteArray()});
    };
    return listen(archive, folder + "_rels/" + part.mid(slash + 1) + ".rels", mostStructure,
                  events);
}

} // namespace

bool XlsxBook::isLikely(QByteArrayView beginning)
{
    return beginning.startsWith("PK\x03\x04") || beginning.startsWith("PK\x05\x06")
        || beginning.startsWith("\xd0\xcf\x11\xe0");
}

tl::expected<XlsxBook, QString> XlsxBook::open(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(tr("The file can’t be opened: %1.").arg(file.errorString()));
    const QByteArray beginning = file.read(512).trimmed();
    if (beginning.startsWith("\xd0\xcf\x11\xe0"))
        return tl::unexpected(tr("This is an old Excel workbook (.xls) or one with a password. "
                                 "Save it as .xlsx without a password."));
    if (beginning.startsWith('<'))
        return tl::unexpected(tr("This is a web page or XML with the name of a workbook. Open it "
                                 "in a spreadsheet program and save it as .xlsx or .csv."));
    if (!isLikely(beginning))
        return tl::unexpected(tr("This isn’t an Excel workbook, whatever its name says."));
    auto archive = ZipArchive::open(path);
    if (!archive)
        return tl::unexpected(archive.error());
    if (archive->has("META-INF/manifest.xml") && archive->has("content.xml"))
        return tl::unexpected(tr("This is an OpenDocument file. Save it as .xlsx or .csv."));
    XlsxBook book(*archive);
    const QString problem = book.readStructure();
    if (!problem.isEmpty())
        return tl::unexpected(problem);
    return book;
}

QString XlsxBook::readStructure()
{
    QHash<QByteArray, Relation> relations;
    if (!m_archive.has("_rels/.rels"))
        return tr("This is a zip archive, but no Excel workbook.");
    QString problem = readRelations(m_archive, {}, relations);
    QByteArray workbook;
    for (const Relation &relation : std::as_const(relations))
        if (relation.type == "officeDocument")
            workbook = relation.part;
    if (problem.isEmpty() && (workbook.isEmpty() || !workbook.endsWith(".xml")))
        problem = tr("This is a zip archive, but no Excel workbook.");
    relations.clear();
    if (problem.isEmpty())
        problem = readRelations(m_archive, workbook, relations);
    if (!problem.isEmpty())
        return problem;
    XmlEvents events;
    events.start = [&](QByteArrayView name, const XmlEvents::Attributes &attributes) {
        const Relation to = relations.value(attributes.value("id").toByteArray());
        if (name == "sheet" && to.type == "worksheet")
            m_sheets.append({QString::fromUtf8(attributes.value("name")), to.part});
    };
    problem = listen(m_archive, workbook, mostStructure, events);
    for (const Relation &relation : std::as_const(relations))
        if (relation.type == "sharedStrings")
            m_strings = relation.part;
    if (problem.isEmpty() && m_sheets.isEmpty())
        problem = tr("The workbook has no sheet.");
    return problem;
}

QStringList XlsxBook::sheets() const
{
    QStringList names;
    for (const Sheet &sheet : m_sheets)
        names.append(sheet.name);
    return names;
}

tl::expected<TextSource::Pointer, QString> XlsxBook::read(qsizetype sheet, Work &work) const
{
    const QByteArray part = m_sheets.at(sheet).part;
    const qint64 all = std::max<qint64>(1, m_archive.sizeOf(part))
        + std::max<qint64>(0, m_archive.sizeOf(m_strings));
    qint64 done = 0;
    const auto goOn = [&](qsizetype size) {
        work.setDone(done += size, all);
        return !work.isCancelled();
    };
    XmlEvents stringEvents;
    SharedStrings strings(stringEvents);
    QString problem = m_strings.isEmpty()
        ? QString()
        : listen(m_archive, m_strings, mostKept, stringEvents, goOn);
    XmlEvents events;
    SheetText text(events, strings.strings());
    if (problem.isEmpty())
        problem = listen(m_archive, part, mostStreamed, events, goOn);
    if (!problem.isEmpty())
        return tl::unexpected(problem);
    return TextSource::fromUtf8(text.take());
}

} // namespace models
