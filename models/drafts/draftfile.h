// Drafts as files for others: JSON with a schema version.
#pragma once

#include "models/drafts/draftrecord.h"

#include <tl/expected.hpp>

namespace models {

/// `{"format": "aligndesk-draft", "schema": 1, "template": false, "draft": {…}}`, indented.
QByteArray draftFile(const DraftRecord &record);

/// The draft in it, without an id; or why it isn't one, a whole sentence. A file of an older schema
/// is read as such, one of a newer schema refused.
tl::expected<DraftRecord, QString> draftFromFile(const QByteArray &bytes);

/// To and from a file; a whole sentence when that fails, empty when it was written. Writes whole or
/// not at all. Both block: for worker threads.
QString writeDraftFile(const DraftRecord &record, const QString &path);
tl::expected<DraftRecord, QString> readDraftFile(const QString &path);

constexpr qint64 largestDraftFile = 16 * 1024 * 1024; ///< bytes; a long list of ZIP codes fits

} // namespace models
