#include "tests/support/window.h"
#include "ui/widgets/amountfield.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/wheelfocus.h"

#include <QClipboard>
#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace {

/// A field below a button, in a window that has the focus.
template <class Field>
struct Window : QWidget
{
    Window()
        : button(new QPushButton(u"Next"_s, this))
        , field(new Field(this))
    {
        auto *const rows = new QVBoxLayout(this);
        rows->addWidget(button);
        rows->addWidget(field);
        show();
        activateWindow();
        if (!QTest::qWaitForWindowActive(this))
            qFatal("the window isn't active");
        button->setFocus();
    }

    QPushButton *button;
    Field *field;
};

void click(QWidget &widget)
{
    QTest::mouseClick(&widget, Qt::LeftButton, {}, QPoint(12, widget.height() / 2));
}

QLineEdit &lineOf(ui::NumberField &field)
{
    return *field.findChild<QLineEdit *>();
}

} // namespace

class TestNumberField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyUntilANumberIsEntered();
    void takesTypingHoweverOneArrives_data();
    void takesTypingHoweverOneArrives();
    void aSecondClickPlacesTheCursor();
    void keepsEachDigit();
    void knowsZeroFromNothing();
    void stepsFromEmptyToOne();
    void takesAPastedNumber();
    void leavesTheWheelToThePage();
    void noFieldIsTurnedInPassing();
    void anAmountIsSelectedByTheFirstClick();
    void theKeypadsPointIsTheLocales();
};

void TestNumberField::isEmptyUntilANumberIsEntered()
{
    ui::NumberField field;
    QVERIFY(!field.number());
    QCOMPARE(field.text(), QString());
    QCOMPARE(lineOf(field).placeholderText(), u"Not entered"_s);
    QCOMPARE(field.count(), 0);
}

void TestNumberField::takesTypingHoweverOneArrives_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("by Tab") << 0;
    QTest::newRow("by a click") << 1;
    QTest::newRow("led there by a button") << 2;
    QTest::newRow("by its mnemonic") << 3;
}

