#include "ui/qualifications/zipeditor.h"

#include "models/qualifications/zipfile.h"
#include "models/support/plain.h"
#include "ui/widgets/finished.h"
#include "ui/widgets/prompt.h"
#include "ui/widgets/theme.h"

#include <QFileInfo>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// Takes what is pasted or dropped as zip codes.
class ZipTextEdit : public QPlainTextEdit
{
public:
    using QPlainTextEdit::QPlainTextEdit;

protected:
    void insertFromMimeData(const QMimeData *source) override
    {
        insertPlainText(models::zipText(source->text()));
        ensureCursorVisible();
    }
};

} // namespace

ZipEditor::ZipEditor(Prompt &prompt, QWidget *parent)
    : QWidget(parent)
    , m_text(new ZipTextEdit(this))
    , m_import(new QPushButton(tr("&Import…"), this))
{
    m_text->setAccessibleName(tr("Zip codes"));
    m_text->setPlaceholderText(tr("Paste zip codes, told apart by commas, blanks or line breaks"));
    m_text->setTabChangesFocus(true);
    m_import->setAutoDefault(false);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(space::control);
    rows->addWidget(m_text, 1);
    rows->addWidget(m_import, 0, Qt::AlignLeft);
    setFocusProxy(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_importNote.clear();
        read();
    });
    connect(m_import, &QPushButton::clicked, this, [this, &prompt] {
        prompt.openFile(this, tr("Import zip codes"),
                        {tr("Text, CSV and Excel (*.txt *.csv *.tsv *.xlsx)"), tr("All files (*)")},
                        this, [this](const QStringList &paths) {
                            if (!paths.value(0).isEmpty())
                                import(paths.first());
                        });
    });
}

void ZipEditor::setCodes(const QStringList &codes)
{
    const QSignalBlocker quiet(this);
    m_text->setPlainText(models::zipText(codes.join(u'\n')));
}

void ZipEditor::paste(const QString &text)
{
    m_text->moveCursor(QTextCursor::End);
    if (!m_text->toPlainText().isEmpty())
        m_text->insertPlainText(u"\n"_s);
    m_text->insertPlainText(models::zipText(text));
}

void ZipEditor::read()
{
    m_found = models::zipCodesFromText(m_text->toPlainText());
    Q_EMIT changed();
}

QStringList ZipEditor::notes() const
{
    QStringList lines;
    if (!m_importNote.isEmpty())
        lines.append(m_importNote);
    if (m_found != models::ZipCodes())
        lines.append(models::zipSummary(m_found));
    return lines;
}

void ZipEditor::import(const QString &path)
{
    m_import->setEnabled(false);
    const auto open = [path] {
        models::Work work;
        return models::openZipFile(path, work);
    };
    const QString name = models::plain(QFileInfo(path).fileName());
    whenFinished(models::inWorker(open), this,
                 [this, name](const tl::expected<models::ZipFile, QString> &file) {
                     m_import->setEnabled(true);
                     if (file)
                         m_text->appendPlainText(models::zipText(file->text));
                     m_importNote = !file ? u"%1: %2"_s.arg(name, file.error())
                         : file->column.isEmpty()
                         ? tr("Imported from %1.").arg(name)
                         //: %1 "column 2 (ZIP)", %2 a file's name
                         : tr("Imported from %1 of %2.").arg(file->column, name);
                     Q_EMIT changed();
                 });
}

} // namespace ui

#include "moc_zipeditor.cpp"
