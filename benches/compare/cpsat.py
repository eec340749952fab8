"""OR-Tools CP-SAT through PyJobShop on one instance: prints a JSON object, and before it the log of the solver.

    cpsat.py FILE SECONDS WORKERS SEED
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from instance import Instance
from pyjobshop import Model


def model(instance: Instance) -> Model:
    """The problem as PyJobShop takes it; milestones and unused resources stay out of the demands."""
    built = Model()
    resources = [built.add_renewable(capacity) for capacity in instance.capacities]
    tasks = [built.add_task() for _ in instance.durations]
    for task, duration, demands in zip(tasks, instance.durations, instance.demands, strict=True):
        used = [(resource, demand) for resource, demand in zip(resources, demands, strict=True) if demand > 0]
        built.add_mode(task, [resource for resource, _ in used], duration, [demand for _, demand in used])
    for task, after in zip(tasks, instance.successors, strict=True):
        for other in after:
            built.add_end_before_start(task, tasks[other])
    return built


def main() -> None:
    path, seconds, workers, seed = sys.argv[1:]
    built = model(Instance.read(Path(path)))
    began = time.perf_counter()
    result = built.solve(
        solver="ortools",
        time_limit=float(seconds),
        display=True,
        num_workers=int(workers),
        random_seed=int(seed),
    )
    found = result.objective != float("inf")
    print(
        json.dumps(
            {
                "makespan": int(result.objective) if found else None,
                "bound": max(0, round(result.lower_bound)),
                "status": "optimal" if result.status.value == "Optimal" else "feasible",
                "seconds": time.perf_counter() - began,
                "starts": [task.start for task in result.best.tasks] if found else [],
            }
        )
    )


if __name__ == "__main__":
    main()
