// The parser of faults and selectors. The grammar stands in docs/scenario-format.md; every
// function here reads one of its rules. Called by core/scenario, and through it by the command
// line and the window.
#include "core/net/fault.h"

#include <algorithm>
#include <array>

#include "core/base/spelling.h"
#include "core/base/words.h"
#include "core/net/label.h"

namespace finwait::net {

namespace {

using namespace std::string_view_literals;

constexpr std::uint64_t largest_ordinal = 1'000'000;
constexpr Duration longest_delay = hours{1};

constexpr std::array labels = {"SYN"sv,  "SYN,ACK"sv,        "FIN"sv,   "RST"sv, "data"sv,
                               "ACK"sv,  "retransmission"sv, "probe"sv, "segment"sv};
constexpr std::array selection_words = {"SYN"sv,  "SYN,ACK"sv,        "FIN"sv,     "RST"sv,
                                        "data"sv, "ACK"sv,            "probe"sv,   "segment"sv,
                                        "every"sv, "retransmission"sv, "first"sv, "everything"sv};
constexpr std::array acknowledged = {"SYN"sv, "FIN"sv, "data"sv};
constexpr std::array retransmitted = {"SYN"sv, "SYN,ACK"sv, "FIN"sv, "data"sv};
// What may still come behind a selection: for the nearest spelling only.
constexpr std::array behind_label = {"from"sv, "on"sv, "of"sv, "by"sv, "after"sv, "with"sv};
constexpr std::array verbs = {"lose"sv, "delay"sv, "copy"sv, "swap"sv, "corrupt"sv};

class Reader {
public:
    Reader(std::string_view sentence, std::span<const std::string> hosts)
        : words_(sentence), hosts_(hosts)
    {
    }

    bool fault(Fault& out);
    bool selector(Selector& out);
    const Error& error() const { return words_.error(); }

private:
    bool lose(Fault& out);
    bool lose_by_chance(Fault& out);
    bool lose_everything(Fault& out);
    bool selection(Selector& out);
    bool ordinal(Selector& out, bool& found);
    bool label(Selector& out);
    bool plain_label(std::span<const std::string_view> allowed, Selector& out);
    bool from(Selector& out, bool needed);
    bool on_connection(Selector& out);

