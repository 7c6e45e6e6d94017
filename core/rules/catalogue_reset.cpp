// Rules by which a connection ends at once (RST), and keepalive. RFC 9293 sections 3.5.2, 3.5.3
// and 3.8.4, RFC 5961. See core/rules/catalogue.h.
#include "core/rules/catalogue_parts.h"

namespace finwait::rules {
namespace {

constexpr Entry entries[] = {
    {Rule::abort_sends_rst, "abort-sends-rst",
     {"Abort sends a RST", "강제 종료가 보내는 RST"},
     {"A program aborts a connection that the peer knows of: ABORT, or close() with SO_LINGER 0.",
      "상대가 아는 연결을 프로그램이 강제 종료(abort)한다. ABORT 호출이거나 SO_LINGER 0인 소켓의 "
      "close()다."},
     {"A RST leaves and the connection is CLOSED at once: no FIN, no TIME-WAIT, and whatever is "
      "unsent or unacknowledged is thrown away.",
      "RST를 보내고 곧바로 CLOSED가 된다. FIN도 TIME-WAIT도 없고, 아직 보내지 않았거나 확인응답을 받지 "
      "못한 데이터는 버려진다."},
     "RFC 9293 section 3.10.5; Linux tcp.c:tcp_disconnect"},
    {Rule::unread_data_at_close, "unread-data-at-close",
     {"Unread data at close()", "읽지 않은 데이터와 close()"},
     {"A program calls close() (or dies) while received octets wait to be read.",
      "받은 바이트가 읽히지 않은 채로 프로그램이 close()를 호출하거나 죽는다."},
     {"A FIN would tell the peer that its data was taken. It was not, so a RST is sent and the "
      "connection is CLOSED without TIME-WAIT; the peer gets ECONNRESET.",
      "FIN을 보내면 상대는 데이터가 전달됐다고 믿게 된다. 그렇지 않으므로 RST를 보내고 TIME-WAIT 없이 "
      "CLOSED가 된다. 상대는 ECONNRESET 오류를 받는다."},
     "RFC 9293 section 3.6.1 (SHLD-3); RFC 2525 section 2.17; Linux tcp.c:__tcp_close"},
    {Rule::data_after_close, "data-after-close",
     {"Data after close()", "close() 뒤에 온 데이터"},
     {"New octets arrive in FIN-WAIT-1 or FIN-WAIT-2, and the program has called close(), not "
      "shutdown().",
      "FIN-WAIT-1이나 FIN-WAIT-2에 새 바이트가 오는데, 프로그램은 shutdown()이 아니라 close()를 "
      "호출했다."},
     {"Nobody can read them any more. A RST says so and the connection is gone. After shutdown() "
      "the same octets would be read.",
      "읽을 사람이 없다. RST로 그 사실을 알리고 연결은 사라진다. shutdown()이었다면 같은 바이트가 "
      "읽혔을 것이다."},
     "RFC 9293 section 3.6.1 (SHLD-3); Linux tcp_input.c:tcp_rcv_state_process, "
     "tcp_minisocks.c:tcp_timewait_state_process"},
    {Rule::reset_received, "reset-received",
     {"RST received", "RST 수신"},
     {"A RST arrives whose sequence number is exactly RCV.NXT (on Linux, after the peer's FIN, "
      "that of the FIN as well).",
      "순서 번호가 정확히 RCV.NXT인 RST가 온다(리눅스에서는 상대의 FIN을 받은 뒤 그 FIN의 번호도 "
      "된다)."},
     {"The connection is over at once and the queues are thrown away. A program that waits gets "
      "ECONNRESET (EPIPE on Linux when the peer's FIN had come before). A RST is never answered.",
      "연결은 곧바로 끝나고 큐는 버려진다. 기다리던 프로그램은 ECONNRESET 오류를 받는다(리눅스에서 상대의 "
      "FIN이 먼저 왔다면 EPIPE). RST에는 대답하지 않는다."},
     "RFC 9293 section 3.10.7.4, second check, and section 3.5.3; Linux tcp_input.c:tcp_reset"},
    {Rule::reset_challenged, "reset-challenged",
     {"RST challenged", "RST 되묻기"},
     {"A RST arrives whose sequence number lies in the window but is not RCV.NXT.",
      "순서 번호가 윈도 안에 있지만 RCV.NXT가 아닌 RST가 온다."},
     {"A forger could guess such a number. A challenge ACK asks back: a peer that really has no "
      "connection answers with an exact RST.",
      "이런 번호는 위조할 수 있다. 그래서 챌린지 ACK로 되묻는다. 정말로 연결이 없는 상대라면 번호가 "
      "정확한 RST로 대답한다."},
     "RFC 5961 section 3.2; RFC 9293 section 3.10.7.4, second check; Linux "
     "tcp_input.c:tcp_validate_incoming"},
    {Rule::reset_ignored, "reset-ignored",
     {"RST ignored", "RST 무시"},
     {"A RST arrives outside the window, without the ACK that SYN-SENT asks for, where there is no "
      "connection, or in TIME-WAIT while tcp_rfc1337 is 1.",
      "윈도 밖의 RST가 오거나, SYN-SENT에 필요한 ACK가 없거나, 연결이 없는 곳에 오거나, tcp_rfc1337이 "
      "1일 때 TIME-WAIT에 온다."},
     {"It cannot come from this connection's peer, there is nothing to end, or it must not end "
      "TIME-WAIT early. It is dropped without an answer.",
      "이 연결의 상대가 보낸 것일 수 없거나, 끝낼 것이 없거나, TIME-WAIT를 일찍 끝내서는 안 된다. 대답 없이 "
      "버린다."},
     "RFC 9293 section 3.10.7.4, first and second check; RFC 1337 section 3; Linux "
     "tcp_minisocks.c:tcp_timewait_state_process, sysctl tcp_rfc1337"},
    {Rule::syn_challenged, "syn-challenged",
     {"SYN challenged", "SYN 되묻기"},
     {"A SYN arrives on a synchronized connection, whatever its sequence number is.",
      "동기화된 연결에 SYN이 온다. 순서 번호는 무엇이든 상관없다."},
     {"The peer may have rebooted, or somebody forges. A challenge ACK finds out: a peer that "
      "knows nothing of the connection answers with a RST that ends it.",
      "상대가 재부팅했거나 누군가 위조한 것이다. 챌린지 ACK로 알아낸다. 이 연결을 모르는 상대는 RST로 "
      "대답하고, 그 RST가 연결을 끝낸다."},
     "RFC 5961 section 4.2; RFC 9293 section 3.10.7.4, fourth check; Linux "
     "tcp_input.c:tcp_validate_incoming"},
    // keepalive
    {Rule::keepalive_probe, "keepalive-probe",
     {"Keepalive probe", "TCP 킵얼라이브 탐침"},
     {"SO_KEEPALIVE is on, the connection has been idle for the keepalive time (2 hours), and the "
      "probes are not used up.",
      "SO_KEEPALIVE가 켜져 있고, TCP 킵얼라이브 시간(2시간) 동안 오간 것이 없으며, 탐침 횟수가 남아 "
      "있다."},
     {"An ACK with the number before the next one is sent. A living peer must answer it; a silent "
      "one is asked again every 75 s.",
      "다음 번호보다 하나 작은 순서 번호로 ACK를 보낸다. 살아 있는 상대는 대답해야 한다. 대답이 없으면 "
      "75초마다 다시 묻는다."},
     "RFC 9293 section 3.8.4; Linux tcp_timer.c:tcp_keepalive_timer, sysctl tcp_keepalive_time"},
    {Rule::keepalive_given_up, "keepalive-given-up",
     {"Keepalive given up", "TCP 킵얼라이브 포기"},
     {"The keepalive timer expires, and as many probes as tcp_keepalive_probes says (9) are "
      "unanswered.",
      "TCP 킵얼라이브 타이머가 만료됐고, tcp_keepalive_probes가 정한 수(9)만큼의 탐침에 대답이 없다."},
     {"The peer is taken for dead: a RST is sent, and the program gets ETIMEDOUT. With the "
      "defaults that is 7875 s after the last segment.",
      "상대가 죽었다고 본다. RST를 보내고 프로그램은 ETIMEDOUT 오류를 받는다. 기본값으로는 마지막 세그먼트 "
      "뒤 7875초다."},
     "RFC 9293 section 3.8.4; Linux tcp_timer.c:tcp_keepalive_timer, sysctl "
     "tcp_keepalive_probes"},
};

}  // namespace

std::span<const Entry> reset_entries() { return entries; }

}  // namespace finwait::rules
