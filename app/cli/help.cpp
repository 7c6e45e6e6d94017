#include "app/cli/help.h"

#include <array>

namespace finwait::cli {
namespace {

struct Help {
    std::string_view command;
    Text text;
};

constexpr Text program_help{
    R"(FinWait shows how a TCP connection opens, talks and closes, and what happens when
a segment is lost. A scenario says what two programs do; FinWait runs it.

Usage:  finwait COMMAND [OPTION]…      (no command: opens the window)

Look around
  finwait list                              the scenarios of the course
  finwait run closing/final-ack-lost        one of them as a ladder of text
  finwait open closing/final-ack-lost       the same in the window

Change something
  finwait run four-way --fault "lose FIN from client"
  finwait run four-way --profile rfc        the textbook's timers instead of Linux's
  finwait run four-way --until 1s

Ask why
  finwait explain TIME-WAIT                 a state
  finwait explain fin-acknowledged          a rule, as it stands beside a record

Take it with you
  finwait export four-way -o figure.svg     also .txt and .json
  finwait run four-way --json               one JSON object a line
  finwait check my-scenario.toml            does it show what it says?

Commands
  open      open a scenario in the window
  list      list the scenarios
  run       run one and print it
  check     run some and judge their expectations
  export    write a run to a file
  explain   explain a state or a rule
  'finwait COMMAND --help' tells more.

Options
  --lang ko|en   language of all output (default: that of the locale)
  --version      print the version
  -h, --help     print this

Exit code: 0 all is right, 1 an expectation failed, 2 bad input or usage.
)",
    R"(FinWait는 TCP 연결이 열리고, 데이터를 주고받고, 닫히는 과정과 세그먼트가 손실되면
일어나는 일을 보여 줍니다. 시나리오는 두 프로그램이 할 일을 말하고, FinWait는 그것을 실행합니다.

사용법:  finwait 명령 [옵션]…      (명령이 없으면 창을 엽니다)

둘러보기
  finwait list                              시나리오 목록
  finwait run closing/final-ack-lost        그중 하나를 글자 그림으로 보기
  finwait open closing/final-ack-lost       같은 것을 창에서 보기

바꿔 보기
  finwait run four-way --fault "lose FIN from client"
  finwait run four-way --profile rfc        리눅스 대신 교재의 타이머로
  finwait run four-way --until 1s

이유 묻기
  finwait explain TIME-WAIT                 상태
  finwait explain fin-acknowledged          기록 옆에 적힌 규칙

가져가기
  finwait export four-way -o figure.svg     .txt, .json도 된다
  finwait run four-way --json               한 줄에 JSON 객체 하나
  finwait check my-scenario.toml            시나리오의 기대가 맞는지 확인

명령
  open      시나리오를 창에서 열기
  list      시나리오 목록
  run       실행하고 출력
  check     실행하고 기대를 확인
  export    실행 결과를 파일로 쓰기
  explain   상태나 규칙 설명
  'finwait 명령 --help'에 더 자세한 설명이 있습니다.

옵션
  --lang ko|en   출력 언어(기본값: 로캘의 언어)
  --version      버전 출력
  -h, --help     이 도움말

종료 값: 0 모두 맞음, 1 맞지 않는 기대가 있음, 2 잘못된 입력이나 사용법.
)"};

constexpr Text open_help{
    R"(finwait open [SCENARIO]

Opens the window on a scenario: a file, or a name of 'finwait list'. Without one
the window opens on the first scenario of the course. 'finwait' alone does the same.

  finwait open closing/final-ack-lost
  finwait open my-scenario.toml

  --lang ko|en   language
)",
    R"(finwait open [시나리오]

시나리오를 창에서 엽니다. 시나리오는 파일이거나 'finwait list'에 나오는 이름입니다.
시나리오가 없으면 첫 시나리오를 엽니다. 'finwait'만 입력해도 같습니다.

  finwait open closing/final-ack-lost
  finwait open my-scenario.toml

  --lang ko|en   언어
)"};

constexpr Text list_help{
    R"(finwait list

Lists the scenarios of the course by chapter: the name to type, and the title.
FINWAIT_SCENARIOS in the environment names another folder of scenarios.

  --lang ko|en   language
)",
    R"(finwait list

시나리오를 장별로 보여 줍니다. 입력할 이름과 제목이 나옵니다.
환경 변수 FINWAIT_SCENARIOS로 다른 시나리오 폴더를 쓸 수 있습니다.

  --lang ko|en   언어
)"};

constexpr Text run_help{
    R"(finwait run SCENARIO [OPTION]…

Runs a scenario and prints it as a ladder: time, the states of the client, the
segments, the states of the server. SCENARIO is a file, a name of 'finwait list'
(the last part is enough where it is unique), or - for standard input.

  finwait run final-ack-lost
  finwait run final-ack-lost --answer
  finwait run four-way --fault "lose FIN from client" --fault "lose 2nd ACK from server"
  finwait run four-way --json | jq 'select(.kind == "state")'

What runs
  --fault "…"      one more fault, as a sentence; may be given several times
  --profile rfc|linux
                   whose TCP it is, in place of the scenario's own
  --until TIME     stop at this simulated time: 250ms, 2.5s, 1m

What is printed
  --json           one JSON object a line, a line a record (docs/trace-format.md)
  --calls          the system calls of the programs, too
  --timers         the timers, too
  --absolute       sequence numbers as they are on the wire
  --answer         the scenario's answer, below the ladder
  --colour WHEN    auto (default: on a terminal), always or never
  --ascii          no box-drawing characters
  --lang ko|en     language

The scenario's expectations are judged (exit code 1 when one fails), unless --fault,
--profile or --until changed what runs. A fault that matched no segment is reported.
)",
    R"(finwait run 시나리오 [옵션]…

