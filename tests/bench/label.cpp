// The least that a Qt program can show: the peer of our start.
#include <QApplication>
#include <QLabel>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QLabel label(QStringLiteral("The least that a program can show"));
    label.resize(1280, 800);
    label.show();
    return QApplication::exec();
}
