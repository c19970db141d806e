// The UID lists that add up to what one survey's reconciliation submits, read one after the other.
#pragma once

#include "models/reconciliation/uidchoice.h"
#include "models/reconciliation/uidfile.h"

#include <QCoreApplication>
#include <QObject>

#include <optional>

namespace models {

/// Belongs to one survey and goes with it: a reading that is still under way then has nowhere to
/// put its result. Files that are added while another one is read wait for their turn. A cancelled
/// reading leaves everything as it was before.
class ImportSession : public QObject
{
    Q_OBJECT

public:
    explicit ImportSession(QObject *parent = nullptr);
    ~ImportSession() override; ///< ends what runs

    /// These add to what was read before; those of rejects take off from it.
    void addFiles(const QStringList &paths, bool isRejects);
    void addText(const QString &name, const QString &text);
    void cancel(); ///< of what runs and what waits

    /// Of the last list, chosen by the person; ignored while a list is being read.
    void chooseSheet(const QString &sheet);
    /// Likewise; a reading of that list with another layout gives way to this one.
    void chooseLayout(const UidLayout &layout);
    void setChoice(const UidChoice &choice) { m_choice = choice; } ///< for the next file
    /// Whether suspicious UIDs are submitted; at first they are left out.
    void setWithSuspicious(bool isWith);

    bool isBusy() const { return m_work != nullptr; }
    const WorkPointer &work() const { return m_work; } ///< nullptr when nothing runs
    qsizetype sourceCount() const { return m_sources.parts.size(); }
    const UidFile &file() const { return m_sources.file; } ///< of the last list
    UidLayout layout() const; ///< of the last list
    bool isRejects() const; ///< the last list names rejected UIDs
    const UidImport &import() const { return m_import; }
    bool isWithSuspicious() const { return m_isWithSuspicious; }
    /// What is to be submitted; empty while it is put together.
    const SharedUids &chosen() const { return m_chosen; }
    quint32 chosenKinds() const; ///< bits of UidKind

Q_SIGNALS:
    void started(); ///< to read
    void opened(); ///< file() and layout() are others
    void imported(); ///< import() is another
    void changed(); ///< chosen(), or whether it is busy
    void failed(const QString &sentence);
    void choiceMade(const UidChoice &choice); ///< by the person: to be kept for the next file

private:
    /// Where a list comes from.
    struct Origin
    {
        QString path; ///< of a file; empty for text
        QString name;
        QString text;
        bool isRejects = false;
        bool isReplacing = false; ///< takes the last list's place
    };
    struct Sources
    {
        QList<UidPart> parts;
        UidFile file; ///< the last of them
        Origin last;
    };

    void begin();
    void openNext();
    void open(const Origin &origin, const QString &sheet);
    void takeFile(const Origin &origin, const tl::expected<UidFile, QString> &file);
    void read(Sources sources, Sources before);
    void takeImport(const Sources &before, UidImport result);
    void choose();
    void take(SharedUids chosen);

    Sources m_sources;
    QList<Origin> m_waiting;
    UidChoice m_choice;
    std::optional<UidLayout> m_nextLayout; ///< of the list that is being read
    bool m_isReading = false; ///< m_work reads, and doesn't open a file
    UidImport m_import;
    bool m_isWithSuspicious = false;
    int m_turn = 0; ///< of the last choice: only that one counts
    SharedUids m_chosen = std::make_shared<api::UidList>();
    WorkPointer m_work;
};

} // namespace models
