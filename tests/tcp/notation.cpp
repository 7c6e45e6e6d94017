// Reads segments in the RFC's notation.
#include "tests/tcp/notation.h"

#include <cstdio>
#include <cstdlib>

namespace finwait::tcp::test {

namespace {

[[noreturn]] void not_a_segment(std::string_view text)
{
    std::fprintf(stderr, "a test wrote \"%.*s\", which is not a segment\n",
                 static_cast<int>(text.size()), text.data());
    std::abort();
}

std::uint32_t number(std::string_view digits, std::string_view whole)
{
    std::uint32_t value = 0;
    if (digits.empty()) not_a_segment(whole);
    for (const char c : digits) {
        if (c < '0' || c > '9') not_a_segment(whole);
        value = value * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return value;
}

std::uint8_t control_bits(std::string_view names, std::string_view whole)
{
    unsigned flags = 0;
    while (!names.empty()) {
        const auto comma = names.find(',');
        const std::string_view one = names.substr(0, comma);
        if (one == "SYN") flags |= SYN;
        else if (one == "ACK") flags |= ACK;
        else if (one == "FIN") flags |= FIN;
        else if (one == "RST") flags |= RST;
        else if (one == "PSH") flags |= PSH;
        else if (one == "URG") flags |= URG;
        else not_a_segment(whole);
        names = comma == std::string_view::npos ? std::string_view{} : names.substr(comma + 1);
    }
    return static_cast<std::uint8_t>(flags);
}

void take_field(Written& out, std::string_view field, std::string_view whole)
{
    const auto equals = field.find('=');
    if (equals == std::string_view::npos) not_a_segment(whole);
    const std::string_view name = field.substr(0, equals);
    const std::string_view value = field.substr(equals + 1);
    if (name == "SEQ") out.segment.seq = Seq{number(value, whole)};
    else if (name == "ACK") out.segment.ack = Seq{number(value, whole)};
    else if (name == "DATA") out.segment.len = number(value, whole);
    else if (name == "MSS") out.segment.mss = static_cast<std::uint16_t>(number(value, whole));
    else if (name == "CTL") {
        out.segment.flags = control_bits(value, whole);
        out.names_push = out.segment.has(PSH);
    } else if (name == "WND") {
        out.segment.window = number(value, whole);
        out.names_window = true;
    } else not_a_segment(whole);
}

}  // namespace

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
    return text;
}

Written written(std::string_view text)
{
    const std::string_view whole = text = trimmed(text);
    Written out;
    out.segment.window = peer_window;
    if (text.empty()) not_a_segment(whole);
    while (!text.empty()) {
        const auto end = text.find('>');
        if (text.front() != '<' || end == std::string_view::npos) not_a_segment(whole);
        take_field(out, text.substr(1, end - 1), whole);
        text = trimmed(text.substr(end + 1));
    }
    return out;
}

std::vector<Written> written_lines(std::string_view text)
{
    std::vector<Written> out;
    while (!text.empty()) {
        const auto end = text.find('\n');
        const std::string_view line = trimmed(text.substr(0, end));
        if (!line.empty()) out.push_back(written(line));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return out;
}

bool same(const Written& expected, const Segment& actual)
{
    const Segment& want = expected.segment;
    const unsigned mask = expected.names_push ? 0xFFU : 0xFFU & ~static_cast<unsigned>(PSH);
    if (want.seq != actual.seq || want.len != actual.len) return false;
    if ((want.flags & mask) != (actual.flags & mask)) return false;
    if (want.has(ACK) && want.ack != actual.ack) return false;
    return !expected.names_window || want.window == actual.window;
}

std::string with_window(const Segment& segment)
{
    return to_string(segment) + " WND=" + std::to_string(segment.window);
}

Bytes octets_at(std::uint32_t offset, std::uint32_t count)
{
    Bytes out(count);
    for (std::uint32_t i = 0; i < count; ++i) out[i] = static_cast<std::byte>((offset + i) % 251);
    return out;
}

}  // namespace finwait::tcp::test
