#!/usr/bin/env bash
# Makes every derived file again: the Chebyshev tables, the trajectories that stand on them and the generated problems.
# All come out the same, byte by byte, so that git shows no change.
#
#   seeds/generators/rebuild.sh
#
# The tables need a C compiler and libnova (ephemerides/build.sh says which); without them they are left as they are.
set -euo pipefail
cd "$(dirname "$0")"
if [ -f /usr/include/libnova/libnova.h ]; then
    ephemerides/build.sh
else
    echo "The Chebyshev tables are left as they are: libnova is missing. Maybe: apt-get install -y libnova-dev" >&2
fi
./trajectories.sh
./problems.sh
