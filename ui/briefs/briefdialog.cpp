#include "ui/briefs/briefdialog.h"

#include "models/briefs/brieffile.h"
#include "models/files/work.h"
#include "models/reference/referencestore.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chipdelegate.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/finished.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/prompt.h"

#include <QDropEvent>
#include <QHeaderView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QSize usualSize {960, 600};
constexpr int pauseOfTyping = 150; ///< milliseconds
constexpr int stateWidth = 130;
constexpr int fieldWidth = 120;

Role stateRole(int kind)
{
    switch (models::BriefNote::Kind(kind)) {
    case models::BriefNote::Understood:
        return Role::Good;
    case models::BriefNote::Adjusted:
        return Role::Warning;
    case models::BriefNote::NotUnderstood:
        break;
    }
    return Role::Error;
}

} // namespace

BriefDialog::BriefDialog(models::ReferenceStore &reference, Prompt &prompt, QWidget *parent)
    : QDialog(parent)
    , m_reference(reference)
    , m_prompt(prompt)
    , m_banner(new Banner(this))
{
    setWindowTitle(tr("New survey from a brief"));
    setAcceptDrops(true);
    resize(usualSize);
    QLabel *const text = plainLabel(this, LabelLook::Muted,
                                    tr("Paste a client’s brief, or drop a file: lines such as "
                                       "“Completes: 400”, a CSV table, or "
                                       "JSON. What isn’t understood is listed beside it."));
    text->setWordWrap(true);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::page, space::padding, space::page, space::padding);
    rows->setSpacing(space::card);
    rows->addWidget(plainLabel(this, LabelLook::PageTitle, tr("From a brief")));
    rows->addWidget(text);
    rows->addWidget(m_banner);
    rows->addLayout(sides(), 1);
    rows->addLayout(buttons());
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseOfTyping);
    listen();
    read();
}

QLayout *BriefDialog::sides()
{
    m_text = new QPlainTextEdit(this);
    m_text->setAccessibleName(tr("Brief"));
    m_text->setPlaceholderText(models::briefExample());
    m_text->setTabChangesFocus(true);
    m_text->setAcceptDrops(false); // the dialog takes them, files too
    m_table = new QTableView(this);
    setTableLook(m_table);
    m_table->setModel(&m_notes);
    m_table->setAccessibleName(tr("What was understood"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setItemDelegateForColumn(models::BriefNoteModel::State,
                                      new ChipDelegate(stateRole, m_table));
    m_table->setColumnWidth(models::BriefNoteModel::State, stateWidth);
    m_table->setColumnWidth(models::BriefNoteModel::Field, fieldWidth);
    m_table->setWordWrap(true);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->verticalHeader()->setMinimumSectionSize(space::row);
    m_empty = new EmptyState(this);
    m_empty->show(tr("Nothing to read yet"),
                  tr("What the brief says, and what of it isn’t understood, is listed here."),
                  tr("Insert an &example"));
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::padding);
    row->addWidget(m_text, 1);
    row->addWidget(m_stack, 1);
    return row;
}

QLayout *BriefDialog::buttons()
{
    auto *const open = new QPushButton(tr("&Open file…"), this);
    auto *const cancel = new QPushButton(tr("Cancel"), this);
    m_fill = new QPushButton(tr("&Fill in the wizard"), this);
    m_summary = plainLabel(this, LabelLook::Muted);
    for (QPushButton *const button : {open, cancel, m_fill})
        button->setAutoDefault(false);
    setPrimary(m_fill);
    connect(open, &QPushButton::clicked, this, [this] {
        m_prompt.openFile(this, tr("Open a brief"), {tr("Briefs (*.txt *.csv *.tsv *.json *.md)")},
                          this, [this](const QStringList &paths) {
                              if (!paths.isEmpty() && !paths.first().isEmpty())
                                  openFile(paths.first());
                          });
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_fill, &QPushButton::clicked, this, [this] {
        const models::BriefReading reading = m_reading;
        accept();
        Q_EMIT surveyWanted(reading.draft, reading.notes);
    });
    auto *const row = new QHBoxLayout;
    row->setSpacing(space::control);
    row->addWidget(open);
    row->addWidget(m_summary, 1);
    row->addWidget(cancel);
    row->addWidget(m_fill);
    return row;
}

void BriefDialog::listen()
{
    using Store = models::ReferenceStore;
    connect(&m_pause, &QTimer::timeout, this, &BriefDialog::read);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_fill->setEnabled(false); // until it was read
        m_pause.start();
    });
    connect(m_empty, &EmptyState::stepped, this,
            [this] { m_text->setPlainText(models::briefExample()); });
    connect(&m_reference, &Store::changed, this, &BriefDialog::read);
    connect(&m_reference, &Store::qualificationsChanged, this, [this] {
        m_hasFailed = false;
        read();
    });
    connect(&m_reference, &Store::failed, this, [this](const api::ApiError &error) {
        m_hasFailed = true;
        m_banner->showError(tr("The standard qualifications could not be loaded."), error);
        read();
    });
    connect(m_banner, &Banner::retry, this, [this] {
        m_hasFailed = false;
        m_banner->clear();
        read();
    });
}

