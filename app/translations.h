// Loads the texts in the person's language, ours and Qt's own.
#pragma once

class QCoreApplication;

namespace app {

/// English plurals are always there; what the person's language lacks stays English.
void loadTranslations(QCoreApplication &application);

} // namespace app
