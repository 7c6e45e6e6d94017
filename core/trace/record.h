// A record of a run: what happened, where, when, by which rule, and because of which other
// record. 64 octets, no text: text is made when someone looks. docs/trace-format.md.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/time.h"
#include "core/host/errno.h"
#include "core/net/label.h"
#include "core/rules/id.h"
#include "core/tcp/segment.h"
#include "core/tcp/state.h"
#include "core/tcp/timer.h"
#include "core/tcp/transitions.h"

namespace finwait::trace {

using RecordId = std::uint32_t;      ///< its place in the trace, from 0
using ConnectionId = std::uint32_t;  ///< from 1, in the order of their first SYN; 0: none
using HostId = std::uint8_t;         ///< the place in the scenario, from 0

inline constexpr RecordId no_record = UINT32_MAX;

enum class Kind : std::uint8_t {
    sent,             ///< a segment left `host`
    lost,             ///< `about`: the sent record
    arrived,          ///< at `host`; `about`: the sent record
    state,
    timer_set,
    timer_fired,      ///< `about`: its timer_set
    timer_cancelled,  ///< `about`: its timer_set
    call,             ///< a process enters a system call
    returned,         ///< `about`: the call record
    port_taken,
    port_freed,       ///< `about`: its port_taken
};

inline constexpr std::string_view kind_names[] = {
    "sent",        "lost",            "arrived", "state",    "timer-set",  "timer-fired",
    "timer-cancelled", "call", "returned", "port-taken", "port-freed"};

constexpr std::string_view name(Kind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

/// What the sending host says its segment is: trace::label_fin and so on.
using net::Label;
using enum net::Label;

struct SentSegment {
    tcp::Seq seq;
    tcp::Seq ack;
    std::uint32_t len;
    std::uint32_t window;
    std::uint16_t source_port;
    std::uint16_t destination_port;
    std::uint16_t labels;
    std::uint16_t mss;          ///< the option on a SYN; 0: none
    HostId to;
    std::uint8_t flags;
    std::uint16_t unused;
};

struct StateMove {
    tcp::State from;
    tcp::State to;
    tcp::Event event;
    std::uint8_t listener;      ///< 1: the listening socket itself, not a connection
    std::uint16_t port;         ///< the local one
    std::uint16_t peer_port;
};

struct Timer {
    Time deadline;
    tcp::TimerKind kind;
    std::uint8_t backoff;       ///< how often the RTO has been doubled
    std::uint16_t unused_16;    ///< no padding: digests read every octet
    std::uint32_t unused_32;
};

struct CallFact {
    std::uint32_t process;      ///< from 0, in the order of their start
    std::uint32_t statement;    ///< index into Trace::header().statements
    std::int32_t result;        ///< octets, 0 or -1; only in `returned`
    host::Errno error;          ///< only in `returned`
    std::uint8_t eof;           ///< recv: the stream has ended
    std::uint16_t unused;
};

struct PortFact {
    std::uint16_t port;
};

struct Record {
    Time t;
    RecordId id = no_record;
    RecordId cause = no_record;   ///< the record that made this one happen
    RecordId about = no_record;   ///< see Kind
    ConnectionId conn = 0;
    Rule rule = Rule::none;
    Kind kind = Kind::sent;
    HostId host = 0;
    std::uint32_t octets_at = 0;    ///< sent: where its octets begin among all that the run sent
    union {
        SentSegment segment;      ///< sent; lost and arrived: look at `about`
        StateMove state;
        Timer timer;              ///< timer_set, timer_fired, timer_cancelled
        CallFact call;            ///< call, returned
        PortFact port;            ///< port_taken, port_freed
        std::uint64_t words[4];   ///< all of the above, to clear it
    };

    Record() : t{}, words{} {}
};

static_assert(sizeof(Record) == 64);
static_assert(sizeof(SentSegment) == 28 && sizeof(StateMove) == 8 && sizeof(Timer) == 16 &&
              sizeof(CallFact) == 16);

}  // namespace finwait::trace
