// A picture as data: lines, boxes, polygons and texts in logical pixels, in painting order, each
// belonging to an item with an id and a title. The window paints it with QPainter, core/export
// writes it as SVG; both are the same picture. No Qt, no fonts here.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace finwait::diagram {

struct Point {
    double x = 0;
    double y = 0;
};

struct Colour {
    std::uint32_t rgb = 0;        ///< 0xRRGGBB
    std::uint8_t alpha = 255;
    bool none = false;            ///< not painted
};
inline constexpr Colour no_colour{0, 0, true};

enum class Dash : std::uint8_t { solid, dashed, dotted };
enum class Anchor : std::uint8_t { start, middle, end };
enum class Face : std::uint8_t { sans, mono };

struct Line {
    Point from, to;
    Colour colour;
    double width = 1;
    Dash dash = Dash::solid;
};

struct Box {
    double x = 0, y = 0, width = 0, height = 0, radius = 0;
    Colour fill = no_colour;
    Colour edge = no_colour;
    double edge_width = 1;
    Dash dash = Dash::solid;
};

struct Polygon {
    std::vector<Point> points;
    Colour fill = no_colour;
    Colour edge = no_colour;
    double edge_width = 1;
};

struct Label {
    Point at;                     ///< baseline, at the anchor
    Anchor anchor = Anchor::start;
    double angle = 0;             ///< degrees, clockwise, about `at`
    int size = 13;                ///< pixels; integer, so that every renderer agrees
    bool bold = false;
    Face face = Face::sans;
    Colour colour;
    std::string text;
};

/// One shape with the item it belongs to.
struct Shape {
    enum class Type : std::uint8_t { line, box, polygon, label } type{};
    std::uint32_t item = 0;       ///< index into DisplayList::items
    std::uint32_t index = 0;      ///< index into the vector of its type
};

/// What a person can point at: a segment, a state, a timer, a fold.
struct Item {
    enum class Kind : std::uint8_t {
        ground, segment, state, timer, fold, note, host, legend, tick
    } kind{};
    std::string id;               ///< "s12": unique within the list; the SVG's id
    std::string title;            ///< one sentence: the tooltip, the SVG's <title>
    std::uint32_t record = UINT32_MAX;  ///< the trace record it shows; segment: the sent one
    double x = 0, y = 0, width = 0, height = 0;  ///< bounds
    Point from, to;               ///< segment: its arrow, for hit tests
    std::int64_t begins_ns = 0;   ///< when it begins to be seen; later than "now" is the future
};

struct DisplayList {
    double width = 0, height = 0;
    std::vector<Item> items;
    std::vector<Shape> shapes;    ///< in painting order
    std::vector<Line> lines;
    std::vector<Box> boxes;
    std::vector<Polygon> polygons;
    std::vector<Label> labels;
};

}  // namespace finwait::diagram
