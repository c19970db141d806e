// A page of interlocking quotas with two cells, and the server that it talks to.
#pragma once

#include "models/activity/changelog.h"
#include "models/database/database.h"
#include "models/interlocking/waitingcells.h"
#include "models/surveys/surveystore.h"
#include "tests/models/surveys/surveyfixture.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "ui/interlocking/interlockingpage.h"
#include "ui/widgets/chipdelegate.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTcpSocket>
#include <QTemporaryDir>

namespace support {

using namespace Qt::StringLiterals;

struct GridDesk
{
    GridDesk() { surveys.adopt(fixture::survey(u"S1"_s, u"Snack tracker"_s)); }

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
        if (!hasGrid && seen.verb == "GET")
            return json(422, R"({"status":422,"error":"Interlocking data not found!"})");
        if (seen.verb == "GET")
            return json(200, "{\"status\":200,\"data\":" + grid() + "}");
        writes.append(seen.body);
        hasGrid = true;
        if (seen.path().endsWith("/create_interlocking") && onCreate)
            onCreate();
        for (const QJsonValue &cell :
             QJsonDocument::fromJson(seen.body)[u"combinations"_s].toArray())
            quotas[cell[u"id"_s].toString() == u"c0"_s ? 0 : 1] = cell[u"required_count"_s].toInt();
        return json(200, "{\"status\":200,\"Interlocking\":" + grid() + "}");
    }
    QByteArray grid() const
    {
        return QStringLiteral("{\"project_id\":\"S1\",\"combinations\":["
                              "{\"id\":\"%3\",\"option\":\"Male\",\"quota\":%1},"
                              "{\"id\":\"%4\",\"option\":\"Female\",\"quota\":%2}],"
                              "\"qualifications\":[{\"id\":\"1\",\"title\":\"GENDER\","
                              "\"options\":\"Male,Female\"}]}")
            .arg(quotas[0])
            .arg(quotas[1])
            .arg(cellIds[0], cellIds[1])
            .toUtf8();
    }
    QTableView *table() { return named<QTableView>(page, u"Interlocking quotas"_s); }
    QString cell(int row) { return table()->model()->index(row, 1).data().toString(); }
    bool type(int row, const QString &text)
    {
        return table()->model()->setData(table()->model()->index(row, 1), text, Qt::EditRole);
    }
    QAction *action(const QString &text)
    {
        for (QAction *const each : page.editActions()) {
            if (each->text().remove(u'&').startsWith(text))
                return each;
        }
        qFatal("no action %s", qPrintable(text));
    }
    void select(int row) { table()->setCurrentIndex(table()->model()->index(row, 1)); }
    /// The Distribute panel with this way chosen.
    void openDistribute(const QString &way)
    {
        button(u"Distribute…"_s)->click();
        auto *const ways = named<QComboBox>(page, u"Distribute"_s);
        ways->setCurrentIndex(ways->findText(way));
    }
    QPushButton *button(const QString &name) { return named<QPushButton>(page, name); }

    QList<int> quotas {100, 200};
    QStringList cellIds {u"c0"_s, u"c1"_s};
    std::function<void()> onCreate;
    QByteArray marginQuotas = "[]";
    bool hasGrid = true;
    bool isDown = false;
    QByteArrayList writes;
    support::FakePrompt prompt;
    models::Database database {u":memory:"_s};
    support::FaultServer server {[this](const support::Seen &seen) { return reply(seen); }};
    api::Client client {{server.baseUrl(), u"client"_s, u"key"_s}, support::quickPolicy()};
    support::CallsEnd ending {client};
    models::SurveyStore surveys {client, database, u"account"_s};
    models::PendingEdits pending {database, u"account"_s};
    models::ChangeLog changes {database, u"account"_s};
    models::WaitingCells waitingCells {client, pending, changes};
    ui::InterlockingPage page {client, surveys, pending, {u"S1"_s}, prompt};
};

} // namespace support
