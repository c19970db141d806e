#include "models/support/roles.h"
#include "tests/support/window.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/bardelegate.h"
#include "ui/widgets/chipdelegate.h"
#include "ui/widgets/form.h"
#include "ui/widgets/scrollareas.h"
#include "ui/widgets/searchcombo.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;
using support::says;

namespace {

/// WCAG 2.1, relative luminance.
double luminance(const QColor &colour)
{
    const auto part = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF())
        + 0.0722 * part(colour.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [less, more] = std::minmax({luminance(one), luminance(other)});
    return (more + 0.05) / (less + 0.05);
}

/// How many of the picture's pixels have exactly that colour.
int count(const QImage &picture, const QColor &colour)
{
    int found = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            found += picture.pixelColor(x, y).rgb() == colour.rgb() ? 1 : 0;
    }
    return found;
}

QImage painted(const QStyledItemDelegate &delegate, const QModelIndex &index,
               Qt::LayoutDirection direction = Qt::LeftToRight)
{
    QImage picture(200, 32, QImage::Format_RGB32);
    picture.fill(ui::Theme::current().panel);
    QPainter painter(&picture);
    QStyleOptionViewItem option;
    option.rect = picture.rect();
    option.direction = direction;
    delegate.paint(&painter, option, index);
    return picture;
}

ui::Role allGood(int)
{
    return ui::Role::Good;
}

} // namespace

class TestWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Such a question ends a program whose scroll areas Qt 6.4 tells.
    void aScrollAreaHasNoChildBeyondItsLast()
    {
        ui::makeScrollAreasSafe();
        QScrollArea area;
        area.setWidget(new QLabel(u"inside"_s));
        QAccessibleInterface *const told = QAccessible::queryAccessibleInterface(&area);
        QVERIFY(told);
        QVERIFY(told->childCount() > 0);
        QVERIFY(told->child(0));
        QVERIFY(!told->child(told->childCount()));
        QVERIFY(!told->child(-1));
    }

    void textIsReadableOnItsSurface();
    void bannerShowsServerTextLetterByLetter();
    void bannerOffersRetryAndDetails();
    void formKeepsQuietUntilTouched();
    void formSaysWhatIsTyped();
    void searchComboTakesWhatHoldsTheText();
    void chipIsPaintedInItsColours();
    void barFillsFromTheReadersSide();
};

void TestWidgets::textIsReadableOnItsSurface()
{
    for (const ui::Tokens &tokens : {ui::Tokens::light(), ui::Tokens::dark()}) {
        QList<ui::Ink> pairs {{tokens.text, tokens.panel},     {tokens.text, tokens.window},
                              {tokens.muted, tokens.panel},    {tokens.muted, tokens.window},
                              {tokens.text, tokens.selection}, {tokens.panel, tokens.accent},
                              {tokens.text, tokens.bar()}};
        for (const ui::Role role : {ui::Role::Neutral, ui::Role::Good, ui::Role::Warning,
                                    ui::Role::Error, ui::Role::Information, ui::Role::Accent})
            pairs.append(tokens.ink(role));
        for (const ui::Ink &pair : std::as_const(pairs))
            QVERIFY2(contrast(pair.text, pair.surface) >= 4.5,
                     qPrintable(u"%1 on %2: %3"_s.arg(pair.text.name(), pair.surface.name())
                                    .arg(contrast(pair.text, pair.surface))));
    }
}

