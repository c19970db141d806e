#include "models/drafts/draftfile.h"

#include "models/drafts/draftjson.h"
#include "models/files/atomicwriter.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr auto format = "aligndesk-draft"_L1;

struct DraftFileText
{
    Q_DECLARE_TR_FUNCTIONS(models::DraftFile)
};

/// Members that reading makes something else of: a text for a number, a date that isn't one.
QStringList unreadable(const QJsonObject &file, const SurveyDraft &draft)
{
    const QJsonObject read = toJson(draft);
    QStringList names;
    for (auto member = file.begin(); member != file.end(); ++member) {
        const bool isPrice =
            member.key() == "cpi"_L1 && api::Money::fromWire(member.value().toString());
        if (!isPrice && read.contains(member.key()) && read[member.key()] != member.value())
            names.append(member.key());
    }
    return names;
}

} // namespace

QByteArray draftFile(const DraftRecord &record)
{
    const QJsonObject file {{u"format"_s, format},
                            {u"schema"_s, draftSchema},
                            {u"template"_s, record.isTemplate},
                            {u"draft"_s, toJson(record.draft)}};
    return QJsonDocument(file).toJson(QJsonDocument::Indented);
}

tl::expected<DraftRecord, QString> draftFromFile(const QByteArray &bytes)
{
    if (bytes.size() > largestDraftFile)
        return tl::unexpected(DraftFileText::tr("The file is larger than any draft."));
    QJsonParseError problem;
    const qsizetype mark = bytes.startsWith("\xef\xbb\xbf") ? 3 : 0; // of some editors
    const QJsonDocument document = QJsonDocument::fromJson(bytes.mid(mark), &problem);
    if (problem.error != QJsonParseError::NoError)
        return tl::unexpected(DraftFileText::tr("Not a valid JSON file (error at byte %1).")
                                  .arg(problem.offset + mark));
    const QJsonObject file = document.object();
    if (file[u"format"].toString() != format)
        return tl::unexpected(DraftFileText::tr("The file is JSON, but no draft of AlignDesk."));
    const QJsonObject body = file[u"draft"].toObject();
    if (file[u"schema"].toDouble() > draftSchema || body[u"schema"].toDouble() > draftSchema)
        return tl::unexpected(
            DraftFileText::tr("The draft was written by a newer version of AlignDesk."));
    const std::optional<SurveyDraft> draft = draftFromJson(body);
    if (!draft)
        return tl::unexpected(
            DraftFileText::tr("The file says that it is a draft, but holds none."));
    const QStringList unread = unreadable(body, *draft);
    if (!unread.isEmpty())
        //: %1: names from the file, such as “completes”
        return tl::unexpected(DraftFileText::tr("These values of the draft can’t be read: %1.")
                                  .arg(QLocale().createSeparatedList(unread)));
    return DraftRecord {.uuid = {},
                        .draft = *draft,
                        .isTemplate = file[u"template"].toBool(),
                        .wasOpen = false,
                        .updated = {}};
}

QString writeDraftFile(const DraftRecord &record, const QString &path)
{
    AtomicWriter writer(path);
    writer.write(draftFile(record));
    return writer.commit() ? QString() : writer.problem();
}

tl::expected<DraftRecord, QString> readDraftFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(DraftFileText::tr("The file can’t be opened."));
    return draftFromFile(file.read(largestDraftFile + 1));
}

} // namespace models
