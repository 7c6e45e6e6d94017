// Data: a run in which each rule fires, and one in which it nearly does.
#include "tests/rules/pairs.h"

namespace finwait::test {
namespace {

constexpr std::string_view says = "connect server:80; send 'hello'; recv until eof; close";
constexpr std::string_view hears = "listen 80; accept; recv until eof; close";
constexpr std::string_view reads_once = "listen 80; accept; recv; sleep 2s; close";
constexpr std::string_view slow_reader =
    "option rcvbuf 2000; listen 80; accept; sleep 10s; recv until eof; close";
constexpr std::string_view prompt_reader =
    "option rcvbuf 2000; listen 80; accept; recv until eof; close";

constexpr Pair pairs[] = {
    {Rule::data_sent, "a direction that is still open",
     {.client = says, .server = reads_once},
     {.client = "connect server:80; shutdown; send 'hello'; close", .server = hears}},
    {Rule::nagle_released, "Nagle's rule: TCP_NODELAY is on",
     {.client = "connect server:80; send 'one'; send 'two'; sleep 1s; close", .server = hears},
     {.client = "connect server:80; option nodelay on; send 'one'; send 'two'; sleep 1s; close",
      .server = hears}},
    {Rule::ack_at_once, "data, or a FIN in FIN-WAIT: an ACK of this FIN may wait",
     {.client = says, .server = reads_once},
     {.client = "connect server:80; sleep 1s; close",
      .server = "listen 80; accept; recv until eof; sleep 1h", .until = "3s"}},
    {Rule::ack_delayed, "time without anything to send: the FIN carries the ACK",
     {.client = "connect server:80; sleep 1s; close",
      .server = "listen 80; accept; recv until eof; sleep 1s; close"},
     {.client = "connect server:80; sleep 1s; close", .server = hears}},
    {Rule::ack_second_segment, "more segments than the quick ACKs of the beginning",
     {.client = "connect server:80; send 60000 B; sleep 2s; close", .server = hears},
     {.client = "connect server:80; send 10000 B; sleep 2s; close", .server = hears}},
    {Rule::ack_out_of_order, "a segment behind the lost one",
     {.client = "connect server:80; send 4000 B; sleep 2s; close", .server = hears,
      .faults = "lose 1st data from client"},
     {.client = "connect server:80; send 4000 B; sleep 2s; close", .server = hears,
      .faults = "lose 3rd data from client"}},
    {Rule::ack_gap_filled, "something kept behind the gap",
     {.client = "connect server:80; send 4000 B; sleep 2s; close", .server = hears,
      .faults = "lose 1st data from client"},
     {.client = "connect server:80; send 4000 B; sleep 2s; close", .server = hears,
      .faults = "lose 3rd data from client"}},
    {Rule::window_reopened, "a window so small that reading doubles it",
     {.client = "connect server:80; send 8000 B; sleep 30s; close", .server = slow_reader},
     {.client = "connect server:80; send 500 B; sleep 30s; close", .server = slow_reader}},
    {Rule::retransmission, "a loss that the probe has not repaired",
     {.client = says, .server = reads_once, .faults = "lose first 2 data from client"},
     {.client = says, .server = reads_once, .faults = "lose 1st data from client"}},
    {Rule::tail_loss_probe, "a profile that uses probes",
     {.client = says, .server = reads_once, .faults = "lose 1st data from client"},
     {.client = says, .server = reads_once, .faults = "lose 1st data from client",
      .client_sysctl = "tcp_early_retrans = 0"}},
    {Rule::window_probe, "a window that stays closed",
     {.client = "connect server:80; send 8000 B; sleep 30s; close", .server = slow_reader},
     {.client = "connect server:80; send 8000 B; sleep 30s; close", .server = prompt_reader}},
    {Rule::retries_exhausted, "a process that still holds the socket",
     {.client = says, .server = hears, .faults = "lose every data from client",
      .until = "1m", .client_sysctl = "tcp_retries2 = 3"},
     {.client = "connect server:80; send 'hello'; close", .server = hears,
      .faults = "lose every data from client", .until = "1m",
      .client_sysctl = "tcp_retries2 = 3"}},
    {Rule::unacceptable_segment, "octets that were received before",
     {.client = says, .server = reads_once, .faults = "copy 1st data from client after 500ms"},
     {.client = says, .server = reads_once, .faults = "delay 1st data from client by 150ms"}},
};

}  // namespace

std::span<const Pair> data_pairs() { return pairs; }

}  // namespace finwait::test
