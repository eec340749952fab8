"""Paceline beside OR-Tools CP-SAT on sets of the benchmark libraries.

    python3 benches/compare/compare.py psplib/j60 psplib/j120 --every 10 --seconds 1 10

One command: builds the program `psplib`, makes an environment for the peer under the target folder, solves, checks
every schedule, prints a table and writes `results.csv`, `table.csv` and `table.md`. See README.md here.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean

from instance import Instance, Known, best_known

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
SHARED = Path(os.environ.get("PACELINE_SHARED", ROOT.parent / "shared"))


@dataclass
class Run:
    """What a solver found on an instance."""

    solver: str
    seconds: float
    seed: int
    instance: str
    bound: int
    makespan: int | None
    status: str
    used: float
    trace: list[tuple[float, int]] = field(default_factory=list)
    """Seconds and makespan of each improvement."""

    def time_to_best(self) -> float | None:
        return next((seconds for seconds, makespan in self.trace if makespan == self.makespan), None)

    def primal_integral(self, best: int) -> float:
        """The mean over the time allowed of the gap to the best known, 100 % before the first schedule (Berthold 2013)."""
        total, since, gap = 0.0, 0.0, 1.0
        for seconds, makespan in [*self.trace, (self.seconds, None)]:
            until = min(seconds, self.seconds)
            total += gap * max(0.0, until - since)
            since = max(since, until)
            if makespan is not None:
                gap = (makespan - best) / makespan if makespan > best else 0.0
        return 100 * total / self.seconds if self.seconds > 0 else 100 * gap


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", help="folders below the data, such as psplib/j120, rg300, rcplib/cv")
    parser.add_argument("--data", type=Path, default=SHARED / "benchdata", help="where the sets are")
    parser.add_argument("--every", type=int, default=1, help="only every so many instances")
    parser.add_argument("--seconds", type=float, nargs="+", default=[1.0], help="wall time for each instance")
    parser.add_argument("--seeds", type=int, nargs="+", default=[0])
    parser.add_argument("--threads", type=int, default=2, help="threads and workers of every solver")
    parser.add_argument("--solvers", nargs="+", choices=["paceline", "cpsat"], default=["paceline", "cpsat"])
    parser.add_argument("--check", action="store_true", help="replay the proofs of Paceline")
    parser.add_argument("--program", type=Path, help="the program psplib; built if not given")
    parser.add_argument("--out", type=Path, default=TARGET / "compare")
    return parser.parse_args()


def build() -> Path:
    command = ["cargo", "build", "--release", "-p", "benches", "--bin", "psplib"]
    subprocess.run(command, cwd=ROOT, check=True)
    return TARGET / "release" / "psplib"


def environment() -> Path:
    """The Python of an environment with the peer, made anew when the requirements change."""
    folder, wanted = TARGET / "compare-env", (HERE / "requirements.txt").read_text() + sys.version
    python, stamp = folder / "bin" / "python", folder / "made-for"
    if not (python.exists() and stamp.exists() and stamp.read_text() == wanted):
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        install = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        subprocess.run([*install, "-r", HERE / "requirements.txt"], check=True)
        stamp.write_text(wanted)
    return python


def paceline(args: argparse.Namespace, paths: list[Path], seconds: float, seed: int) -> list[Run]:
    """All instances by one call of the program, which checks its schedules itself."""
    found, trace = args.out / "starts", args.out / "trace.csv"
    command = [args.program, "--seconds", str(seconds), "--threads", str(args.threads), "--seed", str(seed)]
    command += ["--solutions", found, "--trace", trace] + (["--check"] if args.check else [])
    done = subprocess.run([*map(str, command), *map(str, paths)], stdout=subprocess.PIPE, text=True, check=True)
    traces: dict[str, list[tuple[float, int]]] = {}
    with trace.open(newline="") as file:
        for row in csv.DictReader(file):
            traces.setdefault(row["instance"], []).append((float(row["seconds"]), int(row["makespan"])))
    runs = []
    for row, path in zip(csv.DictReader(done.stdout.splitlines()), paths, strict=True):
        solution = json.loads((found / f"{path.stem}.json").read_text())
        makespan = Instance.read(path).makespan(solution["starts"])
        assert makespan == int(row["makespan"]), f"{path}: {makespan} and not {row['makespan']}"
        bound, used = int(row["lower_bound"]), float(row["seconds"])
        steps = traces[row["instance"]]
        runs.append(Run("paceline", seconds, seed, path.name, bound, makespan, row["status"], used, steps))
    return runs


def cpsat(args: argparse.Namespace, path: Path, seconds: float, seed: int) -> Run:
    command = [args.python, HERE / "cpsat.py", path, seconds, args.threads, seed]
    done = subprocess.run([str(word) for word in command], stdout=subprocess.PIPE, text=True, check=True)
    *log, last = done.stdout.splitlines()
    answer = json.loads(last)
    lines = (re.match(r"#\d+\s+([\d.]+)s best:(\d+)", line) for line in log)
    trace = [(float(line[1]), int(line[2])) for line in lines if line]
    makespan = answer["makespan"]
    if makespan is not None:
        assert Instance.read(path).makespan(answer["starts"]) == makespan, f"{path}: CP-SAT's schedule is wrong"
        if not trace or trace[-1][1] != makespan:
            trace.append((min(answer["seconds"], seconds), makespan))
    bound, status = answer["bound"], answer["status"]
    return Run("cpsat", seconds, seed, path.name, bound, makespan, status, answer["seconds"], trace)


def judge(run: Run, known: Known) -> None:
    """No bound above the best known makespan, every claimed optimum equal to it."""
    where = f"{run.instance}, {run.solver}, {run.seconds} s, seed {run.seed}"
    if known.upper is not None:
        assert run.bound <= known.upper, f"{where}: the bound {run.bound} is above the best known {known.upper}"
        if run.status == "optimal":
            assert run.makespan == known.upper, f"{where}: {run.makespan} is no optimum, {known.upper} is known"
        if run.makespan is not None and run.makespan < known.upper:
            print(f"{where}: {run.makespan} is better than the best known {known.upper}", file=sys.stderr)
    if run.makespan is not None:
        assert run.makespan >= known.lower, f"{where}: {run.makespan} is below the known bound {known.lower}"


def summary(name: str, solver: str, runs: list[Run], paths: dict[str, int], known: dict[str, Known]) -> list[object]:
    """A row of the table: means over instances and seeds."""
    solved = [run for run in runs if run.makespan is not None]
    of_known = [(run, known[run.instance].upper) for run in runs]
    from_path = [100 * (run.makespan / paths[run.instance] - 1) for run in solved]
    from_best = [100 * (run.makespan / best - 1) for run, best in of_known if run.makespan and best]
    times = [time for run in solved if (time := run.time_to_best()) is not None]
    integrals = [run.primal_integral(best) for run, best in of_known if best]
    seeds = len({run.seed for run in runs})
    proven = sum(run.status == "optimal" for run in runs) / seeds
    number = lambda values, digits: f"{mean(values):.{digits}f}" if values else ""
    return [
        name,
        solver,
        f"{runs[0].seconds:g}",
        len(runs) // seeds,
        len(solved) // seeds,
        number(from_path, 3),
        number(from_best, 3),
        f"{proven:g}",
        number(times, 2),
        number(integrals, 3),
    ]


def best_row(name: str, files: list[str], paths: dict[str, int], known: dict[str, Known]) -> list[object]:
    best = {file: known[file].upper for file in files if known[file].upper}
    deviation = [100 * (upper / paths[file] - 1) for file, upper in best.items() if paths[file]]
    closed = sum(known[file].lower == upper for file, upper in best.items())
    return [name, "best known", "", len(files), len(best), f"{mean(deviation):.3f}", "0.000", closed, "", ""]


HEAD = ["set", "solver", "seconds", "instances", "solved", "% above critical path", "% above best known"]
HEAD += ["proven", "s to best", "primal integral %"]


def write(out: Path, rows: list[list[object]], runs: list[tuple[str, Run]]) -> None:
    with (out / "table.csv").open("w", newline="") as file:
        csv.writer(file).writerows([HEAD, *rows])
    lines = ["| " + " | ".join(map(str, row)) + " |" for row in [HEAD, ["---"] * len(HEAD), *rows]]
    (out / "table.md").write_text("\n".join(lines) + "\n")
    with (out / "results.csv").open("w", newline="") as file:
        fields = ["set", "instance", "solver", "limit", "seed", "lower_bound", "makespan", "status", "seconds", "to_best"]
        writer = csv.writer(file)
        writer.writerow(fields)
        for name, run in runs:
            found = [run.bound, run.makespan, run.status, f"{run.used:.3f}", run.time_to_best()]
            writer.writerow([name, run.instance, run.solver, run.seconds, run.seed, *found])


def main() -> None:
    args = arguments()
    args.out.mkdir(parents=True, exist_ok=True)
    if "paceline" in args.solvers:
        args.program = (args.program or build()).resolve()
    if "cpsat" in args.solvers:
        args.python = environment()
    rows: list[list[object]] = []
    all_runs: list[tuple[str, Run]] = []
    for name in args.sets:
        folder = args.data / name
        known = best_known(folder)
        files = list(known)[:: args.every]
        assert files, f"{folder} lists no instance"
        paths = {file: Instance.read(folder / file).critical_path() for file in files}
        rows.append(best_row(name, files, paths, known))
        for seconds in args.seconds:
            for solver in args.solvers:
                runs: list[Run] = []
                for seed in args.seeds:
                    if solver == "paceline":
                        runs += paceline(args, [folder / file for file in files], seconds, seed)
                    else:
                        runs += [cpsat(args, folder / file, seconds, seed) for file in files]
                for run in runs:
                    judge(run, known[run.instance])
                all_runs += [(name, run) for run in runs]
                rows.append(summary(name, solver, runs, paths, known))
                write(args.out, rows, all_runs)
                print(f"{name}, {solver}, {seconds:g} s: done", file=sys.stderr)
    print((args.out / "table.md").read_text())


if __name__ == "__main__":
    main()
