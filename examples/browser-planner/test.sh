#!/bin/sh
# Builds the page from the package as it is and runs its tests in a real Chromium.
# usage: sh test.sh
# Needs what bindings-wasm/build.sh needs, Node 20 or later with npm, and Chromium.
set -eu
cd "$(dirname "$0")"

if ! command -v chromium >/dev/null 2>&1 && ! command -v google-chrome >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "installing chromium" >&2
        apt-get update -q && apt-get install -y -q chromium
    else
        echo "Chromium is missing. On Debian: apt-get install -y chromium" >&2
        exit 1
    fi
fi
command -v npm >/dev/null 2>&1 || { echo "npm is missing. Install Node 20 or later." >&2; exit 1; }

sh ../../bindings-wasm/build.sh
npm ci --no-audit --no-fund --loglevel=error
npm run --silent build
npm test --silent
