#include "models/activity/pendingedits.h"
#include "models/database/database.h"
#include "models/surveys/surveystore.h"
#include "models/surveys/unsent.h"

#include <QTest>

using namespace Qt::StringLiterals;
using models::PendingEdit;

class TestUnsent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOlderWriteExplainsNoNewerEdit()
    {
        api::Client client {{QUrl(u"http://127.0.0.1:9/v1/"_s), u"c"_s, u"k"_s}};
        models::Database database {u":memory:"_s};
        models::SurveyStore surveys {client, database, u"a"_s};
        models::PendingEdits pending {database, u"a"_s};
        models::keepUnsent(surveys, pending);
        const PendingEdit edit {{u"S1"_s},
                                u"status"_s,
                                QDateTime::currentDateTimeUtc(),
                                u"Status"_s,
                                u"Active"_s,
                                u"Inactive"_s,
                                QByteArray::number(int(api::SurveyStatus::Inactive))};
        pending.keep(edit);
        api::ApiError refused;
        refused.kind = api::ErrorKind::Rejected;
        refused.serverMessage = u"Not in that status."_s;
        const QDateTime before = edit.made.addSecs(-1);
        Q_EMIT surveys.statusFailed(edit.survey, refused, before);
        Q_EMIT surveys.statusElsewhere(edit.survey, api::SurveyStatus::Completed, before);
        Q_EMIT surveys.statusElsewhere(edit.survey, api::SurveyStatus::Inactive, before);
        QCOMPARE(pending.edits().size(), qsizetype(1));
        QCOMPARE(pending.problem(edit), QString());
        Q_EMIT surveys.statusFailed(edit.survey, refused, edit.made);
        QCOMPARE(pending.problem(edit), refused.serverMessage);
    }
};

QTEST_GUILESS_MAIN(TestUnsent)

#include "tst_unsent.moc"
