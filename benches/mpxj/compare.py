"""A file of Microsoft Project read and scheduled by Paceline and by MPXJ, side by side.

    python3 benches/mpxj/compare.py [--tasks 10000] [--links 20000] [--rounds 15] [--megabytes 100]

One command: builds the program `mspdi`, installs MPXJ into an environment under the target folder (the package `mpxj`
brings its Java archives; needs a JDK: on Debian `apt-get install default-jdk-headless`), makes a file, lets both
schedule it and prints medians and their ratio. The two must find the same last early finish. See README.md here.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
MPXJ = "mpxj==16.10.0"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="MSPDI: Paceline beside MPXJ")
    parser.add_argument("--tasks", type=int, default=10_000)
    parser.add_argument("--links", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=15, help="rounds in one process; the first third warms up")
    parser.add_argument("--starts", type=int, default=5, help="processes started for the cold figures")
    parser.add_argument("--megabytes", type=int, default=0, help="also the memory for a file of about this size")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--program", type=Path, help="a program `mspdi` that is built already")
    return parser.parse_args()


def write_file(path: Path, tasks: int, links: int, seed: int, notes: int = 0) -> None:
    """Tasks of one to ten days in summaries of a hundred, each waiting for earlier ones near it, with some lags."""
    draw = random.Random(seed)
    waits: list[list[tuple[int, int, int]]] = [[] for _ in range(tasks + 1)]
    known: set[tuple[int, int]] = set()
    while len(known) < links:
        to = draw.randint(2, tasks)
        pair = (draw.randint(max(1, to - 60), to - 1), to)
        if pair not in known:
            known.add(pair)
            waits[to].append((pair[0], draw.choices([1, 3], [9, 1])[0], draw.choices([0, 4800], [4, 1])[0]))
    day = "".join(
        f"<WeekDay><DayType>{day}</DayType><DayWorking>{int(1 < day < 7)}</DayWorking>"
        + (
            "<WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime><ToTime>12:00:00</ToTime></WorkingTime>"
            "<WorkingTime><FromTime>13:00:00</FromTime><ToTime>17:00:00</ToTime></WorkingTime></WorkingTimes>"
            if 1 < day < 7
            else ""
        )
        + "</WeekDay>"
        for day in range(1, 8)
    )
    with path.open("w", encoding="utf-8") as file:
        file.write(
            '<?xml version="1.0" encoding="UTF-8"?><Project xmlns="http://schemas.microsoft.com/project">'
            "<Name>Bench</Name><ScheduleFromStart>1</ScheduleFromStart><StartDate>2026-03-02T08:00:00</StartDate>"
            "<MinutesPerDay>480</MinutesPerDay><MinutesPerWeek>2400</MinutesPerWeek><DaysPerMonth>20</DaysPerMonth>"
            f"<CalendarUID>1</CalendarUID><Calendars><Calendar><UID>1</UID><Name>Standard</Name>"
            f"<IsBaseCalendar>1</IsBaseCalendar><WeekDays>{day}</WeekDays></Calendar></Calendars><Tasks>"
        )
        summary = tasks
        for number in range(1, tasks + 1):
            if number % 100 == 1:
                summary += 1
                file.write(
                    f"<Task><UID>{summary}</UID><ID>{summary}</ID><Name>Part {summary - tasks}</Name>"
                    "<OutlineLevel>1</OutlineLevel><Summary>1</Summary></Task>"
                )
            # Hours rather than days in large files, which would run beyond 2100.
            hours = (8 if tasks <= 20_000 else 1) * draw.randint(1, 10)
            file.write(
                f"<Task><UID>{number}</UID><ID>{number}</ID><Name>Task {number}</Name><Type>0</Type>"
                "<OutlineLevel>2</OutlineLevel><Priority>500</Priority>"
                f"<Duration>PT{hours}H0M0S</Duration><DurationFormat>7</DurationFormat><Summary>0</Summary>"
                f"<PercentComplete>0</PercentComplete><ActualDuration>PT0H0M0S</ActualDuration>"
                f"<RemainingDuration>PT{hours}H0M0S</RemainingDuration>"
                "<ConstraintType>0</ConstraintType>"
            )
            for start, kind, lag in waits[number]:
                file.write(
                    f"<PredecessorLink><PredecessorUID>{start}</PredecessorUID><Type>{kind}</Type><CrossProject>0"
                    f"</CrossProject><LinkLag>{lag}</LinkLag><LagFormat>7</LagFormat></PredecessorLink>"
                )
            if notes:
                file.write(f"<Notes>{'x' * notes}</Notes>")
            file.write("</Task>")
        file.write("</Tasks><Resources></Resources><Assignments></Assignments></Project>")


def command(file: Path, rounds: int, program: Path, classes: str) -> dict[str, list[str]]:
    return {
        "Paceline": [str(program), str(file), str(rounds)],
        "MPXJ": ["java", "-Xmx6g", "-cp", classes, "Side", str(file), str(rounds)],
    }


def run(line: list[str]) -> tuple[float, int, list[tuple[float, float]], str]:
    """Seconds of the process, its largest memory in bytes, milliseconds of reading and scheduling, last finish."""
    begin = time.perf_counter()
    process = subprocess.Popen(line, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    out = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    took = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{line[0]} failed")
    rows = [row.split() for row in out.splitlines()]
    last = rows[-1][3][:16]
    return took, usage.ru_maxrss * 1024, [(int(row[0]) / 1e6, int(row[1]) / 1e6) for row in rows], last


def build(program: Path | None) -> tuple[Path, str]:
    if program is None:
        subprocess.run(["cargo", "build", "-q", "--release", "-p", "benches", "--bin", "mspdi"], cwd=ROOT, check=True)
        program = TARGET / "release" / "mspdi"
    if not shutil.which("javac"):
        sys.exit("A JDK is missing. On Debian: apt-get install -y default-jdk-headless")
    python = TARGET / "mpxj-env" / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(python.parents[1])], check=True)
    subprocess.run([python, "-m", "pip", "install", "-q", "--disable-pip-version-check", MPXJ], check=True)
    (archives,) = python.parents[1].glob("lib/python3*/site-packages/mpxj/lib")
    classes = TARGET / "mpxj"
    path = os.pathsep.join([*(str(one) for one in sorted(archives.glob("*.jar"))), str(classes)])
    subprocess.run(["javac", "-cp", path, "-d", str(classes), str(HERE / "Side.java")], check=True)
    return program, path


def main() -> None:
    given = arguments()
    program, classes = build(given.program)
    file = TARGET / "mpxj" / "bench.xml"
    write_file(file, given.tasks, given.links, given.seed)
    print(f"{given.tasks} tasks, {given.links} links, {file.stat().st_size / 1e6:.1f} MB\n")
    cold: dict[str, list[float]] = {}
    warm: dict[str, list[tuple[float, float]]] = {}
    finish: dict[str, str] = {}
    # One after the other by turns, so that what else the machine does falls on both.
    for _ in range(given.starts):
        for name, line in command(file, 1, program, classes).items():
            took, _, _, finish[name] = run(line)
            cold.setdefault(name, []).append(took * 1e3)
    for _ in range(2):
        for name, line in command(file, given.rounds, program, classes).items():
            _, _, rounds, _ = run(line)
            warm.setdefault(name, []).extend(rounds[len(rounds) // 3 :])
    print("| median ms | Paceline | MPXJ | ratio |\n|---|---|---|---|")
    figures = {"process, cold": cold}
    for position, what in enumerate(("reading, warm", "scheduling, warm")):
        figures[what] = {name: [round[position] for round in rounds] for name, rounds in warm.items()}
    figures["both, warm"] = {name: [sum(round) for round in rounds] for name, rounds in warm.items()}
    for what, of in figures.items():
        ours, theirs = median(of["Paceline"]), median(of["MPXJ"])
        print(f"| {what} | {ours:.1f} | {theirs:.1f} | {theirs / ours:.1f} |")
    print(f"\nlast early finish: Paceline {finish['Paceline']}, MPXJ {finish['MPXJ']}")
    if given.megabytes:
        tasks = given.megabytes * 900
        write_file(file, tasks, 2 * tasks, given.seed, notes=200)
        size = file.stat().st_size / 1e6
        print(f"\n| a file of {size:.0f} MB | Paceline | MPXJ |\n|---|---|---|")
        found = {name: run(line) for name, line in command(file, 1, program, classes).items()}
        print(f"| largest memory, MB | {found['Paceline'][1] / 1e6:.0f} | {found['MPXJ'][1] / 1e6:.0f} |")
        print(f"| process, s | {found['Paceline'][0]:.2f} | {found['MPXJ'][0]:.2f} |")
    if finish["Paceline"] != finish["MPXJ"]:
        sys.exit("the two do not find the same last early finish")


if __name__ == "__main__":
    main()