시나리오를 실행해 글자 그림으로 보여 줍니다. 시간, 클라이언트의 상태, 세그먼트, 서버의 상태가
차례로 나옵니다. 시나리오는 파일, 'finwait list'에 나오는 이름(하나뿐이면 마지막 부분만으로도 됨),
또는 표준 입력을 뜻하는 - 입니다.

  finwait run final-ack-lost
  finwait run final-ack-lost --answer
  finwait run four-way --fault "lose FIN from client" --fault "lose 2nd ACK from server"
  finwait run four-way --json | jq 'select(.kind == "state")'

실행할 것
  --fault "…"      장애를 문장으로 하나 더하기(여러 번 쓸 수 있음)
  --profile rfc|linux
                   시나리오의 동작 프로필 대신 쓸 것
  --until 시간     이 시뮬레이션 시간에 멈추기: 250ms, 2.5s, 1m

출력할 것
  --json           한 줄에 JSON 객체 하나, 한 줄이 기록 하나(docs/trace-format.md)
  --calls          프로그램의 시스템 호출도 보기
  --timers         타이머도 보기
  --absolute       순서 번호를 실제 값 그대로 보기
  --answer         그림 아래에 시나리오의 답 보기
  --colour 때      auto(기본값: 터미널에서만), always, never
  --ascii          선 그리기 문자를 쓰지 않기
  --lang ko|en     언어

시나리오의 기대도 확인합니다(맞지 않으면 종료 값 1). 단, --fault, --profile, --until로 바꾸어
실행하면 확인하지 않습니다. 맞는 세그먼트가 없었던 장애는 따로 알립니다.
)"};

constexpr Text check_help{
    R"(finwait check SCENARIO…

Runs scenarios as they are written and says whether each shows what its [expect]
says, and whether each of its faults found its segment. Files, names of
'finwait list', and folders, which stand for all scenarios in them.

  finwait check my-scenario.toml
  finwait check scenarios/

  --lang ko|en   language

Exit code: 0 all are right, 1 an expectation failed or a fault never matched,
2 a file is wrong.
)",
    R"(finwait check 시나리오…

시나리오를 적힌 그대로 실행하고, [expect]에 적은 기대가 맞는지, 장애마다 맞는 세그먼트가 있었는지
알려 줍니다. 파일, 'finwait list'에 나오는 이름, 폴더(그 안의 모든 시나리오)를 쓸 수 있습니다.

  finwait check my-scenario.toml
  finwait check scenarios/

  --lang ko|en   언어

종료 값: 0 모두 맞음, 1 맞지 않는 기대나 쓰이지 않은 장애가 있음, 2 파일이 잘못됨.
)"};

constexpr Text export_help{
    R"(finwait export SCENARIO -o FILE [OPTION]…

Runs a scenario and writes it to a file. The ending says what is written:
.svg the figure, .txt the ladder, .json the trace, one JSON object a line.
The file appears when it is complete; what you export is yours.

  finwait export final-ack-lost -o figure.svg
  finwait export final-ack-lost -o handout.txt --lang ko
  finwait export four-way -o lost.svg --fault "lose FIN from client"

  -o, --output FILE       the file to write
  --fault "…", --profile rfc|linux, --until TIME
                          as for 'finwait run'
  --absolute              sequence numbers as they are on the wire
  --calls, --timers       .txt: system calls and timers, too
  --lang ko|en            language of the figure
)",
    R"(finwait export 시나리오 -o 파일 [옵션]…

시나리오를 실행해 파일로 씁니다. 무엇을 쓸지는 확장자가 정합니다. .svg는 그림, .txt는 글자 그림,
.json은 한 줄에 JSON 객체 하나인 실행 기록입니다. 파일은 다 쓴 다음에 나타납니다. 내보낸 것은
내보낸 사람의 것입니다.

  finwait export final-ack-lost -o figure.svg
  finwait export final-ack-lost -o handout.txt --lang ko
  finwait export four-way -o lost.svg --fault "lose FIN from client"

  -o, --output 파일       쓸 파일
  --fault "…", --profile rfc|linux, --until 시간
                          'finwait run'과 같음
  --absolute              순서 번호를 실제 값 그대로
  --calls, --timers       .txt: 시스템 호출과 타이머도
  --lang ko|en            그림의 언어
)"};

constexpr Text explain_help{
    R"(finwait explain [STATE|RULE]

Says in plain words what a state is, or when a rule fires and where it stands in the
standards. States may be written as any tool writes them (TIME_WAIT, FIN-WAIT1,
SYN-RECV). Rules are the words in --json's "rule". Without a word, lists them all.

  finwait explain TIME-WAIT
  finwait explain fin-acknowledged

  --lang ko|en   language
)",
    R"(finwait explain [상태|규칙]

상태가 무엇인지, 규칙이 언제 쓰이고 표준의 어디에 있는지 쉬운 말로 설명합니다. 상태는 어느 도구의
표기로 써도 됩니다(TIME_WAIT, FIN-WAIT1, SYN-RECV). 규칙은 --json 출력의 "rule"에 나오는
이름입니다. 아무것도 쓰지 않으면 모두 보여 줍니다.

  finwait explain TIME-WAIT
  finwait explain fin-acknowledged

  --lang ko|en   언어
)"};

constexpr auto helps = std::to_array<Help>({
    {"", program_help},
    {"open", open_help},
    {"list", list_help},
    {"run", run_help},
    {"check", check_help},
    {"export", export_help},
    {"explain", explain_help},
});

}  // namespace

std::string_view help_text(std::string_view command, Lang lang)
{
    for (const Help& help : helps)
        if (help.command == command) return help.text.in(lang);
    return program_help.in(lang);
}

}  // namespace finwait::cli
