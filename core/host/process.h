// A process: a program, the place in it, the sockets it has, and what it is blocked on.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/host/call.h"
#include "core/host/socket.h"

namespace finwait::host {

inline constexpr std::size_t most_sockets = 32;  ///< variables of one program

struct Process {
    enum class Waits : std::uint8_t {
        nowhere, connect, accept, send, recv, recv_until_eof, time, linger
    } waits = Waits::nowhere;

    bool alive = false;
    std::uint32_t number = 0;            ///< trace::CallFact::process
    std::uint32_t next_call = 0;         ///< index into the host's program
    std::uint32_t turn = 0;              ///< distinguishes old wake-ups from the one it waits for
    SocketIndex socket = nothing;        ///< blocked on it
    SocketIndex latest = nothing;        ///< opened or accepted last
    SocketIndex fresh = nothing;         ///< made by bind or option, not yet used
    std::array<SocketIndex, most_sockets> named{};
    std::uint32_t done = 0;              ///< octets of the current send or recv so far
    trace::RecordId call = trace::no_record;  ///< the record of the call it is in
    trace::ConnectionId conn = 0;        ///< that the call works on
    std::vector<SocketIndex> owned;      ///< what it must close when it dies
};

}  // namespace finwait::host
