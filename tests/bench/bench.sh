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
if [ ! -x "$bin/bench_start" ]; then
    echo "bench_start was not built: it needs libx11-dev and libxext-dev" >&2
    exit 1
fi
exec xvfb-run --auto-servernum --server-args="-screen 0 1440x900x24 -noreset" \
    dbus-run-session -- "$bin/bench_start"
