// The sequence diagram as a display list: what is there, and that nothing lies on anything else.
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "core/diagram/colours.h"
#include "core/diagram/layout.h"
#include "core/diagram/placing.h"
#include "core/diagram/text_measure.h"
#include "tests/diagram/random_story.h"

namespace finwait::test {
namespace {

using diagram::DisplayList;
using diagram::Item;
using diagram::Label;
using diagram::Look;
using diagram::Shape;
using diagram::Slab;
using diagram::TimeAxis;

const Item* find_item(const DisplayList& list, std::string_view id)
{
    for (const Item& item : list.items)
        if (item.id == id) return &item;
    return nullptr;
}

template <class Visit>
void each_shape(const DisplayList& list, Shape::Type type, const Visit& visit)
{
    for (const Shape& shape : list.shapes)
        if (shape.type == type) visit(list.items[shape.item], shape.index);
}

bool says(const DisplayList& list, std::string_view text)
{
    for (const Label& label : list.labels)
        if (label.text == text) return true;
    return false;
}

Slab slab_of(const Label& label)
{
    const double turn = label.angle * 3.14159265358979 / 180;
    const double across = diagram::text_width(label.text, label.size, label.bold) * std::cos(turn);
    double left = label.at.x;
    if (label.anchor == diagram::Anchor::middle) left -= across / 2;
    if (label.anchor == diagram::Anchor::end) left -= across;
    const double slope = std::tan(turn), up = label.size * 0.75 / std::cos(turn);
    return {left, left + across, label.at.y + (left - label.at.x) * slope - up,
            label.at.y + (left + across - label.at.x) * slope - up,
            label.size * 0.9 / std::cos(turn)};
}

class FinalAck : public testing::Test {
protected:
    FinalAck()
    {
        story_.final_ack_lost();
        index_.emplace(story_.trace);
        axis_.emplace(*index_, 1.0);
    }
    trace::RecordId sent(trace::HostId host, int nth) const
    {
        for (const trace::Record& record : story_.trace.records())
            if (record.kind == trace::Kind::sent && record.host == host && nth-- == 0)
                return record.id;
        return trace::no_record;
    }
    Item item_of(const DisplayList& list, trace::RecordId id) const
    {
        const Item* item = find_item(list, "s" + std::to_string(id));
        EXPECT_NE(item, nullptr);
        return item == nullptr ? Item{} : *item;
    }

