// The state machine of one side: eleven boxes and figure 5's edges (RFC 9293 section 3.3.2) from
// the transition table, the way taken, the current state. Called by the window.
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "core/diagram/canvas.h"
#include "core/diagram/layout.h"
#include "core/tcp/transitions.h"

namespace finwait::diagram {
namespace {

using tcp::State;

// The plan of the boxes at width 404: three columns, four rows.
constexpr double plan_width = 404, plan_height = 240;
constexpr double box_width = 107, box_height = 26;
constexpr double first_x = 68, column_pitch = 127, first_y = 31, row_pitch = 62;
constexpr double right_channel = 394, left_channel = 6, top_channel = 4, arc_channel = 10;
constexpr double bottom_channel = plan_height - 8;

struct Cell { int column, row; };

// In the order of tcp::State.
constexpr std::array<Cell, tcp::state_count> cells = {{
    {1, 0}, {0, 0}, {2, 0}, {0, 1}, {1, 1}, {0, 2}, {0, 3}, {2, 1}, {1, 2}, {2, 2}, {1, 3},
}};

constexpr Cell cell_of(State state) { return cells[static_cast<std::size_t>(state)]; }

Point middle(State state)
{
    const Cell cell = cell_of(state);
    return {first_x + cell.column * column_pitch, first_y + cell.row * row_pitch};
}

using Path = std::vector<Point>;

/// To CLOSED, over the top or up the gap beside a column, never through a box.
Path way_to_closed(State from)
{
    const Point a = middle(from), closed = middle(State::closed);
    const double top = closed.y - box_height / 2;
    const Cell cell = cell_of(from);
    if (from == State::closing) {
        const double gap = a.x + column_pitch / 2, row = closed.y + row_pitch / 2 + 1;
        return {{a.x + box_width / 2, a.y}, {gap, a.y}, {gap, row}, {closed.x + 34, row},
                {closed.x + 34, closed.y + box_height / 2}};
    }
    if (cell.column == 0)
        return {{a.x - box_width / 2, a.y}, {left_channel, a.y}, {left_channel, top_channel},
                {closed.x - 24, top_channel}, {closed.x - 24, top}};
    return {{a.x + box_width / 2, a.y}, {right_channel, a.y}, {right_channel, top_channel},
            {closed.x, top_channel}, {closed.x, top}};
}

/// Between two boxes side by side or one above the other; pairs that run both ways are 6 apart.
Path straight(State from, State to)
{
    const Cell a = cell_of(from), b = cell_of(to);
    const Point p = middle(from), q = middle(to);
    const bool pair = (from == State::closed || to == State::closed) ||
                      (from == State::listen && to == State::syn_received) ||
                      (from == State::syn_received && to == State::listen);
    if (a.row == b.row) {
        const double side = b.column > a.column ? 1 : -1;
        const double shift = pair ? side * 6 : 0;
        const double edge = side * box_width / 2;
        return {{p.x + edge, p.y + shift}, {q.x - edge, q.y + shift}};
    }
    const double side = b.row > a.row ? 1 : -1;
    const double shift = pair ? -side * 14 : 0;
    return {{p.x + shift, p.y + side * box_height / 2}, {q.x + shift, q.y - side * box_height / 2}};
}

/// Diagonals run from the lower edge of one box to the upper edge of another.
Path diagonal(State from, State to, double from_shift, double to_shift)
{
    const Point p = middle(from), q = middle(to);
    return {{p.x + from_shift, p.y + box_height / 2}, {q.x + to_shift, q.y - box_height / 2}};
}

Path path_of(State from, State to)
{
    const Cell a = cell_of(from), b = cell_of(to);
    const Point p = middle(from), q = middle(to);
    if (from == State::listen && to == State::syn_sent)
        return {{p.x, p.y - box_height / 2}, {p.x, arc_channel}, {q.x, arc_channel},
                {q.x, q.y - box_height / 2}};
    if (from == State::syn_sent && to == State::syn_received) {
        const double row = p.y + box_height / 2 + 11;
        return {{p.x - 44, p.y + box_height / 2}, {p.x - 44, row}, {q.x + 40, row},
                {q.x + 40, q.y - box_height / 2}};
    }
    if (from == State::syn_sent && to == State::established) return diagonal(from, to, 10, 36);
    if (from == State::established && to == State::fin_wait_1) return diagonal(from, to, -34, 34);
    if (from == State::fin_wait_1 && to == State::time_wait) return diagonal(from, to, 34, -34);
    if (from == State::time_wait && to == State::syn_received)
        return {{p.x, p.y + box_height / 2}, {p.x, bottom_channel}, {left_channel, bottom_channel},
                {left_channel, q.y}, {q.x - box_width / 2, q.y}};
    const bool neighbours = std::abs(a.column - b.column) + std::abs(a.row - b.row) == 1;
    if (neighbours) return straight(from, to);
    return way_to_closed(from);
}

struct Pen {
    Colour colour;
    double width, head, head_width;
};
constexpr Pen idle{palette::edge_idle, 1.3, 7, 6.5};
constexpr Pen taken{palette::ink, 2.6, 10, 9};

void draw_path(Canvas& canvas, const Path& path, const Pen& pen, double scale)
{
    Path points = path;
    for (Point& point : points) point.x *= scale;
    const Point before = points[points.size() - 2], tip = points.back();
    const double length = std::max(1.0, std::hypot(tip.x - before.x, tip.y - before.y));
    const double dx = (tip.x - before.x) / length, dy = (tip.y - before.y) / length;
    const Point back{tip.x - dx * pen.head, tip.y - dy * pen.head};
    points.back() = {tip.x - dx * (pen.head - 2), tip.y - dy * (pen.head - 2)};
    for (std::size_t i = 1; i < points.size(); ++i) {
        Point from = points[i - 1], to = points[i];
        // Corners close only if each piece goes on by half its width.
        if (i + 1 < points.size()) {
            const double run = std::max(1.0, std::hypot(to.x - from.x, to.y - from.y));
            to.x += (to.x - from.x) / run * pen.width / 2;
            to.y += (to.y - from.y) / run * pen.width / 2;
        }
        canvas.line({from, to, pen.colour, pen.width});
    }
    const double wide = pen.head_width / 2;
    canvas.polygon({{tip, {back.x - dy * wide, back.y + dx * wide},
                     {back.x + dy * wide, back.y - dx * wide}},
                    pen.colour, no_colour, 0});
}

struct Move { State from, to; };

/// What a connection has gone through until a moment.
struct History {
    std::array<bool, tcp::state_count> visited{};
    std::array<Time, tcp::state_count> since{};
    std::vector<Move> moves;
    State current = State::closed;
};

History history_of(const trace::Index& index, trace::HostId host, trace::ConnectionId conn,
                   Time now, std::optional<trace::RecordId> now_record)
{
    History history;
    history.visited[0] = true;
    for (const trace::StateSpan& span : index.states(host, conn)) {
        const bool happened = now_record ? span.record <= *now_record : span.from <= now;
        if (!happened) break;
        const trace::Record& record = index.trace()[span.record];
        history.moves.push_back({record.state.from, span.state});
        history.current = span.state;
        history.visited[static_cast<std::size_t>(span.state)] = true;
        history.since[static_cast<std::size_t>(span.state)] = span.from;
    }
    return history;
}

bool in(const std::vector<Move>& moves, State from, State to)
{
    return std::any_of(moves.begin(), moves.end(),
                       [&](const Move& m) { return m.from == from && m.to == to; });
}

std::string edge_id(std::string_view prefix, State from, State to)
{
    return std::string(prefix) + "-" + std::string(tcp::name(from)) + "-" +
           std::string(tcp::name(to));
}

void draw_box(Canvas& canvas, const std::string& prefix, State state, const History& history,
              Lang lang, double scale)
{
    const bool current = history.current == state;
    const bool visited = history.visited[static_cast<std::size_t>(state)];
    const std::string name{tcp::name(state)};
    std::string title = name;
    if (visited && (state != State::closed || history.moves.size() > 1)) {
        const std::string since =
            time_text(history.since[static_cast<std::size_t>(state)], lang);
        title += lang == Lang::ko ? ": " + since + "부터" : ", since " + since;
    }
    canvas.begin(Item::Kind::state, prefix + "-" + name, title);
    const Point at = middle(state);
    const double x = at.x * scale, width = box_width * scale;
    Box box{x - width / 2, at.y - box_height / 2, width, box_height, 6, palette::white,
            palette::edge_idle, 1.2, Dash::solid};
    Colour ink = palette::name_idle;
    if (visited) {
        const StateColours colours = colours_of(state);
        box.fill = colours.fill;
        box.edge = ink = colours.ink;
    }
    if (current) {
        canvas.box({box.x - 3.5, box.y - 3.5, box.width + 7, box.height + 7, 9, palette::halo,
                    no_colour, 0, Dash::solid});
        box.edge = ink = palette::ink;
        box.edge_width = 2.4;
    }
    canvas.box(box);
    int size = 12;
    while (size > 9 && text_width(name, size, true) > width - 8) --size;
    canvas.label(text_at({x, at.y + size * 0.36}, Anchor::middle, ink, name, size, visited));
}

}  // namespace

DisplayList layout_states(const trace::Index& index, trace::HostId host, trace::ConnectionId conn,
                          Time now, Lang lang, double width,
                          std::optional<trace::RecordId> now_record)
{
    const History history = history_of(index, host, conn, now, now_record);
    const double scale = width / plan_width;
    const std::string prefix = "m" + std::to_string(host);
    Canvas canvas(width, plan_height);
    for (const tcp::Transition& row : tcp::transitions) {
        if (!row.in_figure_5 || in(history.moves, row.from, row.to)) continue;
        canvas.begin(Item::Kind::ground, edge_id(prefix, row.from, row.to), std::string(row.label));
        draw_path(canvas, path_of(row.from, row.to), idle, scale);
    }
    // The way taken last, so that nothing hides it; moves outside figure 5 are drawn too.
    std::vector<Move> drawn;
    for (const Move& move : history.moves) {
        if (move.from == move.to || in(drawn, move.from, move.to)) continue;
        drawn.push_back(move);
        std::string label;
        for (const tcp::Transition& row : tcp::transitions)
            if (label.empty() && row.from == move.from && row.to == move.to) label = row.label;
        canvas.begin(Item::Kind::ground, edge_id(prefix, move.from, move.to), label);
        draw_path(canvas, path_of(move.from, move.to), taken, scale);
    }
    for (std::size_t i = 0; i < tcp::state_count; ++i)
        draw_box(canvas, prefix, static_cast<State>(i), history, lang, scale);
    return canvas.take();
}

}  // namespace finwait::diagram
