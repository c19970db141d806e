#include "models/reconciliation/uidchoice.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace models {

UidChoice choiceOf(const UidPreview &preview, const UidLayout &layout, const QString &sheet)
{
    const QString name =
        layout.hasHeader ? preview.rows.value(0).value(layout.column).trimmed() : QString();
    return {
        .sheet = sheet, .columnName = name, .column = layout.column, .hasHeader = layout.hasHeader};
}

UidLayout layoutFor(const UidPreview &preview, const UidChoice &choice)
{
    UidLayout layout = preview.layout;
    const QStringList header = preview.rows.value(0);
    for (int column = 0; !choice.columnName.isEmpty() && column < header.size(); ++column) {
        if (header[column].trimmed() != choice.columnName)
            continue;
        layout.column = column;
        layout.hasHeader = true;
        return layout;
    }
    const bool isAlike =
        choice.columnName.isEmpty() && choice.column >= 0 && choice.column < preview.columnCount();
    if (isAlike) {
        layout.column = choice.column;
        layout.hasHeader = choice.hasHeader;
    }
    return layout;
}

QByteArray toJson(const UidChoice &choice)
{
    const QJsonObject json {{u"sheet"_s, choice.sheet},
                            {u"name"_s, choice.columnName},
                            {u"column"_s, choice.column},
                            {u"header"_s, choice.hasHeader}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

UidChoice uidChoiceFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    return {.sheet = object[u"sheet"_s].toString(),
            .columnName = object[u"name"_s].toString(),
            .column = object[u"column"_s].toInt(-1),
            .hasHeader = object[u"header"_s].toBool()};
}

} // namespace models
