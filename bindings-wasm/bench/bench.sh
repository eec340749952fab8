#!/bin/sh
# Prints how long the operations take natively, in Node and in Chromium. Close other programs.
# usage: sh bench/bench.sh [RUNS]
set -eu
cd "$(dirname "$0")/.."
sh build.sh
folder=${CARGO_TARGET_DIR:-../target}
cargo build --release --quiet --manifest-path ../Cargo.toml -p benches --bin documents --bin door
"$folder/release/documents" "$folder/documents"
cp ../examples/data/aurora.json "$folder/documents/aurora.json"
node bench/bench.mjs "$folder/release/door" "$folder/documents" "${1:-15}"
