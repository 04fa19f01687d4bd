#!/usr/bin/env bash
# The two cores of the envelope exchange sealed bids, good and damaged ones: each opens or refuses what the other made.
# From the root of the repository, with the pages' packages installed: backend/src/bench/seal-exchange.sh [2000]
set -euo pipefail
rounds="${1:-2000}"
dir="$(mktemp -d)"
trap 'rm -rf "$dir"' EXIT

java() {
  mvn -q --batch-mode -pl backend -DskipFrontend test -Dtest='SharedEnvelopesTests,SealTests' \
    -Dgoufu.seal.rounds="$rounds" "$@"
}
browser() { (cd frontend && npx vitest run src/features/bidding/seal/exchange.test.ts); }

java -Dgoufu.seal.write="$dir/from-server.jsonl"
SEAL_ROUNDS="$rounds" SEAL_WRITE="$dir/from-browser.jsonl" SEAL_READ="$dir/from-server.jsonl" browser
java -Dgoufu.seal.read="$dir/from-browser.jsonl"
wc -l "$dir"/*.jsonl
