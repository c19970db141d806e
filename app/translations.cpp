#include "app/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

using namespace Qt::StringLiterals;

/// A static library's resources need a word from the program, outside of any namespace.
static void useTranslations()
{
    Q_INIT_RESOURCE(i18n);
}

namespace app {

namespace {

void load(QCoreApplication &application, const QLocale &locale, const QString &file,
          const QString &folder)
{
    auto *const translator = new QTranslator(&application);
    if (translator->load(locale, file, u"_"_s, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

void loadTranslations(QCoreApplication &application)
{
    useTranslations();
    const QString ours = u":/i18n"_s;
    load(application, QLocale(QLocale::English), u"aligndesk"_s, ours);
    load(application, QLocale(), u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    if (QLocale().language() != QLocale::English)
        load(application, QLocale(), u"aligndesk"_s, ours);
}

} // namespace app
