// Which days are shaded. Drawing only: dates are the core's, nothing here decides one.

import type { CalendarDocument, PlanDocument, Weekday } from "./document.js";
import { DAY, isoDate, time } from "./scale.js";

const WEEKDAYS: readonly Weekday[] = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/** Why nobody works on a day: the name of the holiday, or an empty text on a usual day off. */
export type Off = string | null;

/** Days off of the calendars of a plan, read once for each day. */
export class DaysOff {
  private readonly calendars = new Map<string, CalendarDocument>();
  private readonly known = new Map<string, Off>();

  constructor(private readonly plan: PlanDocument) {
    for (const calendar of plan.calendars ?? []) this.calendars.set(calendar.id, calendar);
  }

  /** The calendar's own name for a task or person without one: the program's, or none. */
  resolve(id: string | null | undefined): string {
    return (id && this.calendars.has(id) ? id : this.plan.program.calendar) ?? "";
  }

  /** Why nobody works by this calendar on the day that begins at `at`; `null` if somebody does. */
  on(id: string, at: number): Off {
    const key = `${id}\n${at}`;
    let off = this.known.get(key);
    if (off === undefined) {
      off = this.read(id, at);
      this.known.set(key, off);
    }
    return off;
  }

  private read(id: string, at: number): Off {
    const chain: CalendarDocument[] = [];
    for (let next = this.calendars.get(id); next && chain.length < 16;) {
      chain.push(next);
      next = next.base ? this.calendars.get(next.base) : undefined;
    }
    const weekday = new Date(at).getUTCDay();
    if (chain.length === 0) return weekday === 0 || weekday === 6 ? "" : null;
    const date = isoDate(at);
    for (const calendar of chain) {
      const exceptions = (calendar.exceptions ?? []).filter((exception) => covers(exception, date));
      const exception = exceptions.sort((a, b) => Number(!!a.every) - Number(!!b.every))[0];
      if (exception) return exception.shifts?.length ? null : (exception.name ?? "day off");
    }
    const day = WEEKDAYS[weekday] as Weekday;
    for (const calendar of chain) {
      const week = (calendar.work_weeks ?? []).find((week) => week.from <= date && date <= week.to);
      const shifts = week?.week?.[day];
      if (shifts) return shifts.length ? null : "";
    }
    for (const calendar of chain) {
      const shifts = calendar.week?.[day];
      if (shifts) return shifts.length ? null : "";
    }
    return "";
  }
}

function covers(exception: NonNullable<CalendarDocument["exceptions"]>[number], date: string): boolean {
  const from = exception.date ?? exception.from;
  const to = exception.date ?? exception.to;
  if (!from || !to) return false;
  if (!exception.every) return from <= date && date <= to;
  if (date < from || (exception.until && date > exception.until)) return false;
  const length = time(to) - time(from);
  const first = time(date.slice(0, 4) + from.slice(4));
  return [first, time(`${Number(date.slice(0, 4)) - 1}${from.slice(4)}`)].some(
    (first) => first <= time(date) && time(date) <= first + length,
  );
}

/** Whole days of work from one midnight to another by a calendar, at least 1. */
export function workdaysBetween(off: DaysOff, calendar: string, from: number, to: number): number {
  let days = 0;
  for (let at = from; at < to; at += DAY) if (off.on(calendar, at) === null) days += 1;
  return Math.max(1, days);
}
