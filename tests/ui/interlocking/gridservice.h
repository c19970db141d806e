// A server with one survey whose grid has two cells.
#pragma once

#include "tests/support/faultserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>

namespace support {

using namespace Qt::StringLiterals;

struct GridService
{
    support::Reply reply(const support::Seen &seen)
    {
        if (isDown)
            return json(503, R"({"status":503,"error":"Closed for today."})");
        if (seen.path().endsWith("/qualifications"))
            return json(200,
                        R"({"status":200,"qualifications_data":[{"qualification_code":43,)"
                        R"("title":"GENDER","text":"?","conditions":[)"
                        R"({"condition_code":1,"condition_name":"Male"},)"
                        R"({"condition_code":2,"condition_name":"Female"}]}]})");
        if (seen.path().endsWith("/qualifications_quota"))
            return json(200, "{\"status\":200,\"quota_data\":" + marginQuotas + "}");
        if (!refusal.isEmpty() && seen.verb == "GET")
            return json(422, refusal);
        if (!hasGrid && seen.verb == "GET")
            return json(422, R"({"status":422,"error":"Interlocking data not found!"})");
        if (seen.verb == "GET" && isEmpty)
            return json(200, R"({"status":200,"data":{"combinations":[],"qualifications":[]}})");
        if (seen.verb == "GET")
            return json(200, "{\"status\":200,\"data\":" + grid() + "}");
        writes.append(seen.body);
        hasGrid = true;
        if (seen.path().endsWith("/create_interlocking") && onCreate)
            onCreate();
        if (std::exchange(isCreateCut, false))
            return {{}, Ending::Close};
        for (const QJsonValue &cell :
             QJsonDocument::fromJson(seen.body)[u"combinations"_s].toArray())
            if (!ignoresWrites)
                quotas[cell[u"id"_s].toString() == u"c0"_s ? 0 : 1] =
                    cell[u"required_count"_s].toInt();
        return json(200, "{\"status\":200,\"Interlocking\":" + grid() + "}");
    }
    QByteArray grid() const
    {
        return QStringLiteral("{\"project_id\":\"S1\",\"combinations\":["
                              "{\"id\":\"%3\",\"option\":\"Male\",\"quota\":%1},"
                              "{\"id\":\"%4\",\"option\":\"%6\",\"quota\":%2}],"
                              "\"qualifications\":[{\"id\":\"1\",\"title\":\"%5\","
                              "\"options\":\"Male,Female\"}]}")
            .arg(quotas[0])
            .arg(quotas[1])
            .arg(cellIds[0], cellIds[1], crossedTitle, secondOption)
            .toUtf8();
    }

    QList<int> quotas {100, 200};
    QStringList cellIds {u"c0"_s, u"c1"_s};
    std::function<void()> onCreate;
    QString crossedTitle = u"GENDER"_s;
    QString secondOption = u"Female"_s;
    QByteArray refusal; ///< of readings of the grid
    bool ignoresWrites = false; ///< takes cells and keeps its own
    bool isCreateCut = false; ///< the next answer is lost
    QByteArray marginQuotas = "[]";
    bool hasGrid = true;
    bool isEmpty = false; ///< there is one, without cells
    bool isDown = false;
    QByteArrayList writes;
};

} // namespace support
