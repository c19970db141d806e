#include "models/connections/currencies.h"

#include "models/support/plain.h"

#include <QRegularExpression>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace models {

namespace {

QString groupOf(const QString &account)
{
    return u"currencies-%1"_s.arg(account);
}

} // namespace

Currencies::Currencies(QString account, QObject *parent)
    : QObject(parent)
    , m_account(std::move(account))
{
    QSettings settings;
    settings.beginGroup(groupOf(m_account));
    for (const QString &id : settings.childKeys())
        if (const QString code = settings.value(id).toString(); isCode(code))
            m_codes.insert(id, code.toUpper());
}

QString Currencies::code(const QString &id) const
{
    const auto found = m_codes.constFind(id);
    if (found != m_codes.cend())
        return *found;
    return id == "2"_L1 ? u"USD"_s : QString();
}

QString Currencies::name(const QString &id) const
{
    const QString known = code(id);
    return id.isEmpty() || !known.isEmpty() ? known : tr("currency %1").arg(plain(id));
}

void Currencies::setCode(const QString &id, const QString &code)
{
    const QString upper = code.trimmed().toUpper();
    if (id.isEmpty() || upper == this->code(id) || (!upper.isEmpty() && !isCode(upper)))
        return;
    QSettings settings;
    settings.beginGroup(groupOf(m_account));
    if (upper.isEmpty()) {
        m_codes.remove(id);
        settings.remove(id);
    } else {
        m_codes.insert(id, upper);
        settings.setValue(id, upper);
    }
    Q_EMIT changed();
}

bool Currencies::isCode(const QString &text)
{
    static const QRegularExpression form(u"^[A-Za-z]{3}$"_s);
    return form.match(text).hasMatch();
}

} // namespace models

#include "moc_currencies.cpp"
