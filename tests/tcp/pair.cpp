// A simulated link between two endpoints, and figures compared with what happened.
#include "tests/tcp/pair.h"

#include <algorithm>

namespace finwait::tcp::test {

Pair::Pair(const PairNumbers& numbers)
    : a(stage, "A", numbers.a, numbers.a_iss), b(stage, "B", numbers.b, numbers.b_iss),
      numbers_(numbers)
{
}

void Pair::establishes()
{
    b.listens();
    a.connects();
    run();
    ASSERT_EQ(name(a.state()), name(State::established)) << stage.history();
    ASSERT_EQ(name(b.state()), name(State::established)) << stage.history();
    starts_lifelines_anew();
}

void Pair::starts_lifelines_anew()
{
    line_of_a_ = a.lifeline().size();
    line_of_b_ = b.lifeline().size();
}

std::size_t Pair::segments_sent() const
{
    const auto left = [](const Party& party, std::size_t first) {
        const auto& line = party.lifeline();
        return std::count_if(line.begin() + static_cast<std::ptrdiff_t>(first), line.end(),
                             [](const Happening& h) { return h.kind == Happening::Kind::left; });
    };
    return static_cast<std::size_t>(left(a, line_of_a_) + left(b, line_of_b_));
}

void Pair::takes_off(Party& from, Party& to, std::size_t& seen, Duration delay)
{
    for (; seen < from.all_sent().size(); ++seen) {
        const Sent& sent = from.all_sent()[seen];
        if (loses && loses(from, sent.segment)) {
            stage.tell("    lost: " + to_string(sent.segment) + " of " + from.name);
            continue;
        }
        UnderWay segment{sent.at + delay, &to, sent.segment, sent.octets};
        if (hold_ == &from) {
            stage.tell("    held: " + to_string(sent.segment) + " of " + from.name);
            held_.push_back(std::move(segment));
            hold_ = nullptr;
        } else {
            under_way_.push_back(std::move(segment));
        }
    }
}

void Pair::collect()
{
    takes_off(a, b, seen_of_a_, numbers_.a_to_b);
    takes_off(b, a, seen_of_b_, numbers_.b_to_a);
}

void Pair::let_go()
{
    for (UnderWay& segment : held_) {
        segment.at = stage.now;
        under_way_.push_back(std::move(segment));
    }
    held_.clear();
}

void Pair::arrives_from_the_past(Party& at, std::string_view text)
{
    const Segment segment = written(text).segment;
    under_way_.push_back({stage.now, &at, segment, octets_at(0, segment.len)});
}

bool Pair::step(Time until)
{
    collect();
    const auto first =
        std::min_element(under_way_.begin(), under_way_.end(),
                         [](const UnderWay& x, const UnderWay& y) { return x.at < y.at; });
    const Time arrival = first == under_way_.end() ? never : first->at;
    const Time timer = std::min(a.next_deadline(), b.next_deadline());
    const Time next = std::min(arrival, timer);
    if (next > until) return false;
    stage.now = std::max(stage.now, next);
    if (arrival <= timer) {
        const UnderWay segment = std::move(*first);
        under_way_.erase(first);
        segment.to->gets(segment.segment, segment.octets);
    } else {
        (a.next_deadline() <= b.next_deadline() ? a : b).timer();
    }
    collect();
    return true;
}

void Pair::run()
{
    collect();
    while (true) {
        if (under_way_.empty()) {
            if (!step(stage.now + milliseconds{100})) return;
        } else {
            step(never - Duration{1});
        }
    }
}

void Pair::run_for(Duration span)
{
    const Time until = stage.now + span;
    while (step(until)) {}
    stage.now = until;
}

// ---------------------------------------------------------------- figures

namespace {

using Kind = Happening::Kind;

struct End {
    std::string_view state;  ///< empty: not compared
    enum class What { none, left, came, stands } what = What::none;
};

struct FigureLine {
    std::string_view text;
    Written segment;
    End a, b;
};

End end_of(std::string_view column, std::string_view departs, bool of_a)
{
    End end;
    const std::string_view arrow = of_a ? column.substr(column.size() - 3) : column.substr(0, 3);
    end.state = trimmed(of_a ? column.substr(0, column.size() - 3) : column.substr(3));
    if (arrow == departs) end.what = End::What::left;
    else if (arrow == "-->" || arrow == "<--") end.what = End::What::came;
    return end;
}

FigureLine read_line(std::string_view text)
{
    FigureLine line;
    line.text = text;
    const auto open = text.find("<SEQ");
    if (open == std::string_view::npos) {
        const auto gap = text.find("  ");
        line.a = {trimmed(text.substr(0, gap)), End::What::stands};
        if (gap != std::string_view::npos) line.b = {trimmed(text.substr(gap)), End::What::stands};
        return line;
    }
    auto close = open;  // behind the last <field=value> in a row
    while (close < text.size() && text[close] == '<' && text[close + 1] != '-')
        close = text.find('>', close) + 1;
    line.segment = written(text.substr(open, close - open));
    line.a = end_of(trimmed(text.substr(0, open)), "-->", true);
    line.b = end_of(trimmed(text.substr(close)), "<--", false);
    return line;
}

/// Walks one lifeline along the figure.
class Walk {
public:
    Walk(const Party& party, std::size_t first) : line_(party.lifeline()), at_(first) {}

