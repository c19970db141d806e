#!/bin/sh
# Runs the benches of a build folder: bench.sh BIN
set -eu
bin=$1
QT_QPA_PLATFORM=offscreen "$bin/bench_uids"
QT_QPA_PLATFORM=offscreen "$bin/bench_uidlists"
QT_QPA_PLATFORM=offscreen "$bin/bench_surveys"
"$bin/bench_history"
QT_QPA_PLATFORM=offscreen "$bin/bench_fit"
QT_QPA_PLATFORM=offscreen "$bin/bench_grid"
QT_QPA_PLATFORM=offscreen "$bin/bench_wizard"
exec xvfb-run --auto-servernum --server-args="-screen 0 1440x900x24 -noreset" \
    dbus-run-session -- "$bin/bench_start"
