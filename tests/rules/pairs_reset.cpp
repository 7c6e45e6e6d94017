// Reset and keepalive: a run in which each rule fires, and one in which it nearly does.
#include "tests/rules/pairs.h"

namespace finwait::test {
namespace {

constexpr std::string_view keepalive = "connect server:80; option keepalive on; sleep 1h";
constexpr std::string_view quick_keepalive =
    "tcp_keepalive_time = 10\ntcp_keepalive_intvl = 1\ntcp_keepalive_probes = 3";
constexpr std::string_view stays = "listen 80; accept; recv until eof; close";
// The client is in TIME-WAIT when the copy comes; the server has forgotten the connection.
constexpr std::string_view assassin = "copy 1st data from server after 5s";
constexpr std::string_view reads = "connect server:80; recv; close";
constexpr std::string_view talks = "listen 80; accept; send 'x'; recv until eof; close";

// The second SYN lies in the window of the first connection.
constexpr std::string_view opens_twice =
    "connect server:80 from 7000; sleep 100ms; abort; connect server:80 from 7000; sleep 5s; abort";

constexpr Pair pairs[] = {
    {Rule::abort_sends_rst, "SO_LINGER 0: here it is one second",
     {.client = "connect server:80; option linger 0s; close", .server = stays},
     {.client = "connect server:80; option linger 1s; close", .server = stays}},
    {Rule::unread_data_at_close, "octets that nobody has read",
     {.client = "connect server:80; send 'x'; sleep 1s; close",
      .server = "listen 80; accept; sleep 200ms; close"},
     {.client = "connect server:80; send 'x'; sleep 1s; close",
      .server = "listen 80; accept; sleep 200ms; recv; close"}},
    {Rule::data_after_close, "close(): after shutdown() somebody still reads",
     {.client = "connect server:80; close",
      .server = "listen 80; accept; recv until eof; send 'too late'; close"},
     {.client = "connect server:80; shutdown; recv until eof; close",
      .server = "listen 80; accept; recv until eof; send 'in time'; close"}},
    {Rule::reset_received, "a RST that arrives",
     {.client = "connect server:80; sleep 50ms; abort", .server = stays},
     {.client = "connect server:80; sleep 50ms; abort", .server = stays,
      .faults = "lose RST from client", .until = "1m"}},
    {Rule::reset_challenged, "a gap before the RST",
     {.client = "connect server:80; recv; close",
      .server = "listen 80; accept; option linger 0s; send 'x'; close",
      .faults = "lose data from server", .until = "1m"},
     {.client = "connect server:80; recv; close",
      .server = "listen 80; accept; option linger 0s; send 'x'; close"}},
    {Rule::reset_ignored, "tcp_rfc1337: without it the RST ends TIME-WAIT",
     {.client = reads, .server = talks, .faults = assassin,
      .client_sysctl = "tcp_rfc1337 = 1"},
     {.client = reads, .server = talks, .faults = assassin}},
    {Rule::syn_challenged, "a synchronized connection: here the RST has ended it",
     {.client = opens_twice, .server = stays, .faults = "lose RST from client", .until = "10s"},
     {.client = opens_twice, .server = stays, .until = "10s"}},
    {Rule::keepalive_probe, "SO_KEEPALIVE",
     {.client = keepalive, .server = stays, .until = "1m", .client_sysctl = quick_keepalive},
     {.client = "connect server:80; sleep 1h", .server = stays, .until = "1m",
      .client_sysctl = quick_keepalive}},
    {Rule::keepalive_given_up, "the last probe: the third one is answered",
     {.client = keepalive, .server = stays, .faults = "lose every probe from client",
      .until = "30s", .client_sysctl = quick_keepalive},
     {.client = keepalive, .server = stays, .faults = "lose first 2 probe from client",
      .until = "30s", .client_sysctl = quick_keepalive}},
};

// endpoint_rules_test.cpp
constexpr Rule unreachable[] = {Rule::ack_of_unsent, Rule::no_ack_flag};

}  // namespace

std::span<const Pair> reset_pairs() { return pairs; }
std::span<const Rule> rules_of_endpoints() { return unreachable; }

}  // namespace finwait::test
