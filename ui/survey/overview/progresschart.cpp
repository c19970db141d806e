#include "ui/survey/overview/progresschart.h"

#include "ui/survey/overview/progresscurves.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/looks.h"

#include <QAreaSeries>
#include <QChart>
#include <QChartView>
#include <QDateTimeAxis>
#include <QEvent>
#include <QLegend>
#include <QLegendMarker>
#include <QLineSeries>
#include <QValueAxis>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int chartHeight = 320;
constexpr int ticks = 5;

} // namespace

ProgressChart::ProgressChart(QWidget *parent)
    : QFrame(parent)
    , m_chart(new QChart)
    , m_view(new QChartView(m_chart, this))
    , m_time(new QDateTimeAxis(m_chart))
    , m_count(new QValueAxis(m_chart))
    , m_empty(new EmptyState(this))
    , m_note(plainLabel(this, LabelLook::Muted))
{
    setProperty("isCard", true);
    buildChart();
    m_note->setWordWrap(true);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_empty->show(tr("Nothing seen yet"),
                  tr("Completes over time are shown here once the survey has been read. The program"
                     " keeps what changes at every refresh."));
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::padding, space::padding, space::padding, space::padding);
    rows->setSpacing(space::control);
    rows->addWidget(plainLabel(this, LabelLook::Section, tr("Completes over time")));
    rows->addWidget(m_view, 1);
    rows->addWidget(m_empty, 1);
    rows->addWidget(m_note);
    m_view->hide();
}

void ProgressChart::buildChart()
{
    m_view->setMinimumHeight(chartHeight);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setAccessibleName(tr("Completes over time"));
    m_view->setBackgroundBrush(Qt::NoBrush);
    m_view->viewport()->setAutoFillBackground(false);
    m_chart->setBackgroundVisible(false);
    m_chart->setMargins({});
    m_chart->setLocalizeNumbers(true);
    m_chart->addAxis(m_time, Qt::AlignBottom);
    m_chart->addAxis(m_count, Qt::AlignLeft);
    m_time->setTickCount(ticks);
    m_time->setGridLineVisible(false);
    m_count->setTickCount(ticks);
    m_upper = new QLineSeries(this);
    m_lower = new QLineSeries(this);
    m_band = new QAreaSeries(m_upper, m_lower);
    m_band->setName(tr("95 % band"));
    m_chart->addSeries(m_band);
    m_band->attachAxis(m_time);
    m_band->attachAxis(m_count);
    m_goal = line(tr("Goal"), Qt::SolidLine);
    m_even = line(tr("Even pace"), Qt::DashLine);
    m_forecast = line(tr("Forecast"), Qt::DotLine);
    m_completes = line(tr("Completes"), Qt::SolidLine);
    m_chart->legend()->setAlignment(Qt::AlignBottom);
    m_chart->legend()->setMarkerShape(QLegend::MarkerShapeFromSeries);
    paintTheme();
}

QLineSeries *ProgressChart::line(const QString &name, Qt::PenStyle style)
{
    auto *const series = new QLineSeries;
    series->setName(name);
    QPen pen = series->pen();
    pen.setStyle(style);
    series->setPen(pen);
    m_chart->addSeries(series);
    series->attachAxis(m_time);
    series->attachAxis(m_count);
    return series;
}

void ProgressChart::show(const models::History &history, const api::Survey &survey,
                         const QDateTime &now, const QDateTime &begun)
{
    const bool hasHistory = !history.isEmpty();
    m_view->setVisible(hasHistory);
    m_empty->setVisible(!hasHistory);
    m_note->setVisible(hasHistory);
    if (!hasHistory)
        return;
    const ProgressCurves curves = progressCurves(history, survey, now, begun);
    draw(curves);
    m_note->setText(forecastText(curves, survey));
    m_view->setAccessibleDescription(chartText(curves, history, survey));
}

void ProgressChart::draw(const ProgressCurves &curves)
{
    m_time->setRange(curves.from, curves.to);
    const bool isShort = curves.from.daysTo(curves.to) < ticks;
    m_time->setFormat(isShort ? u"d MMM hh:mm"_s : u"d MMM"_s);
    m_count->setRange(0, curves.top);
    m_count->setLabelFormat(u"%.0f"_s); // Qt Charts shows nothing for a localized %i
    m_count->applyNiceNumbers();
    m_completes->replace(curves.completes);
    m_goal->replace(curves.goal);
    m_even->replace(curves.even);
    m_forecast->replace(curves.forecast);
    m_upper->replace(curves.upper);
    m_lower->replace(curves.lower);
    m_forecast->setVisible(!curves.forecast.isEmpty());
    m_band->setVisible(!curves.forecast.isEmpty());
    m_goal->setVisible(!curves.goal.isEmpty());
    m_even->setVisible(!curves.even.isEmpty());
}

void ProgressChart::paintTheme()
{
    const Tokens &tokens = Theme::current();
    const auto paint = [](QLineSeries *series, const QColor &colour, qreal width) {
        QPen pen = series->pen();
        pen.setColor(colour);
        pen.setWidthF(width);
        series->setPen(pen);
    };
    paint(m_completes, tokens.accent, 2.5);
    paint(m_forecast, tokens.accent, 2);
    paint(m_goal, tokens.muted, 1);
    paint(m_even, tokens.muted, 1);
    m_band->setPen(Qt::NoPen);
    m_band->setBrush(tokens.accentSurface);
    // In the legend the band's pale colour can't be told from the card, and a shape taken from an
    // area is drawn empty.
    QLegendMarker *const swatch = m_chart->legend()->markers(m_band).constFirst();
    swatch->setShape(QLegend::MarkerShapeRectangle);
    swatch->setBrush(tokens.bar());
    swatch->setPen(tokens.bar());
    m_chart->legend()->setLabelColor(tokens.muted);
    m_chart->legend()->setFont(font());
    m_count->setGridLineColor(tokens.line);
    for (QAbstractAxis *const axis :
         {static_cast<QAbstractAxis *>(m_time), static_cast<QAbstractAxis *>(m_count)}) {
        axis->setLabelsColor(tokens.muted);
        axis->setLinePenColor(tokens.line);
        axis->setLabelsFont(font());
    }
}

void ProgressChart::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (m_band && (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange))
        paintTheme();
}

} // namespace ui

#include "moc_progresschart.cpp"
