#include "models/drafts/draftfile.h"

#include "models/drafts/draftjson.h"
#include "models/files/atomicwriter.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace models {

namespace {

constexpr auto format = "aligndesk-draft"_L1;

struct DraftFileText
{
    Q_DECLARE_TR_FUNCTIONS(models::DraftFile)
};

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
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (problem.error != QJsonParseError::NoError)
        return tl::unexpected(
            DraftFileText::tr("The file is no JSON: something is wrong at byte %1.")
                .arg(problem.offset));
    const QJsonObject file = document.object();
    if (file[u"format"].toString() != format)
        return tl::unexpected(DraftFileText::tr("The file is JSON, but no draft of AlignDesk."));
    if (file[u"schema"].toInt() > draftSchema)
        return tl::unexpected(
            DraftFileText::tr("The draft was written by a newer version of AlignDesk."));
    const std::optional<SurveyDraft> draft = draftFromJson(file[u"draft"].toObject());
    if (!draft)
        return tl::unexpected(
            DraftFileText::tr("The file says that it is a draft, but holds none."));
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
