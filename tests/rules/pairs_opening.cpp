// Opening: a run in which each rule fires, and one in which it nearly does.
#include "tests/rules/pairs.h"

namespace finwait::test {
namespace {

constexpr std::string_view closes = "connect server:80; close";
constexpr std::string_view serves = "listen 80; accept; recv until eof; close";

// Its second SYN gets the first connection's ACK, if that is still there.
constexpr std::string_view opens_twice =
    "connect server:80 from 7000; sleep 100ms; abort; connect server:80 from 7000; sleep 5s; abort";

constexpr Pair pairs[] = {
    {Rule::active_open, "a connect()",
     {.client = closes, .server = serves},
     {.client = "bind 7000; close", .server = serves, .until = "1s"}},
    {Rule::passive_open, "a listen()",
     {.client = closes, .server = serves},
     {.client = closes, .server = "bind 80; sleep 1s; close"}},
    {Rule::syn_answered, "a listener on the port that the SYN asks for",
     {.client = closes, .server = serves},
     {.client = closes, .server = "listen 8080; sleep 1s"}},
    {Rule::syn_ack_accepted, "the SYN,ACK",
     {.client = closes, .server = serves},
     {.client = closes, .server = serves, .faults = "lose every SYN,ACK from server",
      .until = "2500ms"}},
    {Rule::simultaneous_open, "a SYN that is still waiting when the other one comes",
     {.client = "bind 7001; connect server:7002; sleep 1s; close",
      .server = "bind 7002; connect client:7001; recv until eof; close"},
     {.client = "bind 7001; connect server:7002; sleep 1s; close",
      .server = "bind 7002; sleep 15ms; connect client:7001; sleep 1s; close"}},
    {Rule::handshake_completed, "any ACK of the client",
     {.client = "connect server:80; sleep 1s", .server = "listen 80; accept; sleep 1s"},
     {.client = "connect server:80; sleep 1s", .server = "listen 80; accept; sleep 1s",
      .faults = "lose every ACK from client", .until = "500ms"}},
    {Rule::syn_retransmitted, "a SYN,ACK that takes more than a second",
     {.client = closes, .server = serves, .faults = "lose SYN from client"},
     {.client = closes, .server = serves, .faults = "delay SYN,ACK from server by 900ms"}},
    {Rule::syn_ack_repeated, "a profile that repeats it: the RFC's sends an ACK",
     {.client = closes, .server = serves, .faults = "lose SYN,ACK from server"},
     {.client = closes, .server = serves, .faults = "lose SYN,ACK from server",
      .profile = "rfc"}},
    {Rule::open_given_up, "the last try: the eleventh SYN arrives",
     {.client = closes, .server = serves, .faults = "lose every SYN from client",
      .until = "3m"},
     {.client = closes, .server = serves, .faults = "lose first 10 SYN from client",
      .until = "3m"}},
    {Rule::syn_received_given_up, "the last try: the sixth ACK arrives",
     {.client = "connect server:80; sleep 10m", .server = serves,
      .faults = "lose every ACK from client", .until = "2m"},
     {.client = "connect server:80; sleep 10m", .server = serves,
      .faults = "lose first 5 ACK from client", .until = "2m"}},
    {Rule::no_listener, "a port without a listener",
     {.client = closes, .server = "listen 8080; sleep 1s"},
     {.client = closes, .server = serves}},
    {Rule::no_such_connection, "a connection that is forgotten before the FIN comes",
     {.client = closes, .server = "listen 80; accept; recv until eof; at 9s; close",
      .client_sysctl = "tcp_fin_timeout = 5"},
     {.client = closes, .server = "listen 80; accept; recv until eof; at 4s; close",
      .client_sysctl = "tcp_fin_timeout = 5"}},
    {Rule::refused, "a RST that arrives",
     {.client = closes, .server = "listen 8080; sleep 1s"},
     {.client = closes, .server = "listen 8080; sleep 1s", .faults = "lose every RST from server",
      .until = "3m"}},
    {Rule::wrong_ack_in_handshake, "an old connection: here the RST has ended it",
     {.client = opens_twice, .server = serves, .faults = "lose RST from client", .until = "10s"},
     {.client = opens_twice, .server = serves, .until = "10s"}},
    {Rule::back_to_listen, "a server that still waits for the third segment",
     {.client = "connect server:80; abort", .server = "listen 80; sleep 1s",
      .faults = "lose ACK of SYN from client"},
     {.client = "connect server:80; abort", .server = "listen 80; sleep 1s"}},
    {Rule::closed_before_open, "a close that comes before the SYN,ACK",
     {.client = "kill at 15ms; connect server:80", .server = "listen 80; sleep 1s"},
     {.client = "kill at 25ms; connect server:80; sleep 1s",
      .server = "listen 80; accept; recv until eof; sleep 1h", .until = "2m"}},
    {Rule::backlog_full, "a connection more than the queue takes",
     {.client = "connect server:80 as a; connect server:80 as b",
      .server = "listen 80 backlog 0; sleep 1h", .until = "1s"},
     {.client = "connect server:80 as a; connect server:80 as b",
      .server = "listen 80 backlog 1; sleep 1h", .until = "1s"}},
};

}  // namespace

std::span<const Pair> opening_pairs() { return pairs; }

}  // namespace finwait::test
