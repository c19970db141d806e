#include "ui/mainwindow/leaving.h"

#include "models/activity/pendingedits.h"
#include "models/support/plain.h"
#include "ui/widgets/page.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QStringList collected(const QList<QPointer<Page>> &pages, QString (Page::*sentence)() const)
{
    QStringList all;
    for (const QPointer<Page> &page : pages) {
        if (const QString one = page ? (page->*sentence)() : QString(); !one.isEmpty())
            all.append(one);
    }
    return all;
}

} // namespace

Leaving::Leaving(QWidget *window)
    : QObject(window)
    , m_window(window)
{
}

void Leaving::ask(const Leave &leave, std::function<void()> go)
{
    cancel();
    m_title = leave.title;
    m_pages = QList<QPointer<Page>>(leave.pages.begin(), leave.pages.end());
    m_creations = leave.creations;
    m_pending = leave.pending;
    m_canKeep = leave.canKeep && leave.pending;
    m_go = std::move(go);
    // A cell that is being typed into hands over what it has.
    QWidget *const focus = QApplication::focusWidget();
    const bool isTyping = focus && std::ranges::any_of(leave.pages, [focus](const Page *page) {
                              return page->isAncestorOf(focus);
                          });
    if (isTyping)
        focus->clearFocus();
    const QStringList sentences = unsaved();
    if (sentences.isEmpty())
        return this->go();
    show(sentences);
}

void Leaving::cancel()
{
    ++m_turn;
    m_go = nullptr;
    if (m_box)
        m_box->close(); // not deleted here: one of its buttons may be what led here
    m_box.clear();
}

QStringList Leaving::unsaved() const
{
    QStringList all = collected(m_pages, &Page::unsaved);
    for (const QString &name : m_creations)
        all.append(tr("“%1” is being created. Its creation would be cut off, and offered to be "
                      "continued later.")
                       .arg(models::plain(name)));
    return all;
}

QStringList Leaving::unkeepable() const
{
    return collected(m_pages, &Page::unkeepable);
}

void Leaving::show(const QStringList &unsaved)
{
    const bool hasEdits = !collected(m_pages, &Page::unsaved).isEmpty();
    QStringList lost = m_canKeep ? unkeepable() : QStringList();
    const bool canKeep = m_canKeep && hasEdits && lost != collected(m_pages, &Page::unsaved);
    QString text = unsaved.join(u'\n');
    if (canKeep)
        text += u"\n\n"_s
            + tr("Edits that are kept as pending wait on this computer until you send or discard "
                 "them.");
    if (canKeep && !lost.isEmpty())
        text += u"\n\n"_s + tr("These can’t be kept:") + u'\n' + lost.join(u'\n');
    m_box =
        new QMessageBox(QMessageBox::Warning, m_title, m_title, QMessageBox::NoButton, m_window);
    m_box->setAttribute(Qt::WA_DeleteOnClose);
    m_box->setTextFormat(Qt::PlainText);
    m_box->setInformativeText(text);
    const auto add = [this](const QString &words, QMessageBox::ButtonRole role, auto run) {
        QPushButton *const button = m_box->addButton(words, role);
        connect(button, &QPushButton::clicked, this, run);
        return button;
    };
    QPushButton *first = nullptr;
    const bool canSave = std::ranges::any_of(m_pages, [](const QPointer<Page> &page) {
        return page && !page->unsaved().isEmpty() && page->canSave();
    });
    if (canSave)
        first = add(tr("&Save"), QMessageBox::AcceptRole, &Leaving::save);
    if (canKeep)
        add(tr("&Keep as pending"), QMessageBox::ActionRole, &Leaving::keep);
    add(canSave || canKeep ? tr("&Discard") : tr("&Leave anyway"), QMessageBox::DestructiveRole,
        &Leaving::go);
    QPushButton *const cancelled = m_box->addButton(QMessageBox::Cancel);
    m_box->setDefaultButton(first ? first : cancelled);
    m_box->setEscapeButton(cancelled);
    m_box->open();
}

void Leaving::keep()
{
    for (const QPointer<Page> &page : std::as_const(m_pages)) {
        if (page && !page->unsaved().isEmpty())
            page->keepUnsaved();
    }
    go();
}

void Leaving::save()
{
    QList<Page *> left;
    for (const QPointer<Page> &page : std::as_const(m_pages)) {
        if (page && !page->unsaved().isEmpty())
            left.append(page);
    }
    const qsizetype before = m_pending ? m_pending->edits().size() : 0;
    const auto count = std::make_shared<qsizetype>(left.size());
    for (Page *const page : std::as_const(left)) {
        const auto ended = [this, turn = m_turn, count, before] {
            if (--*count == 0 && turn == m_turn)
                endSave(before);
        };
        connect(page, &Page::saveEnded, this, ended, Qt::SingleShotConnection);
    }
    for (Page *const page : std::as_const(left))
        page->saveUnsaved();
}

void Leaving::endSave(qsizetype pendingBefore)
{
    const QStringList left = collected(m_pages, &Page::unsaved);
    if (!left.isEmpty()) {
        m_go = nullptr;
        return Q_EMIT stayed(tr("Not everything could be saved, so everything stays open."),
                             left.join(u'\n'));
    }
    if (m_pending && m_pending->edits().size() > pendingBefore) {
        m_go = nullptr;
        return Q_EMIT stayed(tr("The service can’t be reached, so everything stays open."),
                             tr("Your edits are kept as pending until you send or discard them."));
    }
    go();
}

void Leaving::go()
{
    if (const auto run = std::exchange(m_go, nullptr))
        run();
}

} // namespace ui

#include "moc_leaving.cpp"
