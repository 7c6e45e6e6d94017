// Rules by which a connection opens. RFC 9293 sections 3.5 and 3.10. See core/rules/catalogue.h.
#include "core/rules/catalogue_parts.h"

namespace finwait::rules {
namespace {

constexpr Entry entries[] = {
    {Rule::active_open, "active-open",
     {"Active open", "능동 개방"},
     {"A program calls connect(), and the socket has no connection yet.",
      "프로그램이 connect()를 호출하고, 그 소켓에는 아직 연결이 없다."},
     {"The host picks a port and an initial sequence number, sends a SYN and waits in SYN-SENT. "
      "The SYN takes up one sequence number, so it can be acknowledged and retransmitted.",
      "호스트는 포트와 초기 순서 번호(ISN)를 고르고 SYN을 보낸 뒤 SYN-SENT에서 기다린다. SYN은 "
      "순서 번호 하나를 차지하므로 확인응답을 받을 수도, 재전송될 수도 있다."},
     "RFC 9293 section 3.10.1; Linux tcp_ipv4.c:tcp_v4_connect"},
    {Rule::passive_open, "passive-open",
     {"Passive open", "수동 개방"},
     {"A program calls listen() on a port that nobody else listens on.",
      "프로그램이 아무도 쓰지 않는 포트에서 listen()을 호출한다."},
     {"The socket waits in LISTEN. Nothing is sent: a passive open only gets ready to answer. The "
      "listener itself stays in LISTEN; every SYN begins a connection of its own.",
      "소켓은 LISTEN에서 기다린다. 보내는 것은 없다. 수동 개방은 대답할 준비일 뿐이다. 듣는 소켓은 "
      "계속 LISTEN에 남고, SYN이 올 때마다 새 연결이 하나씩 생긴다."},
     "RFC 9293 section 3.10.1; Linux inet_connection_sock.c:inet_csk_listen_start"},
    {Rule::syn_answered, "syn-answered",
     {"SYN answered", "SYN에 대한 대답"},
     {"A SYN without ACK arrives at a port in LISTEN, and there is room in the queues.",
      "LISTEN인 포트에 ACK 없는 SYN이 오고, 큐에 자리가 있다."},
     {"The host answers with SYN,ACK: it acknowledges the client's initial sequence number and "
      "announces its own. The new connection waits in SYN-RECEIVED for the third segment.",
      "호스트는 SYN,ACK로 대답한다. 상대의 초기 순서 번호에 확인응답하고 자기 번호를 알린다. 새 연결은 "
      "SYN-RECEIVED에서 세 번째 세그먼트를 기다린다."},
     "RFC 9293 section 3.10.7.2, third check; Linux tcp_input.c:tcp_conn_request"},
    {Rule::syn_ack_accepted, "syn-ack-accepted",
     {"SYN,ACK accepted", "SYN,ACK 수락"},
     {"In SYN-SENT, a SYN,ACK arrives that acknowledges exactly our SYN.",
      "SYN-SENT에서, 우리 SYN에 정확히 확인응답하는 SYN,ACK가 온다."},
     {"The client knows both initial sequence numbers and is ESTABLISHED after one round trip. It "
      "sends the third segment, an ACK, and may send data at once; connect() returns.",
      "클라이언트는 양쪽의 초기 순서 번호를 알게 되어 왕복 한 번 만에 ESTABLISHED가 된다. 세 번째 "
      "세그먼트인 ACK를 보내고, 곧바로 데이터를 보낼 수 있다. connect()가 돌아온다."},
     "RFC 9293 section 3.10.7.3, fourth check; Linux tcp_input.c:tcp_rcv_synsent_state_process"},
    {Rule::simultaneous_open, "simultaneous-open",
     {"Simultaneous open", "동시 개방"},
     {"In SYN-SENT, a SYN without ACK arrives: the peer called connect() too.",
      "SYN-SENT에서 ACK 없는 SYN이 온다. 상대도 connect()를 호출한 것이다."},
     {"Both SYNs have crossed. Each side answers with a SYN,ACK that repeats its first sequence "
      "number and goes to SYN-RECEIVED. One connection comes of it, not two.",
      "두 SYN이 엇갈렸다. 양쪽은 처음 순서 번호를 그대로 담은 SYN,ACK로 대답하고 SYN-RECEIVED로 간다. "
      "연결은 둘이 아니라 하나가 된다."},
     "RFC 9293 section 3.10.7.3, fourth check, and section 3.5 (MUST-10)"},
    {Rule::handshake_completed, "handshake-completed",
     {"Handshake completed", "핸드셰이크 완료"},
     {"In SYN-RECEIVED, an acceptable segment acknowledges our SYN.",
      "SYN-RECEIVED에서, 받아들일 수 있는 세그먼트가 우리 SYN에 확인응답한다."},
     {"This side now knows that the peer has its initial sequence number: ESTABLISHED. Any segment "
      "with the right ACK does it, so data can stand in for a lost third segment.",
      "이제 상대가 우리 초기 순서 번호를 받았음을 안다. ESTABLISHED가 된다. 올바른 ACK를 실은 "
      "세그먼트면 무엇이든 되므로, 세 번째 ACK가 손실돼도 데이터가 그 일을 대신한다."},
     "RFC 9293 section 3.10.7.4, fifth check; Linux tcp_minisocks.c:tcp_check_req"},
    {Rule::syn_retransmitted, "syn-retransmitted",
     {"SYN retransmitted", "SYN 재전송"},
     {"The retransmission timer expires in SYN-SENT or SYN-RECEIVED, and the tries are not used "
      "up.",
      "SYN-SENT나 SYN-RECEIVED에서 재전송 타이머가 만료되고, 시도 횟수가 남아 있다."},
     {"The same SYN or SYN,ACK goes out again, with the same sequence number: it is the same "
      "request, not a new one. The first wait is 1 s. The textbook doubles it each time; Linux "
      "waits 1 s four more times before it doubles.",
      "같은 SYN이나 SYN,ACK가 같은 순서 번호로 다시 나간다. 새 요청이 아니라 같은 요청이다. 첫 "
      "대기는 1초다. 교재는 매번 두 배로 늘리고, 리눅스는 SYN을 네 번 더 1초 간격으로 보낸 뒤에 늘린다."},
     "RFC 6298 sections 2.1 and 5.4 to 5.6; Linux tcp_timer.c:tcp_retransmit_timer, sysctl "
     "tcp_syn_linear_timeouts"},
    {Rule::syn_ack_repeated, "syn-ack-repeated",
     {"SYN,ACK repeated", "SYN,ACK 다시 전송"},
     {"In SYN-RECEIVED, the peer's SYN arrives again with the same sequence number, and the "
      "profile answers it with a SYN,ACK.",
      "SYN-RECEIVED에서 같은 순서 번호의 SYN이 다시 오고, 프로필이 SYN,ACK로 대답한다."},
     {"A repeated SYN means that the peer has not seen our SYN,ACK. Linux sends it again at once "
      "and does not wait for its own timer; the RFC's text would answer with a plain ACK.",
      "SYN이 다시 온 것은 상대가 우리 SYN,ACK를 보지 못했다는 뜻이다. 리눅스는 자기 타이머를 기다리지 "
      "않고 곧바로 다시 보낸다. RFC의 본문대로라면 ACK만 보낸다."},
     "Linux tcp_minisocks.c:tcp_check_req; RFC 9293 section 3.10.7.4, first check, sends an ACK"},
    {Rule::open_given_up, "open-given-up",
     {"Opening given up", "연결 설정 포기"},
     {"In SYN-SENT, the retransmission timer expires and the time or the number of tries for a SYN "
      "is used up.",
      "SYN-SENT에서 재전송 타이머가 만료되고, SYN에 허용된 시간이나 횟수를 다 썼다."},
     {"Nobody has answered. connect() fails with ETIMEDOUT and the port is free again. Linux gives "
      "up after 131 s and 11 SYNs; the RFC asks for at least three minutes.",
      "아무도 대답하지 않았다. connect()는 ETIMEDOUT 오류로 끝나고 포트는 다시 비게 된다. 리눅스는 SYN을 "
      "11번 보내고 131초 뒤에 포기한다. RFC는 적어도 3분을 요구한다."},
     "RFC 9293 section 3.8.3 (MUST-23); Linux tcp_timer.c:tcp_write_timeout, sysctl "
     "tcp_syn_retries"},
    {Rule::syn_received_given_up, "syn-received-given-up",
     {"Half-open request dropped", "응답 없는 연결 요청 폐기"},
     {"In SYN-RECEIVED, the retransmission timer expires and the tries for a SYN,ACK are used up.",
      "SYN-RECEIVED에서 재전송 타이머가 만료되고, SYN,ACK에 허용된 횟수를 다 썼다."},
     {"The third segment never came. The request disappears without a segment and without a word "
      "to any program: accept() never heard of it.",
      "세 번째 세그먼트가 끝내 오지 않았다. 요청은 세그먼트도 알림도 없이 사라진다. accept()는 이 요청을 "
      "알지도 못한다."},
     "RFC 9293 section 3.8.3; Linux inet_connection_sock.c:reqsk_timer_handler, sysctl "
     "tcp_synack_retries"},
    {Rule::no_listener, "no-listener",
     {"Nobody listens here", "듣는 소켓 없음"},
     {"A segment without ACK and without RST arrives, and neither a connection nor a listener "
      "wants it.",
      "ACK도 RST도 없는 세그먼트가 왔는데, 맞는 연결도 듣는 소켓도 없다."},
     {"The host answers RST,ACK with sequence number 0 and acknowledges what came. A client in "
      "SYN-SENT learns that it was refused, after one round trip.",
      "호스트는 순서 번호 0의 RST,ACK로 대답하고, 온 것에 확인응답한다. SYN-SENT의 클라이언트는 왕복 한 "
      "번 만에 거부됐음을 안다."},
     "RFC 9293 section 3.10.7.1 and section 3.5.2, group 1; Linux tcp_ipv4.c:tcp_v4_send_reset"},
    {Rule::no_such_connection, "no-such-connection",
     {"No such connection", "그런 연결 없음"},
     {"A segment with ACK and without RST arrives, and no connection wants it.",
      "RST 없이 ACK가 있는 세그먼트가 왔는데, 맞는 연결이 없다."},
     {"The host answers with a RST whose sequence number is the ACK number that came: exactly what "
      "the sender expects next, so the sender believes it.",
      "호스트는 받은 확인응답 번호를 순서 번호로 삼아 RST를 보낸다. 상대가 다음에 받을 바로 그 번호이므로 "
      "상대는 이 RST를 믿는다."},
     "RFC 9293 section 3.10.7.1 and section 3.5.2, group 1; Linux tcp_ipv4.c:tcp_v4_send_reset"},
    {Rule::refused, "refused",
     {"Connection refused", "연결 거부"},
     {"In SYN-SENT, a RST arrives whose ACK covers our SYN.",
      "SYN-SENT에서, 우리 SYN에 확인응답하는 RST가 온다."},
     {"The peer's host is there, but nobody listens on the port. connect() fails at once with "
      "ECONNREFUSED. A RST without that ACK could be forged and is ignored.",
      "상대 호스트는 있지만 그 포트를 듣는 프로그램이 없다. connect()는 곧바로 ECONNREFUSED 오류로 "
      "끝난다. 그런 ACK가 없는 RST는 위조일 수 있으므로 무시한다."},
     "RFC 9293 section 3.10.7.3, second check; Linux tcp_input.c:tcp_reset"},
    {Rule::wrong_ack_in_handshake, "wrong-ack-in-handshake",
     {"Wrong ACK in the handshake", "핸드셰이크 중의 틀린 ACK"},
     {"Before ESTABLISHED (LISTEN, SYN-SENT, SYN-RECEIVED), a segment without RST acknowledges "
      "something that we never sent.",
      "ESTABLISHED 이전(LISTEN, SYN-SENT, SYN-RECEIVED)에, RST가 아닌 세그먼트가 보낸 적 없는 것에 "
      "확인응답한다."},
     {"The segment belongs to another connection, old or forgotten. A RST with its own ACK number "
      "tells the peer to drop that one; our opening goes on.",
      "그 세그먼트는 오래됐거나 잊힌 다른 연결의 것이다. 그 확인응답 번호를 담은 RST로 상대에게 그 연결을 "
      "버리라고 알린다. 우리 연결 설정은 계속된다."},
     "RFC 9293 section 3.5.2, group 2, and section 3.10.7.3, first check"},
    {Rule::back_to_listen, "back-to-listen",
     {"Back to LISTEN", "LISTEN으로 복귀"},
     {"In SYN-RECEIVED after a passive open, an exact RST or a new SYN in the window arrives.",
      "수동 개방으로 들어온 SYN-RECEIVED에서, 순서 번호가 정확한 RST나 윈도 안의 새 SYN이 온다."},
     {"The opening was a mistake, such as an old duplicate SYN. The request is forgotten, the "
      "listener goes on listening, and no program is told.",
      "오래된 중복 SYN처럼 잘못 시작된 연결 설정이다. 요청은 잊히고, 듣는 소켓은 계속 듣고, 프로그램에는 "
      "알리지 않는다."},
     "RFC 9293 section 3.10.7.4, second and fourth check; Linux tcp_minisocks.c:tcp_check_req"},
    {Rule::closed_before_open, "closed-before-open",
     {"Closed before it opened", "열리기 전에 닫힘"},
     {"A program closes a socket in LISTEN or SYN-SENT.",
      "프로그램이 LISTEN이나 SYN-SENT인 소켓을 닫는다."},
     {"There is no connection to end, so neither FIN nor RST is sent: the socket is simply gone. A "
      "SYN,ACK that comes later meets nobody and gets a RST.",
      "끝낼 연결이 없으므로 FIN도 RST도 보내지 않는다. 소켓이 없어질 뿐이다. 나중에 온 SYN,ACK는 받을 "
      "연결이 없어 RST를 받는다."},
     "RFC 9293 section 3.10.4; Linux tcp.c:tcp_close_state"},
    {Rule::backlog_full, "backlog-full",
     {"Accept queue full", "가득 찬 수락 큐"},
     {"A SYN or the last ACK of a handshake arrives, and as many connections as the backlog allows "
      "wait for accept().",
      "SYN이나 핸드셰이크의 마지막 ACK가 왔는데, 백로그가 허락하는 만큼의 연결이 이미 accept()를 "
      "기다리고 있다."},
     {"The segment is ignored, as if it had been lost; the client's timer tries again. Linux keeps "
      "backlog + 1 connections in the queue.",
      "세그먼트는 손실된 것처럼 무시되고, 클라이언트의 타이머가 다시 시도한다. 리눅스의 수락 큐에는 "
      "백로그 + 1개의 연결이 들어간다."},
     "Linux tcp_input.c:tcp_conn_request, sk_acceptq_is_full, sysctl somaxconn; RFC 9293 section "
     "3.9.1.1 leaves it open"},
};

}  // namespace

std::span<const Entry> opening_entries() { return entries; }

}  // namespace finwait::rules
