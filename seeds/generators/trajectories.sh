#!/usr/bin/env bash
# Makes every derived ephemeris of the catalogue again, from nothing but this repository. The files come out the same, byte by byte.
#
#   seeds/generators/trajectories.sh [DIRECTORY]     default: seeds/ephemerides
#
# The Chebyshev tables that it stands on have their own generator: seeds/generators/ephemerides/build.sh.
set -euo pipefail
cd "$(dirname "$0")/../.."
directory="${1:-seeds/ephemerides}"
classpath="$(mktemp)"
trap 'rm -f "$classpath"' EXIT
./mvnw -q -B test-compile dependency:build-classpath -Dskip.frontend -Dmdep.includeScope=test -Dmdep.outputFile="$classpath"
java -cp "target/test-classes:target/classes:$(cat "$classpath")" dev.yeoju.seeds.RebuildTrajectories "$directory"
