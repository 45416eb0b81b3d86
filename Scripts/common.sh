# shellcheck shell=bash
# What the scripts of this folder share. Sourced, never run: it moves to the top of the repository and defines functions.

cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." || exit

say() { printf '\n==> %s\n' "$*"; }

die() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# Runs a command as root: directly when we are root, else through sudo.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    die "'$1' needs root, and sudo is not installed"
  fi
}

# Installs the Debian packages named that are missing; on other systems says what is needed and goes on.
need_packages() {
  local package status missing=()
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    say "not a Debian system: these must be there already: $*"
    return
  fi
  for package in "$@"; do
    status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null) || status=missing
    [ "$status" = installed ] || missing+=("$package")
  done
  [ "${#missing[@]}" -gt 0 ] || return 0
  say "installing ${missing[*]}"
  # A stale third-party list must not stop us: whether the packages can be had decides.
  as_root apt-get update || printf 'warning: apt-get update failed, trying with the lists that are there\n' >&2
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "${missing[@]}"
}

# Finds the toolchain, also where an installer put it without adding it to PATH.
need_swift() {
  local folder
  if ! command -v swift >/dev/null; then
    for folder in /opt/swift/usr/bin /usr/local/swift/usr/bin "$HOME/.local/share/swiftly/bin"; do
      [ ! -x "$folder/swift" ] || PATH="$folder:$PATH"
    done
  fi
  command -v swift >/dev/null || die "no 'swift' in PATH: install Swift 6.3 or later (https://www.swift.org/install)"
  swift --version 2>/dev/null
}

# What it takes to build: zlib, libxml2, SQLite, and pkg-config, from which SwiftPM learns where libxml2 keeps its headers.
need_build_tools() {
  need_packages libxml2-dev zlib1g-dev libsqlite3-dev pkg-config
  need_swift
}
