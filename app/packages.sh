# The Debian packages, in one place; app/start.sh and tests/run.sh read this file (POSIX sh).
# docs/dependencies.md says what each is for.

# The compiler, the core and the command line.
packages_core="g++ cmake ninja-build libfmt-dev libtomlplusplus-dev libcli11-dev"

# The window. libqt6opengl6-dev is needed by name: Qt Charts asks for it and qt6-base-dev only
# recommends it. Without the fonts there is not one glyph; without qt6-translations-l10n the
# dialogs' OK and Cancel stay English.
packages_window="qt6-base-dev qt6-charts-dev qt6-svg-dev qt6-tools-dev libqt6opengl6-dev
qt6-translations-l10n fonts-noto-core fonts-noto-cjk"

# The tests: their libraries, a second compiler, callgrind, a display without a screen, and
# readers of what FinWait exports.
packages_tests="libgtest-dev nlohmann-json3-dev libbenchmark-dev clang ccache valgrind
xvfb xauth xdotool imagemagick librsvg2-bin poppler-utils libxml2-utils"

# Prints those of the packages given that are not installed.
missing_packages() {
  for package in "$@"; do
    case "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" in
      installed) ;;
      *) printf '%s ' "$package" ;;
    esac
  done
}

can_build_anyway() {
  command -v cmake >/dev/null 2>&1 && { command -v c++ || command -v g++ || command -v clang++; } \
    >/dev/null 2>&1
}

# Goes on when there is something to build with: the packages may be here under other names.
go_on_without_packages() {
  if can_build_anyway; then
    echo "Going on with the cmake and the compiler that are here."
    return 0
  fi
  echo "There is no cmake or no C++ compiler here, so this is as far as it goes." >&2
  exit 1
}

say_what_to_do_by_hand() {
  echo "What is needed, by its Debian names:"
  echo "$*" | fold -s -w 76 | sed 's/^/  /'
  echo
  echo "Then, in $root:"
  echo "  cmake -S . -B build -G Ninja -DCMAKE_BUILD_TYPE=Release"
  echo "  cmake --build build"
  echo "  build/finwait"
  echo "  ctest --test-dir build --output-on-failure"
  echo
}

apt() {
  if [ "$(id -u)" = 0 ]; then
    DEBIAN_FRONTEND=noninteractive apt-get "$@"
  else
    sudo env DEBIAN_FRONTEND=noninteractive apt-get "$@"
  fi
}

# install_packages PACKAGE…: says what is missing and installs it with apt-get.
install_packages() {
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "There is no apt-get here, so nothing is installed."
    say_what_to_do_by_hand "$@"
    go_on_without_packages
    return
  fi
  missing=$(missing_packages "$@")
  if [ -z "$missing" ]; then
    echo "All $# packages are installed."
    return
  fi
  echo "To install with apt-get (and what they depend on):"
  echo "$missing" | fold -s -w 76 | sed 's/^/  /'
  if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null 2>&1; then
    echo "You are not root and there is no sudo. As root: apt-get install $missing" >&2
    go_on_without_packages
    return
  fi
  # Without lists apt-get knows no package; with old lists it asks for files that are gone.
  # shellcheck disable=SC2086
  if [ -n "$(find /var/lib/apt/lists -name '*_Packages*' 2>/dev/null | head -n 1)" ] &&
    apt install -y --no-install-recommends $missing; then
    return
  fi
  # shellcheck disable=SC2086
  if apt update && apt install -y --no-install-recommends $missing; then
    return
  fi
  echo "apt-get could not install them." >&2
  say_what_to_do_by_hand "$@"
  go_on_without_packages
}

# configure FOLDER OPTION…: cmake with Ninja where it is found, keeping what the folder was made with.
configure() {
  folder=$1
  shift
  generator=
  if [ ! -f "$folder/CMakeCache.txt" ] && command -v ninja >/dev/null 2>&1; then
    generator="-G Ninja"
  fi
  # shellcheck disable=SC2086
  cmake -S "$root" -B "$folder" $generator "$@"
}
