#include "app/gui/timeline.h"

#include <QFontMetricsF>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

#include "app/gui/session.h"
#include "app/gui/text.h"
#include "app/gui/theme.h"
#include "app/gui/view_settings.h"
#include "app/paint/paint.h"

namespace finwait::gui {

Timeline::Timeline(Session& session, ViewSettings& view, QWidget* parent)
    : QWidget(parent), session_(session), view_(view)
{
    setCursor(Qt::PointingHandCursor);
    connect(&session, &Session::run_changed, this, [this] {
        axis_.emplace(session_.index(), 1.0);
        update();
    });
    connect(&session, &Session::moved, this, qOverload<>(&QWidget::update));
    connect(&session, &Session::selection_changed, this, qOverload<>(&QWidget::update));
    connect(&view, &ViewSettings::changed, this, qOverload<>(&QWidget::update));
}

double Timeline::scale() const
{
    return view_.text_scale();
}

QString Timeline::name_of(int place) const
{
    const auto& hosts = session_.scenario().hosts;
    const trace::HostId id = host(place);
    if (id >= hosts.size()) return {};
    const std::string& shown = hosts[id].shown.in(view_.lang());
    return qt(shown.empty() ? hosts[id].name : shown);
}

double Timeline::left() const
{
    if (!session_.is_open()) return 0;
    const QFontMetricsF metrics(paint::sans(qRound(12 * scale())));
    const double names =
        std::max(metrics.horizontalAdvance(name_of(0)), metrics.horizontalAdvance(name_of(1)));
    return std::min(names, width() / 3.0) + 12;
}

double Timeline::right() const
{
    return width() - 18.0;
}

double Timeline::x_of(Time t) const
{
    if (!axis_ || axis_->height() <= 0) return left();
    return left() + std::clamp(axis_->y(t) / axis_->height(), 0.0, 1.0) * (right() - left());
}

Time Timeline::time_at(double x) const
{
    if (!axis_) return Time{0};
    const double part = (x - left()) / std::max(1.0, right() - left());
    return std::clamp(axis_->time_at(std::clamp(part, 0.0, 1.0) * axis_->height()), Time{0},
                      session_.end());
}

Timeline::Band Timeline::band(int place) const
{
    return {14 + place * 17 * scale(), 13 * scale()};
}

trace::HostId Timeline::host(int place) const
{
    const trace::ConnectionId conn = session_.connection();
    if (conn == 0) return static_cast<trace::HostId>(place);
    const trace::Connection& connection = session_.index().connection(conn);
    return place == 0 ? connection.opener.host : connection.other.host;
}

void Timeline::paint_band(QPainter& painter, int place) const
{
    const Band at = band(place);
    painter.setPen(QColor(theme::muted));
    painter.setFont(paint::sans(qRound(12 * scale())));
    painter.drawText(QRectF(0, at.top - 4, left() - 8, at.height + 8),
                     Qt::AlignRight | Qt::AlignVCenter, name_of(place));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(theme::rule));
    painter.drawRoundedRect(QRectF(left(), at.top, right() - left(), at.height), 2, 2);
    const trace::ConnectionId conn = session_.connection();
    if (conn == 0) return;
    for (const trace::StateSpan& span : session_.index().states(host(place), conn)) {
        const double x = x_of(span.from);
        const double end = span.to == never ? right() : x_of(span.to);
        if (span.state == tcp::State::closed) continue;  // the ground already looks so
        painter.setBrush(paint::colour(diagram::colours_of(span.state).fill));
        painter.drawRect(QRectF(x, at.top, std::max(1.0, end - x), at.height));
    }
}

void Timeline::paint_segments(QPainter& painter, int place) const
{
    const Band at = band(place);
    for (const trace::Record& record : session_.trace().records()) {
        if (record.kind != trace::Kind::sent || record.host != host(place)) continue;
        const bool lost = session_.index().fate(record.id).lost != trace::no_record;
        QColor ink(theme::slate);
        if ((record.segment.labels & net::label_fin) != 0) ink = QColor(theme::accent);
        if (lost) ink = QColor(theme::now);
        const double x = x_of(record.t);
        painter.setPen(QPen(ink, record.id == session_.selected() ? 3.5 : 1.8));
        painter.drawLine(QPointF(x, at.top + at.height / 3), QPointF(x, at.top + at.height));
    }
}

