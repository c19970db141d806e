// The translator's context of what is said of briefs.
#pragma once

#include <QCoreApplication>

namespace models {

struct BriefText
{
    Q_DECLARE_TR_FUNCTIONS(models::Brief)
};

} // namespace models
