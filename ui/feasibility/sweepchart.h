// A drawing of a sweep: completes, or prices, along one of its axes.
#pragma once

#include "models/feasibility/sweepcurves.h"

#include <QFrame>

class QChart;
class QChartView;
class QLabel;
class QLineSeries;
class QValueAxis;

namespace ui {

/// A card; follows the theme. A line is told by its colour, its mark in the legend and its name;
/// the accessible description tells the drawing in words.
class SweepChart : public QFrame
{
    Q_OBJECT

public:
    enum class Of { Completes, Price };
    explicit SweepChart(Of of, QWidget *parent = nullptr);
    void setUnit(const QString &unit); ///< of the height, beside its name: "USD"; may be empty
    void show(const models::SweepCurves &drawing);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addLine(const QList<QPointF> &points, const QString &name, qsizetype number, bool isMain);
    void addGoal(const models::SweepCurves &drawing);
    void setRanges(const models::SweepCurves &drawing);
    void paintTheme();

    Of m_of;
    QLabel *m_title;
    models::SweepCurves m_drawing;
    QChart *m_chart;
    QChartView *m_view;
    QValueAxis *m_along;
    QValueAxis *m_height;
    bool m_isDark = false; ///< as painted
};

} // namespace ui
