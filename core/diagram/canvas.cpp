#include "core/diagram/canvas.h"

#include <algorithm>
#include <cmath>

namespace finwait::diagram {

using palette::faded;

Item& Canvas::begin(Item::Kind kind, std::string id, std::string title)
{
    Item item;
    item.kind = kind;
    item.id = std::move(id);
    item.title = std::move(title);
    list_.items.push_back(std::move(item));
    empty_item_ = true;
    return list_.items.back();
}

void Canvas::grow(double left, double top, double right, double bottom)
{
    Item& item = list_.items.back();
    if (!empty_item_) {
        left = std::min(left, item.x);
        top = std::min(top, item.y);
        right = std::max(right, item.x + item.width);
        bottom = std::max(bottom, item.y + item.height);
    }
    empty_item_ = false;
    item.x = left;
    item.y = top;
    item.width = right - left;
    item.height = bottom - top;
}

void Canvas::shape(Shape::Type type, std::size_t index)
{
    list_.shapes.push_back({type, static_cast<std::uint32_t>(list_.items.size() - 1),
                            static_cast<std::uint32_t>(index)});
}

void Canvas::put(const Line& line)
{
    shape(Shape::Type::line, list_.lines.size());
    list_.lines.push_back(line);
    grow(std::min(line.from.x, line.to.x), std::min(line.from.y, line.to.y),
         std::max(line.from.x, line.to.x), std::max(line.from.y, line.to.y));
}

void Canvas::put(const Box& box)
{
    shape(Shape::Type::box, list_.boxes.size());
    list_.boxes.push_back(box);
    grow(box.x, box.y, box.x + box.width, box.y + box.height);
}

void Canvas::line(Line line)
{
    const double now = border();
    const bool from_future = line.from.y > now;
    const bool to_future = line.to.y > now;
    if (from_future == to_future || future_ == Future::none) {
        if (from_future && future_ == Future::hidden) return;
        if (from_future && future_ == Future::faded) line.colour = faded(line.colour);
        return put(line);
    }
    const double part = (now - line.from.y) / (line.to.y - line.from.y);
    const Point cut{line.from.x + part * (line.to.x - line.from.x), now};
    Line past = line, later = line;
    (from_future ? past.from : past.to) = cut;
    (from_future ? later.to : later.from) = cut;
    put(past);
    if (future_ == Future::hidden) return;
    later.colour = faded(later.colour);
    put(later);
}

void Canvas::box(Box box)
{
    const double now = border();
    if (future_ == Future::none || box.y + box.height <= now) return put(box);
    Box later = box;
    if (box.y < now) {
        box.height = now - box.y;
        put(box);
        later.height -= now - later.y;
        later.y = now;
    }
    if (future_ == Future::hidden) return;
    later.fill = faded(later.fill);
    later.edge = faded(later.edge);
    put(later);
}

void Canvas::polygon(Polygon polygon)
{
    if (polygon.points.empty()) return;
    double left = 1e18, top = 1e18, right = -1e18, bottom = -1e18;
    for (const Point& point : polygon.points) {
        left = std::min(left, point.x);
        right = std::max(right, point.x);
        top = std::min(top, point.y);
        bottom = std::max(bottom, point.y);
    }
    if (future_ != Future::none && (top + bottom) / 2 > border()) {
        if (future_ == Future::hidden) return;
        polygon.fill = faded(polygon.fill);
        polygon.edge = faded(polygon.edge);
    }
    shape(Shape::Type::polygon, list_.polygons.size());
    list_.polygons.push_back(std::move(polygon));
    grow(left, top, right, bottom);
}

void Canvas::label(Label label, bool future)
{
    if (future && future_ == Future::hidden) return;
    if (future && future_ == Future::faded) label.colour = faded(label.colour);
    const Bounds bounds = bounds_of(label);
    shape(Shape::Type::label, list_.labels.size());
    list_.labels.push_back(std::move(label));
    grow(bounds.left, bounds.top, bounds.right, bounds.bottom);
}

Bounds bounds_of(const Label& label)
{
    const double width = text_width(label.text, label.size, label.bold, label.face);
    const double start = label.anchor == Anchor::start    ? 0
                         : label.anchor == Anchor::middle ? -width / 2
                                                          : -width;
    const double turn = label.angle * 3.14159265358979 / 180;
    const double left = label.at.x + start * std::cos(turn);
    const double right = left + width * std::cos(turn);
    const double y0 = label.at.y + (left - label.at.x) * std::tan(turn);
    const double y1 = label.at.y + (right - label.at.x) * std::tan(turn);
    return {left, std::min(y0, y1) - label.size * 0.8, right,
            std::max(y0, y1) + label.size * 0.25};
}

Label text_at(Point at, Anchor anchor, Colour colour, std::string text, int size, bool bold)
{
    Label label;
    label.at = at;
    label.anchor = anchor;
    label.colour = colour;
    label.text = std::move(text);
    label.size = size;
    label.bold = bold;
    return label;
}

}  // namespace finwait::diagram
