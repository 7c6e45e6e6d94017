#!/bin/sh
# Runs the real window under a virtual screen, works it with a real mouse and real keys, and
# writes a screenshot.  real_window.sh FINWAIT SOURCE_FOLDER SCREENSHOT.png
# 77 (skipped): the tools are not installed; tests/run.sh installs them.
set -u
finwait=$1
source=$2
screenshot=$3

for tool in Xvfb xdotool import; do
    if ! command -v $tool >/dev/null 2>&1; then
        echo "skipped: $tool is not installed (Debian: apt-get install xvfb xdotool imagemagick)"
        exit 77
    fi
done

folder=$(mktemp -d)
screen=
window=
stop() {
    [ -n "$window" ] && kill "$window" 2>/dev/null
    [ -n "$screen" ] && kill "$screen" 2>/dev/null
    rm -rf "$folder"
}
trap stop EXIT
fail() { echo "failed: $1"; cat "$folder/errors" 2>/dev/null; exit 1; }

# Xvfb chooses a free number and writes it.
Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$folder/display" 2>"$folder/xvfb" &
screen=$!
for wait in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    [ -s "$folder/display" ] && break
    sleep 0.3
done
[ -s "$folder/display" ] || fail "no virtual screen"
DISPLAY=:$(cat "$folder/display")
export DISPLAY
export QT_QPA_PLATFORM=xcb QT_SCALE_FACTOR=1 LC_ALL=C.UTF-8
unset QT_FONT_DPI WAYLAND_DISPLAY

"$finwait" open --lang en "$source/scenarios/closing/final-ack-lost.toml" 2>"$folder/errors" &
window=$!
id=
for wait in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
    kill -0 "$window" 2>/dev/null || fail "the program ended before it had a window"
    id=$(xdotool search --onlyvisible --name 'The final ACK is lost' 2>/dev/null | head -n 1)
    [ -n "$id" ] && break
    sleep 0.3
done
[ -n "$id" ] || fail "no window with the scenario's title"
xdotool windowmove "$id" 0 0 windowsize "$id" 1440 900
sleep 1
import -window "$id" "$folder/before.png" || fail "no picture of the window"

# Steps by keys, then loses the SYN with the right button.
# (There is no window manager here, so the focus is given directly.)
xdotool windowfocus "$id"
xdotool mousemove 700 500
sleep 0.3
xdotool key Right Right Right Page_Down
sleep 0.5
import -window "$id" "$folder/stepped.png"
xdotool mousemove 650 196 click 3
sleep 0.7
import -window "$id" "$screenshot" || fail "no picture of the window"

same() { [ "$(compare -metric AE "$1" "$2" null: 2>&1)" = 0 ]; }
same "$folder/before.png" "$folder/stepped.png" && fail "the keys changed nothing"
same "$folder/stepped.png" "$screenshot" && fail "the right button changed nothing"
xdotool search --name 'The final ACK is lost\*' >/dev/null ||
    fail "the window's title does not say that the scenario was changed"

kill "$window"
wait "$window" 2>/dev/null
window=
echo "the real window works; screenshot: $screenshot"
