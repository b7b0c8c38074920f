#!/usr/bin/env bash
# Rebuilds seeds/ephemerides/*.cheb. Needs a C compiler and Debian's libnova-dev (0.16-5); takes about two minutes.
# usage: build.sh [OUTPUT_DIRECTORY]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=${1:-$here/../../ephemerides}
[ -f /usr/include/libnova/libnova.h ] || { echo "libnova is missing. Maybe: apt-get install -y libnova-dev" >&2; exit 2; }
bin=$(mktemp -d)
trap 'rm -rf "$bin"' EXIT
mkdir -p "$out"
# No contraction into fused multiply-add: the tables have the same bytes on every x86-64 machine.
"${CC:-cc}" -std=c11 -D_DEFAULT_SOURCE -O2 -ffp-contract=off -Wall -Wextra \
    "$here/chebyshev_tables.c" -o "$bin/chebyshev_tables" -l:libnova.a -lm
"$bin/chebyshev_tables" "$out"
(cd "$out" && sha256sum ./*.cheb)
