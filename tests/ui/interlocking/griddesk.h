// A page of interlocking quotas with two cells, and the server that it talks to.
#pragma once

#include "models/activity/changelog.h"
#include "models/activity/pendingedits.h"
#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/interlocking/waitingcells.h"
#include "models/surveys/surveystore.h"
#include "tests/models/surveys/surveyfixture.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "tests/ui/interlocking/gridservice.h"
#include "ui/interlocking/interlockingpage.h"
#include "ui/widgets/chipdelegate.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
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

struct GridDesk : GridService
{
    GridDesk() { session.surveys().adopt(fixture::survey(u"S1"_s, u"Snack tracker"_s)); }

    /// The server is gone; the port at which it may come back.
    quint16 leave()
    {
        const quint16 port = server.serverPort();
        server.close();
        for (QTcpSocket *const kept : server.findChildren<QTcpSocket *>())
            kept->abort(); // a kept connection would still be answered
        return port;
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

    support::FakePrompt prompt;
    models::Database database {u":memory:"_s};
    support::FaultServer server {[this](const support::Seen &seen) { return reply(seen); }};
    QObject nursery; ///< of the client, as the program's is
    models::Session session {{u"Test"_s, server.baseUrl(), {}, false},
                             {u"client"_s, u"key"_s},
                             database,
                             support::quickPolicy(),
                             &nursery};
    support::CallsEnd ending {session.client()};
    models::PendingEdits &pending = session.pending();
    ui::InterlockingPage page {session, {u"S1"_s}, prompt};
};

} // namespace support
