#!/bin/sh
# Looks for inputs that break the fitting: fuzz.sh [SECONDS]. Needs clang.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
headers=$(qmake6 -query QT_INSTALL_HEADERS)
clang++ -std=c++20 -O1 -g -fPIC -fsanitize=fuzzer,address,undefined -I. -I"$headers" -I"$headers/QtCore" tests/fuzz/fitting.cpp models/interlocking/fitting.cpp \
    models/interlocking/fittable.cpp models/interlocking/fitproblem.cpp \
    models/interlocking/flow.cpp models/interlocking/rounding.cpp models/support/figures.cpp \
    models/support/plain.cpp api/types/money.cpp -lQt6Core -o "$work/fuzz"
mkdir "$work/found"
"$work/fuzz" -max_total_time="${1:-60}" -max_len=400 -artifact_prefix=tests/fuzz/corpus/fitting/ \
    "$work/found" tests/fuzz/corpus/fitting
