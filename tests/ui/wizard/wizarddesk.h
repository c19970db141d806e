// The wizard over a service that knows one country and one question.
#pragma once

#include "models/connections/session.h"
#include "models/database/database.h"
#include "tests/support/masterdata.h"
#include "tests/support/wait.h"
#include "tests/support/window.h"
#include "ui/wizard/surveywizard.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>

namespace support {

using namespace Qt::StringLiterals;

struct WizardDesk
{
    WizardDesk() { masterData.load(session); }
    support::Reply reply(const support::Seen &seen)
    {
        if (seen.path().endsWith("/create_survey")) {
            creates.append(seen.body);
            return createAnswer;
        }
        if (const auto data = masterData.reply(seen))
            return *data;
        if (seen.path().endsWith("/get_survey"))
            return json(422, R"({"status":422,"error":"Survey data not found!"})", moreHeaders);
        return json(200, R"({"status":200,"data":[]})");
    }
    QPushButton *button(const QString &name) { return named<QPushButton>(wizard, name); }
    void next() { button(u"Next"_s)->click(); }
    void choose(const QString &box, const QString &entry)
    {
        auto *const combo = named<QComboBox>(wizard, box);
        combo->setCurrentIndex(combo->findText(entry));
    }
    void type(const QString &field, const QString &text)
    {
        auto *const line = named<QLineEdit>(wizard, field);
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    void fillBasicsToLinks()
    {
        type(u"Name"_s, u"Coffee"_s);
        choose(u"Country"_s, u"United States"_s);
        next();
        named<QSpinBox>(wizard, u"Completes needed"_s)->setValue(400);
        named<QSpinBox>(wizard, u"Incidence rate, %"_s)->setValue(30);
        named<QSpinBox>(wizard, u"Length of interview, minutes"_s)->setValue(12);
        type(u"CPI"_s, u"2.50"_s);
        next();
        type(u"Live link"_s, u"https://s.example/?u=[identifier]"_s);
        type(u"Test link"_s, u"https://s.example/?u=[identifier]"_s);
        next();
    }
    void review() { named<QListWidget>(wizard, u"Steps"_s)->setCurrentRow(7); }

    support::MasterData masterData {
        .languages = {support::MasterData::german, support::MasterData::english}};
    support::Reply createAnswer = json(422, R"({"status":422,"error":"Not today."})");
    QByteArray moreHeaders; ///< of the list of surveys
    QByteArrayList creates;
    support::FakePrompt prompt;
    models::Database database {u":memory:"_s};
    support::FaultServer server {[this](const support::Seen &seen) { return reply(seen); }};
    models::Session session {{u"Test"_s, server.baseUrl(), {}, false},
                             {u"client"_s, u"key"_s},
                             database,
                             support::quickPolicy()};
    support::CallsEnd ending {session.client()};
    ui::SurveyWizard wizard {session, prompt};
};

} // namespace support
