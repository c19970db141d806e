// "Completes over time": what was seen, the goal, an even pace, and the forecast with its band.
#pragma once

#include "models/surveys/snapshot.h"

#include <QFrame>

class QAreaSeries;
class QChart;
class QChartView;
class QDateTimeAxis;
class QLabel;
class QLineSeries;
class QValueAxis;

namespace ui {

class EmptyState;
struct ProgressCurves;

/// A card; follows the theme. Its accessible description tells the chart in words.
class ProgressChart : public QFrame
{
    Q_OBJECT

public:
    explicit ProgressChart(QWidget *parent = nullptr);
    void show(const models::History &history, const api::Survey &survey, const QDateTime &now,
              const QDateTime &begun);

protected:
    void changeEvent(QEvent *event) override;

private:
    QLineSeries *line(const QString &name, Qt::PenStyle style);
    void buildChart();
    void draw(const ProgressCurves &curves);
    void paintTheme();

    QChart *m_chart;
    QChartView *m_view;
    QDateTimeAxis *m_time;
    QValueAxis *m_count;
    QLineSeries *m_goal = nullptr;
    QLineSeries *m_even = nullptr;
    QLineSeries *m_completes = nullptr;
    QLineSeries *m_forecast = nullptr;
    QLineSeries *m_upper = nullptr;
    QLineSeries *m_lower = nullptr;
    QAreaSeries *m_band = nullptr;
    EmptyState *m_empty;
    QLabel *m_note;
};

} // namespace ui
