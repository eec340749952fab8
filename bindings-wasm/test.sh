#!/bin/sh
# Builds the package and runs every test of it, in Node and in Chromium.
# Installs npm's packages; Chromium where it is missing, for root on Debian.
set -eu
cd "$(dirname "$0")"

sh build.sh

if ! command -v chromium >/dev/null 2>&1 && ! command -v chromium-browser >/dev/null 2>&1 &&
    ! command -v google-chrome >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "installing Chromium"
        apt-get update -q && apt-get install -y -q chromium
    else
        echo "Chromium is missing. On Debian: apt-get install -y chromium"
        exit 1
    fi
fi

echo "types as a consumer sees them"
node_modules/.bin/tsc -p tests/tsconfig.json

node --expose-gc --test --test-reporter=spec --test-concurrency=1 tests/
