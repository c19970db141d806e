// Which currency the service means by its number: the API names none.
#pragma once

#include <QMap>
#include <QObject>

namespace models {

/// Of one account, kept in the settings. 2 is shown as USD until somebody says otherwise
/// (contract.md, Values: the text doesn't explain the number).
class Currencies : public QObject
{
    Q_OBJECT

public:
    explicit Currencies(QString account, QObject *parent = nullptr);

    /// "USD"; "currency 7" for one that nobody has named; empty for an empty id.
    QString name(const QString &id) const;
    /// The ISO 4217 code that was chosen or is known, else empty.
    QString code(const QString &id) const;
    void setCode(const QString &id, const QString &code); ///< kept; an empty one is forgotten

    /// Three letters, as ISO 4217 has them, in any case.
    static bool isCode(const QString &text);

Q_SIGNALS:
    void changed();

private:
    QString m_account;
    QMap<QString, QString> m_codes;
};

} // namespace models