    /// Empty when it agrees; else what happened instead.
    std::string take(const End& end, const Written& segment)
    {
        if (end.what == End::What::none) return {};
        if (end.what == End::What::stands) return stands(end.state);
        while (at_ < line_.size() && line_[at_].kind == Kind::stood) ++at_;
        if (at_ == line_.size()) return "nothing more happened";
        const Happening& happening = line_[at_++];
        const Kind kind = end.what == End::What::left ? Kind::left : Kind::came;
        const bool right = happening.kind == kind && same(segment, happening.segment) &&
                           (end.state.empty() || end.state == name(happening.state));
        return right ? "" : told(happening);
    }

    std::string rest()
    {
        while (at_ < line_.size() && line_[at_].kind == Kind::stood) ++at_;
        return at_ == line_.size() ? "" : told(line_[at_]);
    }

private:
    std::string stands(std::string_view state)
    {
        if (at_ > 0 && name(line_[at_ - 1].state) == state) return {};
        while (at_ < line_.size() && line_[at_].kind == Kind::stood)
            if (name(line_[at_++].state) == state) return {};
        if (at_ == 0 && state == "CLOSED") return {};
        return at_ == 0 ? "stood in CLOSED" : "stood in " + std::string(name(line_[at_ - 1].state));
    }

    static std::string told(const Happening& happening)
    {
        const std::string state(name(happening.state));
        if (happening.kind == Kind::stood) return "stood in " + state;
        return (happening.kind == Kind::left ? "sent " : "got ") + to_string(happening.segment) +
               ", then " + state;
    }

    const std::vector<Happening>& line_;
    std::size_t at_;
};

}  // namespace

testing::AssertionResult Pair::draws(std::string_view figure) const
{
    Walk walk_a(a, line_of_a_);
    Walk walk_b(b, line_of_b_);
    while (!figure.empty()) {
        const auto end = figure.find('\n');
        const std::string_view text = trimmed(figure.substr(0, end));
        figure = end == std::string_view::npos ? std::string_view{} : figure.substr(end + 1);
        if (text.empty()) continue;
        const FigureLine line = read_line(text);
        const std::string of_a = walk_a.take(line.a, line.segment);
        const std::string of_b = walk_b.take(line.b, line.segment);
        if (of_a.empty() && of_b.empty()) continue;
        auto failure = testing::AssertionFailure() << "the figure says\n  " << line.text << "\n";
        if (!of_a.empty()) failure << "but A " << of_a << "\n";
        if (!of_b.empty()) failure << "but B " << of_b << "\n";
        return failure << stage.history();
    }
    const std::string more_of_a = walk_a.rest();
    const std::string more_of_b = walk_b.rest();
    if (more_of_a.empty() && more_of_b.empty()) return testing::AssertionSuccess();
    auto failure = testing::AssertionFailure();
    if (!more_of_a.empty()) failure << "after the figure A " << more_of_a << "\n";
    if (!more_of_b.empty()) failure << "after the figure B " << more_of_b << "\n";
    return failure << stage.history();
}

}  // namespace finwait::tcp::test
