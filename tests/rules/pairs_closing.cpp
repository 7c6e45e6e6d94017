// Closing: a run in which each rule fires, and one in which it nearly does.
#include "tests/rules/pairs.h"

namespace finwait::test {
namespace {

constexpr std::string_view closes = "connect server:80; close";
constexpr std::string_view answers = "listen 80; accept; recv until eof; sleep 500ms; close";
constexpr std::string_view closes_at_300 = "connect server:80; at 300ms; close";
constexpr std::string_view also_at_300 = "listen 80; accept; at 300ms; close";
constexpr std::string_view closes_first = "listen 80; accept; close; sleep 5m";
constexpr std::string_view listens_on = "listen 80 as l; accept as a; close on a; accept on l";

constexpr Pair pairs[] = {
    {Rule::close_sends_fin, "an empty receive queue: unread octets make it a RST",
     {.client = closes, .server = answers},
     {.client = "connect server:80; sleep 1s; close",
      .server = "listen 80; accept; send 'unread'; sleep 2s; close"}},
    {Rule::close_answers_fin, "a close() that is not an abort",
     {.client = closes, .server = answers},
     {.client = closes, .server = "listen 80; accept; recv until eof; option linger 0s; close"}},
    {Rule::fin_received, "the octets before the FIN",
     {.client = "connect server:80; send 'x'; sleep 5ms; close", .server = answers},
     {.client = "connect server:80; send 'x'; sleep 5ms; close", .server = answers,
      .faults = "lose data from client", .until = "100ms"}},
    {Rule::fin_acknowledged, "an ACK that comes before the FIN: here both come in one segment",
     {.client = closes, .server = answers, .profile = "rfc"},
     {.client = closes, .server = answers, .faults = "lose ACK of FIN from server",
      .profile = "rfc"}},
    {Rule::fin_crossed, "a FIN that leaves before the other one arrives",
     {.client = closes_at_300, .server = also_at_300},
     {.client = closes_at_300, .server = "listen 80; accept; at 311ms; close"}},
    {Rule::fin_with_ack_of_fin, "a FIN that comes before its ACK alone",
     {.client = closes, .server = answers, .faults = "lose ACK of FIN from server",
      .profile = "rfc"},
     {.client = closes, .server = answers, .profile = "rfc"}},
    {Rule::fin_in_fin_wait_2, "FIN-WAIT-2: the ACK alone never came",
     {.client = closes, .server = answers, .profile = "rfc"},
     {.client = closes, .server = answers, .faults = "lose ACK of FIN from server",
      .profile = "rfc"}},
    {Rule::closing_acknowledged, "the ACKs",
     {.client = closes_at_300, .server = also_at_300},
     {.client = closes_at_300, .server = also_at_300,
      .faults = "lose every ACK of FIN from client; lose every ACK of FIN from server",
      .until = "400ms"}},
    {Rule::last_ack_received, "the last ACK",
     {.client = closes, .server = answers},
     {.client = closes, .server = answers, .faults = "lose every ACK of FIN from client",
      .until = "1s"}},
    {Rule::fin_again, "a FIN that was received before",
     {.client = closes, .server = answers, .faults = "lose ACK of FIN from server"},
     {.client = closes, .server = answers, .faults = "lose FIN from client"}},
    {Rule::time_wait_over, "the 60th second",
     {.client = closes, .server = answers},
     {.client = closes, .server = answers, .until = "60s"}},
    {Rule::time_wait_restarted, "a FIN that comes twice",
     {.client = closes, .server = answers, .faults = "lose ACK of FIN from client"},
     {.client = closes, .server = answers, .faults = "lose FIN from server"}},
    {Rule::time_wait_new_syn, "a TIME-WAIT that is still there",
     {.client = "connect server:80 from 7000; recv until eof; close; sleep 1s; "
                "connect server:80 from 7000; close",
      .server = listens_on},
     {.client = "connect server:80 from 7000; recv until eof; close; sleep 2m; "
                "connect server:80 from 7000; close",
      .server = listens_on}},
    {Rule::time_wait_old_syn, "TIME-WAIT: the old SYN comes while the connection is open",
     {.client = "connect server:80; recv until eof; close", .server = closes_first,
      .faults = "copy SYN from client after 30s"},
     {.client = "connect server:80; recv until eof; close",
      .server = "listen 80; accept; sleep 5s; close; sleep 5m",
      .faults = "copy SYN from client after 3s"}},
    {Rule::fin_wait_2_timeout, "close(): after shutdown() the process holds the socket",
     {.client = closes, .server = "listen 80; accept; recv until eof; sleep 1h", .until = "2m"},
     {.client = "connect server:80; shutdown; sleep 1h",
      .server = "listen 80; accept; recv until eof; sleep 1h", .until = "2m"}},
    {Rule::orphan_given_up, "close(): after shutdown() the process holds the socket",
     {.client = closes, .server = answers, .faults = "lose every FIN from client",
      .until = "3m"},
     {.client = "connect server:80; shutdown; sleep 1h", .server = answers,
      .faults = "lose every FIN from client", .until = "3m"}},
};

}  // namespace

std::span<const Pair> closing_pairs() { return pairs; }

}  // namespace finwait::test
