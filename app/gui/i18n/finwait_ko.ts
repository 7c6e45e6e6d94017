<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>finwait::gui::FaultsList</name>
    <message>
        <source>Faults</source>
        <translation>장애 목록</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Takes the selected fault back (Delete)</source>
        <translation>선택한 장애를 되돌린다 (Delete)</translation>
    </message>
    <message>
        <source>Right-click an arrow to lose it.</source>
        <translation>화살표를 오른쪽 단추로 누르면 손실된다.</translation>
    </message>
    <message>
        <source>%1 (matches no segment)</source>
        <translation>%1 (해당하는 세그먼트 없음)</translation>
    </message>
</context>
<context>
    <name>finwait::gui::HeaderPicture</name>
    <message numerus="yes">
        <source>… %n more byte(s)</source>
        <translation>
            <numerusform>… %n바이트 더</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>finwait::gui::Inspector</name>
    <message>
        <source>Segment %1 — %2</source>
        <translation>세그먼트 %1 — %2</translation>
    </message>
    <message>
        <source>%1, in the future</source>
        <translation>%1, 아직 보내지 않음</translation>
    </message>
    <message>
        <source>%1, lost in the network</source>
        <translation>%1, 네트워크에서 손실</translation>
    </message>
    <message>
        <source>%1, arrived at %2</source>
        <translation>%1, %2에 도착</translation>
    </message>
    <message>
        <source>%1, on its way</source>
        <translation>%1, 전송 중</translation>
    </message>
    <message>
        <source>Timer %1, until %2</source>
        <translation>타이머 %1, %2까지</translation>
    </message>
    <message>
        <source>System call: %1</source>
        <translation>시스템 호출: %1</translation>
    </message>
    <message>
        <source>System call</source>
        <translation>시스템 호출</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>선택한 것 없음</translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation>규칙: %1</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>근거: %1</translation>
    </message>
</context>
<context>
    <name>finwait::gui::LibraryList</name>
    <message>
        <source>Find a scenario…</source>
        <translation>시나리오 찾기…</translation>
    </message>
    <message>
        <source>No scenario has these words.</source>
        <translation>이 낱말이 든 시나리오 없음</translation>
    </message>
