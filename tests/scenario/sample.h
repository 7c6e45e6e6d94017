// A scenario that says everything a file can say, for the tests of reading and changing files.
#pragma once

#include <string_view>

namespace finwait::scenario {

inline constexpr std::string_view sample = R"toml(# A file from the course.
format   = 1
title    = "The final ACK is lost"
question = "Who notices?"
answer   = """
The server waits in LAST-ACK
and sends its FIN again."""
profile  = "rfc"
faults   = [
    "lose ACK of FIN from client",   # the last one
    "delay 2nd data from server by 300ms",
]
seed     = 7
msl      = "30s"
until    = "90s"

[ko]
title    = "마지막 ACK 손실"
question = "누가 알아채는가?"
answer   = "서버가 FIN을 다시 보낸다."

[ko.host]
client = "브라우저"

[link]
delay = "10ms"
rate  = "1Mbit/s"
queue = 20

[link.server]
delay = "30ms"

[host.server]
program = ["listen 80", "accept", "recv", "send 5 B", "recv until eof", "sleep 500ms", "close"]

[host.server.sysctl]
tcp_orphan_retries = 0
ip_local_port_range = [32768, 60999]

[host.client]
program = [
    "connect server:80",     # three segments
    "send 'hello'",
    "recv",
    "close",
]
isn   = 100
mss   = 1000
title = "Browser"

[limits]
records = 1000
time    = "100s"

[expect]
states.client   = ["TIME-WAIT", "CLOSED"]
states."server.2" = ["LAST-ACK", "CLOSED"]
count = { "FIN from server" = 2, lost = 1, "lost ACK of FIN from client" = 1 }
calls.client    = ["connect", "send 5", "recv 5", "recv eof", "close ok"]
when."client ESTABLISHED" = "20ms"
when."2nd FIN from server" = "1.5s"
rules           = ["fin-again"]
)toml";

}  // namespace finwait::scenario
