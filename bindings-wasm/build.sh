#!/bin/sh
# Builds the npm package into dist/: the WebAssembly module, the JavaScript around it, the types.
# The crate is compiled twice: the module of plans, and that of records and measurements.
# usage: sh build.sh          quick when nothing has changed
#   PACELINE_SIZES=1 builds the module without time zones too, and checks its size
#   PACELINE_WASM_LIBRARY=installed|source|debian tries one way to the standard library alone
# Needs Rust, Node and npm. The standard library for WebAssembly is added where it is missing; see `library`.
set -eu
cd "$(dirname "$0")"

target=wasm32-unknown-unknown
folder=${CARGO_TARGET_DIR:-../target}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

command -v cargo >/dev/null 2>&1 || { [ -f "$HOME/.cargo/env" ] && . "$HOME/.cargo/env"; }
command -v cargo >/dev/null 2>&1 || fail "Rust is missing. Install it from https://rustup.rs, then run this again."
command -v npm >/dev/null 2>&1 || fail "npm is missing. Install Node 20 or later, then run this again."

limited() { if command -v timeout >/dev/null 2>&1; then timeout "$@"; else shift; "$@"; fi; }

# Which way the standard library for WebAssembly can be had: `installed`, `source` or `debian`.
# PACELINE_WASM_LIBRARY names one of them to try it alone.
library() {
    asked=${PACELINE_WASM_LIBRARY:-any}
    root=$(rustc --print sysroot 2>/dev/null || true)
    if [ "$asked" = any ] || [ "$asked" = installed ]; then
        [ -d "$root/lib/rustlib/$target/lib" ] && { echo installed; return; }
        if command -v rustup >/dev/null 2>&1; then
            say "adding the standard library for $target"
            limited 180 rustup target add $target >&2 && { echo installed; return; }
        fi
    fi
    if [ "$asked" = any ] || [ "$asked" = source ]; then
        [ -f "$root/lib/rustlib/src/rust/library/Cargo.lock" ] && { echo source; return; }
    fi
    if [ "$asked" = any ] || [ "$asked" = debian ]; then
        if ! [ -d /usr/lib/rustlib/src/rust/library ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
            say "installing rustc-web, cargo-web and rust-web-src"
            { apt-get update -q && apt-get install -y -q rustc-web cargo-web rust-web-src; } >&2 || true
        fi
        [ -x /usr/bin/rustc ] && /usr/bin/rustc --print target-list | grep -qx $target &&
            [ -x "$(rust_lld)" ] && { echo debian; return; }
    fi
    fail "The standard library for $target is missing and could not be added. One of these helps:
  rustup target add $target
  rustup component add rust-src
  apt-get install -y rustc-web cargo-web rust-web-src      (Debian, as root)"
}

rust_lld() {
    command -v rust-lld || find "${RUSTUP_HOME:-$HOME/.rustup}/toolchains" -name rust-lld -type f 2>/dev/null | head -n 1
}

# compile FEATURES FOLDER: compiles the crate; prints where the module is.
compile() {
    set -- --quiet --package paceline-wasm --profile wasm --target $target --no-default-features --features "$1" \
        --target-dir "$2" --manifest-path ../Cargo.toml
    case $way in
        installed) cargo build "$@" ;;
        source) RUSTC_BOOTSTRAP=1 cargo build "$@" -Zbuild-std=std,panic_abort ;;
        debian)
            RUSTC=/usr/bin/rustc CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$(rust_lld) RUSTC_BOOTSTRAP=1 \
                RUSTUP_TOOLCHAIN='' /usr/bin/cargo build "$@" -Zbuild-std=std,panic_abort
            ;;
    esac
}

# newer FILE SOURCES...: whether a source is newer than the file, or the file is not there.
newer() {
    file=$1
    shift
    [ ! -f "$file" ] || [ -n "$(find "$@" -newer "$file" -type f -print 2>/dev/null | head -n 1)" ]
}

# wrap MODULE FOLDER NAME: writes the JavaScript around a module, if the module is new.
wrap() {
    newer "$2/$3.js" "$1" "$generator" || return 0
    mkdir -p "$2"
    "$generator" "$1" "$2" "$3"
}

way=$(library)
case $way in
    installed) place=$folder/wasm ;;
    *) place=$folder/wasm-$way ;; # another compiler: a folder of its own
esac

# The generator is of the machine that builds, whatever the crates are built with.
cargo build --quiet --manifest-path generate/Cargo.toml --target-dir "$folder/generate"
generator=$folder/generate/debug/paceline-wasm-generate

# Each of them is linked by one thread, so they are compiled side by side.
compile zones,planning "$place" &
plans=$!
compile measuring "$place-measure" &
records=$!
# The module without the zones is measured, not shipped: the tests ask for it.
plain=
if [ "${PACELINE_SIZES:-}" = 1 ]; then
    compile planning "$place-plain"
    wrap "$place-plain/$target/wasm/paceline_wasm.wasm" "$place-plain/js" paceline
    plain=$place-plain/js/paceline_bg.wasm
fi
wait $plans
wait $records
wrap "$place/$target/wasm/paceline_wasm.wasm" js/wasm paceline
wrap "$place-measure/$target/wasm/paceline_wasm.wasm" js/wasm measure

if newer node_modules/.package-lock.json package-lock.json; then
    npm ci --no-audit --no-fund --loglevel=error >&2
    touch node_modules/.package-lock.json
fi
PLAIN=$plain node scripts/build.mjs
