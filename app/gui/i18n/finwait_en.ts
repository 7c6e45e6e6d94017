<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>finwait::gui::FaultsList</name>
    <message>
        <source>Faults</source>
        <translation>Faults</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Takes the selected fault back (Delete)</source>
        <translation>Takes the selected fault back (Delete)</translation>
    </message>
    <message>
        <source>Right-click an arrow to lose it.</source>
        <translation>Right-click an arrow to lose it.</translation>
    </message>
    <message>
        <source>%1 (matches no segment)</source>
        <translation>%1 (matches no segment)</translation>
    </message>
</context>
<context>
    <name>finwait::gui::HeaderPicture</name>
    <message numerus="yes">
        <source>… %n more byte(s)</source>
        <translation>
            <numerusform>… %n more byte</numerusform>
            <numerusform>… %n more bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>finwait::gui::Inspector</name>
    <message>
        <source>Segment %1 — %2</source>
        <translation>Segment %1 — %2</translation>
    </message>
    <message>
        <source>%1, in the future</source>
        <translation>%1, in the future</translation>
    </message>
    <message>
        <source>%1, lost in the network</source>
        <translation>%1, lost in the network</translation>
    </message>
    <message>
        <source>%1, arrived at %2</source>
        <translation>%1, arrived at %2</translation>
    </message>
    <message>
        <source>%1, on its way</source>
        <translation>%1, on its way</translation>
    </message>
    <message>
        <source>Timer %1, until %2</source>
        <translation>Timer %1, until %2</translation>
    </message>
    <message>
        <source>System call: %1</source>
        <translation>System call: %1</translation>
    </message>
    <message>
        <source>System call</source>
        <translation>System call</translation>
    </message>
    <message>
        <source>Nothing is selected</source>
        <translation>Nothing is selected</translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation>Rule: %1</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <translation>Source: %1</translation>
    </message>
</context>
<context>
    <name>finwait::gui::LibraryList</name>
    <message>
        <source>Find a scenario…</source>
        <translation>Find a scenario…</translation>
    </message>
    <message>
        <source>No scenario has these words.</source>
        <translation>No scenario has these words.</translation>
    </message>
