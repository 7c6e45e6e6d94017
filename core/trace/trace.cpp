#include "core/trace/trace.h"

#include <algorithm>
#include <cstring>

namespace finwait::trace {

void Trace::happened(const Batch& batch)
{
    std::size_t offset = octets_.size();
    for (const Record& record : batch.records) {
        if (record.kind != Kind::sent || record.segment.len == 0) continue;
        places_.push_back({record.id, static_cast<std::uint32_t>(offset)});
        offset += record.segment.len;
    }
    ENSURE(batch.records.empty() || batch.records.front().id == records_.size());
    ENSURE(offset == octets_.size() + batch.octets.size());
    records_.insert(records_.end(), batch.records.begin(), batch.records.end());
    octets_.insert(octets_.end(), batch.octets.begin(), batch.octets.end());
}

std::span<const std::byte> Trace::octets(RecordId sent) const
{
    const auto place = std::lower_bound(places_.begin(), places_.end(), sent,
                                        [](const Place& p, RecordId id) { return p.sent < id; });
    if (place == places_.end() || place->sent != sent) return {};
    return std::span(octets_).subspan(place->offset, records_[sent].segment.len);
}

void Digest::happened(const Batch& batch)
{
    // Two lanes of multiply and add, mixed once a record: enough to tell runs apart, and cheap
    // beside what made the record.
    constexpr std::uint64_t odd_a = 0x9E3779B97F4A7C15U;
    constexpr std::uint64_t odd_b = 0xC2B2AE3D27D4EB4FU;
    records_ += batch.records.size();
    std::uint64_t value = value_;
    for (const Record& record : batch.records) {
        std::uint64_t a = value ^ static_cast<std::uint64_t>(record.t.count());
        std::uint64_t b = std::uint64_t{record.cause} << 32U | record.about;
        a = a * odd_a + record.words[0];
        b = b * odd_b + record.words[1];
        a = a * odd_a + record.words[2];
        b = b * odd_b + record.words[3];
        a = a * odd_a + (std::uint64_t{record.conn} << 32U |
                         std::uint64_t{static_cast<std::uint16_t>(record.rule)} << 16U |
                         std::uint64_t{static_cast<std::uint8_t>(record.kind)} << 8U |
                         record.host);
        a ^= b * odd_b;
        value = a ^ a >> 29U;
    }
    value_ = value;
}

}  // namespace finwait::trace
