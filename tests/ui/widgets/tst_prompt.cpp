#include "tests/support/window.h"
#include "ui/widgets/prompt.h"

#include <QFileDialog>
#include <QPointer>
#include <QSettings>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

class TestPrompt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }
    void init() { QSettings().clear(); }
    void fileDialogsBeginWhereTheLastOneEnded();
    void aFolderThatIsGoneIsForgotten();
    void aFolderOfDocumentsThatNobodyMadeIsNotOffered();

private:
    QFileDialog *save(const QString &title)
    {
        m_prompt.saveFile(&m_window, title, u"surveys.csv"_s, {u"CSV (*.csv)"_s}, &m_window,
                          [this](const QString &path) { m_chosen = path; });
        return m_window.findChildren<QFileDialog *>().last();
    }
    void choose(const QString &title, const QString &folder)
    {
        const QPointer<QFileDialog> dialog = save(title);
        dialog->setDirectory(folder);
        dialog->selectFile(u"surveys.csv"_s);
        QMetaObject::invokeMethod(dialog.data(), "accept");
        QTRY_VERIFY(!dialog);
    }
    QString folderOf(const QString &title)
    {
        QFileDialog *const dialog = save(title);
        const QString folder = dialog->directory().absolutePath();
        dialog->reject();
        return folder;
    }

    ui::DialogPrompt m_prompt;
    QWidget m_window;
    QString m_chosen;
};

void TestPrompt::fileDialogsBeginWhereTheLastOneEnded()
{
    const QTemporaryDir first;
    const QTemporaryDir second;
    choose(u"Export surveys"_s, first.path());
    QCOMPARE(m_chosen, first.filePath(u"surveys.csv"_s));
    QCOMPARE(folderOf(u"Export surveys"_s), first.path());
    QCOMPARE(folderOf(u"Import UIDs"_s), first.path()); // new: where the last of any ended
    choose(u"Import UIDs"_s, second.path());
    QCOMPARE(folderOf(u"Export surveys"_s), first.path());
    QCOMPARE(folderOf(u"Import UIDs"_s), second.path());
    QVERIFY(m_chosen.isEmpty()); // it was cancelled
    QCOMPARE(folderOf(u"Import UIDs"_s), second.path());
}

void TestPrompt::aFolderThatIsGoneIsForgotten()
{
    const QTemporaryDir kept;
    choose(u"Import UIDs"_s, kept.path());
    {
        const QTemporaryDir gone;
        choose(u"Export surveys"_s, gone.path());
    }
    QVERIFY(QFileInfo(folderOf(u"Export surveys"_s)).isDir());
    QCOMPARE(folderOf(u"Import UIDs"_s), kept.path());
}

/// Otherwise its name would be taken for that of a file.
void TestPrompt::aFolderOfDocumentsThatNobodyMadeIsNotOffered()
{
    const QTemporaryDir home;
    const QByteArray before = qgetenv("HOME");
    qputenv("HOME", home.path().toLocal8Bit());
    QSettings().clear();
    const QString folder = folderOf(u"Import UIDs"_s);
    qputenv("HOME", before);
    QCOMPARE(folder, home.path());
}

int main(int argc, char **argv)
{
    const QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    return support::runWindowTest<TestPrompt>(argc, argv);
}

#include "tst_prompt.moc"
