#include "core/trace/trace.h"

#include <algorithm>
#include <cstring>

namespace finwait::trace {

void Trace::happened(const Record& record, std::span<const std::byte> octets)
{
    ENSURE(record.id == records_.size());
    records_.push_back(record);
    if (octets.empty()) return;
    places_.push_back({record.id, static_cast<std::uint32_t>(octets_.size())});
    octets_.insert(octets_.end(), octets.begin(), octets.end());
}

std::span<const std::byte> Trace::octets(RecordId sent) const
{
    const auto place = std::lower_bound(places_.begin(), places_.end(), sent,
                                        [](const Place& p, RecordId id) { return p.sent < id; });
    if (place == places_.end() || place->sent != sent) return {};
    return std::span(octets_).subspan(place->offset, records_[sent].segment.len);
}

void Digest::happened(const Record& record, std::span<const std::byte>)
{
    const auto mix = [this](std::uint64_t word) {
        value_ = (value_ ^ word) * 0x9E3779B97F4A7C15U;
        value_ ^= value_ >> 32U;
    };
    ++records_;
    mix(static_cast<std::uint64_t>(record.t.count()));
    mix(std::uint64_t{record.cause} << 32U | record.about);
    mix(std::uint64_t{record.conn} << 32U | std::uint64_t{static_cast<std::uint16_t>(record.rule)} << 16U |
        std::uint64_t{static_cast<std::uint8_t>(record.kind)} << 8U | record.host);
    for (const std::uint64_t word : record.words) mix(word);
}

}  // namespace finwait::trace
