#include "ui/mainwindow/keptplaces.h"

#include "ui/mainwindow/places.h"
#include "ui/mainwindow/workspace.h"

#include <QSettings>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr qsizetype mostTabs = 50;

/// A name may hold what the settings take for a group of their own.
QString keyOf(const QString &connection)
{
    return u"places/"_s + QString::fromLatin1(QUrl::toPercentEncoding(connection));
}

} // namespace

KeptPlaces keptPlaces(const QString &connection)
{
    const QSettings settings;
    const QString key = keyOf(connection);
    KeptPlaces kept;
    kept.place = settings.value(key + u"/place"_s).toInt();
    kept.surveys = settings.value(key + u"/surveys"_s).toStringList().mid(0, mostTabs);
    kept.surveys.removeAll(QString());
    kept.tab = settings.value(key + u"/tab"_s).toInt();
    if (kept.place < 0 || kept.place >= int(places().size()))
        kept.place = 0;
    if (kept.tab < 0 || kept.tab > kept.surveys.size())
        kept.tab = 0;
    return kept;
}

void keepPlaces(const QString &connection, const KeptPlaces &places)
{
    QSettings settings;
    const QString key = keyOf(connection);
    settings.setValue(key + u"/place"_s, places.place);
    settings.setValue(key + u"/surveys"_s, places.surveys);
    settings.setValue(key + u"/tab"_s, places.tab);
}

void followPlaces(Workspace &workspace, const QString &connection)
{
    workspace.restore(keptPlaces(connection));
    QObject::connect(&workspace, &Workspace::pageChanged, &workspace, [&workspace, connection] {
        if (const KeptPlaces here = workspace.here(); here != keptPlaces(connection))
            keepPlaces(connection, here);
    });
}

void movePlaces(const QString &before, const QString &now)
{
    keepPlaces(now, keptPlaces(before));
    forgetPlaces(before);
}

void forgetPlaces(const QString &connection)
{
    QSettings().remove(keyOf(connection));
}

} // namespace ui
