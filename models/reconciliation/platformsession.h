// The export of the survey platform that one survey's reconciliation is compared with.
#pragma once

#include "models/reconciliation/platformexport.h"
#include "models/reconciliation/uidfile.h"

#include <QObject>

namespace models {

/// Belongs to one survey and goes with it: a reading that is still under way then has nowhere to
/// put its result. A cancelled reading leaves everything as it was before.
class PlatformSession : public QObject
{
    Q_OBJECT

public:
    explicit PlatformSession(QObject *parent = nullptr);
    ~PlatformSession() override; ///< ends what runs

    /// Both are ignored while something is read.
    void open(const QString &path);
    void chooseLayout(const PlatformLayout &layout); ///< reads the same file again
    void cancel();

    bool isBusy() const { return m_work != nullptr; }
    const WorkPointer &work() const { return m_work; } ///< nullptr when nothing runs
    bool hasFile() const { return m_opened.file.source.text != nullptr; }
    const UidPreview &preview() const { return m_opened.file.preview; }
    const PlatformLayout &layout() const { return m_opened.layout; }
    /// nullptr when nothing is read, or what was read isn't a list of respondents.
    const std::shared_ptr<const PlatformExport> &exported() const { return m_export; }

Q_SIGNALS:
    void started(); ///< to read
    void opened(); ///< preview() and layout() are others
    void changed(); ///< exported() is another
    void ended(); ///< isBusy() is false again
    void failed(const QString &sentence);

private:
    struct Opened
    {
        UidFile file;
        PlatformLayout layout;
    };
    void begin();
    void read(const Opened &opened);
    void take(const Opened &before, const std::shared_ptr<PlatformExport> &result);

    Opened m_opened;
    std::shared_ptr<const PlatformExport> m_export;
    WorkPointer m_work;
};

} // namespace models
