#!/bin/sh
# Runs a command in an X server and session bus of its own: headless.sh COMMAND…
set -eu
exec xvfb-run --auto-servernum --server-args="-screen 0 ${ALIGNDESK_SCREEN:-1440x900x24} -noreset" \
    dbus-run-session -- "$@"
