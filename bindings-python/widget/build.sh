#!/bin/sh
# Builds the widget of the Python package: python/paceline/static/gantt.js, one file with the engine inside.
# usage: sh build.sh          quick when nothing has changed
# Uses the npm package in ../../bindings-wasm, which it builds first, and the tools that that package has installed.
# PACELINE_JS names another folder with the built npm package.
set -eu
cd "$(dirname "$0")"
package=${PACELINE_JS:-}
if [ -z "$package" ]; then
    sh ../../bindings-wasm/build.sh
    package=../../bindings-wasm
fi
package=$(cd "$package" && pwd)
mkdir -p node_modules
for name in paceline typescript vite playwright-core; do
    from=$package/node_modules/$name
    [ "$name" = paceline ] && from=$package
    [ -d "$from" ] || { echo "$from is missing: run npm ci in $package" >&2; exit 1; }
    ln -sfn "$from" "node_modules/$name"
done
node build.mjs
