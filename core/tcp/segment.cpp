#include "core/tcp/segment.h"

#include <utility>

namespace finwait::tcp {

std::string control_text(std::uint8_t flags)
{
    static constexpr std::pair<Flag, const char*> names[] = {
        {URG, "URG"}, {SYN, "SYN"}, {FIN, "FIN"}, {RST, "RST"}, {PSH, "PSH"}, {ACK, "ACK"}};
    std::string out;
    for (const auto& [flag, name] : names) {
        if ((flags & flag) == 0) continue;
        if (!out.empty()) out += ',';
        out += name;
    }
    return out;
}

std::string flag_letters(std::uint8_t flags)
{
    static constexpr std::pair<Flag, char> letters[] = {
        {SYN, 'S'}, {FIN, 'F'}, {RST, 'R'}, {PSH, 'P'}, {ACK, 'A'}};
    std::string out;
    for (const auto& [flag, letter] : letters)
        if ((flags & flag) != 0) out += letter;
    return out;
}

std::string to_string(const Segment& segment, Seq seq_base, Seq ack_base)
{
    std::string out = "<SEQ=" + std::to_string(segment.seq.raw() - seq_base.raw()) + ">";
    if (segment.has(ACK))
        out += "<ACK=" + std::to_string(segment.ack.raw() - ack_base.raw()) + ">";
    if (segment.len > 0) out += "<DATA=" + std::to_string(segment.len) + ">";
    return out + "<CTL=" + control_text(segment.flags) + ">";
}

}  // namespace finwait::tcp
