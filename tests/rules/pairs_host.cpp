// Network, hosts and timers: a run in which each rule fires, and one in which it nearly does.
#include "tests/rules/pairs.h"

namespace finwait::test {
namespace {

constexpr std::string_view says = "connect server:80; send 'hello'; recv until eof; close";
constexpr std::string_view hears = "listen 80; accept; recv; close";
constexpr std::string_view closes = "connect server:80; close";
constexpr std::string_view answers = "listen 80; accept; recv until eof; sleep 500ms; close";
constexpr std::string_view stays = "listen 80; accept; recv until eof; close; sleep 1h";
constexpr std::string_view sends_much = "connect server:80; send 20000 B; sleep 5s; close";
constexpr std::string_view two_connects = "connect server:80 as a; connect server:80 as b";
constexpr std::string_view two_accepts = "listen 80; accept; accept; sleep 1s";

constexpr Pair pairs[] = {
    {Rule::arrived, "a network that carries anything",
     {.client = says, .server = hears},
     {.client = says, .server = hears, .faults = "lose everything from client",
      .until = "500ms"}},
    {Rule::lost_by_fault, "a segment of the fault's kind",
     {.client = says, .server = hears, .faults = "lose FIN from client"},
     {.client = says, .server = hears, .faults = "lose RST from client"}},
    {Rule::lost_by_chance, "bad luck",
     {.client = says, .server = hears, .faults = "lose 1 in 2 from client seed 1",
      .until = "10m"},
     {.client = says, .server = hears, .faults = "lose 1 in 1000000 from client seed 1",
      .until = "10m"}},
    {Rule::lost_in_queue, "a queue that is full",
     {.client = sends_much, .server = answers, .link = "rate = \"1Mbit/s\"\nqueue = 2"},
     {.client = sends_much, .server = answers, .link = "rate = \"1Mbit/s\"\nqueue = 100"}},
    {Rule::corrupted, "octets that are damaged: here the segment is lost",
     {.client = says, .server = hears, .faults = "corrupt 1st data from client"},
     {.client = says, .server = hears, .faults = "lose 1st data from client"}},
    {Rule::copied_by_fault, "a second copy: here the only one is late",
     {.client = says, .server = hears, .faults = "copy 1st data from client after 50ms"},
     {.client = says, .server = hears, .faults = "delay 1st data from client by 50ms"}},
    // hosts
    {Rule::call, "a program that does anything",
     {.client = "sleep 1s", .server = ""},
     {.client = "", .server = ""}},
    {Rule::call_returned, "an end of the waiting",
     {.client = "sleep 1s", .server = ""},
     {.client = "sleep 1h", .server = "", .until = "1s"}},
    {Rule::process_exit, "a socket that the process has left open",
     {.client = "bind 7000; sleep 1s", .server = ""},
     {.client = "bind 7000; sleep 1s; close", .server = ""}},
    {Rule::port_bound, "a port that the program names",
     {.client = "bind 7000; sleep 1s", .server = ""},
     {.client = "connect server:80", .server = ""}},
    {Rule::port_chosen, "a connect() without bind()",
     {.client = closes, .server = answers},
     {.client = "bind 7000; connect server:80; close", .server = answers}},
    {Rule::ports_exhausted, "a range of one port",
     {.client = two_connects, .server = two_accepts,
      .client_sysctl = "ip_local_port_range = [40000, 40000]"},
     {.client = two_connects, .server = two_accepts,
      .client_sysctl = "ip_local_port_range = [40000, 40001]"}},
    {Rule::port_freed, "the end of TIME-WAIT",
     {.client = closes, .server = stays, .until = "2m"},
     {.client = closes, .server = stays, .until = "59s"}},
    // timers
    {Rule::rto_timer, "something to be acknowledged",
     {.client = closes, .server = answers},
     {.client = "bind 7000; sleep 1s", .server = "listen 80; sleep 1s"}},
    {Rule::loss_probe_timer, "a profile that uses probes",
     {.client = says, .server = hears},
     {.client = says, .server = hears, .profile = "rfc"}},
    {Rule::persist_timer, "a window that closes",
     {.client = "connect server:80; send 8000 B; sleep 30s; close",
      .server = "option rcvbuf 2000; listen 80; accept; sleep 10s; recv until eof; close"},
     {.client = "connect server:80; send 1000 B; sleep 30s; close",
      .server = "option rcvbuf 2000; listen 80; accept; sleep 10s; recv until eof; close"}},
    {Rule::delayed_ack_timer, "a profile that delays ACKs",
     {.client = closes, .server = answers},
     {.client = closes, .server = answers, .profile = "rfc"}},
    {Rule::keepalive_timer, "SO_KEEPALIVE",
     {.client = "connect server:80; option keepalive on; sleep 1s; close", .server = answers},
     {.client = "connect server:80; option keepalive off; sleep 1s; close", .server = answers}},
    {Rule::fin_wait_2_timer, "close(): after shutdown() the process holds the socket",
     {.client = closes, .server = answers},
     {.client = "connect server:80; shutdown; recv until eof; close", .server = answers}},
    {Rule::time_wait_timer, "an orderly end",
     {.client = closes, .server = answers},
     {.client = "connect server:80; abort", .server = answers}},
    {Rule::timer_stopped, "the ACK that it waits for",
     {.client = closes, .server = answers},
     {.client = closes, .server = answers, .faults = "lose every SYN from client",
      .until = "10s"}},
    {Rule::timer_expired, "the time for it: here the ACK comes first",
     {.client = closes, .server = answers, .faults = "lose SYN from client"},
     {.client = closes, .server = answers, .until = "25ms"}},
};

}  // namespace

std::span<const Pair> host_pairs() { return pairs; }

}  // namespace finwait::test
