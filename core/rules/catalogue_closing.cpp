// Rules by which a connection closes in order, TIME-WAIT and orphans included. RFC 9293
// sections 3.6 and 3.10. See core/rules/catalogue.h.
#include "core/rules/catalogue_parts.h"

namespace finwait::rules {
namespace {

constexpr Entry entries[] = {
    {Rule::close_sends_fin, "close-sends-fin",
     {"close() sends a FIN", "close()가 보내는 FIN"},
     {"In ESTABLISHED or SYN-RECEIVED, a program calls close() or shutdown(), nothing received is "
      "unread at close(), and SO_LINGER is not 0.",
      "ESTABLISHED나 SYN-RECEIVED에서 close()나 shutdown()이 호출된다. close()일 때 읽지 않은 데이터가 "
      "없고 SO_LINGER는 0이 아니다."},
     {"The FIN says: no more data from this side. It follows all queued data, takes up one "
      "sequence number and waits for its ACK in FIN-WAIT-1. The other direction stays open.",
      "FIN은 이쪽에서 더 보낼 데이터가 없다는 뜻이다. 큐의 데이터가 모두 나간 뒤에 나가고, 순서 번호 "
      "하나를 차지하며, FIN-WAIT-1에서 ACK를 기다린다. 반대 방향은 열려 있다."},
     "RFC 9293 section 3.10.4; Linux tcp.c:__tcp_close, tcp_output.c:tcp_send_fin"},
    {Rule::close_answers_fin, "close-answers-fin",
     {"FIN of the second side", "두 번째 쪽의 FIN"},
     {"In CLOSE-WAIT, a program calls close() or shutdown(), and nothing received is unread at "
      "close().",
      "CLOSE-WAIT에서 close()나 shutdown()이 호출되고, close()일 때 읽지 않은 데이터가 없다."},
     {"Now this direction ends too. The FIN leaves and the side waits in LAST-ACK for one last "
      "ACK. If the ACK of the peer's FIN is still pending, both ride in one segment.",
      "이제 이 방향도 끝난다. FIN이 나가고 LAST-ACK에서 마지막 ACK를 기다린다. 상대 FIN에 대한 ACK를 "
      "아직 보내지 않았다면 한 세그먼트에 함께 싣는다."},
     "RFC 9293 section 3.10.4; Linux tcp.c:tcp_close_state"},
    {Rule::fin_received, "fin-received",
     {"FIN received", "FIN 수신"},
     {"In ESTABLISHED (or SYN-RECEIVED, with the ACK), the peer's FIN arrives and everything "
      "before it is there.",
      "ESTABLISHED(또는 ACK와 함께라면 SYN-RECEIVED)에서, 앞의 데이터가 빠짐없이 도착한 상태로 상대의 "
      "FIN이 온다."},
     {"The peer will send no more: recv() returns 0 after the last octet. The side is in "
      "CLOSE-WAIT and may go on sending. No timer runs: it waits for its own program to close.",
      "상대는 더 보내지 않는다. 마지막 바이트 다음의 recv()는 0을 돌려준다. 이쪽은 CLOSE-WAIT에 있고 "
      "계속 보낼 수 있다. 도는 타이머는 없다. 자기 프로그램이 닫기를 기다린다."},
     "RFC 9293 section 3.10.7.4, eighth check; Linux tcp_input.c:tcp_fin"},
    {Rule::fin_acknowledged, "fin-acknowledged",
     {"FIN acknowledged", "FIN에 대한 확인응답"},
     {"In FIN-WAIT-1, a segment acknowledges our FIN (in the RFC's profile, one that brings no FIN "
      "itself).",
      "FIN-WAIT-1에서, 우리 FIN에 확인응답하는 세그먼트가 온다(RFC 프로필에서는 FIN이 없는 "
      "세그먼트)."},
     {"Our direction is finished: the peer has everything. FIN-WAIT-2 only waits for the peer's "
      "FIN; there is nothing left to retransmit.",
      "우리 방향은 끝났다. 상대가 전부 받았다. FIN-WAIT-2는 상대의 FIN만 기다린다. 재전송할 것은 더 "
      "없다."},
     "RFC 9293 section 3.10.7.4, fifth check; Linux tcp_input.c:tcp_rcv_state_process"},
    {Rule::fin_crossed, "fin-crossed",
     {"FINs have crossed", "엇갈린 FIN"},
     {"In FIN-WAIT-1, the peer's FIN arrives and does not acknowledge ours.",
      "FIN-WAIT-1에서, 우리 FIN에 확인응답하지 않은 상대의 FIN이 온다."},
     {"Both sides closed before they saw the other's FIN. This is CLOSING: the FIN is acknowledged "
      "at once, and only the ACK of our own is missing.",
      "양쪽이 서로의 FIN을 보기 전에 닫았다. 이것이 CLOSING이다. 온 FIN에 곧바로 확인응답하고, 우리 "
      "FIN의 ACK만 기다린다."},
     "RFC 9293 section 3.10.7.4, eighth check; Linux tcp_input.c:tcp_fin"},
    {Rule::fin_with_ack_of_fin, "fin-with-ack-of-fin",
     {"FIN and ACK in one segment", "한 세그먼트에 담긴 FIN과 ACK"},
     {"In FIN-WAIT-1 of the RFC's profile, one segment brings the peer's FIN and acknowledges "
      "ours.",
      "RFC 프로필의 FIN-WAIT-1에서, 상대의 FIN과 우리 FIN에 대한 확인응답이 한 세그먼트로 온다."},
     {"The close takes three segments instead of four, and FIN-WAIT-2 is never seen: the side goes "
      "straight to TIME-WAIT. Linux makes two moves of the same segment and passes through "
      "FIN-WAIT-2 in no time.",
      "종료가 네 세그먼트가 아니라 셋으로 끝나고 FIN-WAIT-2는 나타나지 않는다. 곧바로 TIME-WAIT로 간다. "
      "리눅스는 같은 세그먼트로 두 번 움직이며 FIN-WAIT-2를 0초 동안 지나간다."},
     "RFC 9293 section 3.3.2, note 2, and section 3.10.7.4, eighth check; Linux "
     "tcp_input.c:tcp_fin"},
    {Rule::fin_in_fin_wait_2, "fin-in-fin-wait-2",
     {"The peer's FIN arrives", "상대 FIN의 도착"},
     {"In FIN-WAIT-2, the peer's FIN arrives and everything before it is there.",
      "FIN-WAIT-2에서, 앞의 데이터가 빠짐없이 도착한 상태로 상대의 FIN이 온다."},
     {"Both directions are finished. The last ACK leaves, and the side that closed first waits "
      "2MSL in TIME-WAIT, because it cannot know whether that ACK arrives.",
      "두 방향이 모두 끝났다. 마지막 ACK를 보내고, 먼저 닫은 쪽은 TIME-WAIT에서 2MSL 동안 기다린다. 그 "
      "ACK가 도착하는지 알 수 없기 때문이다."},
     "RFC 9293 section 3.10.7.4, eighth check; Linux tcp_minisocks.c:tcp_timewait_state_process"},
    {Rule::closing_acknowledged, "closing-acknowledged",
     {"FIN acknowledged in CLOSING", "CLOSING에서 받은 확인응답"},
     {"In CLOSING, a segment acknowledges our FIN.",
      "CLOSING에서, 우리 FIN에 확인응답하는 세그먼트가 온다."},
     {"Both FINs are sent and acknowledged. Both sides closed actively, so both wait in "
      "TIME-WAIT.",
      "두 FIN을 모두 보내고 확인응답도 받았다. 양쪽이 능동 종료를 했으므로 양쪽이 TIME-WAIT에서 "
      "기다린다."},
     "RFC 9293 section 3.10.7.4, fifth check; Linux tcp_input.c:tcp_rcv_state_process"},
    {Rule::last_ack_received, "last-ack-received",
     {"Last ACK received", "마지막 ACK 수신"},
     {"In LAST-ACK, a segment acknowledges our FIN.",
      "LAST-ACK에서, 우리 FIN에 확인응답하는 세그먼트가 온다."},
     {"The passive closer is sure that everything arrived and forgets the connection at once. It "
      "needs no TIME-WAIT: the other side has it.",
      "수동 종료 측은 모든 것이 도착했음을 확인하고 곧바로 연결을 잊는다. TIME-WAIT는 필요 없다. 그 일은 "
      "상대가 맡는다."},
     "RFC 9293 section 3.10.7.4, fifth check; Linux tcp_input.c:tcp_rcv_state_process"},
    {Rule::fin_again, "fin-again",
     {"The same FIN again", "다시 온 FIN"},
     {"In CLOSE-WAIT, CLOSING, LAST-ACK or TIME-WAIT, the peer's FIN comes again.",
      "CLOSE-WAIT, CLOSING, LAST-ACK, TIME-WAIT에서 상대의 FIN이 다시 온다."},
     {"The peer has not seen our ACK. An ACK is not retransmitted by its sender; it is repeated "
      "because the FIN is. In TIME-WAIT the wait begins anew.",
      "상대가 우리 ACK를 보지 못했다. ACK는 보낸 쪽이 재전송하는 것이 아니라, FIN이 다시 오므로 다시 "
      "보낸다. TIME-WAIT에서는 대기가 처음부터 다시 시작된다."},
     "RFC 9293 section 3.10.7.4, first and eighth check; Linux "
     "tcp_minisocks.c:tcp_timewait_state_process"},
    {Rule::time_wait_over, "time-wait-over",
     {"TIME-WAIT is over", "TIME-WAIT 종료"},
     {"The 2MSL timer expires in TIME-WAIT.", "TIME-WAIT에서 2MSL 타이머가 만료된다."},
     {"A retransmitted FIN would have come by now, and old duplicates are gone from the network. "
      "The four numbers of the connection may be used again. 4 minutes in the RFC, 60 s on Linux.",
      "재전송된 FIN이 올 시간은 지났고, 오래된 중복 세그먼트도 네트워크에서 사라졌다. 이 연결의 4-튜플을 "
      "다시 쓸 수 있다. RFC에서는 4분, 리눅스에서는 60초다."},
     "RFC 9293 section 3.10.8 and section 3.4.2; Linux TCP_TIMEWAIT_LEN in include/net/tcp.h"},
    {Rule::time_wait_restarted, "time-wait-restarted",
     {"TIME-WAIT begins again", "TIME-WAIT 재시작"},
     {"In TIME-WAIT, a segment of the old connection arrives that is neither RST nor SYN: the FIN "
      "again, old data, or (on Linux) a bare ACK.",
      "TIME-WAIT에, RST도 SYN도 아닌 옛 연결의 세그먼트가 온다. 다시 온 FIN이나 옛 데이터, 리눅스에서는 "
      "ACK만 있는 세그먼트도 해당한다."},
     {"Something of the old connection is still on its way, so the 2MSL wait begins anew. Without "
      "TIME-WAIT this segment would get a RST or meet a new connection.",
      "옛 연결의 세그먼트가 아직 돌아다니므로 2MSL 대기를 처음부터 다시 시작한다. TIME-WAIT가 없다면 이 "
      "세그먼트는 RST를 받거나 새 연결에 섞일 것이다."},
     "RFC 9293 section 3.10.7.4, eighth check; Linux tcp_minisocks.c:tcp_timewait_state_process"},
    {Rule::time_wait_new_syn, "time-wait-new-syn",
     {"TIME-WAIT gives way", "새 SYN에 자리를 내줌"},
     {"In TIME-WAIT, a SYN arrives that is certainly new (its sequence number is beyond the last "
      "one received), and somebody listens.",
      "TIME-WAIT에, 확실히 새로운 SYN(마지막으로 받은 번호보다 큰 순서 번호)이 오고, 그 포트를 듣는 "
      "소켓이 있다."},
     {"The peer uses its port again. Since its numbers cannot be mistaken for the old ones, the "
      "old connection is dropped and a new one begins with a higher initial sequence number.",
      "상대가 포트를 다시 쓴다. 옛 번호와 혼동될 수 없으므로 옛 연결을 버리고, 더 큰 초기 순서 번호로 새 "
      "연결을 시작한다."},
     "RFC 9293 section 3.6.1 (MAY-2); RFC 6191 section 2; Linux "
     "tcp_minisocks.c:tcp_timewait_state_process"},
    {Rule::time_wait_old_syn, "time-wait-old-syn",
     {"Old SYN in TIME-WAIT", "TIME-WAIT에 온 오래된 SYN"},
     {"In TIME-WAIT, a SYN arrives whose sequence number is not beyond the last one received, or "
      "nobody listens.",
      "TIME-WAIT에, 순서 번호가 마지막으로 받은 번호보다 크지 않은 SYN이 온다. 또는 SYN이 왔지만 듣는 "
      "소켓이 없다."},
     {"It may be an old duplicate, so it gets an ACK and no connection. A peer that really opens "
      "answers that ACK with a RST, which ends TIME-WAIT; its next SYN succeeds.",
      "오래된 중복 세그먼트일 수 있으므로 연결 대신 ACK로 대답한다. 정말로 여는 중인 상대는 그 ACK에 RST를 "
      "보내고, 그 RST가 TIME-WAIT를 끝내므로 다음 SYN은 성공한다."},
     "RFC 9293 section 3.10.7.4, fourth check; Linux tcp_minisocks.c:tcp_timewait_state_process"},
    {Rule::fin_wait_2_timeout, "fin-wait-2-timeout",
     {"FIN-WAIT-2 timed out", "FIN-WAIT-2 시간 초과"},
     {"On Linux, a closed socket (orphan) has waited in FIN-WAIT-2 for tcp_fin_timeout, and no FIN "
      "came.",
      "리눅스에서, 닫힌 소켓(고아 소켓)이 FIN-WAIT-2에서 tcp_fin_timeout만큼 기다렸고 FIN이 오지 "
      "않았다."},
     {"The connection disappears without a segment and without TIME-WAIT. A FIN that comes later "
      "gets a RST. The RFC has no such timer, and a socket that a process still holds (after "
      "shutdown()) waits for ever.",
      "연결은 세그먼트도 TIME-WAIT도 없이 사라진다. 나중에 온 FIN은 RST를 받는다. RFC에는 이 타이머가 "
      "없고, shutdown()만 하고 프로세스가 쥐고 있는 소켓은 끝없이 기다린다."},
     "Linux tcp_input.c:tcp_rcv_state_process, sysctl tcp_fin_timeout; not in RFC 9293, see "
     "section 3.6"},
    {Rule::orphan_given_up, "orphan-given-up",
     {"Orphan given up", "고아 소켓 포기"},
     {"The retransmission timer expires in FIN-WAIT-1, CLOSING or LAST-ACK, no process holds the "
      "socket, and the time that tcp_orphan_retries stands for is over (R2 in the RFC).",
      "FIN-WAIT-1, CLOSING, LAST-ACK에서 재전송 타이머가 만료됐고, 소켓을 쥔 프로세스가 없으며, "
      "tcp_orphan_retries(RFC에서는 R2)가 뜻하는 시간이 지났다."},
     {"The kernel forgets the connection: no RST, no TIME-WAIT, and nobody is left to be told. On "
      "Linux the default 0 means 8, which is a time (102.2 s), not a count.",
      "커널은 연결을 잊는다. RST도 TIME-WAIT도 없고, 알려 줄 프로세스도 없다. 리눅스의 기본값 0은 8을 "
      "뜻하며, 횟수가 아니라 시간(102.2초)이다."},
     "Linux tcp_timer.c:tcp_orphan_retries, tcp_write_timeout; RFC 9293 section 3.8.3 and section "
     "3.9.1.4"},
};

}  // namespace

std::span<const Entry> closing_entries() { return entries; }

}  // namespace finwait::rules