void TestNumberField::takesTypingHoweverOneArrives()
{
    QFETCH(int, way);
    for (const std::optional<int> before : {std::optional<int>(), std::optional(250)}) {
        Window<ui::NumberField> window;
        window.field->setNumber(before);
        QSignalSpy changed(window.field, &QSpinBox::valueChanged);
        if (way == 0)
            QTest::keyClick(window.button, Qt::Key_Tab);
        else if (way == 1)
            click(lineOf(*window.field));
        else
            window.field->setFocus(way == 2 ? Qt::OtherFocusReason : Qt::ShortcutFocusReason);
        QVERIFY(window.field->hasFocus());
        QTest::keyClicks(QApplication::focusWidget(), u"400"_s);
        QCOMPARE(window.field->number(), 400);
        QVERIFY(!changed.isEmpty());
        QTest::keyClick(window.field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(window.field, Qt::Key_Delete);
        QVERIFY(!window.field->number());
        QCOMPARE(window.field->text(), QString());
    }
}

void TestNumberField::aSecondClickPlacesTheCursor()
{
    Window<ui::NumberField> window;
    window.field->setNumber(400);
    click(lineOf(*window.field));
    QCOMPARE(lineOf(*window.field).selectedText(), u"400"_s);
    click(lineOf(*window.field));
    QVERIFY(!lineOf(*window.field).hasSelectedText());
}

/// A field that refuses the last digit of a number that is too large makes another of it.
void TestNumberField::keepsEachDigit()
{
    Window<ui::NumberField> window;
    window.field->setFocus(Qt::TabFocusReason);
    QTest::keyClicks(window.field, u"1200000"_s);
    QCOMPARE(window.field->number(), 1'200'000);
    QTest::keyClicks(window.field, u"-x"_s);
    QCOMPARE(window.field->number(), 1'200'000);
}

void TestNumberField::knowsZeroFromNothing()
{
    Window<ui::NumberField> window;
    window.field->setFocus(Qt::TabFocusReason);
    QTest::keyClicks(window.field, u"0"_s);
    QCOMPARE(window.field->number(), 0);
    window.field->setCount(0); // as the draft has it
    QCOMPARE(window.field->text(), u"0"_s);
    window.field->setNumber({});
    QCOMPARE(window.field->text(), QString());
}

void TestNumberField::stepsFromEmptyToOne()
{
    Window<ui::NumberField> window;
    window.field->setFocus(Qt::TabFocusReason);
    QTest::keyClick(window.field, Qt::Key_Up);
    QCOMPARE(window.field->number(), 1);
    QTest::keyClick(window.field, Qt::Key_Up);
    QCOMPARE(window.field->number(), 2);
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(window.field, Qt::Key_Down);
    QVERIFY(!window.field->number());
}

void TestNumberField::takesAPastedNumber()
{
    Window<ui::NumberField> window;
    window.field->setGroupSeparatorShown(true);
    window.field->setFocus(Qt::TabFocusReason);
    QApplication::clipboard()->setText(u" 1,200 "_s);
    QTest::keyClick(window.field, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(window.field->number(), 1200);
}

void TestNumberField::leavesTheWheelToThePage()
{
    Window<ui::NumberField> window;
    window.field->setNumber(400);
    const auto turn = [&window] {
        const QPointF middle = window.field->rect().center();
        QWheelEvent event(middle, window.field->mapToGlobal(middle), {}, {0, 120}, {}, {},
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(window.field, &event);
        return event.isAccepted();
    };
    QVERIFY(!turn());
    QCOMPARE(window.field->number(), 400);
    window.field->setFocus();
    QVERIFY(turn());
    QCOMPARE(window.field->number(), 401);
}

void TestNumberField::noFieldIsTurnedInPassing()
{
    ui::keepWheelFromFields(*qobject_cast<QApplication *>(QCoreApplication::instance()));
    Window<QComboBox> window;
    window.field->addItems({u"One"_s, u"Two"_s});
    QCOMPARE(window.field->focusPolicy(), Qt::StrongFocus);
    const auto turn = [&window] {
        const QPointF middle = window.field->rect().center();
        QWheelEvent event(middle, window.field->mapToGlobal(middle), {}, {0, -120}, {}, {},
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(window.field, &event);
    };
    turn();
    QCOMPARE(window.field->currentIndex(), 0);
    window.field->setFocus();
    turn();
    QCOMPARE(window.field->currentIndex(), 1);
}

void TestNumberField::anAmountIsSelectedByTheFirstClick()
{
    Window<ui::AmountField> window;
    window.field->setText(u"2.50"_s);
    click(*window.field);
    QTest::keyClicks(window.field, u"3"_s);
    QCOMPARE(window.field->text(), u"3"_s);
}

void TestNumberField::theKeypadsPointIsTheLocales()
{
    const QLocale before;
    for (const auto &[locale, text] :
         {std::pair(QLocale::German, u"4,5"_s), std::pair(QLocale::English, u"4.5"_s)}) {
        QLocale::setDefault(locale);
        Window<ui::AmountField> window;
        for (const Qt::Key mark : {Qt::Key_Period, Qt::Key_Comma}) {
            window.field->clear();
            QTest::keyClicks(window.field, u"4"_s);
            QTest::keyClick(window.field, mark, Qt::KeypadModifier);
            QTest::keyClicks(window.field, u"5"_s);
            QCOMPARE(window.field->text(), text);
        }
        window.field->clear();
        QTest::keyClick(window.field, Qt::Key_Period); // of the main keys it is what it says
        QCOMPARE(window.field->text(), u"."_s);
    }
    QLocale::setDefault(before);
}

int main(int argc, char **argv)
{
    return support::runWindowTest<TestNumberField>(argc, argv);
}

#include "tst_numberfield.moc"