void BriefDialog::openFile(const QString &path)
{
    m_banner->clear();
    whenFinished(models::inWorker([path] { return models::briefFromFile(path); }), this,
                 [this](const tl::expected<QString, QString> &text) {
                     if (text)
                         m_text->setPlainText(*text);
                     else
                         m_banner->show(Tone::Error, tr("The file could not be read."),
                                        text.error());
                 });
}

/// Answers need the questions of the brief's own country and language, which may have to be loaded.
void BriefDialog::read()
{
    models::BriefContext context {.countries = m_reference.countries(),
                                  .languages = m_reference.languages(),
                                  .categories = m_reference.categories(),
                                  .verticals = m_reference.verticals(),
                                  .questions = {},
                                  .today = QDate::currentDate()};
    const models::Brief brief = models::readBrief(m_text->toPlainText());
    models::BriefReading reading = models::readDraft(brief, context);
    const models::SurveyDraft &draft = reading.draft;
    if (reading.needsQuestions && !draft.country.isEmpty() && !draft.language.isEmpty()) {
        context.questions = m_reference.qualifications(draft.country, draft.language);
        if (context.questions.isEmpty() && !m_hasFailed)
            m_reference.loadQualifications(draft.country, draft.language);
        else
            reading = models::readDraft(brief, context);
    }
    showReading(reading);
}

bool BriefDialog::isLoading(const models::BriefReading &reading) const
{
    return reading.needsQuestions && !m_hasFailed && !reading.draft.country.isEmpty()
        && !reading.draft.language.isEmpty();
}

void BriefDialog::showReading(const models::BriefReading &reading)
{
    const auto count = [&reading](models::BriefNote::Kind kind) {
        return int(std::ranges::count(reading.notes, kind, &models::BriefNote::kind));
    };
    m_reading = reading;
    m_notes.setNotes(reading.notes);
    m_stack->setCurrentIndex(reading.notes.isEmpty() ? 0 : 1);
    const int understood =
        count(models::BriefNote::Understood) + count(models::BriefNote::Adjusted);
    if (isLoading(reading))
        m_summary->setText(tr("Loading the standard qualifications…"));
    else if (reading.notes.isEmpty())
        m_summary->clear();
    else
        m_summary->setText(
            tr("%1, %2").arg(tr("%n field(s) understood", "", understood),
                             tr("%n not", "", count(models::BriefNote::NotUnderstood))));
    m_fill->setEnabled(understood > 0 && !isLoading(reading));
}

void BriefDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasText())
        event->acceptProposedAction();
}

void BriefDialog::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.isEmpty())
        m_text->setPlainText(event->mimeData()->text());
    else if (urls.size() == 1 && urls.first().isLocalFile())
        openFile(urls.first().toLocalFile());
    else
        m_banner->show(Tone::Error, tr("Drop one file of this computer."));
}

} // namespace ui

#include "moc_briefdialog.cpp"
