#!/bin/sh
# Measures the package as it is shipped: the wheel with every optimization (minutes to build), the Rust program beside it.
set -eu
cd "$(dirname "$0")/.."
root=$(cd .. && pwd)
target=${CARGO_TARGET_DIR:-$root/target}
case $target in /*) ;; *) target=$root/$target ;; esac
env=$target/python-bench
if [ ! -x "$env/bin/python" ]; then
    "${PYTHON:-python3}" -m venv "$env"
fi
"$env/bin/python" -m pip install -q --disable-pip-version-check --only-binary :all: -r requirements-test.txt
rm -rf "$target/wheels-bench"
CARGO_TARGET_DIR=$target "$env/bin/maturin" build -q --release --out "$target/wheels-bench" 2>/dev/null
"$env/bin/python" -m pip install -q --disable-pip-version-check --no-deps --force-reinstall "$target"/wheels-bench/*.whl
(cd "$root" && CARGO_TARGET_DIR=$target cargo build -q --release -p benches --bin beside)
ls -l "$target"/wheels-bench/*.whl | awk '{ printf "wheel: %.1f MB\n", $5 / 1e6 }'
"$env/bin/python" bench/overhead.py "$target/release/beside" "$root/examples/data/aurora.json"
"$env/bin/python" bench/frames.py