</context>
<context>
    <name>finwait::gui::MainWindow</name>
    <message>
        <source>The scenario cannot be opened</source>
        <translation>시나리오를 열 수 없습니다</translation>
    </message>
    <message>
        <source>This segment is lost already, by a fault that is in the list.</source>
        <translation>이 세그먼트는 장애 목록에 있는 장애로 이미 손실됐습니다.</translation>
    </message>
    <message>
        <source>The scenario cannot be saved</source>
        <translation>시나리오를 저장할 수 없습니다</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>끝내기</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Figure as SVG…</source>
        <translation>SVG 그림…</translation>
    </message>
    <message>
        <source>Figure as PNG…</source>
        <translation>PNG 그림…</translation>
    </message>
    <message>
        <source>Figure as PDF…</source>
        <translation>PDF 그림…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation>다음 단계</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>이전 단계</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>끝으로</translation>
    </message>
    <message>
        <source>Select the next segment</source>
        <translation>다음 세그먼트 선택</translation>
    </message>
    <message>
        <source>Select the segment before</source>
        <translation>이전 세그먼트 선택</translation>
    </message>
    <message>
        <source>Lose the segment, or take that back</source>
        <translation>세그먼트 손실시키기 / 되돌리기</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Next scenario</source>
        <translation>다음 시나리오</translation>
    </message>
    <message>
        <source>Scenario before</source>
        <translation>이전 시나리오</translation>
    </message>
    <message>
        <source>RFC (the textbook&apos;s)</source>
        <translation>RFC (교재)</translation>
    </message>
    <message>
        <source>Linux (not yet exact)</source>
        <translation>리눅스 (아직 정확하지 않음)</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>동작 프로필</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>시나리오</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation>원래 크기</translation>
    </message>
    <message>
        <source>Fit the whole run</source>
        <translation>전체 실행 맞추기</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>답 보기</translation>
    </message>
    <message>
        <source>Hide the future</source>
        <translation>미래 가리기</translation>
    </message>
    <message>
        <source>Absolute numbers</source>
        <translation>절대 번호</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>큰 글자</translation>
    </message>
    <message>
        <source>Scenario list</source>
        <translation>시나리오 목록</translation>
    </message>
    <message>
        <source>States and details</source>
        <translation>상태와 상세 보기</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>전체 화면</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>The other language</source>
        <translation>다른 언어</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>About FinWait</source>
        <translation>FinWait 정보</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>답</translation>
    </message>
    <message>
        <source>The figure cannot be written</source>
        <translation>그림을 저장할 수 없습니다</translation>
    </message>
    <message>
        <source>Open a scenario</source>
        <translation>시나리오 열기</translation>
    </message>
    <message>
        <source>Scenarios (*.toml)</source>
        <translation>시나리오 (*.toml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Save the scenario with its faults</source>
        <translation>장애를 포함한 시나리오 저장</translation>
    </message>
    <message>
        <source>Export the figure</source>
        <translation>그림 내보내기</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>저장했습니다: %1</translation>
    </message>
    <message>
        <source>Click an arrow: its fields, bytes and rule</source>
        <translation>화살표를 누르기: 필드, 바이트, 규칙 보기</translation>
    </message>
    <message>
        <source>Right-click an arrow: lose it, or take that back</source>
        <translation>화살표를 오른쪽 단추로 누르기: 손실시키기 / 되돌리기</translation>
    </message>
    <message>
        <source>Ctrl and wheel: zoom</source>
        <translation>Ctrl과 휠: 확대와 축소</translation>
    </message>
    <message>
        <source>Tab in the diagram: from segment to segment</source>
        <translation>다이어그램에서 Tab: 다음 세그먼트로</translation>
    </message>
    <message>
        <source>Delete in the list of faults: take the fault back</source>
        <translation>장애 목록에서 Delete: 장애 되돌리기</translation>
    </message>
    <message>
        <source>A simulator of how a TCP connection opens, talks and closes. Every segment can be lost with a click, and every consequence is computed by a real state machine.</source>
        <translation>TCP 연결이 어떻게 설정되고, 데이터를 주고받고, 종료되는지 보이는 시뮬레이터입니다. 어떤 세그먼트든 한 번 눌러 손실시킬 수 있고, 그 결과는 모두 실제 상태 기계가 계산합니다.</translation>
    </message>
    <message>
        <source>Not modelled: IPv6, path MTU, congestion control beyond short transfers.</source>
        <translation>모델에 없는 것: IPv6, 경로 MTU, 짧은 전송을 넘는 혼잡 제어.</translation>
    </message>
    <message>
        <source>FinWait is free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>FinWait는 GNU 일반 공중 사용 허가서(GPL) 버전 3 또는 그 이후 버전을 따르는 자유 소프트웨어입니다. 어떠한 보증도 없습니다.</translation>
    </message>
    <message>
        <source>The texts of the scenarios may be used under CC BY 4.0.</source>
        <translation>시나리오의 글은 CC BY 4.0에 따라 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>What you export is yours.</source>
        <translation>내보낸 것은 내보낸 사람의 것입니다.</translation>
    </message>
</context>
<context>
    <name>finwait::gui::StateView</name>
    <message>
        <source>connection %1</source>
        <translation>연결 %1</translation>
    </message>
    <message>
        <source>%1 state</source>
        <translation>%1 상태</translation>
    </message>
</context>
<context>
    <name>finwait::gui::TitleBar</name>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>No scenario</source>
        <translation>시나리오 없음</translation>
    </message>
    <message>
        <source>%1 · not yet exact</source>
        <translation>%1 · 아직 정확하지 않음</translation>
    </message>
    <message>
        <source>The profile: whose rules both hosts follow. Click to change it.</source>
        <translation>동작 프로필: 두 호스트가 따르는 규칙. 눌러서 바꾼다.</translation>
    </message>
    <message>
        <source>The profile: whose rules both hosts follow. It has not yet been checked against traces of a real kernel. Click to change it.</source>
        <translation>동작 프로필: 두 호스트가 따르는 규칙. 실제 커널의 기록과 아직 대조하지 않았다. 눌러서 바꾼다.</translation>
    </message>
</context>
<context>
    <name>finwait::gui::TransportBar</name>
    <message>
        <source>event %1</source>
        <translation>이벤트 %1</translation>
    </message>
    <message>
        <source>event %1 of %2</source>
        <translation>이벤트 %1 / %2</translation>
    </message>
    <message>
        <source>even pace</source>
        <translation>고른 속도</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Speed: simulated time over real time</source>
        <translation>속도: 실제 시간에 대한 시뮬레이션 시간</translation>
    </message>
</context>
</TS>
