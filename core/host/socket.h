// A socket: an endpoint with its ports, its options and who waits for it; and the small record
// that is left of it in TIME-WAIT.
#pragma once

#include <array>
#include <cstdint>

#include "core/host/world.h"
#include "core/tcp/endpoint.h"

namespace finwait::host {

using TimerRecords = std::array<trace::RecordId, tcp::timer_slots>;

struct Socket {
    enum class Role : std::uint8_t { unused, fresh, listener, connection } role = Role::unused;

    tcp::Endpoint endpoint;
    trace::ConnectionId conn = 0;
    trace::HostId peer = 0;
    std::uint16_t port = 0;
    std::uint16_t peer_port = 0;
    bool bound = false;              ///< the port was named by bind() or listen()
    bool held = false;               ///< a process has a descriptor for it
    bool queued = false;             ///< in its listener's accept queue
    bool over = false;               ///< CLOSED again; only a descriptor is left
    bool reuseaddr = false;
    bool lingers = false;            ///< SO_LINGER is on
    bool error_told = false;         ///< the failure was returned once
    bool nodelay = false;
    bool keepalive = false;
    Duration linger{0};
    Duration user_timeout{0};
    Duration linger2{-1};
    std::uint32_t rcvbuf = 0;
    std::uint32_t sndbuf = 0;
    SocketIndex listener = nothing;  ///< of a child that nobody has accepted yet
    SocketIndex next = nothing;      ///< in the accept queue
    // a listener's
    SocketIndex first_queued = nothing;
    SocketIndex last_queued = nothing;
    std::uint32_t queue_length = 0;
    std::uint32_t backlog = 0;

    ProcessIndex owner = nothing;    ///< the process that has the descriptor
    ProcessIndex waiter = nothing;   ///< the process that is blocked on it
    /// Events for these times are in the queue, the first first: a timer that is put off needs no
    /// event of its own while one comes before it.
    std::array<Time, 3> wakes_at{never, never, never};
    TimerRecords timers{trace::no_record, trace::no_record, trace::no_record};
    trace::RecordId port_record = trace::no_record;  ///< of a port this socket took
};

/// What is left for 2MSL: tcp::TimeWait and what the records need.
struct TimeWaitSocket {
    tcp::TimeWait rest;
    Time wakes_at = never;
    trace::ConnectionId conn = 0;
    trace::RecordId timer = trace::no_record;
    trace::RecordId port_record = trace::no_record;
    std::uint16_t port = 0;
    std::uint16_t peer_port = 0;
    trace::HostId peer = 0;
    bool used = false;
};
static_assert(sizeof(TimeWaitSocket) <= 56);

}  // namespace finwait::host
