#!/bin/sh
# From a fresh Debian 12 to a scenario on the screen:  sh app/start.sh [scenario]
# A scenario is a name of the course (closing/final-ack-lost) or a file.
# Without a display the run is printed as text and the figure is written to out/.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/app/packages.sh"

case "${1-}" in
  -h | --help)
    echo "usage: sh app/start.sh [scenario]"
    echo "Installs what FinWait needs, builds it into build/ and opens the scenario"
    echo "(a name such as closing/final-ack-lost, or a file)."
    exit 0
    ;;
esac
scenario=${1-closing/final-ack-lost}

# shellcheck disable=SC2086
install_packages $packages_core $packages_window

echo "Building into $root/build ..."
# Tests are left out of a new build folder, and left as they are in one that has them.
if [ -f "$root/build/CMakeCache.txt" ]; then tests=; else tests=-DFINWAIT_TESTS=OFF; fi
configure "$root/build" -DCMAKE_BUILD_TYPE=Release -DFINWAIT_GUI=ON -DFINWAIT_SANITIZE=OFF $tests
cmake --build "$root/build" --parallel --target finwait lifecycles

if [ -n "${DISPLAY-}${WAYLAND_DISPLAY-}" ] || [ "$(uname)" = Darwin ]; then
  exec "$root/build/finwait" open "$scenario"
fi

echo
echo "There is no display here (DISPLAY and WAYLAND_DISPLAY are empty): the run as text."
echo
# Exit code 1 is an expectation that does not hold: the run says so itself.
"$root/build/finwait" run "$scenario" || [ $? = 1 ]
mkdir -p "$root/out"
figure=$root/out/$(basename "$scenario" .toml).svg
"$root/build/finwait" export "$scenario" -o "$figure"
echo
echo "The figure: $figure"
