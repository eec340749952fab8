"""Plans thousands of variants of a launch on a local Dask cluster and says which start is robust.

usage: python robust_start.py [--variants 10000] [--workers CORES] [--batch 50] [--steps 1000] [--no-serial]

Prints the speed of each core, whether the cluster's results are those of a serial run byte for byte, and a table of
finish and lateness for each start.
"""

from __future__ import annotations

import argparse
import functools
import math
import os
import statistics
import sys
import time
from pathlib import Path

import paceline as pl
import pyarrow as pa
from dask.distributed import Client, LocalCluster
from variants import STARTS, batches, evaluate, variants

AURORA = Path(__file__).resolve().parent.parent / "data" / "aurora.json"


def main() -> int:
    """Runs the example; 1 if the cluster and the serial run differ."""
    wanted = arguments()
    plan = pl.Plan.read(AURORA)
    parts = batches(variants(wanted.variants), wanted.batch)
    print(
        f"{wanted.variants:,} variants in {len(parts)} batches, {wanted.steps:,} steps each, {wanted.workers} workers"
    )
    result, seconds, took = on_dask(plan, parts, wanted.steps, wanted.workers)
    tell("Dask", parts, seconds, took)
    if not wanted.no_serial:
        serial, seconds, took = in_a_row(plan, parts, wanted.steps)
        tell("serial", parts, seconds, took)
        if as_bytes(serial) != as_bytes(result):
            print("DIFFERENT: the cluster's results are not those of the serial run", file=sys.stderr)
            return 1
        print(f"identical: {len(as_bytes(result)):,} bytes of results, and the SHA-256 of every report")
    show(result)
    return 0


def arguments() -> argparse.Namespace:
    """What is asked on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--variants", type=int, default=10_000, help="how many variants (10000)")
    parser.add_argument(
        "--workers", type=int, default=os.cpu_count() or 1, help="worker processes (one a core)"
    )
    parser.add_argument("--batch", type=int, default=50, help="variants in a task of the cluster (50)")
    parser.add_argument("--steps", type=int, default=1_000, help="steps of leveling for each variant (1000)")
    parser.add_argument("--no-serial", action="store_true", help="do not compare with a serial run")
    return parser.parse_args()


def timed(part: pa.Table, plan: pl.Plan, steps: int) -> tuple[pa.Table, float]:
    """The answer for a batch and the seconds it took where it ran."""
    began = time.perf_counter()
    return evaluate(part, plan, steps), time.perf_counter() - began


def on_dask(
    plan: pl.Plan, parts: list[pa.Table], steps: int, workers: int
) -> tuple[pa.Table, list[float], float]:
    """Maps the batches over worker processes; the plan is sent to each once."""
    settings = {"threads_per_worker": 1, "processes": True, "dashboard_address": "127.0.0.1:0"}
    with LocalCluster(n_workers=workers, **settings) as cluster, Client(cluster) as client:
        [everywhere] = client.scatter([plan], broadcast=True)
        began = time.perf_counter()
        futures = client.map(timed, parts, plan=everywhere, steps=steps)
        answers = client.gather(futures)
        took = time.perf_counter() - began
    return pa.concat_tables(table for table, _ in answers), [seconds for _, seconds in answers], took


def in_a_row(plan: pl.Plan, parts: list[pa.Table], steps: int) -> tuple[pa.Table, list[float], float]:
    """The same without a cluster."""
    began = time.perf_counter()
    answers = list(map(functools.partial(timed, plan=plan, steps=steps), parts))
    took = time.perf_counter() - began
    return pa.concat_tables(table for table, _ in answers), [seconds for _, seconds in answers], took


def as_bytes(table: pa.Table) -> bytes:
    """A table as one stream of Arrow: the same rows give the same bytes, however they came together."""
    sink = pa.BufferOutputStream()
    whole = table.sort_by("variant").combine_chunks()
    with pa.ipc.new_stream(sink, whole.schema) as stream:
        stream.write_table(whole)
    return bytes(sink.getvalue())


def tell(name: str, parts: list[pa.Table], seconds: list[float], took: float) -> None:
    """Speed of a run: each core by the median batch, and all together."""
    core = statistics.median(len(part) / spent for part, spent in zip(parts, seconds, strict=True))
    print(
        f"{name:7} {core:7.1f} variants/s a core (median of batches), {sum(map(len, parts)) / took:7.1f} in all"
    )


def show(result: pa.Table) -> None:
    """What each start means: the finish and the lateness that one world in ten, two and ten in ten stay below."""
    print(
        f"\n{'start':10}  {'worlds':>6}  {'finish: 10 %':>12} {'50 %':>10} {'90 %':>10}"
        f"  {'weighted days late: 10 %':>24} {'50 %':>6} {'90 %':>6}  {'nothing late':>12}"
    )
    rows = result.to_pylist()
    for start in STARTS:
        mine = [row for row in rows if row["start"] == start]
        if not mine:
            continue
        finish = [f"{at(share, [row['finish'] for row in mine]):%Y-%m-%d}" for share in (0.1, 0.5, 0.9)]
        late = [f"{at(share, [row['lateness'] for row in mine]):.1f}" for share in (0.1, 0.5, 0.9)]
        kept = sum(row["late"] == 0 for row in mine) / len(mine)
        print(
            f"{start:10}  {len(mine):6}  {finish[0]:>12} {finish[1]:>10} {finish[2]:>10}"
            f"  {late[0]:>24} {late[1]:>6} {late[2]:>6}  {kept:12.0%}"
        )


def at(share: float, values: list) -> object:
    """The value that this share of the values does not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


if __name__ == "__main__":
    sys.exit(main())
