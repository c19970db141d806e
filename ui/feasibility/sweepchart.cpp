#include "ui/feasibility/sweepchart.h"

#include "ui/feasibility/sweeptext.h"
#include "ui/widgets/looks.h"

#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QLegend>
#include <QLegendMarker>
#include <QLineSeries>
#include <QValueAxis>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int chartHeight = 220;
constexpr int ticks = 5;
constexpr double headroom = 1.12; ///< above the highest point

QColor lineColour(qsizetype number)
{
    static constexpr std::array roles {Role::Information, Role::Warning, Role::Good, Role::Error,
                                       Role::Neutral};
    const Tokens &tokens = Theme::current();
    return number == 0 ? tokens.accent : tokens.ink(roles[size_t(number - 1) % roles.size()]).text;
}

} // namespace

SweepChart::SweepChart(Of of, QWidget *parent)
    : QFrame(parent)
    , m_of(of)
    , m_title(plainLabel(this, LabelLook::Section))
    , m_chart(new QChart)
    , m_view(new QChartView(m_chart, this))
    , m_along(new QValueAxis(m_chart))
    , m_height(new QValueAxis(m_chart))
{
    setProperty("isCard", true);
    m_view->setMinimumHeight(chartHeight);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setBackgroundBrush(Qt::NoBrush);
    m_view->viewport()->setAutoFillBackground(false);
    m_chart->setBackgroundVisible(false);
    m_chart->setMargins({});
    m_chart->setLocalizeNumbers(true);
    m_chart->addAxis(m_along, Qt::AlignBottom);
    m_chart->addAxis(m_height, Qt::AlignLeft);
    m_along->setLabelFormat(u"%.0f"_s); // Qt Charts shows nothing for a localized %i
    m_along->setGridLineVisible(false);
    m_height->setLabelFormat(of == Of::Price ? u"%.2f"_s : u"%.0f"_s);
    m_chart->legend()->setAlignment(Qt::AlignBottom);
    m_chart->legend()->setMarkerShape(QLegend::MarkerShapeFromSeries);
    auto *const rows = new QVBoxLayout(this);
    rows->setContentsMargins(space::padding, space::card, space::padding, space::control);
    rows->setSpacing(space::unit);
    rows->addWidget(m_title);
    rows->addWidget(m_view, 1);
    setUnit({});
    paintTheme();
}

void SweepChart::setUnit(const QString &unit)
{
    const QString name = m_of == Of::Price ? tr("Recommended price") : tr("Feasible completes");
    const QString title = unit.isEmpty() ? name : tr("%1, %2", "Price, USD").arg(name, unit);
    m_title->setText(title);
    m_view->setAccessibleName(title);
}

void SweepChart::show(const models::SweepCurves &drawing)
{
    m_drawing = drawing;
    m_chart->removeAllSeries();
    setRanges(drawing);
    // Below each other where they would be cut beside each other.
    constexpr qsizetype mostBeside = 3;
    m_chart->legend()->setAlignment(drawing.curves.size() > mostBeside ? Qt::AlignRight
                                                                       : Qt::AlignBottom);
    for (qsizetype i = 0; i < drawing.curves.size(); ++i) {
        const models::SweepCurve &curve = drawing.curves[i];
        const QString name = axisUnitText(drawing.lines, curve.value);
        addLine(m_of == Of::Price ? curve.price : curve.maximum, name, i, true);
        if (m_of == Of::Completes)
            addLine(curve.minimum, name, i, false);
    }
    if (m_of == Of::Completes)
        addGoal(drawing);
    m_view->setAccessibleDescription(curvesText(drawing, m_of == Of::Price));
}

void SweepChart::addLine(const QList<QPointF> &points, const QString &name, qsizetype number,
                         bool isMain)
{
    auto *const series = new QLineSeries(m_chart);
    series->setName(name);
    series->replace(points);
    series->setPointsVisible(isMain);
    series->setPen(
        QPen(lineColour(number), isMain ? 2 : 1.5, isMain ? Qt::SolidLine : Qt::DashLine));
    m_chart->addSeries(series);
    series->attachAxis(m_along);
    series->attachAxis(m_height);
    if (!isMain)
        m_chart->legend()->markers(series).first()->setVisible(false);
}

/// How many are needed: a level line, or the diagonal where the completes run along.
void SweepChart::addGoal(const models::SweepCurves &drawing)
{
    if (drawing.lines == models::SweepAxis::Completes || drawing.curves.isEmpty())
        return;
    auto *const goal = new QLineSeries(m_chart);
    goal->setName(tr("Needed"));
    const bool isDiagonal = drawing.along == models::SweepAxis::Completes;
    for (const double x : {m_along->min(), m_along->max()})
        goal->append(x, isDiagonal ? x : drawing.heldValue);
    goal->setPen(QPen(Theme::current().muted, 1, Qt::DotLine));
    m_chart->addSeries(goal);
    goal->attachAxis(m_along);
    goal->attachAxis(m_height);
}

void SweepChart::setRanges(const models::SweepCurves &drawing)
{
    double left = 0;
    double right = 0;
    double top = m_of == Of::Completes && drawing.held == models::SweepAxis::Completes
        ? std::max(1, drawing.heldValue)
        : 1;
    bool isFirst = true;
    for (const models::SweepCurve &curve : drawing.curves) {
        for (const QPointF &point : m_of == Of::Price ? curve.price : curve.maximum) {
            left = isFirst ? point.x() : std::min(left, point.x());
            right = isFirst ? point.x() : std::max(right, point.x());
            top = std::max(top, point.y());
            isFirst = false;
        }
    }
    m_along->setTitleText(axisName(drawing.along));
    m_along->setRange(left, right > left ? right : left + 1);
    m_along->setTickCount(std::clamp(int(right - left) + 1, 2, ticks));
    m_height->setRange(0, top * headroom);
    m_height->setTickCount(ticks);
    m_height->applyNiceNumbers();
}

void SweepChart::paintTheme()
{
    const Tokens &tokens = Theme::current();
    m_isDark = tokens.isDark;
    m_chart->legend()->setLabelColor(tokens.muted);
    m_chart->legend()->setFont(font());
    m_height->setGridLineColor(tokens.line);
    for (QValueAxis *const axis : {m_along, m_height}) {
        axis->setLabelsColor(tokens.muted);
        axis->setLinePenColor(tokens.line);
        axis->setLabelsFont(font());
        axis->setTitleBrush(tokens.muted);
        axis->setTitleFont(font());
    }
}

void SweepChart::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    const bool isLook =
        event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange;
    if (m_height && isLook && m_isDark != Theme::current().isDark) {
        paintTheme();
        show(m_drawing);
    }
}

} // namespace ui

#include "moc_sweepchart.cpp"
