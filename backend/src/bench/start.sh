#!/usr/bin/env bash
# How long the first and the second start take, what the idle program weighs, and how fast everything is gone after a signal to it alone.
# From the root of the repository, built before: backend/src/bench/start.sh [port]
set -euo pipefail
export SERVER_PORT="${1:-8099}" GOUFU_EMBEDDED_DATA_DIR
GOUFU_EMBEDDED_DATA_DIR="$(mktemp -d)"
log="$GOUFU_EMBEDDED_DATA_DIR.log"
trap 'rm -rf "$GOUFU_EMBEDDED_DATA_DIR" "$log"' EXIT

seconds() { awk -v from="$1" -v to="$(date +%s.%N)" 'BEGIN { printf "%.1f s\n", to - from }'; }
processes() { pgrep -f -- "$GOUFU_EMBEDDED_DATA_DIR|GoufuApplication.*server.port=$SERVER_PORT" || true; }

start() {
  local from; from="$(date +%s.%N)"
  mvn --batch-mode spring-boot:run "-Dspring-boot.run.arguments=--server.port=$SERVER_PORT" > "$log" 2>&1 &
  until grep -q 'is ready' "$log"; do
    kill -0 $! || { cat "$log"; exit 1; }
    sleep 0.2
  done
  echo "$1 start, mvn to ready: $(seconds "$from")"
}

stop() {
  local from; from="$(date +%s.%N)"
  kill -TERM "$(pgrep -f "GoufuApplication.*server.port=$SERVER_PORT")"
  while [ -n "$(processes)" ]; do sleep 0.1; done
  echo "everything gone after: $(seconds "$from")"
}

start first
sleep 120
awk '/VmRSS/ { printf "program idle for two minutes: %.0f MB resident\n", $2 / 1000 }' \
  "/proc/$(pgrep -f "GoufuApplication.*server.port=$SERVER_PORT")/status"
stop
start second
stop
