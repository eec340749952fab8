"""Holds files that `write_mspdi` wrote against those they were read from, both read by MPXJ.

    python -m venv env && env/bin/pip install mpxj jpype1        # needs Java
    mkdir out && PACELINE_MSPDI_OUT=$PWD/out cargo test -p paceline --all-features --test mspdi_write
    env/bin/python benches/mspdi/mpxj_check.py ../shared/oracles/mspdi out

Compared of each task: name, outline, dates, duration, constraint, deadline, links with lags, calendar, priority,
progress; of each resource: name, type, units, rates, calendar; of each assignment: units, work, dates; of each
calendar: the working times of every day from a year before the project to two years after.
"""

import sys
from pathlib import Path

import jpype
import mpxj  # noqa: F401  (puts the jars on the class path)

jpype.startJVM()
from java.time import LocalDate  # noqa: E402
from org.mpxj.reader import UniversalProjectReader  # noqa: E402

TASK = """getName getOutlineLevel getStart getFinish getEarlyStart getEarlyFinish getLateStart getLateFinish getDuration
getConstraintType getConstraintDate getDeadline getPriority getActualStart getActualFinish getPercentageComplete
getMilestone getSummary getTaskMode getType getNotes getActive getEffortDriven getTotalSlack getFreeSlack getCritical
getLevelingDelay getHyperlink getWBS getFixedCost""".split()
RESOURCE = "getName getType getInitials getGroup getMaxUnits getStandardRate getOvertimeRate getCostPerUse".split()
ASSIGNMENT = "getUnits getWork getStart getFinish getDelay getWorkContour".split()


# What MPXJ says of a field that is there and empty, and of one that is not there.
NOTHING = {"None", "", "0", "0.0", "0.0m", "0.0h", "0.0d", "0.0ed", "0.0/h", "FLAT"}


def same(one: object, other: object) -> bool:
    one, other = str(one).strip(), str(other).strip()
    if one == other or (one in NOTHING and other in NOTHING):
        return True
    try:
        return abs(float(one) - float(other)) < 0.01
    except ValueError:
        return False


def links(task: object) -> list[str]:
    return sorted(
        f"{link.getPredecessorTask().getUniqueID()} {link.getType()} {link.getLag()}" for link in task.getPredecessors()
    )


def hours(calendar: object, begin: object) -> list[str]:
    return [
        " ".join(f"{one.getStart()}-{one.getEnd()}" for one in calendar.getHours(begin.plusDays(day)) or [])
        for day in range(-365, 730)
    ]


def main(before: Path, after: Path) -> None:
    counts: dict[str, list[int]] = {}
    wrong: list[str] = []

    def check(kind: str, place: str, one: object, other: object) -> None:
        count = counts.setdefault(kind, [0, 0])
        count[0] += 1
        if same(one, other):
            count[1] += 1
        else:
            wrong.append(f"{place}: {kind}: {str(one)[:80]} | {str(other)[:80]}")

    for path in sorted(after.glob("*.xml")):
        try:
            one, other = (UniversalProjectReader().read(str(folder / path.name)) for folder in (before, after))
        except Exception as fault:
            wrong.append(f"{path.name}: {fault}")
            continue
        begin = one.getProjectProperties().getStartDate()
        begin = begin.toLocalDate() if begin else LocalDate.of(2020, 1, 1)
        for task in (task for task in one.getTasks() if task.getUniqueID() not in (None, 0) and not task.getNull()):
            found = other.getTaskByUniqueID(task.getUniqueID())
            place = f"{path.name} task {task.getUniqueID()}"
            check("task", place, True, found is not None)
            if found is None:
                continue
            for name in TASK:
                if not (name in ("getStart", "getFinish") and task.getSummary()):
                    check(name, place, getattr(task, name)(), getattr(found, name)())
            check("links", place, links(task), links(found))
            calendars = [one.getCalendar() and str(one.getCalendar().getName()) for one in (task, found)]
            check("task calendar", place, *calendars)
        for resource in (one_ for one_ in one.getResources() if one_.getName()):
            found = other.getResourceByUniqueID(resource.getUniqueID())
            place = f"{path.name} resource {resource.getUniqueID()}"
            check("resource", place, True, found is not None)
            if found is not None:
                for name in RESOURCE:
                    check(name, place, getattr(resource, name)(), getattr(found, name)())
        for assignment in (one_ for one_ in one.getResourceAssignments() if one_.getResource()):
            found = other.getResourceAssignments().getByUniqueID(assignment.getUniqueID())
            place = f"{path.name} assignment {assignment.getUniqueID()}"
            check("assignment", place, True, found is not None)
            if found is not None:
                for name in ASSIGNMENT:
                    check(name, place, getattr(assignment, name)(), getattr(found, name)())
        for calendar in one.getCalendars():
            found = other.getCalendarByUniqueID(calendar.getUniqueID())
            place = f"{path.name} calendar {calendar.getUniqueID()}"
            check("calendar", place, True, found is not None)
            if found is not None:
                check("days of calendar", place, hours(calendar, begin), hours(found, begin))
    print("\n".join(wrong))
    for kind, (all_, right) in counts.items():
        print(f"{kind:<24}{right:>6} of {all_}")
    print(f"{'all':<24}{sum(c[1] for c in counts.values()):>6} of {sum(c[0] for c in counts.values())}")


main(Path(sys.argv[1]), Path(sys.argv[2]))
