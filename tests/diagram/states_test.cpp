// The state machine's picture comes from the transition table, and no edge runs through a box.
#include <gtest/gtest.h>

#include "core/diagram/layout.h"
#include "tests/trace/story.h"

namespace finwait::test {
namespace {

using diagram::DisplayList;
using diagram::Item;
using diagram::Shape;

DisplayList client_at(Time now)
{
    Story story;
    story.final_ack_lost();
    const trace::Index index(story.trace);
    return diagram::layout_states(index, Story::client, 1, now, Lang::en, 404);
}

const Item* find_item(const DisplayList& list, const std::string& id)
{
    for (const Item& item : list.items)
        if (item.id == id) return &item;
    return nullptr;
}

/// The colour of the box of a state.
diagram::Colour fill_of(const DisplayList& list, tcp::State state)
{
    diagram::Colour fill;
    for (const Shape& shape : list.shapes)
        if (shape.type == Shape::Type::box &&
            list.items[shape.item].id == "m0-" + std::string(tcp::name(state)))
            fill = list.boxes[shape.index].fill;
    return fill;
}

TEST(StateDiagram, HasElevenBoxesAndEveryEdgeOfFigure5)
{
    const DisplayList list = client_at(-1ms);
    for (const std::string_view name : tcp::state_names)
        EXPECT_NE(find_item(list, "m0-" + std::string(name)), nullptr) << name;
    for (const tcp::Transition& row : tcp::transitions) {
        if (!row.in_figure_5) continue;
        const Item* edge = find_item(list, "m0-" + std::string(tcp::name(row.from)) + "-" +
                                               std::string(tcp::name(row.to)));
        ASSERT_NE(edge, nullptr) << row.label;
        EXPECT_EQ(edge->title, row.label);
    }
}

TEST(StateDiagram, VisitedStatesAreFilledAndTheWayTakenIsThick)
{
    const DisplayList list = client_at(600ms);
    using enum tcp::State;
    EXPECT_EQ(fill_of(list, time_wait).rgb, diagram::colours_of(time_wait).fill.rgb);
    EXPECT_EQ(fill_of(list, fin_wait_2).rgb, diagram::colours_of(fin_wait_2).fill.rgb);
    EXPECT_EQ(fill_of(list, closing).rgb, 0xFFFFFFU);
    std::map<std::string, double> widths;
    for (const Shape& shape : list.shapes)
        if (shape.type == Shape::Type::line)
            widths[list.items[shape.item].id] = list.lines[shape.index].width;
    EXPECT_GT(widths.at("m0-FIN-WAIT-2-TIME-WAIT"), 2.5);
    EXPECT_LT(widths.at("m0-TIME-WAIT-CLOSED"), 2);
}

TEST(StateDiagram, NoEdgeRunsThroughABox)
{
    const DisplayList list = client_at(-1ms);
    const auto box_of = [&](std::string_view name) {
        return *find_item(list, "m0-" + std::string(name));
    };
    for (const Shape& shape : list.shapes) {
        if (shape.type != Shape::Type::line) continue;
        const auto& line = list.lines[shape.index];
        for (const std::string_view name : tcp::state_names) {
            const Item box = box_of(name);
            for (int i = 0; i <= 200; ++i) {
                const double part = i / 200.0;
                const double x = line.from.x + part * (line.to.x - line.from.x);
                const double y = line.from.y + part * (line.to.y - line.from.y);
                const bool inside = x > box.x + 4 && x < box.x + box.width - 4 && y > box.y + 4 &&
                                    y < box.y + box.height - 4;
                ASSERT_FALSE(inside) << list.items[shape.item].id << " through " << name;
            }
        }
    }
}

TEST(StateDiagram, TheWayOutsideFigure5IsDrawnWhenItIsTaken)
{
    Story story;
    story.opens();
    story.state(100ms, Story::client, tcp::State::closed, Rule::reset_received);
    const trace::Index index(story.trace);
    const DisplayList list = diagram::layout_states(index, 0, 1, 100ms, Lang::ko, 300);
    EXPECT_NE(find_item(list, "m0-ESTABLISHED-CLOSED"), nullptr);
    EXPECT_EQ(list.width, 300);
    for (const Item& item : list.items) {
        EXPECT_GE(item.x, 0) << item.id;
        EXPECT_LE(item.x + item.width, 300) << item.id;
    }
}

}  // namespace
}  // namespace finwait::test
