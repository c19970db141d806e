// A service for tests that keeps a survey's qualifications and exclusions, and whose writes meet
// the fates that a test wants.
#pragma once

#include "tests/support/faultserver.h"

#include <QJsonArray>

namespace support {

/// Whether the server acts on a write, and what it answers: a status, or 0 for a cut connection.
struct Fate
{
    bool acts = true;
    int status = 200;
};

/// Knows the questions AGE (42), GENDER (43), HOBBY (77) and PETS (639), the last three with
/// options that are called A, B, C by their codes. The survey asks GENDER (A, B) and PETS (A).
class TargetingService
{
public:
    TargetingService();

    void ask(int code, const QString &title, const QList<int> &options); ///< adds or replaces
    void forget(int code);
    QString options(int code) const; ///< "AB", or "-" when it isn't asked
    Reply reply(const Seen &seen);

    QJsonArray qualifications;
    QStringList exclusions {QStringLiteral("P1"), QStringLiteral("P2"), QStringLiteral("P3")};
    QByteArray quotas = "[]";
    QByteArray grid; ///< empty: none
    QByteArray surveys = R"({"status":200,"data":[]})";
    QList<Fate> fates; ///< of the next writes; then all goes well
    QByteArray refusal = R"({"status":422,"error":"The survey has been closed!"})";
    QList<Seen> writes; ///< that arrived
    bool isDown = false;

private:
    Reply read(const Seen &seen) const;
    Reply asked(const Seen &seen) const;
    Reply write(const Seen &seen);
    QByteArray act(const Seen &seen);
    QByteArray target(const QJsonArray &sent, bool adds);
};

} // namespace support
