// Canvas: collects a display list item by item. It knows where "now" is: what lies below is
// painted as through a white sheet, or left out. Used by all layouts of this room.
#pragma once

#include <string>
#include <utility>

#include "core/diagram/colours.h"
#include "core/diagram/display_list.h"
#include "core/diagram/text_measure.h"

namespace finwait::diagram {

class Canvas {
public:
    enum class Future { none, faded, hidden };

    explicit Canvas(double width = 0, double height = 0)
    {
        list_.width = width;
        list_.height = height;
    }
    /// Everything below `y` is the future.
    void future_below(double y, Future future) { now_ = y; future_ = future; }
    double now() const { return now_; }
    /// Whether what is drawn next has happened: by where it lies, or for certain.
    enum class Happened { by_place, yes, no };
    void treat_as(Happened happened) { happened_ = happened; }
    bool hides(double y) const { return future_ == Future::hidden && y > now_; }
    bool hides_future() const { return future_ == Future::hidden; }

    /// Shapes belong to the item begun last.
    Item& begin(Item::Kind kind, std::string id, std::string title);
    Item& item() { return list_.items.back(); }

    void line(Line line);
    void box(Box box);
    /// A box that the present does not cut.
    void whole(const Box& box) { put(box); }
    void whole(const Line& line) { put(line); }
    void polygon(Polygon polygon);
    /// A label is faded as a whole, by whether it belongs to the future.
    void label(Label label, bool future = false);

    DisplayList take() { return std::move(list_); }

private:
    double border() const
    {
        if (happened_ == Happened::by_place) return now_;
        return happened_ == Happened::yes ? 1e18 : -1e18;
    }
    void put(const Line& line);
    void put(const Box& box);
    void shape(Shape::Type type, std::size_t index);
    void grow(double left, double top, double right, double bottom);

    DisplayList list_;
    double now_ = 1e18;
    Future future_ = Future::none;
    bool empty_item_ = true;
    Happened happened_ = Happened::by_place;
};

/// Left, top, right and bottom of a label, turned as it is.
struct Bounds { double left, top, right, bottom; };
Bounds bounds_of(const Label& label);

/// A label in one line of the usual size.
Label text_at(Point at, Anchor anchor, Colour colour, std::string text, int size = 13,
              bool bold = false);

}  // namespace finwait::diagram
