#include "app/gui/diagram_view.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

#include "app/gui/session.h"
#include "app/gui/theme.h"
#include "app/gui/view_settings.h"
#include "app/paint/paint.h"

namespace finwait::gui {

namespace {

constexpr double reach = 14;              // pixels from an arrow that mean it: its label too
constexpr double smallest_shrink = 0.77;  // letters stay readable; then the view scrolls sideways

double distance(diagram::Point p, diagram::Point from, diagram::Point to)
{
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const double length = dx * dx + dy * dy;
    double along = length > 0 ? ((p.x - from.x) * dx + (p.y - from.y) * dy) / length : 0;
    along = std::clamp(along, 0.0, 1.0);
    return std::hypot(p.x - from.x - along * dx, p.y - from.y - along * dy);
}

bool within(diagram::Point p, const diagram::Item& item)
{
    return p.x >= item.x && p.x <= item.x + item.width && p.y >= item.y &&
           p.y <= item.y + item.height;
}

bool can_be_pointed_at(const diagram::Item& item)
{
    using Kind = diagram::Item::Kind;
    return item.kind != Kind::ground && item.kind != Kind::tick && item.kind != Kind::legend;
}

}  // namespace

diagram::Look look_of(const Session& session, const ViewSettings& view, double width)
{
    diagram::Look look;
    look.lang = view.lang();
    look.width = width;
    look.zoom = view.zoom();
    look.absolute_numbers = view.absolute_numbers();
    look.hide_future = view.hide_future();
    look.now = session.now();
    if (session.selected() != trace::no_record) look.selected = session.selected();
    for (const scenario::Host& host : session.scenario().hosts) {
        const std::string& shown = host.shown.in(look.lang);
        look.host_titles.push_back(shown.empty() ? host.name : shown);
    }
    look.title_text = session.scenario().title.in(look.lang);
    look.question_text = session.scenario().question.in(look.lang);
    return look;
}

DiagramView::DiagramView(Session& session, ViewSettings& view, QWidget* parent)
    : QAbstractScrollArea(parent), session_(session), view_(view)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    connect(&session, &Session::run_changed, this, [this] {
        axis_.reset();
        rebuild();
    });
    connect(&session, &Session::moved, this, [this] {
        forget_picture();
        show_moment(session_.now());
    });
    connect(&session, &Session::selection_changed, this, &DiagramView::forget_picture);
    connect(&view, &ViewSettings::changed, this, &DiagramView::rebuild);
    const auto scrolled = [this] {
        forget_picture();
        emit scrolled_sideways(horizontalScrollBar()->value());
    };
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, scrolled);
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, this, scrolled);
}

double DiagramView::picture_width() const
{
    return viewport()->width() / scale_;
}

diagram::Look DiagramView::look() const
{
    return look_of(session_, view_, picture_width());
}

void DiagramView::rebuild()
{
    if (!session_.is_open()) return;
    if (!axis_ || axis_zoom_ != view_.zoom()) {
        axis_.emplace(session_.index(), view_.zoom());
        axis_zoom_ = view_.zoom();
    }
    fit_width();
    const int height = static_cast<int>(std::ceil(diagram::full_height(*axis_, look()) * scale_));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(40);
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    forget_picture();
    // The layout may need more width than there is.
    const int width = static_cast<int>(std::floor(picture().width * scale_));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(0, width - viewport()->width()));
}

void DiagramView::fit_width()
{
    scale_ = view_.text_scale();
    const double room = picture_width();
    const double needed = diagram::layout_header(session_.index(), look()).width;
    if (needed > room) scale_ *= std::max(smallest_shrink, room / needed);
}

void DiagramView::forget_picture()
{
    picture_.reset();
    viewport()->update();
}

double DiagramView::offset() const
{
    return verticalScrollBar()->value() / scale_;
}

const diagram::DisplayList& DiagramView::picture() const
{
    if (!picture_) {
        const double height = viewport()->height() / scale_;
        picture_ =
            axis_ ? diagram::layout(session_.index(), *axis_, look(), offset(), offset() + height)
                  : diagram::DisplayList{};
    }
    return *picture_;
}

QPointF DiagramView::to_viewport(diagram::Point place) const
{
    return {place.x * scale_ - horizontalScrollBar()->value(),
            place.y * scale_ - verticalScrollBar()->value()};
}

