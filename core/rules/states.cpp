// The texts of the states, and the spellings under which they are found. See
// core/rules/states.h. RFC 9293 section 3.3.2; names in tools: Linux include/net/tcp_states.h.
#include "core/rules/states.h"

#include <string>

namespace finwait::rules {
namespace {

constexpr StateEntry table[] = {
    {"CLOSED", "UNCONN", "",
     {"There is no connection. The state is a fiction: nothing is kept in memory.",
      "연결이 없다. 기억하는 것이 없으므로 가상의 상태다."},
     {"Nothing. A segment that comes meets nobody and is answered with a RST.",
      "아무것도 기다리지 않는다. 오는 세그먼트는 받을 연결이 없어 RST를 받는다."},
     {"None.", "타이머는 없다."},
     {"Often drawn as a place where a connection rests. A CLOSED connection does not exist, and "
      "netstat does not list it.",
      "연결이 머무는 곳처럼 그리지만, CLOSED인 연결은 존재하지 않으며 netstat에도 나오지 않는다."},
     "RFC 9293 sections 3.3.2 and 3.10.7.1"},
    {"LISTEN", "LISTEN", "LISTEN",
     {"A program has called listen(): the socket takes connection requests from anybody.",
      "프로그램이 listen()을 호출했다. 소켓은 누구의 연결 요청이든 받는다."},
     {"A SYN.", "SYN을 기다린다."},
     {"None. It lasts until the program closes the socket.",
      "타이머는 없다. 프로그램이 소켓을 닫을 때까지 계속된다."},
     {"The listening socket never becomes ESTABLISHED. Every SYN begins a new socket, and the "
      "listener stays in LISTEN.",
      "듣는 소켓이 ESTABLISHED가 되는 것이 아니다. SYN마다 새 소켓이 생기고, 듣는 소켓은 LISTEN에 "
      "남는다."},
     "RFC 9293 sections 3.3.2 and 3.10.7.2"},
    {"SYN-SENT", "SYN-SENT", "SYN_SENT",
     {"A program has called connect() and the SYN is out.",
      "프로그램이 connect()를 호출했고 SYN이 나갔다."},
     {"The peer's SYN,ACK; or its SYN, in a simultaneous open; or a RST that refuses.",
      "상대의 SYN,ACK를 기다린다. 동시 개방이라면 SYN이, 거부라면 RST가 온다."},
     {"The retransmission timer sends the SYN again, first after 1 s. In the end connect() fails "
      "with ETIMEDOUT: after 131 s on Linux, at least 3 minutes in the RFC.",
      "재전송 타이머가 1초 뒤부터 SYN을 다시 보낸다. 끝내 대답이 없으면 connect()는 ETIMEDOUT 오류로 "
      "끝난다. 리눅스는 131초 뒤, RFC는 적어도 3분 뒤다."},
     {"close() here sends neither FIN nor RST: there is no connection to end yet.",
      "여기서 close()하면 FIN도 RST도 보내지 않는다. 아직 끝낼 연결이 없다."},
     "RFC 9293 section 3.10.7.3; Linux sysctl tcp_syn_retries"},
    {"SYN-RECEIVED", "SYN-RECV", "SYN_RECV",
     {"A SYN has come and our SYN,ACK is out.", "SYN을 받았고 우리 SYN,ACK가 나갔다."},
     {"The third segment: the ACK of our SYN. Data with that ACK does as well.",
      "세 번째 세그먼트, 곧 우리 SYN에 대한 ACK를 기다린다. 그 ACK가 실린 데이터도 된다."},
     {"The retransmission timer sends the SYN,ACK again. Linux drops the request after 63 s and "
      "tells nobody.",
      "재전송 타이머가 SYN,ACK를 다시 보낸다. 리눅스는 63초 뒤에 요청을 버리고 아무에게도 알리지 "
      "않는다."},
     {"The client may long be ESTABLISHED while the server is still here: the two sides never "
      "change state at the same moment.",
      "서버가 아직 여기 있어도 클라이언트는 이미 ESTABLISHED일 수 있다. 양쪽의 상태는 같은 순간에 "
      "바뀌지 않는다."},
     "RFC 9293 section 3.10.7.4; Linux sysctl tcp_synack_retries"},
    {"ESTABLISHED", "ESTAB", "ESTABLISHED",
     {"The connection is open: both directions may carry data.",
      "연결이 열려 있다. 두 방향 모두 데이터를 나를 수 있다."},
     {"Data, a FIN, or the program's own close().",
      "데이터나 FIN, 또는 자기 프로그램의 close()를 기다린다."},
     {"None while nothing is in flight. Unacknowledged data is given up after R2 (924.6 s on "
      "Linux); keepalive, if it is on, asks after 2 hours.",
      "전송 중인 것이 없으면 타이머는 없다. 확인응답 없는 데이터는 R2(리눅스에서 924.6초) 뒤에 포기한다. "
      "TCP 킵얼라이브는 켰을 때만 2시간 뒤에 묻는다."},
     {"ESTABLISHED does not mean that the peer is alive. After a cable cut both sides say "
      "ESTABLISHED until somebody sends.",
      "ESTABLISHED가 상대가 살아 있다는 뜻은 아니다. 선이 끊겨도 누군가 보내기 전까지는 양쪽 모두 "
      "ESTABLISHED다."},
     "RFC 9293 sections 3.3.2, 3.8.3 and 3.8.4"},
    {"FIN-WAIT-1", "FIN-WAIT-1", "FIN_WAIT1",
     {"This side has said that it sends no more; its FIN is not acknowledged yet.",
      "이쪽은 더 보내지 않겠다고 했고, 그 FIN에 대한 확인응답을 아직 받지 못했다."},
     {"The ACK of our FIN, the peer's FIN, or both in one segment.",
      "우리 FIN의 ACK나 상대의 FIN, 또는 둘이 함께 담긴 세그먼트를 기다린다."},
     {"The retransmission timer sends the FIN again. A socket that a process holds is given up "
      "by tcp_retries2, an orphan by tcp_orphan_retries.",
      "재전송 타이머가 FIN을 다시 보낸다. 프로세스가 쥔 소켓은 tcp_retries2로, 고아 소켓은 "
      "tcp_orphan_retries로 포기한다."},
     {"FIN-WAIT-1 is not the same as orphan. After shutdown() the process still holds the socket "
      "and may read; only close() makes an orphan.",
      "FIN-WAIT-1이 곧 고아 소켓은 아니다. shutdown() 뒤에는 프로세스가 소켓을 쥐고 계속 읽을 수 있다. "
      "고아 소켓을 만드는 것은 close()다."},
     "RFC 9293 section 3.3.2; Linux sysctl tcp_orphan_retries"},
    {"FIN-WAIT-2", "FIN-WAIT-2", "FIN_WAIT2",
     {"Our FIN is acknowledged: this direction is finished, the other one is open.",
      "우리 FIN에 확인응답을 받았다. 이 방향은 끝났고 반대 방향은 열려 있다."},
     {"The peer's FIN, that is, the peer's program. Data may still arrive.",
      "상대의 FIN, 곧 상대 프로그램의 종료를 기다린다. 데이터는 계속 올 수 있다."},
     {"The RFC has none. Linux ends an orphan after tcp_fin_timeout (60 s), silently; a socket "
      "that a process holds may stay for ever.",
      "RFC에는 타이머가 없다. 리눅스는 고아 소켓을 tcp_fin_timeout(60초) 뒤에 조용히 없앤다. 프로세스가 "
      "쥔 소켓은 끝없이 남을 수 있다."},
     {"tcp_fin_timeout is the time of this state, for orphans. It has nothing to do with "
      "TIME-WAIT.",
      "tcp_fin_timeout은 고아 소켓이 이 상태에 머무는 시간이다. TIME-WAIT와는 상관이 없다."},
     "RFC 9293 section 3.3.2; Linux sysctl tcp_fin_timeout"},
    {"CLOSE-WAIT", "CLOSE-WAIT", "CLOSE_WAIT",
     {"The peer has sent its FIN and this side has acknowledged it, but has not closed.",
      "상대의 FIN을 받아 확인응답했지만 이쪽은 아직 닫지 않았다."},
     {"Its own program: close() or shutdown(). It may send as long as it likes.",
      "자기 프로그램의 close()나 shutdown()을 기다린다. 그때까지 얼마든지 보낼 수 있다."},
     {"None at all. A program that never closes leaves the socket here for ever.",
      "타이머가 전혀 없다. 프로그램이 닫지 않으면 소켓은 영원히 여기 남는다."},
     {"It does not wait for the peer, and it is not short by itself. Many sockets in CLOSE-WAIT "
      "mean a program that forgets to close.",
      "상대를 기다리는 것도, 저절로 잠깐 만에 끝나는 것도 아니다. CLOSE-WAIT가 쌓이는 것은 프로그램이 "
      "소켓을 닫지 않기 때문이다."},
     "RFC 9293 sections 3.3.2 and 3.10.4"},
    {"CLOSING", "CLOSING", "CLOSING",
     {"Both sides have sent a FIN before they saw the other's; ours is not acknowledged yet.",
      "양쪽이 서로의 FIN을 보기 전에 FIN을 보냈고, 우리 FIN은 아직 확인응답을 받지 못했다."},
     {"The ACK of our FIN.", "우리 FIN의 ACK를 기다린다."},
     {"The retransmission timer sends the FIN again, with the same limits as in FIN-WAIT-1.",
      "재전송 타이머가 FIN을 다시 보낸다. 한도는 FIN-WAIT-1과 같다."},
     {"It is not a step of every close: it is seen only when the FINs cross, for one round trip "
      "or less.",
      "모든 종료가 거치는 단계가 아니다. FIN이 엇갈릴 때만, 길어야 왕복 한 번 동안 나타난다."},
     "RFC 9293 sections 3.3.2 and 3.6, figure 13"},
    {"LAST-ACK", "LAST-ACK", "LAST_ACK",
     {"This side closed second: its FIN is out and not acknowledged yet.",
      "두 번째로 닫은 쪽이다. FIN을 보냈고 아직 확인응답을 받지 못했다."},
     {"The last ACK. With it the connection is gone at once.",
      "마지막 ACK를 기다린다. 받으면 연결은 곧바로 없어진다."},
     {"The retransmission timer sends the FIN again; an orphan is given up by "
      "tcp_orphan_retries, without a RST.",
      "재전송 타이머가 FIN을 다시 보낸다. 고아 소켓은 tcp_orphan_retries에 따라 RST 없이 포기한다."},
     {"It does not mean that all went well: it waits to learn exactly that.",
      "정상적으로 끝났다는 뜻이 아니다. 바로 그것을 확인하려고 기다린다."},
     "RFC 9293 sections 3.3.2 and 3.10.7.4"},
    {"TIME-WAIT", "TIME-WAIT", "TIME_WAIT",
     {"Everything is sent and acknowledged both ways; the side that closed first remembers the "
      "connection a while longer.",
      "두 방향 모두 보낼 것도 확인응답할 것도 없다. 먼저 닫은 쪽이 연결을 한동안 더 기억한다."},
     {"A retransmitted FIN, in case its last ACK was lost; and that old duplicates die out before "
      "the 4-tuple is used again.",
      "마지막 ACK가 손실됐을 때 다시 올 FIN을 기다리고, 4-튜플을 다시 쓰기 전에 오래된 중복 세그먼트가 "
      "사라지기를 기다린다."},
     {"2MSL: 4 minutes in the RFC, a fixed 60 s on Linux. A FIN that comes again starts it anew.",
      "2MSL 타이머다. RFC에서는 4분, 리눅스에서는 늘 60초다. FIN이 다시 오면 처음부터 다시 시작한다."},
     {"It is not an error, not the client's alone (whoever closes first has it), and "
      "tcp_fin_timeout does not shorten it.",
      "오류가 아니다. 클라이언트만의 것도 아니며(먼저 닫은 쪽이 가진다) tcp_fin_timeout으로 짧아지지도 "
      "않는다."},
     "RFC 9293 sections 3.3.2, 3.4.2 and 3.6; Linux TCP_TIMEWAIT_LEN"},
};

/// Upper case letters and digits only, so that TIME_WAIT, time-wait and TimeWait are one.
std::string letters_of(std::string_view name)
{
    std::string letters;
    for (const char each : name) {
        if (each >= 'a' && each <= 'z') letters += static_cast<char>(each - 'a' + 'A');
        else if (each != '-' && each != '_' && each != ' ') letters += each;
    }
    return letters;
}

/// What other tools and systems print.
struct Alias {
    std::string_view letters;
    std::string_view name;
};

constexpr Alias aliases[] = {
    {"CLOSE", "CLOSED"},          {"LISTENING", "LISTEN"},      {"SYNRCVD", "SYN-RECEIVED"},
    {"SYNRECEIVE", "SYN-RECEIVED"}, {"NEWSYNRECV", "SYN-RECEIVED"},
    {"ESTABLISH", "ESTABLISHED"},
};

}  // namespace

std::span<const StateEntry> states() { return table; }

const StateEntry* state_entry(std::string_view name)
{
    std::string letters = letters_of(name);
    if (letters.starts_with("TCP")) letters.erase(0, 3);
    for (const Alias& each : aliases)
        if (letters == each.letters) letters = letters_of(each.name);
    for (const StateEntry& each : table)
        if (letters == letters_of(each.name) || letters == letters_of(each.ss) ||
            (!each.netstat.empty() && letters == letters_of(each.netstat)))
            return &each;
    return nullptr;
}

}  // namespace finwait::rules