void TestWidgets::bannerShowsServerTextLetterByLetter()
{
    ui::Banner banner;
    api::ApiError error;
    error.kind = api::ErrorKind::Rejected;
    error.serverMessage = u"<b>no</b> &amp;"_s;
    banner.showError(u"The survey could not be read."_s, error);
    QVERIFY(says(banner, u"<b>no</b> &amp;"_s));
    for (const QLabel *label : banner.findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    QVERIFY(banner.accessibleName().startsWith(u"The survey could not be read."_s));
}

void TestWidgets::bannerOffersRetryAndDetails()
{
    ui::Banner banner;
    QVERIFY(!banner.isShown());
    api::ApiError error;
    error.endpoint = u"endpoints/get_survey"_s;
    error.httpStatus = 503;
    banner.showError(u"No."_s, error);
    QSignalSpy retry(&banner, &ui::Banner::retry);
    support::named<QPushButton>(banner, u"Retry"_s)->click();
    QCOMPARE(retry.size(), 1);
    QVERIFY(!says(banner, u"503"_s));
    support::named<QPushButton>(banner, u"Details"_s)->click();
    QVERIFY(says(banner, u"503"_s));
    banner.show(ui::Tone::Good, u"Done."_s);
    QVERIFY(support::named<QPushButton>(banner, u"Retry"_s)->isHidden());
    banner.clear();
    QVERIFY(!banner.isShown());
}

void TestWidgets::formKeepsQuietUntilTouched()
{
    ui::Form form;
    auto *const name = new QLineEdit(&form);
    form.add("name", u"&Name"_s, name, u"A hint."_s);
    const QList<models::Issue> issues {{"name", models::Severity::Error, u"Give a name."_s}};
    form.showIssues(issues, false);
    QVERIFY(says(form, u"A hint."_s));
    QVERIFY(!says(form, u"Give a name."_s));
    const auto send = [name](QEvent::Type type) {
        QFocusEvent event(type, Qt::TabFocusReason);
        QCoreApplication::sendEvent(name, &event);
    };
    send(QEvent::FocusIn);
    QTest::keyClick(name, Qt::Key_Tab);
    send(QEvent::FocusOut); // it was only passed through
    QVERIFY(!says(form, u"Give a name."_s));
    send(QEvent::FocusIn);
    name->setText(u"pasted with the mouse"_s);
    send(QEvent::FocusOut);
    QVERIFY(says(form, u"Give a name."_s));
}

void TestWidgets::formSaysWhatIsTyped()
{
    ui::Form form;
    auto *const name = new QLineEdit(&form);
    auto *const other = new QLineEdit(&form);
    form.add("name", u"&Name"_s, name, u"A hint."_s);
    form.add("other", u"&Other"_s, other);
    const QList<models::Issue> issues {{"name", models::Severity::Error, u"Give a name."_s},
                                       {"far", models::Severity::Error, u"Elsewhere."_s}};
    QTest::keyClick(name, Qt::Key_A);
    form.showIssues(issues, false);
    QVERIFY(says(form, u"Give a name."_s));
    QVERIFY(!says(form, u"Elsewhere."_s));
    QCOMPARE(name->accessibleName(), u"Name"_s);
    QCOMPARE(name->accessibleDescription(), u"Give a name."_s);
    form.showIssues({}, false);
    QVERIFY(says(form, u"A hint."_s));
    form.showIssues({{"other", models::Severity::Error, u"Missing."_s}}, true);
    QVERIFY(says(form, u"Missing."_s));
    QVERIFY(form.owns("other") && !form.owns("far"));
}

void TestWidgets::searchComboTakesWhatHoldsTheText()
{
    QComboBox box;
    ui::makeSearchable(&box);
    box.addItems({u"Austria"_s, u"Germany"_s, u"United States"_s});
    const auto type = [&box](const QString &text) {
        box.lineEdit()->selectAll();
        QTest::keyClicks(box.lineEdit(), text);
        QTest::keyClick(box.lineEdit(), Qt::Key_Return);
        return box.currentText();
    };
    QCOMPARE(type(u"states"_s), u"United States"_s);
    QCOMPARE(type(u"nowhere"_s), u"United States"_s);
    QCOMPARE(type(u"austria"_s), u"Austria"_s);
    QCOMPARE(box.count(), 3);
}

void TestWidgets::chipIsPaintedInItsColours()
{
    QStandardItemModel model;
    model.appendRow(new QStandardItem(u"Active"_s));
    const ui::ChipDelegate delegate(allGood);
    const QImage picture = painted(delegate, model.index(0, 0));
    const ui::Ink ink = ui::Theme::current().ink(ui::Role::Good);
    QVERIFY(count(picture, ink.surface) > 200);
}

void TestWidgets::barFillsFromTheReadersSide()
{
    QStandardItemModel model;
    auto *const item = new QStandardItem(QString());
    item->setData(0.25, models::ProgressRole);
    model.appendRow(item);
    const ui::BarDelegate delegate;
    const QColor done = ui::Theme::current().bar();
    const QImage left = painted(delegate, model.index(0, 0));
    const QImage right = painted(delegate, model.index(0, 0), Qt::RightToLeft);
    const QRect half(0, 0, 100, 32);
    QVERIFY(count(left.copy(half), done) > 300);
    QCOMPARE(count(left.copy(half.translated(100, 0)), done), 0);
    QCOMPARE(count(right.copy(half), done), 0);
    QVERIFY(count(right.copy(half.translated(100, 0)), done) > 300);
}

int main(int argc, char **argv)
{
    return support::runWindowTest<TestWidgets>(argc, argv);
}

#include "tst_widgets.moc"
