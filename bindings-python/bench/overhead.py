"""What a call from Python costs over the same call in Rust, on Aurora: `overhead.py BESIDE PLAN`.

Rust and Python take turns, one call each, so that both meet the same machine. The Rust program `beside` runs the
functions of the core on a plan that it has read; Python calls the methods of a plan that it has read. Medians.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import paceline as pl

ROUNDS = 300
WARM = 20


def main() -> None:
    beside, path = sys.argv[1:]
    plan = pl.Plan.read(Path(path))
    calls: dict[str, Any] = {
        "schedule": plan.schedule,
        "level": lambda: plan.level(steps=1),
        "score": plan.score,
    }
    child = subprocess.Popen([beside, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdin is not None and child.stdout is not None
    print(f"{'operation':<24}{'Rust':>10}{'Python':>10}{'more':>10}   (median of {ROUNDS}, microseconds)")
    for name, call in calls.items():
        rust: list[float] = []
        python: list[float] = []
        for _ in range(ROUNDS + WARM):
            child.stdin.write(f"{name}\n")
            child.stdin.flush()
            rust.append(int(child.stdout.readline()) / 1e3)
            begin = time.perf_counter_ns()
            answer = call()
            python.append((time.perf_counter_ns() - begin) / 1e3)
            del answer
        one, other = statistics.median(rust[WARM:]), statistics.median(python[WARM:])
        label = "level, first plan" if name == "level" else name
        print(f"{label:<24}{one:>10.1f}{other:>10.1f}{other - one:>10.1f}")
    child.stdin.close()
    child.wait()


if __name__ == "__main__":
    main()