    Words words_;
    std::span<const std::string> hosts_;
    std::uint32_t last_without_ordinal_ = 1;
};

bool Reader::fault(Fault& out)
{
    std::size_t verb = 0;
    if (!words_.choice("what to do", verbs, verb)) return false;
    if (verb == 0) return lose(out) && words_.finish(behind_label);
    if (!selection(out.what)) return false;
    switch (verb) {
        case 1:
            out.action = Action::delay;
            if (!words_.require("by", behind_label) ||
                !words_.duration("a delay", nanoseconds{1}, longest_delay, out.time))
                return false;
            break;
        case 2:
            out.action = Action::copy;
            if (!words_.require("after", behind_label) ||
                !words_.duration("a time", Duration{0}, longest_delay, out.time))
                return false;
            break;
        case 3:
            out.action = Action::swap;
            if (!words_.require("with", behind_label) || !words_.require("next")) return false;
            break;
        default: out.action = Action::corrupt;
    }
    return words_.finish();
}

bool Reader::lose(Fault& out)
{
    if (words_.take_if("everything")) return lose_everything(out);
    if (words_.next_is("1") && words_.next_is("in", 1)) return lose_by_chance(out);
    out.action = Action::lose;
    return selection(out.what);
}

bool Reader::lose_everything(Fault& out)
{
    if (words_.take_if("after")) {
        out.action = Action::lose_all_after;
        bool found = false;
        return ordinal(out.what, found) && label(out.what) && from(out.what, true) &&
               on_connection(out.what);
    }
    out.action = Action::lose;
    out.what.words = "everything";
    out.what.last = UINT32_MAX;
    if (!words_.next_is("from")) return words_.expected("'after' or 'from'");
    return from(out.what, true) && on_connection(out.what);
}

bool Reader::lose_by_chance(Fault& out)
{
    words_.take();
    words_.take();
    out.action = Action::lose_by_chance;
    out.what.words = "segment";
    out.what.last = UINT32_MAX;
    std::uint64_t one_in = 0;
    if (!words_.number("a number", 1, largest_ordinal, one_in)) return false;
    out.one_in = static_cast<std::uint32_t>(one_in);
    if (!from(out.what, true) || !on_connection(out.what)) return false;
    if (!words_.take_if("seed")) return true;
    return words_.number("a seed", 0, INT64_MAX, out.seed);
}

bool Reader::selector(Selector& out)
{
    last_without_ordinal_ = UINT32_MAX;
    return selection(out) && words_.finish(behind_label);
}

bool Reader::selection(Selector& out)
{
    bool found = false;
    if (words_.take_if("every")) {
        out.last = UINT32_MAX;
    } else if (words_.take_if("first")) {
        std::uint64_t count = 0;
        if (!words_.number("a number of segments", 1, largest_ordinal, count)) return false;
        out.last = static_cast<std::uint32_t>(count);
    } else if (!ordinal(out, found)) {
        return false;
    } else if (!found) {
        out.last = last_without_ordinal_;
    }
    return label(out) && from(out, false) && on_connection(out);
}

bool Reader::ordinal(Selector& out, bool& found)
{
    const Word& word = words_.peek();
    const std::size_t digits =
        std::min(word.written.find_first_not_of("0123456789"), word.written.size());
    found = word.kind == Word::Kind::atom && digits > 0;
    if (!found) return true;
    const auto n = parse_number(std::string_view(word.written).substr(0, digits));
    if (!n || *n == 0 || *n > largest_ordinal)
        return words_.expected("an ordinal from 1st to " + ordinal_text(largest_ordinal));
    if (word.written != ordinal_text(*n))
        return words_.expected(in_quotes(ordinal_text(*n)));
    out.first = out.last = static_cast<std::uint32_t>(*n);
    words_.take();
    return true;
}

bool Reader::label(Selector& out)
{
    if (words_.take_if("retransmission")) {
        out.labels = label_retransmission;
        out.words = "retransmission";
        return !words_.take_if("of") || plain_label(retransmitted, out);
    }
    if (words_.take_if("ACK")) {
        out.words = "ACK";
        if (!words_.take_if("of")) {
            out.labels = label_ack;
            return true;
        }
        if (!plain_label(acknowledged, out)) return false;
        if ((out.labels & (label_syn | label_syn_ack)) != 0) out.labels = label_ack_of_syn;
        if ((out.labels & label_fin) != 0) out.labels = label_ack_of_fin;
        if ((out.labels & label_data) != 0) out.labels = label_ack_of_data;
        return true;
    }
    return plain_label(labels, out);
}

/// SYN, SYN,ACK, FIN, RST, data, probe, segment: added to what `out` says already. An ACK
/// behind FIN or RST changes nothing: nearly all of them carry one.
bool Reader::plain_label(std::span<const std::string_view> allowed, Selector& out)
{
    const std::string_view word = words_.peek().written;
    const bool known = words_.peek().kind == Word::Kind::atom &&
                       std::ranges::find(allowed, word) != allowed.end();
    if (!known)
        return words_.expected("a segment (" + listed(allowed) + ")",
                               out.words.empty() ? std::span(selection_words) : allowed);
    const std::string name = words_.take().written;
    bool with_ack = false;
    if (name == "SYN" || name == "FIN" || name == "RST") {
        with_ack = words_.take_if(",");
        if (with_ack && !words_.require("ACK")) return false;
    }
    if (name == "SYN") out.labels |= with_ack ? label_syn_ack : label_syn;
    if (name == "FIN") out.labels |= label_fin;
    if (name == "RST") out.labels |= label_rst;
    if (name == "data") out.labels |= label_data;
    if (name == "probe") out.labels |= label_probe;
    out.words += (out.words.empty() ? "" : " of ") + name + (with_ack ? ",ACK" : "");
    return true;
}

bool Reader::from(Selector& out, bool needed)
{
    if (!words_.next_is("from") && !needed) return true;
    if (!words_.require("from", behind_label)) return false;
    const std::vector<std::string_view> names(hosts_.begin(), hosts_.end());
    std::size_t host = 0;
    if (!words_.choice("a host", names, host)) return false;
    out.host = static_cast<std::uint8_t>(host);
    return true;
}

bool Reader::on_connection(Selector& out)
{
    if (!words_.take_if("on")) return true;
    std::uint64_t connection = 0;
    if (!words_.require("connection") ||
        !words_.number("a connection", 1, largest_ordinal, connection))
        return false;
    out.connection = static_cast<std::uint32_t>(connection);
    return true;
}

}  // namespace

std::string ordinal_text(std::uint64_t n)
{
    const bool teen = n % 100 >= 11 && n % 100 <= 13;
    constexpr std::array suffixes = {"th"sv, "st"sv, "nd"sv, "rd"sv};
    return std::to_string(n) + std::string(suffixes[!teen && n % 10 <= 3 ? n % 10 : 0]);
}

Result<Fault> parse_fault(std::string_view sentence, std::span<const std::string> hosts)
{
    Fault fault;
    Reader reader(sentence, hosts);
    if (!reader.fault(fault)) return reader.error();
    fault.sentence = sentence;
    return fault;
}

Result<Selector> parse_selector(std::string_view words, std::span<const std::string> hosts)
{
    Selector selector;
    Reader reader(words, hosts);
    if (!reader.selector(selector)) return reader.error();
    return selector;
}

}  // namespace finwait::net
