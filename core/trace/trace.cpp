#include "core/trace/trace.h"

#include <cstring>

namespace finwait::trace {

namespace {

std::uint64_t word_of(const Record& record, std::size_t index)
{
    std::uint64_t word = 0;
    std::memcpy(&word, reinterpret_cast<const std::byte*>(&record) + 8 * index, sizeof word);
    return word;
}

}  // namespace

void Trace::happened(const Batch& batch)
{
    ENSURE(batch.records.empty() || batch.records.front().id == size());
    records_.append(batch.records);
    octets_.insert(octets_.end(), batch.octets.begin(), batch.octets.end());
}

std::span<const std::byte> Trace::octets(RecordId sent) const
{
    const Record& record = records_[sent];
    if (record.kind != Kind::sent) return {};
    return std::span(octets_).subspan(record.octets_at, record.segment.len);
}

void Digest::happened(const Batch& batch)
{
    // Two lanes of multiply and add, mixed once a record: enough to tell runs apart, and cheap
    // beside what made the record. A record has no padding.
    constexpr std::uint64_t odd_a = 0x9E3779B97F4A7C15U;
    constexpr std::uint64_t odd_b = 0xC2B2AE3D27D4EB4FU;
    records_ += batch.records.size();
    std::uint64_t value = value_;
    std::uint64_t segments = segments_;
    for (const Record& record : batch.records) {
        segments += record.kind == Kind::sent ? 1U : 0U;
        std::uint64_t a = value + word_of(record, 0);
        std::uint64_t b = word_of(record, 1);
        for (std::size_t word = 2; word < sizeof(Record) / 8; word += 2) {
            a = a * odd_a + word_of(record, word);
            b = b * odd_b + word_of(record, word + 1);
        }
        a = a * odd_a ^ b * odd_b;
        value = a ^ a >> 29U;
    }
    value_ = value;
    segments_ = segments;
}

}  // namespace finwait::trace
