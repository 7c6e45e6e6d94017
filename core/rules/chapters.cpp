// The table of chapters. See core/rules/chapters.h.
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

}  // namespace

std::span<const Chapter> chapters() { return table; }

std::size_t chapter_order(std::string_view folder)
{
    const auto found = std::find_if(std::begin(table), std::end(table),
                                    [&](const Chapter& each) { return each.folder == folder; });
    return static_cast<std::size_t>(found - std::begin(table));
}

Text chapter_title(std::string_view folder)
{
    const std::size_t place = chapter_order(folder);
    return place < std::size(table) ? table[place].title : Text{};
}

}  // namespace finwait::rules
