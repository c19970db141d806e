#include "ui/widgets/banner.h"

#include "ui/widgets/errortext.h"
#include "ui/widgets/looks.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

struct Banner::Private
{
    QLabel *title;
    QLabel *text;
    QLabel *details;
    QPushButton *retry;
    QPushButton *showDetails;
    QHBoxLayout *buttons;
    QList<QPushButton *> further {};
};

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , d(new Private {plainLabel(this, LabelLook::Title), plainLabel(this), plainLabel(this),
                     new QPushButton(tr("&Retry"), this), new QPushButton(tr("De&tails"), this),
                     new QHBoxLayout})
{
    setProperty("isBanner", true);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::card, space::control, space::card, space::control);
    rows->setSpacing(space::unit);
    auto *const top = new QHBoxLayout;
    auto *const texts = new QVBoxLayout;
    texts->setSpacing(2);
    for (QLabel *label : {d->title, d->text, d->details}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    texts->addWidget(d->title);
    texts->addWidget(d->text);
    top->addLayout(texts, 1);
    d->buttons->setSpacing(space::control);
    top->addLayout(d->buttons);
    d->buttons->addWidget(d->retry);
    d->buttons->addWidget(d->showDetails);
    rows->addLayout(top);
    rows->addWidget(d->details);
    d->showDetails->setCheckable(true);
    connect(d->showDetails, &QPushButton::toggled, d->details, &QWidget::setVisible);
    connect(d->retry, &QPushButton::clicked, this, &Banner::retry);
    clear();
}

Banner::~Banner() = default;

void Banner::show(Tone tone, const QString &title, const QString &text)
{
    static const char *const tones[] = {"information", "good", "warning", "error"};
    const QString toneName = QString::fromLatin1(tones[int(tone)]);
    const QString name = text.isEmpty() ? title : title + u' ' + text;
    if (isShown() && property("tone") == toneName && accessibleName() == name)
        return; // is on screen already, and need not be announced again
    clear();
    setProperty("tone", toneName);
    repolish(this);
    d->title->setText(title);
    d->text->setText(text);
    d->text->setVisible(!text.isEmpty());
    setAccessibleName(name);
    setVisible(true);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Banner::showError(const QString &what, const api::ApiError &error, bool canRetry)
{
    clear();
    show(Tone::Error, what, errorSentence(error));
    d->retry->setVisible(canRetry);
    d->details->setText(errorDetails(error));
    d->showDetails->setVisible(true);
}

void Banner::addAction(const QString &text, QObject *context, std::function<void()> run)
{
    auto *const button = new QPushButton(text, this);
    connect(button, &QPushButton::clicked, context, std::move(run));
    d->buttons->addWidget(button);
    d->further.append(button);
}

void Banner::clear()
{
    setVisible(false);
    d->retry->setVisible(false);
    d->showDetails->setVisible(false);
    d->showDetails->setChecked(false);
    d->details->setVisible(false);
    // A button may be the one whose click is just being handled.
    for (QPushButton *button : std::as_const(d->further)) {
        button->hide();
        button->deleteLater();
    }
    d->further.clear();
}

bool Banner::isShown() const
{
    return !isHidden();
}

} // namespace ui

#include "moc_banner.cpp"