</context>
<context>
    <name>finwait::gui::MainWindow</name>
    <message>
        <source>The scenario cannot be opened</source>
        <translation>The scenario cannot be opened</translation>
    </message>
    <message>
        <source>This segment is lost already, by a fault that is in the list.</source>
        <translation>This segment is lost already, by a fault that is in the list.</translation>
    </message>
    <message>
        <source>The scenario cannot be saved</source>
        <translation>The scenario cannot be saved</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Play</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Open…</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Reload</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Figure as SVG…</source>
        <translation>Figure as SVG…</translation>
    </message>
    <message>
        <source>Figure as PNG…</source>
        <translation>Figure as PNG…</translation>
    </message>
    <message>
        <source>Figure as PDF…</source>
        <translation>Figure as PDF…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Step forward</source>
        <translation>Step forward</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Step back</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>To the start</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>To the end</translation>
    </message>
    <message>
        <source>Select the next segment</source>
        <translation>Select the next segment</translation>
    </message>
    <message>
        <source>Select the segment before</source>
        <translation>Select the segment before</translation>
    </message>
    <message>
        <source>Lose the segment, or take that back</source>
        <translation>Lose the segment, or take that back</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Next scenario</source>
        <translation>Next scenario</translation>
    </message>
    <message>
        <source>Scenario before</source>
        <translation>Scenario before</translation>
    </message>
    <message>
        <source>RFC (the textbook&apos;s)</source>
        <translation>RFC (the textbook&apos;s)</translation>
    </message>
    <message>
        <source>Linux (not yet exact)</source>
        <translation>Linux (not yet exact)</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Scenario</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation>Normal size</translation>
    </message>
    <message>
        <source>Fit the whole run</source>
        <translation>Fit the whole run</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>Show the answer</translation>
    </message>
    <message>
        <source>Hide the future</source>
        <translation>Hide the future</translation>
    </message>
    <message>
        <source>Absolute numbers</source>
        <translation>Absolute numbers</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Scenario list</source>
        <translation>Scenario list</translation>
    </message>
    <message>
        <source>States and details</source>
        <translation>States and details</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Full screen</translation>
    </message>
    <message>
        <source>View</source>
        <translation>View</translation>
    </message>
    <message>
        <source>The other language</source>
        <translation>The other language</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>About FinWait</source>
        <translation>About FinWait</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>The figure cannot be written</source>
        <translation>The figure cannot be written</translation>
    </message>
    <message>
        <source>Open a scenario</source>
        <translation>Open a scenario</translation>
    </message>
    <message>
        <source>Scenarios (*.toml)</source>
        <translation>Scenarios (*.toml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Save the scenario with its faults</source>
        <translation>Save the scenario with its faults</translation>
    </message>
    <message>
        <source>Export the figure</source>
        <translation>Export the figure</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Written: %1</translation>
    </message>
    <message>
        <source>Click an arrow: its fields, bytes and rule</source>
        <translation>Click an arrow: its fields, bytes and rule</translation>
    </message>
    <message>
        <source>Right-click an arrow: lose it, or take that back</source>
        <translation>Right-click an arrow: lose it, or take that back</translation>
    </message>
    <message>
        <source>Ctrl and wheel: zoom</source>
        <translation>Ctrl and wheel: zoom</translation>
    </message>
    <message>
        <source>Tab in the diagram: from segment to segment</source>
        <translation>Tab in the diagram: from segment to segment</translation>
    </message>
    <message>
        <source>Delete in the list of faults: take the fault back</source>
        <translation>Delete in the list of faults: take the fault back</translation>
    </message>
    <message>
        <source>A simulator of how a TCP connection opens, talks and closes. Every segment can be lost with a click, and every consequence is computed by a real state machine.</source>
        <translation>A simulator of how a TCP connection opens, talks and closes. Every segment can be lost with a click, and every consequence is computed by a real state machine.</translation>
    </message>
    <message>
        <source>Not modelled: IPv6, path MTU, congestion control beyond short transfers.</source>
        <translation>Not modelled: IPv6, path MTU, congestion control beyond short transfers.</translation>
    </message>
    <message>
        <source>FinWait is free software under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>FinWait is free software under the GNU General Public License, version 3 or later. It comes without any warranty.</translation>
    </message>
    <message>
        <source>The texts of the scenarios may be used under CC BY 4.0.</source>
        <translation>The texts of the scenarios may be used under CC BY 4.0.</translation>
    </message>
    <message>
        <source>What you export is yours.</source>
        <translation>What you export is yours.</translation>
    </message>
</context>
<context>
    <name>finwait::gui::StateView</name>
    <message>
        <source>connection %1</source>
        <translation>connection %1</translation>
    </message>
    <message>
        <source>%1 state</source>
        <translation>%1 state</translation>
    </message>
</context>
<context>
    <name>finwait::gui::TitleBar</name>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>No scenario</source>
        <translation>No scenario</translation>
    </message>
    <message>
        <source>%1 · not yet exact</source>
        <translation>%1 · not yet exact</translation>
    </message>
    <message>
        <source>The profile: whose rules both hosts follow. Click to change it.</source>
        <translation>The profile: whose rules both hosts follow. Click to change it.</translation>
    </message>
    <message>
        <source>The profile: whose rules both hosts follow. It has not yet been checked against traces of a real kernel. Click to change it.</source>
        <translation>The profile: whose rules both hosts follow. It has not yet been checked against traces of a real kernel. Click to change it.</translation>
    </message>
</context>
<context>
    <name>finwait::gui::TransportBar</name>
    <message>
        <source>event %1</source>
        <translation>event %1</translation>
    </message>
    <message>
        <source>event %1 of %2</source>
        <translation>event %1 of %2</translation>
    </message>
    <message>
        <source>even pace</source>
        <translation>even pace</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Speed: simulated time over real time</source>
        <translation>Speed: simulated time over real time</translation>
    </message>
</context>
</TS>
