#include "app/places.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace app {

QString preparePlaces(const QString &wanted)
{
    const QString folder = wanted.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
        : wanted;
    if (!QFileInfo::exists(folder) && QDir().mkpath(folder))
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    if (!wanted.isEmpty())
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder);
    return folder;
}

QString checkSettings()
{
    QString file;
    {
        const QSettings settings;
        if (settings.status() == QSettings::NoError)
            return {};
        file = settings.fileName();
    }
    const QString aside = u"%1.corrupt-%2"_s.arg(
        file, QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmsszzz"_s));
    return QFile::rename(file, aside) ? aside : QString();
}

} // namespace app
