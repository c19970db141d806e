// A reconciliation page with a service of its own, for tests of what is on it.
#pragma once

#include "models/connections/session.h"
#include "models/database/database.h"
#include "models/reconciliation/reconciliationplans.h"
#include "models/reconciliation/reconciliationstore.h"
#include "models/surveys/surveystore.h"
#include "tests/support/faultserver.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "ui/reconciliation/reconciliationpage.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

namespace support {

using namespace Qt::StringLiterals;

struct ReconciliationDesk
{
    explicit ReconciliationDesk(Reply answer)
        : post(std::move(answer))
        , server([this](const Seen &seen) { return reply(seen); })
        , session({u"Test"_s, server.baseUrl(), {}, false}, {u"client"_s, u"key"_s}, database)
        , page((session.surveys().adopt(survey()), session), prompt)
    {
        page.resize(1160, 760);
        page.choose({u"S1"_s});
        import(u"Import UIDs…"_s, u"in.txt"_s,
               "j8G7Y170924878SjNlC\nZ5hjB170924872cokEx\n\nj8G7Y170924878SjNlC\n");
    }
    /// Presses `name` and chooses a file with that text.
    void import(const QString &button, const QString &name, const QByteArray &text)
    {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        file.close();
        prompt.path = file.fileName();
        this->button(button)->click();
    }
    void showTab(int at)
    {
        named<QTabWidget>(page, u"Pages of the reconciliation"_s)->setCurrentIndex(at);
    }
    QAbstractItemModel *table(const QString &name)
    {
        return named<QTableView>(page, name)->model();
    }
    /// The rows of a table, its cells behind bars.
    QStringList rows(const QString &name)
    {
        const QAbstractItemModel *const model = table(name);
        QStringList lines;
        for (int row = 0; row < model->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model->columnCount(); ++column)
                cells.append(model->index(row, column).data().toString());
            lines.append(cells.join(u" | "_s));
        }
        return lines;
    }
    void submit()
    {
        named<QLineEdit>(page, u"Contact e-mail"_s)->setText(u"a@b.example"_s);
        QTRY_VERIFY(button(u"Submit…"_s)->isEnabled());
        button(u"Submit…"_s)->click();
    }
    static api::Survey survey()
    {
        api::Survey made;
        made.id = {u"S1"_s};
        made.name = u"Snack tracker W14"_s;
        made.code = u"ALGN4532"_s;
        made.cpi = {450};
        made.currency = u"2"_s;
        made.status = api::SurveyStatus::Completed;
        made.progress.complete = 4;
        made.end = QDate(2026, 11, 1);
        return made;
    }
    Reply reply(const Seen &seen)
    {
        if (isGone)
            return {{}, Ending::Reset};
        if (seen.verb == "POST") {
            posts.append(seen.body);
            if (!acceptedNext.isEmpty())
                accepted = acceptedNext;
            return post;
        }
        return posts.isEmpty() || !isTaken
            ? json(404, R"({"status":false,"error":"Not Found"})")
            : json(200, R"({"status":"Completed","accepted_uids":)" + accepted + '}');
    }
    QPushButton *button(const QString &name) { return named<QPushButton>(page, name); }

    QTemporaryDir folder;
    Reply post;
    bool isTaken = true;
    bool isGone = false;
    QByteArray accepted = R"(["Z5hjB170924872cokEx"])";
    QByteArray acceptedNext; ///< from the next submission on
    QByteArrayList posts;
    FakePrompt prompt;
    models::Database database {u":memory:"_s};
    FaultServer server;
    models::Session session;
    CallsEnd ending {session.client()};
    ui::ReconciliationPage page;
};

} // namespace support
