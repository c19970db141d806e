#include "app/places.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr auto mine = QFile::ReadOwner | QFile::WriteOwner;

void makeFolder(const QString &folder)
{
    if (!QFileInfo::exists(folder) && QDir().mkpath(folder))
        QFile::setPermissions(folder, mine | QFile::ExeOwner);
}

/// Made before QSettings does, which keeps the permissions of a file that is there.
void guardSettings(bool isUsualPlace)
{
    const QString file = QSettings().fileName();
    const QString folder = QFileInfo(file).absolutePath();
    makeFolder(folder);
    if (isUsualPlace)
        QFile::setPermissions(folder, mine | QFile::ExeOwner);
    QFile settings(file);
    if (!settings.exists())
        settings.open(QIODevice::WriteOnly | QIODevice::NewOnly, mine);
    else if (!QFileInfo(file).isDir())
        settings.setPermissions(mine);
}

/// QSettings takes any bytes for settings, and writes over them.
bool isIni(const QByteArray &bytes)
{
    for (const QByteArray &line : bytes.split('\n')) {
        const QByteArray text = line.trimmed();
        const bool isControlled =
            std::ranges::any_of(text, [](char c) { return uchar(c) < 0x20 && c != '\t'; });
        const bool isSection = text.startsWith('[') && text.endsWith(']');
        if (isControlled
            || !(text.isEmpty() || text.startsWith(';') || isSection || text.contains('=')))
            return false;
    }
    return true;
}

bool isReadable(const QSettings &settings)
{
    QFile file(settings.fileName());
    if (settings.status() != QSettings::NoError)
        return false;
    return !file.exists() || (file.open(QIODevice::ReadOnly) && isIni(file.readAll()));
}

} // namespace

QString dataFolder(const QString &wanted)
{
    return wanted.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                            : wanted;
}

QString preparePlaces(const QString &wanted)
{
    const QString folder = dataFolder(wanted);
    makeFolder(folder);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    if (!wanted.isEmpty())
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder);
    guardSettings(wanted.isEmpty());
    return folder;
}

QString checkSettings()
{
    QString file;
    {
        const QSettings settings;
        if (isReadable(settings))
            return {};
        file = settings.fileName();
    }
    const QString aside = u"%1.corrupt-%2"_s.arg(
        file, QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmsszzz"_s));
    if (!QFile::rename(file, aside))
        return {};
    guardSettings(false);
    return aside;
}

} // namespace app
