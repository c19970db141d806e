// A tiny window with one of each kind of control, to test the driver against.
#include <QApplication>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QWidget window;
    window.setWindowTitle(u"Probe"_s);
    auto *form = new QFormLayout(&window);
    auto *name = new QLineEdit;
    name->setAccessibleName(u"Name"_s);
    auto *fruit = new QComboBox;
    fruit->addItems({u"Apple"_s, u"Pear"_s, u"Quince"_s});
    auto *table = new QTableWidget(2, 2);
    table->setAccessibleName(u"Cells"_s);
    table->setHorizontalHeaderLabels({u"Option"_s, u"Quota"_s});
    table->setItem(0, 0, new QTableWidgetItem(u"Male"_s));
    table->setItem(1, 0, new QTableWidgetItem(u"Female"_s));
    auto *answer = new QLabel(u"nothing yet"_s);
    answer->setTextFormat(Qt::PlainText);
    auto *greet = new QPushButton(u"&Greet"_s);
    QObject::connect(greet, &QPushButton::clicked, answer, [=] {
        const auto *cell = table->item(1, 1);
        answer->setText(u"Hello %1, %2, %3"_s.arg(name->text(), fruit->currentText(),
                                                  cell ? cell->text() : u"-"_s));
    });
    form->addRow(name);
    form->addRow(u"&Fruit"_s, fruit);
    form->addRow(table);
    form->addRow(greet);
    form->addRow(answer);
    window.show();
    return application.exec();
}
