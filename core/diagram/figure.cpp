// A whole run as one picture for exports: title, question, header, diagram, legend. Called by
// `finwait export` and the window's exports.
#include <algorithm>
#include <string_view>

#include "core/diagram/canvas.h"
#include "core/diagram/layout.h"

namespace finwait::diagram {
namespace {

constexpr double margin = 24;
constexpr double least_width = 860;  // two horizontal labels side by side where arrows cross

/// `text` in lines of at most `width` pixels, broken at spaces.
std::vector<std::string> wrapped(std::string_view text, double width, int size)
{
    std::vector<std::string> lines;
    std::string line;
    while (!text.empty()) {
        const std::size_t space = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, space);
        std::string longer = line.empty() ? "" : line + " ";
        longer += word;
        if (!line.empty() && text_width(longer, size) > width) {
            lines.push_back(line);
            line = word;
        } else {
            line = longer;
        }
        text.remove_prefix(std::min(text.size(), space + 1));
    }
    if (!line.empty()) lines.push_back(line);
    return lines;
}

DisplayList layout_title(const Look& look, double width)
{
    Canvas canvas(width);
    double y = 10;
    canvas.begin(Item::Kind::ground, "title", look.title_text);
    for (const std::string& line : wrapped(look.title_text, width - 2 * margin, 20)) {
        y += 26;
        canvas.label(text_at({margin, y}, Anchor::start, palette::ink, line, 20, true));
    }
    if (!look.question_text.empty())
        canvas.begin(Item::Kind::ground, "question", look.question_text);
    y += 4;
    for (const std::string& line : wrapped(look.question_text, width - 2 * margin, 14)) {
        y += 20;
        canvas.label(text_at({margin, y}, Anchor::start, palette::grey, line, 14));
    }
    DisplayList list = canvas.take();
    list.height = y + 14;
    return list;
}

/// Puts `more` below what is there.
void append(DisplayList& list, DisplayList more, double dx)
{
    const double dy = list.height;
    const auto item = static_cast<std::uint32_t>(list.items.size());
    const auto line = static_cast<std::uint32_t>(list.lines.size());
    const auto box = static_cast<std::uint32_t>(list.boxes.size());
    const auto polygon = static_cast<std::uint32_t>(list.polygons.size());
    const auto label = static_cast<std::uint32_t>(list.labels.size());
    const auto move = [&](Point& point) { point.x += dx; point.y += dy; };
    for (Item& it : more.items) {
        it.x += dx;
        it.y += dy;
        move(it.from);
        move(it.to);
        list.items.push_back(std::move(it));
    }
    for (Shape shape : more.shapes) {
        shape.item += item;
        shape.index += shape.type == Shape::Type::line      ? line
                       : shape.type == Shape::Type::box     ? box
                       : shape.type == Shape::Type::polygon ? polygon
                                                            : label;
        list.shapes.push_back(shape);
    }
    for (Line& it : more.lines) {
        move(it.from);
        move(it.to);
        list.lines.push_back(it);
    }
    for (Box& it : more.boxes) {
        it.x += dx;
        it.y += dy;
        list.boxes.push_back(it);
    }
    for (Polygon& it : more.polygons) {
        for (Point& point : it.points) move(point);
        list.polygons.push_back(std::move(it));
    }
    for (Label& it : more.labels) {
        move(it.at);
        list.labels.push_back(std::move(it));
    }
    list.width = std::max(list.width, more.width + dx);
    list.height += more.height;
}

}  // namespace

DisplayList figure(const trace::Index& index, const Look& wanted)
{
    Look look = wanted;
    look.slanted_labels = false;
    look.width = std::max(look.width, least_width);
    const TimeAxis axis(index, look.zoom, false);
    DisplayList header = layout_header(index, look);
    look.width = header.width;
    DisplayList list;
    if (look.title && !look.title_text.empty()) list = layout_title(look, look.width);
    if (look.title) append(list, std::move(header), 0);
    append(list, layout(index, axis, look), 0);
    if (look.legend) append(list, layout_legend(look), 0);
    return list;
}

}  // namespace finwait::diagram
