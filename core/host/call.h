// A host's program as data: the blocking system calls of a process, one after the other.
// Parsed by core/scenario/program.h, run by core/host/process.h. docs/scenario-format.md.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/time.h"

namespace finwait::host {

enum class CallKind : std::uint8_t {
    repeat,          ///< "repeat N every D [in bursts of K every E]": first statement only
    bind,            ///< "bind PORT"
    option,          ///< "option NAME VALUE"
    listen,          ///< "listen PORT [backlog N]"
    accept,          ///< "accept", blocks
    accept_each,     ///< "accept each": a child process a connection runs the rest
    connect,         ///< "connect HOST:PORT", blocks
    send,            ///< "send 'text'" or "send N B", blocks while the send buffer is full
    recv,            ///< "recv [N B]": one read, blocks until there is something
    recv_until_eof,  ///< "recv until eof"
    sleep,           ///< "sleep D"
    at,              ///< "at T": waits for the absolute time
    shutdown,        ///< "shutdown": SHUT_WR; "shutdown read": no segment at all
    close,
    abort,           ///< RFC 9293's ABORT: close() with SO_LINGER 0
    exit,            ///< ends the process: every socket of it is closed
    kill_at,         ///< "kill at T": the process dies at T, whatever it is doing; "kill": here
};

enum class Option : std::uint8_t {
    nodelay,      ///< TCP_NODELAY 0|1
    linger,       ///< SO_LINGER: "off" or a time; 0 aborts
    reuseaddr,    ///< SO_REUSEADDR 0|1
    keepalive,    ///< SO_KEEPALIVE 0|1
    rcvbuf,       ///< SO_RCVBUF, octets
    sndbuf,       ///< SO_SNDBUF, octets
    linger2,      ///< TCP_LINGER2, a time (linux)
    user_timeout, ///< TCP_USER_TIMEOUT, a time
};

/// Sockets of a program are variables: "connect server:80 as a", "send 'x' on a". Without a
/// name, the call means the socket that the program opened or accepted last.
using Variable = std::uint8_t;
inline constexpr Variable latest = 255;

struct Call {
    CallKind kind{};
    Variable on = latest;          ///< the socket it works on
    Variable as = latest;          ///< listen, accept, connect: the name for the new socket
    std::uint8_t peer = 0;         ///< connect: the host's place in the scenario
    std::uint16_t port = 0;        ///< bind, listen, connect
    Option option{};
    bool shut_read = false;        ///< shutdown read
    std::uint32_t count = 0;       ///< octets of send and recv (recv 0: any), backlog, repeat
    std::uint32_t burst = 0;       ///< repeat: processes a burst; 0: no bursts
    Duration time{0};              ///< sleep, at, kill_at, linger, repeat every
    Duration burst_time{0};        ///< repeat: from burst to burst
    std::int64_t value = 0;        ///< option: 0/1, octets; -1: linger off
    Bytes octets;                  ///< send: the text; empty for "send N B"
    std::uint32_t statement = 0;   ///< index into trace::Header::statements
};

using Program = std::vector<Call>;

}  // namespace finwait::host
