// The table of chapters and the order of the course. See core/rules/chapters.h.
#include "core/rules/chapters.h"

#include <algorithm>
#include <iterator>

namespace finwait::rules {
namespace {

constexpr Chapter table[] = {
    {"opening", {"Opening a connection", "연결 설정"}},
    {"data", {"Data", "데이터 전송"}},
    {"closing", {"Closing a connection", "연결 종료"}},
    {"reset", {"Reset", "재설정(RST)"}},
    {"time-wait", {"TIME-WAIT", "TIME-WAIT"}},
    {"websocket", {"WebSocket", "웹소켓(WebSocket)"}},
    {"wss", {"WebSocket over TLS", "TLS 위의 웹소켓"}},
    {"cost", {"What it would cost with HTTP", "HTTP라면 얼마였을까"}},
    {"ports", {"Ports", "포트"}},
    {"pool", {"Connection pools", "커넥션 풀"}},
    {"keepalive", {"Keepalive and zombies", "TCP 킵얼라이브와 좀비 연결"}},
    {"leak", {"Leaks", "닫히지 않는 소켓"}},
    {"backlog", {"Backlog", "백로그"}},
    {"myths", {"Common misunderstandings", "흔한 오해"}},
};

// The scenarios of the course in teaching order, with or without a file yet.
constexpr std::string_view course[] = {
    // opening
    "three-way-handshake", "syn-lost", "syn-never-answered", "syn-ack-lost", "third-ack-lost",
    "refused", "simultaneous-open", "closed-before-answered",
    // data
    "bytes-not-messages", "last-segment-lost", "three-duplicates-fast-retransmit",
    "nagle-meets-delayed-ack", "peer-vanishes",
    // closing
    "four-way", "three-segment", "server-first", "simultaneous", "half-close",
    "shutdown-or-close", "data-before-fin", "fin-lost", "ack-of-fin-lost", "server-fin-lost",
    "final-ack-lost", "last-ack-gives-up", "close-wait-leak", "fin-wait-2-timeout",
    "orphan-gives-up", "orphan-retries-7", "fin-wait-1-is-not-orphan",
    // reset
    "unread-data", "linger-zero", "second-send-fails", "process-killed", "host-rebooted",
    // time-wait
    "old-duplicate-meets-new-connection", "fin-again-restarts-the-clock", "killed-by-a-reset",
    "fin-timeout-does-not-shorten-it", "server-restart-address-in-use",
    "server-side-takes-a-new-syn", "how-long-on-each-system",
    // websocket
    "upgrade", "upgrade-header-missing", "version-not-13", "key-of-one-byte", "wrong-accept",
    "protocol-offered-none-chosen", "origin-refused", "server-without-websocket",
    "server-speaks-first", "fragments-with-a-ping", "messages-keep-boundaries",
    "fin-bit-is-not-fin-flag", "client-closes", "server-closes", "close-never-answered",
    "tcp-dies-1006", "who-holds-time-wait",
    // wss
    "tls-before-upgrade", "close-notify-before-fin", "tls-hello-to-a-ws-port",
    // cost
    "new-connection-each-poll", "kept-alive-poll", "long-poll", "websocket-twenty-messages",
    // ports
    "four-ports-are-gone", "twenty-eight-thousand", "not-if-the-server-closes-first",
    "tw-reuse-needs-timestamps",
    // pool
    "pool-saves-the-ports", "idle-race",
    // keepalive
    "zombie-after-a-cable-cut", "found-by-ping", "nat-forgets",
    // leak
    "close-wait-until-no-descriptors",
    // backlog
    "accept-queue-full",
    // myths
    "two-things-called-keep-alive", "orphan-retries-87", "time-wait-waits-for-no-data",
};

}  // namespace

std::span<const Chapter> chapters() { return table; }

std::size_t chapter_order(std::string_view folder)
{
    const auto found = std::find_if(std::begin(table), std::end(table),
                                    [&](const Chapter& each) { return each.folder == folder; });
    return static_cast<std::size_t>(found - std::begin(table));
}

std::size_t scenario_order(std::string_view name)
{
    name.remove_prefix(name.rfind('/') + 1);  // npos + 1 is 0
    return static_cast<std::size_t>(std::find(std::begin(course), std::end(course), name) -
                                    std::begin(course));
}

Text chapter_title(std::string_view folder)
{
    const std::size_t place = chapter_order(folder);
    return place < std::size(table) ? table[place].title : Text{};
}

}  // namespace finwait::rules
