// A survey's Quotas over a server of the test's own, which keeps what is saved.
#pragma once

#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/surveys/surveystore.h"
#include "tests/models/surveys/surveyfixture.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "ui/quotas/quotassection.h"

#include <QAction>
#include <QClipboard>
#include <QPushButton>
#include <QTableView>

namespace support {

using namespace Qt::StringLiterals;

/// 400 wanted; GENDER with quotas, AGE without.
api::Survey snacks();

struct QuotasDesk
{
    explicit QuotasDesk(bool isDownAtFirst = false)
        : isDown(isDownAtFirst)
    {
        session.surveys().adopt(snacks());
        makeSection();
    }

    void makeSection()
    {
        section.reset();
        section = std::make_unique<ui::QuotasSection>(session, api::SurveyId {u"S1"_s});
    }

    void disconnect(); ///< nobody answers any more

    void connectAgain() { QVERIFY(server.listen(QHostAddress::LocalHost, port)); }

    ~QuotasDesk() { section.reset(); }

    Reply reply(const Seen &seen);

    QByteArray told() const; ///< the quotas, as call 12 does

    QTableView *table() { return named<QTableView>(*section, u"Quotas"_s); }
    QPushButton *button(const QString &name) { return named<QPushButton>(*section, name); }
    QStringList column()
    {
        QStringList texts;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            texts.append(table()->model()->index(row, 2).data().toString());
        return texts;
    }
    QString cell(int row) { return column().value(row); }
    bool type(int row, const QString &text)
    {
        return table()->model()->setData(table()->model()->index(row, 2), text, Qt::EditRole);
    }
    void choose(int first, int last)
    {
        table()->clearSelection();
        for (int row = first; row <= last; ++row)
            table()->selectionModel()->select(table()->model()->index(row, 2),
                                              QItemSelectionModel::Select);
    }
    void run(const QString &action);
    void paste(const QString &text)
    {
        QGuiApplication::clipboard()->setText(text);
        run(u"Paste"_s);
    }
    void open(); ///< until the first reading is over

    bool isDown = false;
    quint16 port = 0;
    QMap<QString, int> quotas {{u"1"_s, 100}, {u"2"_s, 200}};
    QByteArrayList writes;
    models::Database database {u":memory:"_s};
    FaultServer server {[this](const Seen &seen) { return reply(seen); }};
    QObject nursery; ///< of the client, as the program's is
    models::Session session {{u"Test"_s, server.baseUrl(), {}, false},
                             {u"client"_s, u"key"_s},
                             database,
                             quickPolicy(),
                             &nursery};
    CallsEnd ending {session.client()};
    std::unique_ptr<ui::QuotasSection> section;
};

} // namespace support
