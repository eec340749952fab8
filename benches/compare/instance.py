"""Files of the benchmark libraries, read without the library that is measured, and a judge of starts."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Instance:
    """A problem: for each activity duration, demands and successors (counted from 0)."""

    name: str
    capacities: list[int]
    durations: list[int]
    demands: list[list[int]]
    successors: list[list[int]]

    @classmethod
    def read(cls, path: Path) -> Instance:
        text = path.read_text()
        if path.suffix == ".sm":
            return cls._psplib(path.name, text)
        if path.suffix == ".rcp":
            return cls._patterson(path.name, text)
        raise ValueError(f"{path}: neither .sm nor .rcp")

    @classmethod
    def _psplib(cls, name: str, text: str) -> Instance:
        def rows(head: str) -> list[list[int]]:
            block = re.search(head + r".*?\n(.*?)\n\*", text, re.S)
            if block is None:
                raise ValueError(f"{name}: no `{head}`")
            lines = block[1].splitlines()
            return [[int(word) for word in line.split()] for line in lines if re.fullmatch(r"[\d\s]+\d\s*", line)]

        precedence, requests = rows("PRECEDENCE RELATIONS"), rows("REQUESTS/DURATIONS")
        return cls(
            name,
            rows("RESOURCEAVAILABILITIES")[0],
            [row[2] for row in requests],
            [row[3:] for row in requests],
            [[job - 1 for job in row[3:]] for row in precedence],
        )

    @classmethod
    def _patterson(cls, name: str, text: str) -> Instance:
        numbers = iter(map(int, text.split()))
        count, resources = next(numbers), next(numbers)
        instance = cls(name, [next(numbers) for _ in range(resources)], [], [], [])
        for _ in range(count):
            instance.durations.append(next(numbers))
            instance.demands.append([next(numbers) for _ in range(resources)])
            instance.successors.append([next(numbers) - 1 for _ in range(next(numbers))])
        return instance

    def critical_path(self) -> int:
        """The longest path: the makespan if there were enough of everything."""
        waits = [0] * len(self.durations)
        for after in self.successors:
            for job in after:
                waits[job] += 1
        starts = [0] * len(self.durations)
        ready = [job for job, count in enumerate(waits) if count == 0]
        for job in ready:
            for after in self.successors[job]:
                starts[after] = max(starts[after], starts[job] + self.durations[job])
                waits[after] -= 1
                if waits[after] == 0:
                    ready.append(after)
        return max(start + duration for start, duration in zip(starts, self.durations, strict=True))

    def makespan(self, starts: list[int]) -> int:
        """The makespan of a schedule that keeps every rule; any other is an error."""
        if len(starts) != len(self.durations) or min(starts) < 0:
            raise ValueError(f"{self.name}: these are no starts of {len(self.durations)} activities")
        ends = [start + duration for start, duration in zip(starts, self.durations, strict=True)]
        for job, after in enumerate(self.successors):
            if any(starts[other] < ends[job] for other in after):
                raise ValueError(f"{self.name}: a successor of {job} does not wait")
        for time in starts:
            running = [job for job in range(len(starts)) if starts[job] <= time < ends[job]]
            for resource, capacity in enumerate(self.capacities):
                if sum(self.demands[job][resource] for job in running) > capacity:
                    raise ValueError(f"{self.name}: resource {resource} is overloaded at {time}")
        return max(ends)


@dataclass
class Known:
    """What is known about an instance."""

    lower: int
    upper: int | None


def best_known(folder: Path) -> dict[str, Known]:
    """The bounds in `best_known.csv`, by the name of the file, in its order."""
    known = {}
    with (folder / "best_known.csv").open(newline="") as file:
        for row in csv.DictReader(file):
            if "infeasible" not in (row["lower_bound"], row["upper_bound"]):
                upper = row["upper_bound"]
                known[row["instance"]] = Known(int(row["lower_bound"] or 0), int(upper) if upper else None)
    return known
