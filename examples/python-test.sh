#!/bin/sh
# Tests the Python examples, against the package that bindings-python/test.sh has built and installed. Needs a network
# for the first time. notebooks/test.sh and distributed/test.sh call it.
#
#   sh examples/python-test.sh [notebooks] [distributed]
set -eu
cd "$(dirname "$0")"

say() { printf '%s\n' "$*"; }
root=$(cd .. && pwd)
target=${CARGO_TARGET_DIR:-$root/target}
case $target in /*) ;; *) target=$root/$target ;; esac
package=$target/python-test
env=$target/python-examples
shared=${PACELINE_SHARED:-../shared}
case $shared in /*) ;; *) shared=$root/$shared ;; esac
export PACELINE_SHARED="$shared"

# An environment of its own that sees the one of the package, so that the package's tests stay as they are.
need_environment() {
    [ -x "$package/bin/python" ] || {
        say "The package is not installed: run sh bindings-python/test.sh first." >&2
        exit 1
    }
    wanted=$("$package/bin/python" -VV && cat requirements-test.txt ../bindings-python/requirements-test.txt)
    if [ -x "$env/bin/python" ] && [ "$(cat "$env/made-for" 2>/dev/null)" = "$wanted" ]; then return; fi
    say "making an environment in $env"
    rm -rf "$env"
    "$package/bin/python" -m venv "$env"
    "$package/bin/python" -c 'import site; print(site.getsitepackages()[0])' \
        >"$("$env/bin/python" -c 'import site; print(site.getsitepackages()[0])')/package.pth"
    "$env/bin/python" -m pip install -q --disable-pip-version-check --only-binary :all: -r requirements-test.txt
    printf '%s' "$wanted" >"$env/made-for"
}

need_environment
[ $# -gt 0 ] || set -- notebooks distributed
for part in "$@"; do
    case $part in
        notebooks) "$env/bin/python" notebooks/run.py ;;
        distributed)
            "$env/bin/python" distributed/robust_start.py --variants 200 --workers 2 --batch 25
            say "test result: ok. 1 passed; 0 failed; 0 ignored"
            ;;
        *)
            say "there is no part $part" >&2
            exit 2
            ;;
    esac
done
