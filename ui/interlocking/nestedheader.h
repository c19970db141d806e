// A table's header on several levels: what sections share stands once above or beside them.
#pragma once

#include <QHeaderView>

namespace ui {

/// The names on each level come from the model (InterlockingModel::LevelsRole); a section with
/// fewer of them, such as a total, shows its own on the level next to the cells.
class NestedHeader : public QHeaderView
{
    Q_OBJECT

public:
    NestedHeader(Qt::Orientation orientation, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    QStringList levels(int section) const;
    int depth() const;
    int levelWidth(int level) const;
    QRect shared(const QRect &rect, int section, int level) const;
};

} // namespace ui
