"""Calendars: our feeds as `icalendar` reads them, and recurring events as `recurring-ical-events` expands them."""

from __future__ import annotations

import datetime as dt
import random
from typing import TYPE_CHECKING, Any

import icalendar
import paceline as pl
import pytest
import recurring_ical_events
from dateutil.rrule import rrulestr

if TYPE_CHECKING:
    from pathlib import Path

WEEK = {day: ["09:00-12:00", "13:00-17:00"] for day in ("mon", "tue", "wed", "thu", "fri")}
FAIR: dict[str, Any] = {
    "format": "paceline/1",
    "program": {"name": "Spring; fair, 2026", "start": "2026-03-26", "calendar": "de", "scheduling": {"clock": "zoned"}},
    "calendars": [
        {"id": "de", "zone": "Europe/Berlin", "week": WEEK},
        {"id": "us", "zone": "America/New_York", "week": WEEK},
        {"id": "in", "zone": "+05:30", "week": WEEK},
    ],
    "campaigns": [{"id": "spring", "name": "Spring, again", "channels": ["mail"]}],
    "resources": [{"id": "ana", "calendar": "de"}, {"id": "bo", "calendar": "us"}, {"id": "cem", "calendar": "in"}],
    "tasks": [
        {"id": "copy", "name": "Write “copy”; " + "very long " * 12, "campaign": "spring", "duration": "3d", "notes": "a\nb"},
        {"id": "film", "duration": "4d", "splits": [{"after": "2d", "pause": "1d"}]},
        {"id": "edit", "duration": "2d"},
        {"id": "live", "milestone": "finish"},
    ],
    "dependencies": [{"from": "copy", "to": "film"}, {"from": "film", "to": "edit"}, {"from": "edit", "to": "live"}],
    "assignments": [
        {"task": "copy", "resource": "ana"},
        {"task": "film", "resource": "bo"},
        {"task": "edit", "resource": "cem"},
    ],
}


def events(text: str) -> list[Any]:
    calendar: Any = icalendar.Calendar.from_ical(text)
    assert not calendar.errors
    found = list(calendar.walk("VEVENT"))
    assert all(not event.errors for event in found)
    return found


@pytest.mark.parametrize("by", ["program", "resource", "campaign", "channel"])
def test_a_client_reads_the_instants_of_the_schedule(by: str) -> None:
    plan = pl.Plan.read(FAIR)
    rows = {row.id: row for row in plan.schedule().tasks}
    names = {task["id"]: task.get("name", task["id"]) for task in FAIR["tasks"]}
    seen: dict[str, list[Any]] = {}
    for feed in plan.write_ical(stamp="2026-03-01T12:00", by=by).feeds:
        found = events(feed.text)
        assert len(found) == feed.events
        for event in found:
            (task,) = [key for key, name in names.items() if str(event["SUMMARY"]).strip() == name.strip()]
            seen.setdefault(task, []).append(event)
    assert seen
    for task, found in seen.items():
        row = rows[task]
        if task == "live":
            assert [event.decoded("DTSTART") for event in found] == [row.finish.date()]
            continue
        starts = [event.decoded("DTSTART") for event in found]
        ends = [event.decoded("DTEND") for event in found]
        # Zones come from the VTIMEZONE of the feed, offsets from the zone data of Python.
        assert min(starts).timestamp() == row.start.timestamp()
        assert max(ends).timestamp() == row.finish.timestamp()
        assert len(found) == (2 if task == "film" else 1)


def test_changes_are_raised_for_a_client() -> None:
    plan = pl.Plan.read(FAIR)
    (before,) = plan.write_ical(stamp="2026-03-01T12:00").feeds
    changed = plan.change({"tasks": {"film": None}, "dependencies": None, "assignments": None})
    (after,) = changed.write_ical(stamp="2026-03-02T12:00", previous=[before.text]).feeds
    found = {str(event["UID"]): event for event in events(after.text)}
    gone = [event for event in found.values() if event["STATUS"] == "CANCELLED"]
    assert len(gone) == after.cancelled == 2
    for old in events(before.text):
        new = found[str(old["UID"])]
        changed_it = new.decoded("DTSTART") != old.decoded("DTSTART") or new["STATUS"] != old["STATUS"]
        assert not changed_it or new["SEQUENCE"] == old["SEQUENCE"] + 1
        assert not changed_it or new.decoded("DTSTAMP") > old.decoded("DTSTAMP")


