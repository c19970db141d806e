// Light and dark in turn, with five surveys open whose pages have all been visited.
#include "models/connections/connections.h"
#include "models/connections/session.h"
#include "models/database/database.h"
#include "tests/bench/rounds.h"
#include "tests/models/surveys/surveyfixture.h"
#include "tests/support/masterdata.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "ui/mainwindow/mainwindow.h"

#include <QAccessible>
#include <QMenuBar>
#include <QPainter>
#include <QTableView>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace {

constexpr int openSurveys = 5;

struct Desk
{
    Desk()
    {
        for (int i = 0; i < 40; ++i)
            surveys.append(fixture::survey(QString::number(100 + i), u"Survey %1"_s.arg(i), i));
        connections.load();
        support::named<QWidget>(window, u"Search"_s);
        connections.openOnce({u"Bench"_s, server.baseUrl(), {}, false}, {u"client"_s, u"key"_s});
        if (!QTest::qWaitFor([this] { return connections.session() != nullptr; }))
            qFatal("no session");
        window.resize(1280, 800);
        window.show();
        auto *const list = support::named<QTableView>(window, u"Surveys"_s);
        if (!QTest::qWaitFor([list] { return list->model()->rowCount() > openSurveys; }))
            qFatal("no surveys");
        for (int row = 0; row < openSurveys; ++row)
            open(*list, row);
    }
    ~Desk() { support::close(connections); }

    void open(QTableView &list, int row)
    {
        auto *const tabs = support::named<QTabWidget>(window, u"Open surveys"_s);
        tabs->setCurrentIndex(0);
        list.selectRow(row);
        QTest::keyClick(&list, Qt::Key_Return);
        auto *const pages = support::named<QTabWidget>(window, u"Pages of the survey"_s);
        for (int page = pages->count() - 1; page >= 0; --page) {
            pages->setCurrentIndex(page);
            QApplication::processEvents();
        }
    }

    support::Reply reply(const support::Seen &seen) const
    {
        if (const auto data = masterData.reply(seen))
            return *data;
        for (const api::Survey &survey : surveys) {
            if (seen.target.contains("project_id=" + survey.id.value.toUtf8()))
                return support::json(200, fixture::page({survey}));
        }
        const bool isFirst = seen.path().endsWith("/get_survey") && seen.target.contains("page=1");
        return isFirst ? support::json(200, fixture::page(surveys))
                       : support::json(422, R"({"status":422,"error":"Survey data not found!"})");
    }

    QList<api::Survey> surveys;
    support::MasterData masterData;
    support::FakePrompt prompt;
    models::Database database {u":memory:"_s};
    models::MemorySecrets secrets;
    support::FaultServer server {[this](const support::Seen &seen) { return reply(seen); }};
    models::Connections connections {database, secrets, support::quickPolicy()};
    ui::Theme theme {*qobject_cast<QApplication *>(QCoreApplication::instance())};
    ui::MainWindow window {connections, prompt, theme};
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(u"AlignDesk-bench"_s);
    QAccessible::setActive(true);
    Desk desk;
    std::printf("%d widgets\n", int(QApplication::allWidgets().size()));
    bool isDark = false;
    const auto ours = [&] {
        return bench::timed([&] {
            isDark = !isDark;
            desk.theme.choose(isDark ? ui::Theme::Choice::Dark : ui::Theme::Choice::Light);
            QApplication::processEvents();
            desk.window.repaint();
        });
    };
    // As one does it usually: the window has the sheet, and everything in it.
    QString sheet;
    const auto usual = [&] {
        desk.window.setStyleSheet(sheet);
        QApplication::processEvents();
        const double time = bench::timed([&] {
            desk.window.setStyleSheet(sheet + u' ');
            QApplication::processEvents();
            desk.window.repaint();
        });
        desk.window.setStyleSheet({});
        QApplication::processEvents();
        return time;
    };
    sheet = desk.window.menuBar()->styleSheet();
    bench::compare("Light and dark in turn, five surveys open",
                   {{u"Theme"_s, ours}, {u"QWidget::setStyleSheet of the window"_s, usual}}, 3);
    return 0;
}
