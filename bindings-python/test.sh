#!/bin/sh
# Tests the Python package: builds the wheel, installs it into an environment of its own under the target folder, and
# runs everything against it. Needs Python 3.11 or later, cargo, and a network for the first time.
#
#   sh bindings-python/test.sh [arguments of pytest]
set -eu
cd "$(dirname "$0")"

say() { printf '%s\n' "$*"; }
fail() {
    say "$*" >&2
    exit 1
}

root=$(cd .. && pwd)
target=${CARGO_TARGET_DIR:-$root/target}
case $target in /*) ;; *) target=$root/$target ;; esac
env=$target/python-test
python=${PYTHON:-python3}

apt_install() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 || return 1
    say "installing $*"
    apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -q "$@" >/dev/null
}

need_python() {
    command -v "$python" >/dev/null 2>&1 || apt_install python3 python3-venv || fail "Python 3.11 or later is missing."
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        fail "The tests need Python 3.11 or later; $python is older. Set PYTHON to another one."
}

# The environment, made anew when the requirements or the interpreter have changed.
need_environment() {
    wanted=$("$python" -VV && cat requirements-test.txt)
    if [ -x "$env/bin/python" ] && [ "$(cat "$env/made-for" 2>/dev/null)" = "$wanted" ]; then return; fi
    say "making an environment in $env"
    rm -rf "$env"
    "$python" -m venv "$env" >/dev/null 2>&1 || {
        rm -rf "$env"
        apt_install python3-venv || fail "The module venv is missing. On Debian: apt-get install -y python3-venv"
        "$python" -m venv "$env"
    }
    "$env/bin/python" -m pip install -q --disable-pip-version-check --only-binary :all: -r requirements-test.txt
    printf '%s' "$wanted" >"$env/made-for"
}

# The wheel with everything but optimization across crates, which takes minutes and changes no result.
install_wheel() {
    rm -rf "$target/wheels-test"
    CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=0 \
        CARGO_TARGET_DIR=$target \
        "$env/bin/maturin" build -q --release --out "$target/wheels-test" --interpreter "$env/bin/python"
    "$env/bin/python" -m pip install -q --disable-pip-version-check --no-deps --force-reinstall \
        "$target"/wheels-test/*.whl
}

# pyright is a program for Node: its package fetches it from the registry of npm.
run_pyright() {
    if ! command -v node >/dev/null 2>&1; then
        say "pyright: skipped, Node is missing"
        return
    fi
    PYRIGHT_PYTHON_IGNORE_WARNINGS=1 "$env/bin/pyright" --pythonpath "$env/bin/python"
}

need_python
need_environment
install_wheel
PATH=$env/bin:$PATH
export PATH
say "== pytest"
"$env/bin/python" -m pytest "$@"
[ $# -eq 0 ] || exit 0
say "== mypy"
mypy --cache-dir "$target/mypy" python/paceline tests/consumer.py tests/types_check.py
say "== stubtest"
"$env/bin/python" -m mypy.stubtest paceline --mypy-config-file pyproject.toml --allowlist tests/stubtest.txt
say "== pyright"
run_pyright