void Timeline::paint_folds(QPainter& painter) const
{
    const Band first = band(0);
    const Band last = band(1);
    painter.setFont(paint::sans(qRound(11 * scale()), true));
    for (const diagram::TimeAxis::Fold& fold : axis_->folds()) {
        const double from = x_of(fold.from);
        const double to = x_of(fold.to);
        const QRectF area(from, first.top - 3, to - from, last.top + last.height - first.top + 6);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(255, 255, 255, 205));
        painter.drawRect(area);
        painter.setPen(QPen(QColor(theme::faint), 1, Qt::DashLine));
        painter.drawLine(area.topLeft(), area.bottomLeft());
        painter.drawLine(area.topRight(), area.bottomRight());
        Time idle = fold.to - fold.from;
        if (idle > seconds{10}) idle = std::chrono::round<seconds>(idle);  // about how long
        const QString text = qt(diagram::time_text(idle, view_.lang()));
        if (QFontMetricsF(painter.font()).horizontalAdvance(text) > area.width()) continue;
        painter.setPen(QColor(theme::faint));
        painter.drawText(area, Qt::AlignCenter, text);
    }
}

void Timeline::paint_ticks(QPainter& painter) const
{
    const Band last = band(1);
    const double top = last.top + last.height + 3;
    const QFont font = paint::sans(qRound(11 * scale()));
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    painter.setPen(QColor(theme::faint));
    // Round times at least one label apart, outside folds; the end always has its own.
    const QString end = qt(diagram::time_text(session_.end(), view_.lang()));
    double limit = right() + 14 - metrics.horizontalAdvance(end);
    painter.drawText(QPointF(limit, top + metrics.ascent()), end);
    double next_free = 0;
    static constexpr std::int64_t steps[] = {1, 2, 5};
    std::int64_t step = 1'000'000;
    for (int i = 0; i < 30; ++i) {
        step = steps[i % 3] * 1'000'000;
        for (int tens = 0; tens < i / 3; ++tens) step *= 10;
        if (x_of(Time{step}) - x_of(Time{0}) > 72 * scale()) break;
    }
    const std::int64_t count = std::min<std::int64_t>(session_.end().count() / step, 200);
    for (std::int64_t i = 0; i <= count; ++i) {
        const Time t{i * step};
        const auto folded = [t](const auto& fold) { return t > fold.from && t < fold.to; };
        if (std::any_of(axis_->folds().begin(), axis_->folds().end(), folded)) continue;
        const QString text = qt(diagram::time_text(t, view_.lang()));
        const double w = metrics.horizontalAdvance(text);
        const double x = x_of(t) - w / 2;
        if (x < next_free || x + w > limit - 12) continue;
        painter.drawText(QPointF(x, top + metrics.ascent()), text);
        next_free = x + w + 14;
    }
}

void Timeline::paint_now(QPainter& painter) const
{
    const Band first = band(0);
    const Band last = band(1);
    const double bottom = last.top + last.height;
    const double x = x_of(session_.now());
    QColor veil(theme::panel);
    veil.setAlpha(view_.hide_future() ? 255 : theme::veil_alpha);
    painter.fillRect(QRectF(x, first.top - 4, right() - x + 1, bottom - first.top + 8), veil);
    painter.setPen(QPen(QColor(theme::now), 2));
    painter.drawLine(QPointF(x, 6), QPointF(x, bottom + 3));
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(theme::now));
    painter.drawEllipse(QPointF(x, 7), 5, 5);
}

void Timeline::paintEvent(QPaintEvent*)
{
    if (!session_.is_open() || !axis_) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int place = 0; place < 2; ++place) paint_band(painter, place);
    for (int place = 0; place < 2; ++place) paint_segments(painter, place);
    paint_folds(painter);
    // With the future hidden, not even its length is told.
    if (!view_.hide_future()) paint_ticks(painter);
    paint_now(painter);
}

void Timeline::mousePressEvent(QMouseEvent* event)
{
    if (session_.is_open() && event->button() == Qt::LeftButton)
        session_.go_to(time_at(event->position().x()));
}

void Timeline::mouseMoveEvent(QMouseEvent* event)
{
    if (session_.is_open() && (event->buttons() & Qt::LeftButton) != 0)
        session_.go_to(time_at(event->position().x()));
}

}  // namespace finwait::gui
