#include "tests/support/window.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QStackedWidget>
#include <QTest>

using ui::Theme;

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aWindowHasTheSheetFromItsFirstShow();
    void aHiddenPartGetsTheSheetWhenItIsShown();
    void aDialogOfAWindowInPartsHasTheSheet();
    void aPartIsDressedOnce();

private:
    Theme m_theme {*qobject_cast<QApplication *>(QCoreApplication::instance())};
};

void TestTheme::init()
{
    m_theme.choose(Theme::Choice::Light);
}

void TestTheme::aWindowHasTheSheetFromItsFirstShow()
{
    QWidget window;
    window.show();
    const QString light = window.styleSheet();
    QVERIFY(light.contains(m_theme.tokens().line.name()));
    m_theme.choose(Theme::Choice::Dark);
    QVERIFY(window.styleSheet() != light);
    QVERIFY(window.styleSheet().contains(m_theme.tokens().line.name()));
}

void TestTheme::aHiddenPartGetsTheSheetWhenItIsShown()
{
    QStackedWidget window;
    Theme::dressInParts(window);
    QLabel front;
    QLabel back;
    for (QLabel *const part : {&front, &back}) {
        window.addWidget(part);
        Theme::dress(*part);
    }
    window.show();
    QVERIFY(window.styleSheet().isEmpty());
    const QString light = back.styleSheet();
    QCOMPARE(front.styleSheet(), light);
    m_theme.choose(Theme::Choice::Dark);
    QVERIFY(front.styleSheet() != light);
    QCOMPARE(back.styleSheet(), light);
    window.setCurrentWidget(&back);
    QCOMPARE(back.styleSheet(), front.styleSheet());
    // Back again before it is seen: nothing is old.
    m_theme.choose(Theme::Choice::Light);
    m_theme.choose(Theme::Choice::Dark);
    window.setCurrentWidget(&front);
    QCOMPARE(front.styleSheet(), back.styleSheet());
    window.removeWidget(&front);
    window.removeWidget(&back);
}

void TestTheme::aDialogOfAWindowInPartsHasTheSheet()
{
    QWidget window;
    Theme::dressInParts(window);
    window.show();
    QDialog dialog(&window);
    dialog.show();
    QVERIFY(!dialog.styleSheet().isEmpty());
    QWidget part(&window);
    Theme::dress(part);
    QDialog ofPart(&part);
    ofPart.show();
    QVERIFY(ofPart.styleSheet().isEmpty()); // it has its looks from the part
}

void TestTheme::aPartIsDressedOnce()
{
    QWidget window;
    Theme::dressInParts(window);
    QWidget outer(&window);
    QWidget inner(&outer);
    Theme::dress(outer);
    Theme::dress(inner);
    QVERIFY(!outer.styleSheet().isEmpty());
    QVERIFY(inner.styleSheet().isEmpty());
    QWidget other;
    QWidget within(&other);
    Theme::dress(within);
    QVERIFY(within.styleSheet().isEmpty()); // its window has the sheet
}

int main(int argc, char **argv)
{
    return support::runWindowTest<TestTheme>(argc, argv);
}

#include "tst_theme.moc"
