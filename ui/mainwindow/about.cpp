#include "ui/mainwindow/about.h"

#include "ui/mainwindow/mainwindow.h"

#include <QMessageBox>

namespace ui {

void showAbout(QWidget *parent)
{
    auto *const box = new QMessageBox(QMessageBox::NoIcon, MainWindow::tr("About AlignDesk"), {},
                                      QMessageBox::Close, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(MainWindow::tr("AlignDesk %1").arg(QStringLiteral(ALIGNDESK_VERSION)));
    box->setInformativeText(
        MainWindow::tr("Buys online survey respondents from Audience-Align.\n"
                       "Free software under the GNU General Public License, version 3 or "
                       "later."));
    box->open();
}

} // namespace ui