    Story story_;
    std::optional<trace::Index> index_;
    std::optional<TimeAxis> axis_;
};

TEST_F(FinalAck, SaysEverythingOnce)
{
    const DisplayList list = diagram::layout(*index_, *axis_, {});
    for (const std::string_view text :
         {"SYN  seq=0", "SYN,ACK  seq=0 ack=1", "PSH,ACK  seq=1 ack=1 len=5",
          "FIN,ACK  seq=6 ack=1", "lost", "TLP 224 ms", "RTO 224 ms", "2MSL 60 s", "… 60 s …",
          "LISTEN", "SYN-RECEIVED",
          "TIME-WAIT", "LAST-ACK", "0 ms", "570 ms", "60.804 s"})
        EXPECT_TRUE(says(list, text)) << text;
    EXPECT_FALSE(says(list, "590 ms")) << "nothing happens then";
    std::set<std::string> ids;
    for (const Item& item : list.items) EXPECT_TRUE(ids.insert(item.id).second) << item.id;
}

TEST_F(FinalAck, SpeaksKorean)
{
    Look look;
    look.lang = Lang::ko;
    const DisplayList list = diagram::layout(*index_, *axis_, look);
    for (const std::string_view text : {"손실", "2MSL 60초", "… 60초 …", "60.804초", "TIME-WAIT"})
        EXPECT_TRUE(says(list, text)) << text;
}

TEST_F(FinalAck, ArrowsFallWithTheDelayAndALostOneStopsAtItsCross)
{
    const DisplayList list = diagram::layout(*index_, *axis_, {});
    const Item fin = item_of(list, sent(Story::client, 3));
    EXPECT_NEAR(fin.to.y - fin.from.y, 30, 0.1);
    EXPECT_GT(fin.to.x, fin.from.x);
    EXPECT_EQ(fin.begins_ns, Time{60ms}.count());
    const Item lost = item_of(list, sent(Story::client, 4));
    EXPECT_NEAR(lost.to.x - lost.from.x, 0.58 * (fin.to.x - fin.from.x), 0.1);
    EXPECT_NEAR(lost.to.y - lost.from.y, 0.58 * 30, 0.1);
    EXPECT_EQ(lost.title.find("client sends <SEQ=7><ACK=2><CTL=ACK> at 580 ms, lost: "), 0U)
        << lost.title;
}

TEST_F(FinalAck, TheFutureIsFadedOrHidden)
{
    Look look;
    look.now = Time{600ms};
    const DisplayList faded = diagram::layout(*index_, *axis_, look);
    const auto again = sent(Story::server, 4);
    each_shape(faded, Shape::Type::label, [&](const Item& item, std::uint32_t i) {
        if (item.record != again) return;
        EXPECT_EQ(faded.labels[i].colour.rgb,
                  diagram::palette::faded(diagram::palette::again).rgb);
    });
    EXPECT_TRUE(says(faded, "600 ms"));
    look.hide_future = true;
    const DisplayList hidden = diagram::layout(*index_, *axis_, look);
    for (const Item& item : hidden.items) EXPECT_LE(item.begins_ns, Time{600ms}.count()) << item.id;
    EXPECT_FALSE(says(hidden, "… 204 ms …")) << "how long the wait will be is the future";
    EXPECT_FALSE(says(hidden, "CLOSED"));
}

TEST_F(FinalAck, AHiddenLossIsNotGivenAway)
{
    Look look;
    look.hide_future = true;
    look.now_record = sent(Story::client, 4);
    const DisplayList list = diagram::layout(*index_, *axis_, look);
    EXPECT_FALSE(says(list, "lost"));
    EXPECT_TRUE(says(list, "ACK  seq=7 ack=2"));
    for (const auto& line : list.lines) EXPECT_NE(line.dash, diagram::Dash::dashed);
}

TEST_F(FinalAck, ALossShowsAsSoonAsItHasHappened)
{
    for (const bool hidden : {false, true}) {
        Look look;
        look.hide_future = hidden;
        look.now = Time{580ms};
        const DisplayList list = diagram::layout(*index_, *axis_, look);
        bool dashed = false;
        each_shape(list, Shape::Type::line, [&](const Item& item, std::uint32_t i) {
            dashed |= item.kind == Item::Kind::segment &&
                      list.lines[i].dash == diagram::Dash::dashed &&
                      list.lines[i].colour.rgb == diagram::palette::lost.rgb;
        });
        EXPECT_TRUE(dashed);
        EXPECT_TRUE(says(list, "lost"));
    }
}

TEST_F(FinalAck, TheSelectedSegmentGlows)
{
    Look look;
    look.selected = sent(Story::client, 3);
    const DisplayList list = diagram::layout(*index_, *axis_, look);
    int glowing = 0;
    each_shape(list, Shape::Type::line, [&](const Item& item, std::uint32_t i) {
        if (list.lines[i].width < 12) return;
        ++glowing;
        EXPECT_EQ(item.record, *look.selected);
        EXPECT_EQ(list.lines[i].colour.alpha, 46);
    });
    EXPECT_EQ(glowing, 1);
}

TEST_F(FinalAck, APartIsTheSameAsThatPartOfTheWhole)
{
    const DisplayList whole = diagram::layout(*index_, *axis_, {});
    const DisplayList part = diagram::layout(*index_, *axis_, {}, 200, 400);
    EXPECT_LT(part.items.size(), whole.items.size());
    each_shape(part, Shape::Type::label, [&](const Item& item, std::uint32_t i) {
        if (item.kind != Item::Kind::segment) return;
        const Label& label = part.labels[i];
        bool same = false;
        for (const Label& other : whole.labels)
            same |= other.text == label.text && other.at.x == label.at.x &&
                    other.at.y == label.at.y;
        EXPECT_TRUE(same) << label.text;
    });
}

TEST_F(FinalAck, AbsoluteNumbersOnRequest)
{
    Look look;
    look.absolute_numbers = true;
    EXPECT_TRUE(says(diagram::layout(*index_, *axis_, look), "FIN,ACK  seq=5006 ack=9001"));
}

/// No two labels touch, and no arrow runs through one.
void expect_readable(const DisplayList& list, const std::string& which)
{
    struct Placed { Slab slab; std::string text; std::uint32_t item; };
    std::vector<Placed> words;
    for (const Shape& shape : list.shapes) {
        if (shape.type != Shape::Type::label) continue;
        const Label& label = list.labels[shape.index];
        words.push_back({slab_of(label), label.text, shape.item});
    }
    for (std::size_t i = 0; i < words.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_FALSE(diagram::touch(words[i].slab, words[j].slab))
                << which << ": " << words[i].text << " / " << words[j].text;
    each_shape(list, Shape::Type::line, [&](const Item& item, std::uint32_t i) {
        if (item.kind != Item::Kind::segment) return;
        const auto& line = list.lines[i];
        const bool right = line.to.x >= line.from.x;
        const Slab slab{right ? line.from.x : line.to.x, right ? line.to.x : line.from.x,
                        right ? line.from.y : line.to.y, right ? line.to.y : line.from.y, 0.1};
        for (const Placed& word : words) {
            if (list.items[word.item].kind != Item::Kind::segment) continue;
            if (word.text == "lost") continue;  // white on its own ground
            EXPECT_FALSE(diagram::touch(slab, word.slab)) << which << ": " << item.title << " / "
                                                          << word.text;
        }
    });
}

TEST_F(FinalAck, NothingTouchesAnythingElse)
{
    for (const double zoom : {0.7, 1.0, 2.0}) {
        const TimeAxis axis(*index_, zoom);
        expect_readable(diagram::layout(*index_, axis, {}), "zoom");
    }
    Look look;
    look.title = look.legend = true;
    look.title_text = "The final ACK is lost";
    look.question_text = "The server never hears the last ACK.";
    expect_readable(diagram::figure(*index_, look), "figure");
}

TEST(Layout, StaysReadableForConversationsNobodyWouldWrite)
{
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const trace::Trace trace = random_story(seed);
        const trace::Index index(trace);
        const TimeAxis axis(index, 1);
        expect_readable(diagram::layout(index, axis, {}), "seed " + std::to_string(seed));
        expect_readable(diagram::figure(index, {}), "figure of seed " + std::to_string(seed));
    }
}

TEST(Layout, ThreeHostsStandEvenly)
{
    Story story({"client", "proxy", "server"});
    story.opens();
    const trace::Index index(story.trace);
    const DisplayList header = diagram::layout_header(index, {});
    const Item* a = find_item(header, "h0");
    const Item* b = find_item(header, "h1");
    const Item* c = find_item(header, "h2");
    ASSERT_TRUE(a != nullptr && b != nullptr && c != nullptr);
    EXPECT_NEAR(b->x - a->x, c->x - b->x, 0.5);
}

TEST(Layout, NamesOfAHostInTheMiddleKeepClearOfArrows)
{
    Story story({"client", "proxy", "server"});
    story.opens();
    story.conn = 2;
    trace::Record syn = story.record(60ms, 1, trace::Kind::sent, Rule::active_open);
    syn.segment.flags = SYN;
    syn.segment.to = 2;
    story.put(syn);
    story.state(60ms, 1, tcp::State::syn_sent);
    story.arrived(70ms, syn.id);
    story.state(70ms, 2, tcp::State::syn_received);
    const trace::Index index(story.trace);
    const DisplayList list = diagram::layout(index, TimeAxis(index, 1), {});
    const Item* arrow = find_item(list, "s" + std::to_string(syn.id));
    ASSERT_NE(arrow, nullptr);
    const Slab line{arrow->from.x, arrow->to.x, arrow->from.y, arrow->to.y, 0.1};
    bool named = false;
    each_shape(list, Shape::Type::label, [&](const Item& item, std::uint32_t i) {
        if (item.kind != Item::Kind::state) return;
        named |= list.labels[i].text == "#2 SYN-SENT";
        EXPECT_FALSE(diagram::touch(line, slab_of(list.labels[i]))) << list.labels[i].text;
    });
    EXPECT_TRUE(named);
}

TEST(Layout, ThousandsOfArrowsCostNoMoreThanWhatIsSeen)
{
    Story story;
    story.opens();
    for (int i = 0; i < 20'000; ++i) {
        const Time t{100ms + i * 20ms};
        const auto sent = story.sent(t, i % 2 == 0 ? 0 : 1, ACK, 1, 1);
        story.arrived(t + 10ms, sent);
    }
    const trace::Index index(story.trace);
    const TimeAxis axis(index, 1);
    const double middle = axis.height() / 2;
    const DisplayList list = diagram::layout(index, axis, {}, middle, middle + 800);
    EXPECT_GT(list.items.size(), 10U);
    EXPECT_LT(list.items.size(), 200U);
}

}  // namespace
}  // namespace finwait::test
