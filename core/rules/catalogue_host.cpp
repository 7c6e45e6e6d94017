// Rules of what lies around TCP: the network and its faults, processes and ports, timers.
// See core/rules/catalogue.h.
#include "core/rules/catalogue_parts.h"

namespace finwait::rules {
namespace {

constexpr Entry entries[] = {
    {Rule::arrived, "arrived",
     {"Segment arrived", "세그먼트 도착"},
     {"A segment has crossed the link, and no fault took it.",
      "세그먼트가 링크를 건넜고, 어떤 장애도 걸리지 않았다."},
     {"The segment reaches the other host after the link's delay.",
      "세그먼트가 링크의 지연만큼 지나서 상대 호스트에 닿는다."},
     "RFC 9293 section 2.2; FinWait: docs/scenario-format.md, section link"},
    {Rule::lost_by_fault, "lost-by-fault",
     {"Lost by a fault", "장애로 손실"},
     {"A fault of the scenario says to lose this segment.",
      "시나리오의 장애가 이 세그먼트를 손실시키라고 한다."},
     {"The segment never arrives, and nobody is told. TCP must find out by itself, by missing an "
      "acknowledgment.",
      "세그먼트는 도착하지 않고, 그 사실은 누구에게도 알려지지 않는다. TCP는 확인응답이 오지 않는 것으로 "
      "스스로 알아내야 한다."},
     "FinWait: docs/scenario-format.md, section faults; RFC 9293 section 3.8"},
    {Rule::lost_by_chance, "lost-by-chance",
     {"Lost by chance", "우연히 손실"},
     {"A fault \"lose 1 in N\" drew this segment. The same seed draws the same segments again.",
      "\"lose 1 in N\" 장애의 추첨에 이 세그먼트가 걸렸다. 시드가 같으면 같은 세그먼트가 걸린다."},
     {"The segment never arrives, as on a noisy link.",
      "잡음이 있는 링크에서처럼 세그먼트가 도착하지 않는다."},
     "FinWait: docs/scenario-format.md, section faults; RFC 9293 section 3.8"},
    {Rule::lost_in_queue, "lost-in-queue",
     {"Lost in a full queue", "가득 찬 큐에서 손실"},
     {"The link has a rate, and its queue is full when the segment comes.",
      "링크에 속도 제한이 있고, 세그먼트가 왔을 때 큐가 가득 차 있다."},
     {"A router drops what it cannot keep. Most losses in the Internet are of this kind.",
      "라우터는 담아 둘 수 없는 것을 버린다. 인터넷의 손실은 대부분 이런 것이다."},
     "FinWait: docs/scenario-format.md, section link; RFC 5681 section 1"},
    {Rule::corrupted, "corrupted",
     {"Checksum does not match", "체크섬 불일치"},
     {"A segment arrives whose checksum does not match its octets.",
      "체크섬이 내용과 맞지 않는 세그먼트가 도착한다."},
     {"The receiver drops it without a word: it cannot even trust the port numbers. To the sender "
      "it is the same as a loss.",
      "수신 측은 말없이 버린다. 포트 번호조차 믿을 수 없기 때문이다. 송신 측에게는 손실과 같다."},
     "RFC 9293 section 3.1 (MUST-3); Linux tcp_ipv4.c:tcp_v4_rcv"},
    {Rule::copied_by_fault, "copied-by-fault",
     {"Copied by a fault", "장애로 복사"},
     {"A fault of the scenario says to send this segment twice.",
      "시나리오의 장애가 이 세그먼트를 두 번 보내라고 한다."},
     {"The network delivers a second copy later. The sending host knows nothing of it: this is how "
      "old duplicates come about.",
      "네트워크가 나중에 복사본을 하나 더 배달한다. 보낸 호스트는 모른다. 오래된 중복 세그먼트는 이렇게 "
      "생긴다."},
     "FinWait: docs/scenario-format.md, section faults; RFC 9293 section 3.4"},
    // hosts
    {Rule::call, "call",
     {"System call", "시스템 호출"},
     {"A process comes to the next statement of its program.",
      "프로세스가 프로그램의 다음 문장에 이른다."},
     {"The process enters the call and waits until it returns.",
      "프로세스는 호출에 들어가서 돌아올 때까지 기다린다."},
     "RFC 9293 section 3.9.1; FinWait: docs/scenario-format.md, section programs"},
    {Rule::call_returned, "call-returned",
     {"System call returned", "시스템 호출 반환"},
     {"What the call waited for has happened, or it failed.",
      "호출이 기다리던 일이 일어났거나 호출이 실패했다."},
     {"The program gets its result: octets, 0 for the end of the stream, or an error by its "
      "name.",
      "프로그램이 결과를 받는다. 바이트 수이거나, 스트림의 끝을 뜻하는 0이거나, 오류 이름이다."},
     "RFC 9293 section 3.9.1; FinWait: docs/scenario-format.md, section programs"},
    {Rule::process_exit, "process-exit",
     {"Process ends", "프로세스 종료"},
     {"A process that holds a socket calls exit, is killed, or comes to the end of its program.",
      "소켓을 쥔 프로세스가 exit를 호출하거나, kill로 죽거나, 프로그램의 끝에 이른다."},
     {"The kernel closes every socket that the process holds, exactly as close() would: FIN, or "
      "RST where data was unread. The connections live on as orphans.",
      "커널이 프로세스가 쥔 소켓을 모두 close()와 똑같이 닫는다. FIN을 보내거나, 읽지 않은 데이터가 "
      "있으면 RST를 보낸다. 연결은 고아 소켓(orphan)으로 남는다."},
     "RFC 9293 section 3.6.1; Linux tcp.c:tcp_close, called from exit_files"},
    {Rule::port_bound, "port-bound",
     {"Port bound", "포트 지정"},
     {"A program names its local port, with bind() or listen(), and the port is free.",
      "프로그램이 bind()나 listen()으로 로컬 포트를 정하고, 그 포트가 비어 있다."},
     {"The port belongs to this socket until it is closed.",
      "소켓이 닫힐 때까지 포트는 이 소켓의 것이다."},
     "RFC 9293 section 3.9.1.1; Linux inet_connection_sock.c:inet_csk_get_port"},
    {Rule::port_chosen, "port-chosen",
     {"Ephemeral port chosen", "임시 포트 선택"},
     {"A program calls connect() without bind(), and a port of the range makes an unused 4-tuple.",
      "프로그램이 bind() 없이 connect()를 호출하고, 범위 안에 쓰이지 않는 4-튜플을 만드는 포트가 있다."},
     {"The host chooses a local port by itself. Only the four numbers together must be unique. "
      "Linux takes the even ports first.",
      "호스트가 로컬 포트를 스스로 고른다. 네 값을 합친 4-튜플만 유일하면 된다. 리눅스는 짝수 포트를 먼저 "
      "쓴다."},
     "RFC 6056 section 3; Linux inet_hashtables.c:__inet_hash_connect, sysctl "
     "ip_local_port_range"},
    {Rule::ports_exhausted, "ports-exhausted",
     {"No port left", "로컬 포트 고갈"},
     {"A program calls connect(), and every port of the range is in use towards that address and "
      "port.",
      "프로그램이 connect()를 호출했는데, 그 주소와 포트에 대해 범위 안의 모든 포트가 쓰이고 있다."},
     {"connect() fails at once with EADDRNOTAVAIL; no segment is sent. A port in TIME-WAIT is in "
      "use too.",
      "connect()는 세그먼트를 보내지 않고 곧바로 EADDRNOTAVAIL 오류로 끝난다. TIME-WAIT에 있는 포트도 "
      "쓰이는 것이다."},
     "RFC 6056 section 3; Linux inet_hashtables.c:__inet_hash_connect"},
    {Rule::port_freed, "port-freed",
     {"Port freed", "포트 반환"},
     {"The last socket or TIME-WAIT that held the port is gone.",
      "포트를 쥐고 있던 마지막 소켓이나 TIME-WAIT가 사라졌다."},
     {"The port may be chosen again.", "그 포트를 다시 고를 수 있다."},
     "RFC 6056 section 3; Linux inet_hashtables.c:inet_put_port"},
    // timers
    {Rule::rto_timer, "rto-timer",
     {"Retransmission timer", "재전송 타이머(RTO)"},
     {"Something that must be acknowledged is sent or sent again, or an ACK leaves something "
      "unacknowledged.",
      "확인응답이 필요한 것을 보내거나 다시 보냈다. 또는 ACK가 왔지만 확인응답되지 않은 것이 남았다."},
     {"The wait follows the measured round-trip time; before any measurement it is 1 s.",
      "대기 시간은 잰 왕복 시간(RTT)을 따른다. 아직 잰 적이 없으면 1초다."},
     "RFC 6298 sections 2 and 5; Linux tcp_input.c:tcp_set_rto"},
    {Rule::loss_probe_timer, "loss-probe-timer",
     {"Loss probe timer", "손실 탐침 타이머(TLP)"},
     {"The profile uses loss probes, the last segment of a flight is sent, and nothing is being "
      "recovered.",
      "프로필이 손실 탐침을 쓰고, 보낼 것의 마지막 세그먼트가 나갔으며, 복구 중인 것이 없다."},
     {"It is shorter than the retransmission timeout, or as long: two round trips, plus 200 ms "
      "when only one segment is in flight.",
      "재전송 타임아웃보다 짧거나 같다. 왕복 시간의 두 배이고, 전송 중인 세그먼트가 하나뿐이면 200 ms를 "
      "더한다."},
     "RFC 8985 section 7.2; Linux tcp_output.c:tcp_schedule_loss_probe"},
    {Rule::persist_timer, "persist-timer",
     {"Persist timer", "영속 타이머"},
     {"Data waits, the peer's window is closed, and nothing is in flight.",
      "보낼 데이터가 있고, 상대의 윈도가 닫혀 있으며, 전송 중인 것이 없다."},
     {"It sends the next window probe; each wait is twice as long as the one before.",
      "다음 윈도 탐침을 보낸다. 대기 시간은 매번 두 배가 된다."},
     "RFC 9293 section 3.8.6.1; Linux tcp_timer.c:tcp_probe_timer"},
    {Rule::delayed_ack_timer, "delayed-ack-timer",
     {"Delayed-ACK timer", "지연 ACK 타이머"},
     {"Something arrives that must be acknowledged, and the ACK may wait for data to ride on.",
      "확인응답해야 할 것이 왔고, ACK를 데이터에 실으려고 기다려도 된다."},
     {"If nothing leaves before it expires (40 ms on Linux), a bare ACK does.",
      "만료될 때까지(리눅스에서 40 ms) 나가는 것이 없으면 ACK만 보낸다."},
     "RFC 9293 section 3.8.6.3; Linux tcp_output.c:tcp_send_delayed_ack"},
    {Rule::keepalive_timer, "keepalive-timer",
     {"Keepalive timer", "TCP 킵얼라이브 타이머"},
     {"SO_KEEPALIVE is on, and the connection is established or a probe was sent.",
      "SO_KEEPALIVE가 켜져 있고, 연결이 설정됐거나 탐침을 보냈다."},
     {"First 2 hours of idleness, then 75 s from probe to probe.",
      "처음에는 2시간 동안 오간 것이 없어야 하고, 그다음은 탐침마다 75초다."},
     "RFC 9293 section 3.8.4; Linux tcp_timer.c:tcp_keepalive_timer"},
    {Rule::fin_wait_2_timer, "fin-wait-2-timer",
     {"FIN-WAIT-2 timer", "FIN-WAIT-2 타이머"},
     {"On Linux, a socket that no process holds enters FIN-WAIT-2, or is closed in it.",
      "리눅스에서, 쥔 프로세스가 없는 소켓이 FIN-WAIT-2에 들어가거나 그 상태에서 닫힌다."},
     {"It waits tcp_fin_timeout (60 s) for the peer's FIN. The RFC has no such timer.",
      "상대의 FIN을 tcp_fin_timeout(60초) 동안 기다린다. RFC에는 이 타이머가 없다."},
     "Linux tcp_input.c:tcp_rcv_state_process, sysctl tcp_fin_timeout; not in RFC 9293, see "
     "section 3.6"},
    {Rule::time_wait_timer, "time-wait-timer",
     {"2MSL timer", "2MSL 타이머"},
     {"The connection enters TIME-WAIT, or TIME-WAIT begins again.",
      "연결이 TIME-WAIT에 들어가거나 TIME-WAIT가 다시 시작된다."},
     {"It runs for twice the maximum segment lifetime: 4 minutes in the RFC, a fixed 60 s on "
      "Linux.",
      "최대 세그먼트 수명(MSL)의 두 배 동안 돈다. RFC에서는 4분, 리눅스에서는 늘 60초다."},
     "RFC 9293 section 3.4.2; Linux TCP_TIMEWAIT_LEN in include/net/tcp.h"},
    {Rule::timer_stopped, "timer-stopped",
     {"Timer stopped", "타이머 취소"},
     {"What a running timer waited for has happened, or its connection is gone.",
      "돌고 있던 타이머가 기다리던 일이 일어났거나, 그 연결이 사라졌다."},
     {"The timer is taken back before it could expire.", "만료되기 전에 타이머를 취소한다."},
     "RFC 6298 section 5.2; RFC 9293 section 3.10.7.4"},
    {Rule::timer_expired, "timer-expired",
     {"Timer expired", "타이머 만료"},
     {"A timer's time has come, and it was not stopped.", "취소되지 않은 타이머의 시각이 됐다."},
     {"What the timer stands for happens now: a retransmission, an ACK, the end of a wait.",
      "타이머가 맡은 일이 지금 일어난다. 재전송, ACK 전송, 대기의 끝 같은 일이다."},
     "RFC 9293 section 3.10.8; RFC 6298 section 5.4"},
};

}  // namespace

std::span<const Entry> host_entries() { return entries; }

}  // namespace finwait::rules
