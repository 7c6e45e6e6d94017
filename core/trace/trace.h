// The trace: all records of one run in order, the octets its segments carried, and the names
// that records refer to. Every view (diagram, ladder, JSON, inspector) is a function of it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/growing_array.h"
#include "core/trace/record.h"

namespace finwait::trace {

/// A statement of a host's program, as its author wrote it.
struct Statement {
    HostId host;
    std::string text;
    int line;       ///< in the scenario file; 0: not from a file
};

/// What records refer to by number; known before the run.
struct Header {
    std::string title;
    std::string profile;              ///< "rfc", "linux"
    bool exact_profile = true;        ///< false: "not yet exact"
    std::vector<std::string> hosts;   ///< by HostId
    std::vector<Statement> statements;
    std::vector<std::string> faults;  ///< the sentences, in order
};

/// How a run ended.
struct Ending {
    enum class Why : std::uint8_t { nothing_left, until, too_many_records, too_long,
                                   too_many_octets } why =
        Why::nothing_left;
    Time at{0};                                  ///< the time of the last event
    std::vector<std::uint32_t> unmatched_faults;  ///< indices of faults that never matched
    std::vector<std::uint32_t> blocked;           ///< statements at which a process still waits
};

/// Records that follow each other, and the octets that the sent ones among them carry (each
/// segment.len of them), one behind the other.
struct Batch {
    std::span<const Record> records;
    std::span<const std::byte> octets;
};

/// Is told every record, in order, a batch at a time; changes nothing in the run.
class Observer {
public:
    virtual ~Observer() = default;
    virtual void begins(const Header&) {}
    virtual void happened(const Batch& batch) = 0;
    virtual void ended(const Ending&) {}
};

class Trace final : public Observer {
public:
    void begins(const Header& header) override { header_ = header; }
    void happened(const Batch& batch) override;
    /// One record; `octets`: what a sent segment carries.
    void append(Record record, std::span<const std::byte> octets)
    {
        record.octets_at = static_cast<std::uint32_t>(octets_.size());
        happened({std::span(&record, 1), octets});
    }
    void ended(const Ending& ending) override { ending_ = ending; }

    const Header& header() const { return header_; }
    const Ending& ending() const { return ending_; }
    std::span<const Record> records() const { return records_.all(); }
    std::size_t size() const { return records_.size(); }
    const Record& operator[](RecordId id) const { return records_[id]; }
    /// The octets that a sent segment carried.
    std::span<const std::byte> octets(RecordId sent) const;

private:
    Header header_;
    Ending ending_;
    GrowingArray<Record> records_;
    Bytes octets_;
};

/// A digest over all records; equal for the same run whatever else observes it.
class Digest final : public Observer {
public:
    void happened(const Batch& batch) override;
    std::uint64_t value() const { return value_; }
    std::uint64_t records() const { return records_; }
    std::uint64_t segments() const { return segments_; }

private:
    std::uint64_t value_ = 0x243F6A8885A308D3U;
    std::uint64_t records_ = 0;
    std::uint64_t segments_ = 0;  ///< sent records
};

}  // namespace finwait::trace