const diagram::Item* DiagramView::item_at(QPointF place) const
{
    const diagram::Point p{(place.x() + horizontalScrollBar()->value()) / scale_,
                           (place.y() + verticalScrollBar()->value()) / scale_};
    const diagram::Item* best = nullptr;
    double best_distance = reach;
    for (const diagram::Item& item : picture().items) {
        if (!can_be_pointed_at(item)) continue;
        if (view_.hide_future() && item.begins_ns > session_.now().count()) continue;
        if (item.kind == diagram::Item::Kind::segment) {
            const double d = distance(p, item.from, item.to);
            if (d < best_distance) {
                best = &item;
                best_distance = d;
            }
        } else if (best == nullptr && within(p, item)) {
            best = &item;  // an arrow that is near goes before
        }
    }
    return best;
}

void DiagramView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), QColor(theme::canvas));
    if (!session_.is_open()) return;
    painter.scale(scale_, scale_);
    painter.translate(-horizontalScrollBar()->value() / scale_, -offset());
    paint::paint(painter, picture());
}

void DiagramView::resizeEvent(QResizeEvent*)
{
    rebuild();
    show_moment(session_.now());
}

void DiagramView::show_moment(Time t)
{
    if (!axis_) return;
    const double y = (axis_->y(t) + diagram::top_margin) * scale_;
    QScrollBar* bar = verticalScrollBar();
    const double margin = std::min(160.0 * scale_, viewport()->height() / 4.0);
    if (y > bar->value() + viewport()->height() - margin)
        bar->setValue(static_cast<int>(y - viewport()->height() + margin));
    else if (y < bar->value() + margin / 2) bar->setValue(static_cast<int>(y - margin / 2));
}

void DiagramView::zoom_by(double factor, double viewport_y)
{
    if (!axis_) return;
    const Time t = axis_->time_at(offset() + viewport_y / scale_ - diagram::top_margin);
    view_.set_zoom(view_.zoom() * factor);
    const double place = axis_->y(t) + diagram::top_margin;
    verticalScrollBar()->setValue(static_cast<int>(std::lround(place * scale_ - viewport_y)));
}

void DiagramView::fit()
{
    if (!axis_) return;
    // Folds and margins do not grow with the zoom, so this takes a few rounds.
    for (int round = 0; round < 4; ++round) {
        const double all = diagram::full_height(*axis_, look());
        view_.set_zoom(view_.zoom() * viewport()->height() / scale_ / all);
    }
    verticalScrollBar()->setValue(0);
}

void DiagramView::mousePressEvent(QMouseEvent* event)
{
    if (!session_.is_open()) return;
    const diagram::Item* item = item_at(event->position());
    const trace::RecordId record = item != nullptr ? item->record : trace::no_record;
    const bool segment = item != nullptr && item->kind == diagram::Item::Kind::segment;
    if (event->button() == Qt::LeftButton) session_.select(record);
    if (event->button() == Qt::RightButton && segment) emit lose_asked(record);
}

void DiagramView::mouseMoveEvent(QMouseEvent* event)
{
    const diagram::Item* item = session_.is_open() ? item_at(event->position()) : nullptr;
    const bool usable = item != nullptr && item->record != trace::no_record;
    viewport()->setCursor(usable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void DiagramView::contextMenuEvent(QContextMenuEvent* event)
{
    // The mouse has been heard in mousePressEvent; this is the menu key.
    const trace::RecordId sent =
        session_.is_open() ? session_.selected_segment() : trace::no_record;
    if (event->reason() == QContextMenuEvent::Keyboard && sent != trace::no_record)
        emit lose_asked(sent);
}

bool DiagramView::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const diagram::Item* item = session_.is_open() ? item_at(help->pos()) : nullptr;
    if (item != nullptr) QToolTip::showText(help->globalPos(), QString::fromStdString(item->title));
    else QToolTip::hideText();
    return true;
}

void DiagramView::wheelEvent(QWheelEvent* event)
{
    if ((event->modifiers() & Qt::ControlModifier) == 0) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    const double turns = event->angleDelta().y() / 120.0;
    zoom_by(std::pow(1.15, turns), event->position().y());
    event->accept();
}

void DiagramView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) session_.clear_selection();
    else event->ignore();
}

bool DiagramView::focusNextPrevChild(bool next)
{
    if (!session_.is_open()) return QAbstractScrollArea::focusNextPrevChild(next);
    const trace::RecordId segment = next ? session_.next_segment() : session_.previous_segment();
    const bool hidden = segment != trace::no_record && view_.hide_future() &&
                        session_.trace()[segment].t > session_.now();
    if (segment == trace::no_record || hidden) return QAbstractScrollArea::focusNextPrevChild(next);
    session_.select(segment);
    show_moment(session_.trace()[segment].t);
    return true;
}

}  // namespace finwait::gui