def rule(chance: random.Random) -> str:
    """A rule of those that are known, as calendars make them."""
    freq = chance.choice(["YEARLY", "MONTHLY", "WEEKLY", "DAILY"])
    parts = [f"FREQ={freq}"]
    if chance.random() < 0.5:
        parts.append(f"INTERVAL={chance.randint(1, 4)}")
    days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
    chosen = ",".join(chance.sample(days, chance.randint(1, 4)))
    match freq:
        case "WEEKLY":
            if chance.random() < 0.7:
                parts.append(f"BYDAY={chosen}")
            if chance.random() < 0.3:
                parts.append(f"WKST={chance.choice(days)}")
        case "MONTHLY":
            kind = chance.randrange(4)
            if kind == 0:
                parts.append(f"BYMONTHDAY={chance.choice([1, 15, 28, 30, 31, -1, -2])}")
            elif kind == 1:
                parts.append(f"BYDAY={chance.choice([1, 2, 3, 4, 5, -1, -2])}{chance.choice(days)}")
            elif kind == 2:
                parts.append(f"BYDAY={chosen};BYSETPOS={chance.choice([1, 2, -1])}")
            if chance.random() < 0.3:
                parts.append(f"BYMONTH={chance.randint(1, 6)},{chance.randint(7, 12)}")
        case "YEARLY":
            kind = chance.randrange(4)
            if kind == 0:
                parts.append(f"BYMONTH={chance.randint(1, 12)};BYDAY={chance.choice([1, 2, -1])}{chance.choice(days)}")
            elif kind == 1:
                parts.append(f"BYYEARDAY={chance.choice([1, 100, 200, -1])}")
            elif kind == 2:
                parts.append(f"BYMONTH={chance.randint(1, 12)};BYMONTHDAY={chance.choice([1, 13, 29, -1])}")
        case _ if chance.random() < 0.4:
            parts.append(f"BYDAY={chosen}")
    match chance.randrange(3):
        case 0:
            parts.append(f"COUNT={chance.randint(1, 30)}")
        case 1:
            parts.append("UNTIL=20270630T120000Z")
    return ";".join(parts)


@pytest.mark.parametrize("seed", range(300))
def test_rules_fall_on_the_days_that_the_client_finds(seed: int) -> None:
    chance = random.Random(seed)
    day = dt.date(2026, 1, 1) + dt.timedelta(days=chance.randrange(60))
    text = rule(chance)
    # An event begins on a day of its rule: whether another first day counts, the standard leaves open.
    endless = ";".join(part for part in text.split(";") if not part.startswith(("COUNT", "UNTIL")))
    first = next(iter(rrulestr(endless, dtstart=dt.datetime.combine(day, dt.time(9)))), None)
    if first is None:
        return  # such as every fourth month, and only in months that are none of them
    day = first.date()
    lines = [f"DTSTART;TZID=Europe/Berlin:{day:%Y%m%d}T090000", f"DTEND;TZID=Europe/Berlin:{day:%Y%m%d}T103000"]
    if chance.random() < 0.3:
        lines.append(f"EXDATE;TZID=Europe/Berlin:{day + dt.timedelta(days=7):%Y%m%d}T090000")
    if chance.random() < 0.3:
        lines.append(f"RDATE;TZID=Europe/Berlin:{day + dt.timedelta(days=3):%Y%m%d}T093000")
    body = "\r\n".join(
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN", "BEGIN:VEVENT", "UID:1", "DTSTAMP:20260101T000000Z"]
        + lines
        + [f"RRULE:{text}", "END:VEVENT", "END:VCALENDAR", ""]
    )
    last = dt.date(2027, 12, 31)
    mine = pl.read_ical(body, zone="UTC", since="2026-01-01", until=last.isoformat())
    utc = dt.timezone.utc
    expected = set()
    for event in recurring_ical_events.of(icalendar.Calendar.from_ical(body)).between((2026, 1, 1), (2028, 1, 1)):
        start, end = (event.decoded(name).astimezone(utc) for name in ("DTSTART", "DTEND"))
        expected.add((f"{start:%Y-%m-%dT%H:%M}", f"{end:%Y-%m-%dT%H:%M}"))
    found = {(absence["from"], absence["to"]) for absence in mine.absences}
    assert found == expected, text


def test_a_path_is_read_and_a_person_is_away(tmp_path: Path) -> None:
    path = tmp_path / "leave.ics"
    path.write_text(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260326\nDTEND;VALUE=DATE:20260328\nEND:VEVENT\nEND:VCALENDAR"
    )
    busy = pl.read_ical(path)
    plan = pl.Plan.read(FAIR)
    away = plan.change({"resources": {"ana": {"absences": list(busy.absences)}}})
    assert plan.schedule().tasks[0].start.date() == dt.date(2026, 3, 26)
    assert away.schedule().tasks[0].start.date() == dt.date(2026, 3, 30)
