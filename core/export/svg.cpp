#include "core/export/svg.h"

#include <cstdint>
#include <set>

namespace finwait::exports {
namespace {

using namespace diagram;

constexpr std::string_view families =
    "Noto Sans, Noto Sans CJK KR, Malgun Gothic, Apple SD Gothic Neo, sans-serif";
constexpr std::string_view mono_families =
    "Noto Sans Mono, Noto Sans Mono CJK KR, Consolas, Menlo, monospace";

/// At most two decimals, and never a library's idea of how to print a double.
std::string number(double value)
{
    const bool negative = value < 0;
    const auto hundredths = static_cast<std::int64_t>((negative ? -value : value) * 100 + 0.5);
    if (hundredths == 0) return "0";
    std::string text = std::to_string(hundredths / 100);
    if (hundredths % 100 != 0) {
        text += "." + std::to_string(100 + hundredths % 100).substr(1);
        if (text.back() == '0') text.pop_back();
    }
    return negative ? "-" + text : text;
}

std::string attribute(std::string_view name, std::string_view value)
{
    return " " + std::string(name) + "=\"" + std::string(value) + "\"";
}

std::string attribute(std::string_view name, double value)
{
    return attribute(name, number(value));
}

std::string hex(std::uint32_t rgb)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string text = "#";
    for (unsigned shift = 24; shift > 0;) {
        shift -= 4;
        text += digits[rgb >> shift & 15U];
    }
    return text;
}

std::string paint(std::string_view what, Colour colour)
{
    if (colour.none) return attribute(what, "none");
    std::string text = attribute(what, hex(colour.rgb));
    if (colour.alpha != 255)
        text += attribute(std::string(what) + "-opacity", colour.alpha / 255.0);
    return text;
}

std::string stroke(Colour colour, double width, Dash dash)
{
    if (colour.none || width <= 0) return "";
    std::string text = paint("stroke", colour) + attribute("stroke-width", width);
    if (dash == Dash::dashed) text += attribute("stroke-dasharray", "6 4");
    if (dash == Dash::dotted) text += attribute("stroke-dasharray", "2 3");
    return text;
}

std::string element(const Line& line)
{
    const bool glow = line.width >= 8;
    return "<line" + attribute("x1", line.from.x) + attribute("y1", line.from.y) +
           attribute("x2", line.to.x) + attribute("y2", line.to.y) +
           stroke(line.colour, line.width, line.dash) +
           (glow ? attribute("stroke-linecap", "round") : "") + "/>";
}

std::string element(const Box& box)
{
    std::string text = "<rect" + attribute("x", box.x) + attribute("y", box.y) +
                       attribute("width", box.width) + attribute("height", box.height);
    if (box.radius > 0) text += attribute("rx", box.radius);
    return text + paint("fill", box.fill) + stroke(box.edge, box.edge_width, box.dash) + "/>";
}

std::string element(const Polygon& polygon)
{
    std::string points;
    for (const Point& point : polygon.points) {
        if (!points.empty()) points += ' ';
        points += number(point.x) + "," + number(point.y);
    }
    return "<polygon" + attribute("points", points) + paint("fill", polygon.fill) +
           stroke(polygon.edge, polygon.edge_width, Dash::solid) + "/>";
}

std::string element(const Label& label)
{
    std::string text = "<text" + attribute("x", label.at.x) + attribute("y", label.at.y);
    if (label.size != 13) text += attribute("font-size", label.size);
    if (label.bold) text += attribute("font-weight", "bold");
    if (label.anchor != Anchor::start)
        text += attribute("text-anchor", label.anchor == Anchor::end ? "end" : "middle");
    if (label.face == Face::mono) text += attribute("font-family", mono_families);
    if (const std::string angle = number(label.angle); angle != "0")
        text += attribute("transform", "rotate(" + angle + " " + number(label.at.x) + " " +
                                           number(label.at.y) + ")");
    return text + paint("fill", label.colour) + ">" + escaped(label.text) + "</text>";
}

std::string element(const DisplayList& list, const Shape& shape)
{
    switch (shape.type) {
        case Shape::Type::line: return element(list.lines[shape.index]);
        case Shape::Type::box: return element(list.boxes[shape.index]);
        case Shape::Type::polygon: return element(list.polygons[shape.index]);
        default: return element(list.labels[shape.index]);
    }
}

}  // namespace

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\t': case '\n': out += ' '; break;
            default:
                if (static_cast<unsigned char>(c) >= 32 && c != 127) out += c;
        }
    }
    return out;
}

std::string svg(const DisplayList& list, std::string_view title, std::string_view description)
{
    const std::string width = number(list.width), height = number(list.height);
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg" +
                      attribute("xmlns", "http://www.w3.org/2000/svg") +
                      attribute("width", width) + attribute("height", height) +
                      attribute("viewBox", "0 0 " + width + " " + height) +
                      attribute("font-family", families) + attribute("font-size", "13") +
                      attribute("xml:space", "preserve") + attribute("role", "img") + ">\n";
    out += "<title>" + escaped(title) + "</title>\n";
    if (!description.empty()) out += "<desc>" + escaped(description) + "</desc>\n";
    out += "<rect" + attribute("width", width) + attribute("height", height) +
           attribute("fill", "#ffffff") + "/>\n";
    std::set<std::uint32_t> begun;  // an item whose shapes are apart has its id once
    std::uint32_t open = UINT32_MAX;
    for (const Shape& shape : list.shapes) {
        if (shape.item != open) {
            if (open != UINT32_MAX) out += "</g>\n";
            open = shape.item;
            const Item& item = list.items[open];
            const bool first = begun.insert(open).second;
            out += "<g" + (first ? attribute("id", escaped(item.id)) : "") + ">";
            if (!item.title.empty()) out += "<title>" + escaped(item.title) + "</title>";
            out += "\n";
        }
        out += element(list, shape) + "\n";
    }
    if (open != UINT32_MAX) out += "</g>\n";
    return out + "</svg>\n";
}

}  // namespace finwait::exports
