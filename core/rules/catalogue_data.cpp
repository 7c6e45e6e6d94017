// Rules by which octets travel: sending, acknowledging, retransmitting. RFC 9293 sections 3.7
// and 3.8, RFC 6298. See core/rules/catalogue.h.
#include "core/rules/catalogue_parts.h"

namespace finwait::rules {
namespace {

constexpr Entry entries[] = {
    {Rule::data_sent, "data-sent",
     {"Data sent", "데이터 전송"},
     {"The connection may send, new octets wait in the send queue, and the peer's window and "
      "Nagle's rule allow it.",
      "보낼 수 있는 상태이고, 새 바이트가 송신 큐에 있으며, 상대의 윈도와 네이글 규칙이 허락한다."},
     {"As many octets as fit into a segment leave with the next sequence numbers, and an ACK rides "
      "along. The stream has no message boundaries.",
      "세그먼트에 들어가는 만큼의 바이트가 다음 순서 번호로 나가고, ACK도 함께 실린다. 바이트 스트림에는 "
      "메시지 경계가 없다."},
     "RFC 9293 section 3.10.2 and section 3.7; Linux tcp_output.c:tcp_write_xmit"},
    {Rule::nagle_released, "nagle-released",
     {"Nagle lets go", "네이글 규칙 해제"},
     {"Nagle's rule held a small segment back, and now what it waited for is acknowledged, a full "
      "segment is ready, or the stream is closed.",
      "네이글 규칙이 작은 세그먼트를 붙잡고 있었고, 이제 기다리던 확인응답이 왔거나 꽉 찬 세그먼트가 "
      "됐거나 스트림이 닫힌다."},
     {"The octets that were held back leave together in one segment. TCP_NODELAY switches the rule "
      "off; close() lets the rest go at once.",
      "붙잡혀 있던 바이트가 한 세그먼트로 나간다. TCP_NODELAY는 이 규칙을 끄고, close()는 나머지를 "
      "곧바로 내보낸다."},
     "RFC 9293 section 3.7.4; RFC 896; Linux tcp_output.c:tcp_nagle_check"},
    {Rule::ack_at_once, "ack-at-once",
     {"Immediate ACK", "즉시 확인응답"},
     {"Data or a FIN arrives in order, and the receiver does not delay its ACK: the profile never "
      "does, the connection is young (quick ACKs), or it was a FIN in FIN-WAIT.",
      "데이터나 FIN이 순서대로 왔고 수신 측이 ACK를 미루지 않는다. 프로필이 늘 그렇거나, 연결 초기(빠른 "
      "ACK)이거나, FIN-WAIT에서 받은 FIN이다."},
     {"An ACK with the next expected sequence number leaves at once. It is cumulative: everything "
      "before that number has arrived.",
      "다음에 받을 순서 번호를 담은 ACK가 곧바로 나간다. 누적 확인응답이다. 그 번호 앞은 모두 "
      "도착했다는 뜻이다."},
     "RFC 9293 section 3.10.7.4, seventh and eighth check; Linux "
     "tcp_input.c:__tcp_ack_snd_check"},
    {Rule::ack_delayed, "ack-delayed",
     {"Delayed ACK", "지연 확인응답"},
     {"The delayed-ACK timer expires, and nothing has left that could carry the ACK.",
      "지연 ACK 타이머가 만료됐고, 그동안 ACK를 실어 보낼 세그먼트가 없었다."},
     {"The receiver had hoped to send its ACK with data or a FIN. None came in time (usually "
      "40 ms on Linux), so a bare ACK leaves.",
      "수신 측은 데이터나 FIN에 ACK를 실어 보내려 했다. 제때(리눅스에서 보통 40 ms) 나갈 것이 없어 "
      "ACK만 보낸다."},
     "RFC 9293 section 3.8.6.3; Linux tcp_timer.c:tcp_delack_timer_handler"},
    {Rule::ack_second_segment, "ack-second-segment",
     {"ACK of every second segment", "두 번째 세그먼트의 ACK"},
     {"Two full segments have arrived in order since the last ACK, and delayed ACK is on.",
      "지연 확인응답을 쓰는 중이고, 마지막 ACK 뒤로 꽉 찬 세그먼트 두 개가 순서대로 왔다."},
     {"An ACK must not be held back any longer: at least every second full segment gets one.",
      "더 미룰 수 없다. 적어도 꽉 찬 세그먼트 두 개마다 ACK 하나를 보내야 한다."},
     "RFC 9293 section 3.8.6.3; RFC 5681 section 4.2; Linux tcp_input.c:__tcp_ack_snd_check"},
    {Rule::ack_out_of_order, "ack-out-of-order",
     {"Duplicate ACK for a gap", "빈 곳을 알리는 중복 ACK"},
     {"A segment arrives within the window, but something before it is missing.",
      "윈도 안의 세그먼트가 왔지만 그 앞이 비어 있다."},
     {"The octets (or the FIN) are kept for later, and an ACK repeats the number of the first "
      "missing octet, so that the sender learns of the gap.",
      "바이트(또는 FIN)는 보관해 두고, 처음 빠진 바이트의 번호를 담은 ACK를 되풀이해 보낸다. 그래서 "
      "송신 측이 빈 곳을 알게 된다."},
     "RFC 9293 section 3.10.7.4 (SHLD-31, MAY-13); RFC 5681 section 4.2; Linux "
     "tcp_input.c:tcp_data_queue_ofo"},
    {Rule::ack_gap_filled, "ack-gap-filled",
     {"Gap filled", "빈 곳이 채워짐"},
     {"A segment arrives that fills the gap before octets that were kept.",
      "보관해 둔 바이트 앞의 빈 곳을 채우는 세그먼트가 온다."},
     {"All octets up to the next gap are handed on, and one ACK at once covers them all.",
      "다음 빈 곳까지의 바이트가 모두 전달되고, ACK 하나가 곧바로 그 전부에 확인응답한다."},
     "RFC 5681 section 4.2; RFC 9293 section 3.10.7.4, seventh check; Linux "
     "tcp_input.c:tcp_ofo_queue"},
    {Rule::window_reopened, "window-reopened",
     {"Window update", "윈도 갱신"},
     {"The offered window was closed or small, and the program has read so much that it at least "
      "doubles.",
      "알려 둔 윈도가 닫혔거나 작았고, 프로그램이 읽어서 그 두 배 이상의 자리가 다시 생겼다."},
     {"An ACK announces the larger window, so that the sender may go on. Small steps are not "
      "announced: that avoids the silly window syndrome.",
      "더 커진 윈도를 ACK로 알려 송신 측이 계속 보낼 수 있게 한다. 조금씩은 알리지 않는다. 작은 "
      "세그먼트만 오가는 일(silly window)을 막기 위해서다."},
     "RFC 9293 section 3.8.6.2.2; Linux tcp.c:tcp_cleanup_rbuf"},
    {Rule::retransmission, "retransmission",
     {"Retransmission", "재전송"},
     {"The retransmission timer expires while something sent (data or FIN) is unacknowledged.",
      "보낸 것(데이터나 FIN)에 확인응답이 없는 채로 재전송 타이머가 만료된다."},
     {"The oldest unacknowledged segment is sent again, and the next wait is twice as long "
      "(exponential back-off). An ACK alone is never retransmitted.",
      "확인응답을 받지 못한 가장 오래된 세그먼트를 다시 보내고, 다음 대기 시간은 두 배가 된다(지수 "
      "백오프). ACK만 있는 세그먼트는 재전송되지 않는다."},
     "RFC 6298 sections 5.4 to 5.6; RFC 9293 section 3.10.8; Linux "
     "tcp_timer.c:tcp_retransmit_timer"},
    {Rule::tail_loss_probe, "tail-loss-probe",
     {"Tail loss probe", "꼬리 손실 탐침(TLP)"},
     {"The probe timer expires: something is unacknowledged, nothing follows it, and the profile "
      "uses loss probes.",
      "탐침 타이머가 만료된다. 확인응답을 기다리는 것이 있고, 뒤따르는 것이 없으며, 프로필이 손실 "
      "탐침을 쓴다."},
     {"The last segment is sent once more, to provoke an ACK, before or at the time of the "
      "retransmission timeout. It does not count as a back-off.",
      "ACK를 끌어내려고 마지막 세그먼트를 한 번 더 보낸다. 재전송 타임아웃(RTO)보다 늦지 않으며, 백오프로 "
      "세지 않는다."},
     "RFC 8985 section 7.2; Linux tcp_output.c:tcp_schedule_loss_probe, sysctl tcp_early_retrans"},
    {Rule::window_probe, "window-probe",
     {"Zero-window probe", "윈도 탐침"},
     {"The persist timer expires: data waits, and the peer's window is closed.",
      "영속 타이머가 만료된다. 보낼 데이터가 있는데 상대의 윈도가 닫혀 있다."},
     {"A probe asks for the window again, because a lost window update would stop both sides for "
      "ever. As long as the peer answers, the connection stays open.",
      "윈도를 다시 묻는 탐침을 보낸다. 윈도 갱신이 손실되면 양쪽이 영원히 멈추기 때문이다. 상대가 "
      "대답하는 한 연결은 유지된다."},
     "RFC 9293 section 3.8.6.1 (MUST-36); Linux tcp_output.c:tcp_write_wakeup"},
    {Rule::retries_exhausted, "retries-exhausted",
     {"Retransmission given up", "재전송 포기"},
     {"The retransmission timer expires, a process still holds the socket, and the time for "
      "retransmissions (R2, tcp_retries2 or TCP_USER_TIMEOUT) is over.",
      "재전송 타이머가 만료됐고, 소켓을 쥔 프로세스가 있으며, 재전송에 허용된 시간(R2, tcp_retries2, "
      "TCP_USER_TIMEOUT)이 지났다."},
     {"The connection is gone and the program's call fails with ETIMEDOUT. Linux turns "
      "tcp_retries2 = 15 into a time, 924.6 s; it is not a count.",
      "연결은 사라지고 프로그램의 호출은 ETIMEDOUT 오류로 끝난다. 리눅스는 tcp_retries2 = 15를 횟수가 "
      "아니라 시간 924.6초로 바꾸어 쓴다."},
     "RFC 9293 section 3.8.3; Linux tcp_timer.c:retransmits_timed_out, sysctl tcp_retries2"},
    {Rule::unacceptable_segment, "unacceptable-segment",
     {"Segment outside the window", "윈도 밖의 세그먼트"},
     {"On a synchronized connection, a segment without RST lies wholly outside the receive "
      "window.",
      "동기화된 연결에, RST가 아니고 수신 윈도를 완전히 벗어난 세그먼트가 온다."},
     {"It is dropped, and an ACK tells the sender which number is expected. Usually it is old: a "
      "copy, or a retransmission of something whose ACK was lost.",
      "버리고, 기다리는 번호를 ACK로 알린다. 대개 복사본이거나, ACK가 손실된 탓에 재전송된 오래된 "
      "세그먼트다."},
     "RFC 9293 section 3.10.7.4, first check; Linux tcp_input.c:tcp_sequence"},
    {Rule::ack_of_unsent, "ack-of-unsent",
     {"ACK of something never sent", "보내지 않은 것에 대한 ACK"},
     {"On a synchronized connection, a segment acknowledges more than SND.NXT, or far less than "
      "SND.UNA.",
      "동기화된 연결에, SND.NXT보다 큰 번호나 SND.UNA보다 훨씬 작은 번호에 확인응답하는 세그먼트가 "
      "온다."},
     {"Nobody can acknowledge what was never sent: the segment is forged or belongs elsewhere. An "
      "ACK answers it, and it is dropped.",
      "보내지 않은 것에는 아무도 확인응답할 수 없다. 위조됐거나 다른 연결의 것이다. ACK로 대답하고 "
      "버린다."},
     "RFC 9293 section 3.10.7.4, fifth check; RFC 5961 section 5.2; Linux tcp_input.c:tcp_ack"},
    {Rule::no_ack_flag, "no-ack-flag",
     {"A needed flag is missing", "필요한 플래그 없음"},
     {"A segment without RST lacks the flag that its place needs: the ACK once a SYN has been "
      "exchanged, the SYN in LISTEN and SYN-SENT.",
      "RST가 아닌 세그먼트에 있어야 할 플래그가 없다. SYN을 주고받은 뒤에는 ACK가, LISTEN과 SYN-SENT에서는 "
      "SYN이 있어야 한다."},
     {"Every segment of a connection after the first SYN carries an ACK, and only a SYN can begin "
      "one. This segment is dropped without an answer.",
      "첫 SYN 뒤의 세그먼트에는 모두 ACK가 있고, 연결은 SYN으로만 시작된다. 이 세그먼트는 대답 없이 "
      "버린다."},
     "RFC 9293 section 3.10.7.4, fifth check; Linux tcp_input.c:tcp_rcv_state_process"},
};

}  // namespace

std::span<const Entry> data_entries() { return entries; }

}  // namespace finwait::rules
