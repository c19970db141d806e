#include "ui/widgets/prompt.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace ui {

void DialogPrompt::ask(QWidget *parent, const Question &question, QObject *context,
                       std::function<void(bool)> answer)
{
    auto *const box = new QMessageBox(QMessageBox::Warning, question.title, question.title,
                                      QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(question.text);
    QPushButton *const confirm = box->addButton(question.confirm, QMessageBox::AcceptRole);
    QPushButton *const cancel = box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(cancel);
    box->setEscapeButton(cancel);
    QObject::connect(
        box, &QMessageBox::finished, context,
        [box, confirm, answer = std::move(answer)] { answer(box->clickedButton() == confirm); });
    box->open();
}

namespace {

const QString lastFolder = u"folders/last"_s;

/// Each purpose is known by its dialog's title.
QString folderKey(const QString &title)
{
    return u"folders/"_s + QString::fromLatin1(QUrl::toPercentEncoding(title));
}

/// Where a file was chosen last for the same purpose, or else for any; at first the documents.
QString folderFor(const QString &title)
{
    const QSettings settings;
    for (const QString &key : {folderKey(title), lastFolder}) {
        const QString folder = settings.value(key).toString();
        if (!folder.isEmpty() && QFileInfo(folder).isDir())
            return folder;
    }
    // A desktop may name a folder of documents that nobody made.
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

QFileDialog *fileDialog(QWidget *parent, const QString &title, const QStringList &filters)
{
    auto *const dialog = new QFileDialog(parent, title, folderFor(title));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters(filters);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, [title](const QString &path) {
        const QString folder = QFileInfo(path).absolutePath();
        QSettings settings;
        settings.setValue(folderKey(title), folder);
        settings.setValue(lastFolder, folder);
    });
    return dialog;
}

} // namespace

void DialogPrompt::saveFile(QWidget *parent, const QString &title, const QString &suggestion,
                            const QStringList &filters, QObject *context,
                            std::function<void(QString)> chosen)
{
    QFileDialog *const dialog = fileDialog(parent, title, filters);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggestion);
    QObject::connect(
        dialog, &QFileDialog::finished, context, [dialog, chosen = std::move(chosen)](int result) {
            chosen(result == QDialog::Accepted ? dialog->selectedFiles().value(0) : QString());
        });
    dialog->open();
}

void DialogPrompt::openFile(QWidget *parent, const QString &title, const QStringList &filters,
                            QObject *context, std::function<void(QStringList)> chosen)
{
    QFileDialog *const dialog = fileDialog(parent, title, filters);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(
        dialog, &QFileDialog::finished, context, [dialog, chosen = std::move(chosen)](int result) {
            chosen(result == QDialog::Accepted ? dialog->selectedFiles() : QStringList());
        });
    dialog->open();
}

} // namespace ui
