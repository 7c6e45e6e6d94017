#!/bin/sh
# Every test, from a fresh Debian 12:  sh tests/run.sh
# Installs what the tests need, builds Release into build/ and runs its tests (among them the
# builds of the core alone with two compilers, whose traces must be the same), then builds with
# ASan and UBSan into build-sanitize/ and runs the tests again. The last line is the total.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/app/packages.sh"

if [ $# != 0 ]; then
  echo "usage: sh tests/run.sh"
  [ "$1" = --help ] || [ "$1" = -h ] || exit 2
  exit 0
fi

started=$(date +%s)
logs=$root/build/test-logs
total=0
failed=0
broken=

# shellcheck disable=SC2086
install_packages $packages_core $packages_window $packages_tests

# Two programs at a time would fight for a display or for the clock of a benchmark; such tests
# say RUN_SERIAL themselves.
jobs=$(nproc 2>/dev/null || getconf _NPROCESSORS_ONLN)

# tests_of PRESET FOLDER: configures, builds, tests; adds to total, failed and broken.
tests_of() {
  echo
  echo "== $1: building into $2"
  begun=$(date +%s)
  if ! configure "$2" -DCMAKE_BUILD_TYPE="$3" -DFINWAIT_SANITIZE="$4" -DFINWAIT_GUI=ON \
    -DFINWAIT_TESTS=ON || ! cmake --build "$2" --parallel "$jobs"; then
    broken="$broken $1"
    return
  fi
  echo "== $1: built in $(($(date +%s) - begun)) s; testing"
  mkdir -p "$logs"
  log=$logs/$1.txt
  {
    ctest --test-dir "$2" --output-on-failure --no-tests=error --parallel "$jobs"
    echo "ctest ended with $?"
  } 2>&1 | tee "$log" | grep -v -E ' +Passed +[0-9.]+ sec$|^ +Start +[0-9]+: ' || true
  # "98% tests passed, 2 tests failed out of 120"
  counts=$(sed -n 's/^[0-9]*% tests passed, \([0-9]*\) tests failed out of \([0-9]*\)$/\1 \2/p' "$log")
  counts=${counts:-0 0}
  failed=$((failed + ${counts% *}))
  total=$((total + ${counts#* }))
  grep -q '^ctest ended with 0$' "$log" || broken="$broken $1"
  echo "== $1: ${counts#* } tests, ${counts% *} failed, $(($(date +%s) - begun)) s with the build"
}

tests_of release "$root/build" Release OFF

tests_of sanitize "$root/build-sanitize" Debug ON

echo
echo "Logs: $logs"
took=$(($(date +%s) - started))
if [ -n "$broken" ]; then
  echo "FAILED in$broken: $total tests, $failed failed, in $took s"
  exit 1
fi
echo "All passed: $total tests in $took s"
