// The Edit menu: what the page in front can do, or the field that has the focus.
#pragma once

#include <QMenu>

namespace ui {

class Page;

/// While a text is being edited the menu's Undo, Cut, Copy and Paste are the field's.
class EditMenu : public QMenu
{
    Q_OBJECT

public:
    explicit EditMenu(QAction *find, QWidget *parent = nullptr);
    void follow(Page *page); ///< nullptr: none is shown

private:
    void fill();
    void addField(QWidget &field);
    void clearField();

    QAction *m_find;
    QList<QAction *> m_field; ///< of the field that had the focus when the menu opened
    QList<QAction *> m_hidden; ///< of the page, meanwhile
};

} // namespace ui
