#!/bin/sh
# Looks for inputs that break a target: fuzz.sh [NAME [SECONDS]]. Needs clang.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
name=${1:-fitting}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
headers=$(qmake6 -query QT_INSTALL_HEADERS)
texts="models/support/figures.cpp models/support/plain.cpp api/types/money.cpp"
lists=models/reconciliation
case $name in
fitting)
    longest=400
    sources="models/interlocking/fitting.cpp models/interlocking/fittable.cpp
        models/interlocking/fitproblem.cpp models/interlocking/flow.cpp
        models/interlocking/rounding.cpp $texts" ;;
textlines)
    longest=20000
    sources="models/files/atomicwriter.cpp models/files/csvreader.cpp models/files/filebytes.cpp
        models/files/textsource.cpp $lists/importrows.cpp $lists/uidcell.cpp $lists/uidimport.cpp
        $lists/uidlines.cpp $lists/uidpreview.cpp $lists/uidrows.cpp $lists/uidshape.cpp
        $lists/uidtable.cpp api/codec/utf8.cpp $texts" ;;
sheet)
    longest=4000
    sources="models/files/exceltext.cpp models/files/sheettext.cpp models/files/xmlevents.cpp
        api/codec/utf8.cpp $texts" ;;
*)
    echo "no target is called $name" >&2
    exit 2 ;;
esac
# shellcheck disable=SC2086
clang++ -std=c++20 -O1 -g -fPIC -fsanitize=fuzzer,address,undefined -I. -I"$headers" \
    -I"$headers/QtCore" "tests/fuzz/$name.cpp" $sources -lQt6Core -lsimdjson -lexpat -o "$work/fuzz"
mkdir "$work/found"
"$work/fuzz" -max_total_time="${2:-60}" -max_len="$longest" \
    -artifact_prefix="tests/fuzz/corpus/$name/" "$work/found" "tests/fuzz/corpus/$name"
