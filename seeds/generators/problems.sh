#!/usr/bin/env bash
# Makes the generated problems again, from nothing but this repository; they come out the same, byte by byte.
#
#   seeds/generators/problems.sh [DIRECTORY [NAME…]]     default: problems/bench and the small ones
#
# Names of large ones: network-13x300 network-13x4w network-13x13w network-13x52w
set -euo pipefail
cd "$(dirname "$0")/../.."
directory="${1:-problems/bench}"
[ $# -gt 0 ] && shift
classpath="$(mktemp)"
trap 'rm -f "$classpath"' EXIT
./mvnw -q -B test-compile dependency:build-classpath -Dskip.frontend -Dmdep.includeScope=test -Dmdep.outputFile="$classpath"
java -cp "target/test-classes:target/classes:$(cat "$classpath")" dev.yeoju.seeds.BenchProblems "$directory" "$@"
