// Civil time and pixels. Time inside is milliseconds of the plan's own clock: the host's time zone never enters.

/** Milliseconds of a day. */
export const DAY = 86_400_000;

/** The moment of a stamp or date of the core (`2026-10-06T17:00:00+02:00`, `2026-10-06`) on the plan's clock. */
export function time(stamp: string): number {
  const year = Number(stamp.slice(0, 4));
  const month = Number(stamp.slice(5, 7));
  const day = Number(stamp.slice(8, 10));
  if (stamp.length < 16) return Date.UTC(year, month - 1, day);
  return Date.UTC(
    year,
    month - 1,
    day,
    Number(stamp.slice(11, 13)),
    Number(stamp.slice(14, 16)),
    Number(stamp.slice(17, 19)) || 0,
  );
}

/** The end that a date means: midnight after a bare date, else the moment itself. */
export function endOf(stamp: string): number {
  return time(stamp) + (stamp.length < 16 ? DAY : 0);
}

/** The date of a moment, as documents write it: `2026-10-06`. */
export function isoDate(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Midnight at the beginning of a moment's day. */
export function dayOf(at: number): number {
  return Math.floor(at / DAY) * DAY;
}

const short = new Intl.DateTimeFormat("en-US", { timeZone: "UTC", day: "numeric", month: "short" });
const long = new Intl.DateTimeFormat("en-US", {
  timeZone: "UTC",
  weekday: "short",
  day: "numeric",
  month: "short",
});
const month = new Intl.DateTimeFormat("en-US", { timeZone: "UTC", month: "long", year: "numeric" });
const monthShort = new Intl.DateTimeFormat("en-US", { timeZone: "UTC", month: "short" });

/** A date in a column: `Aug 24`. */
export function shortDate(at: number): string {
  return short.format(at);
}

/** A date in a sentence: `Mon, Aug 24`. */
export function longDate(at: number): string {
  return long.format(at);
}

/** A finish in words: midnight belongs to the day before. */
export function finishDate(at: number, format: (at: number) => string = shortDate): string {
  return format(at % DAY === 0 ? at - 1 : at);
}

/** A mark of the time axis. */
export interface Tick {
  at: number;
  label: string;
}

/** Pixels for time, from a first day on. */
export class Scale {
  /**
   * @param from first day, a midnight
   * @param perDay pixels of a day
   * @param days how many are shown
   * @param hours when work begins and ends, in milliseconds of the day: a day of work is drawn as a whole day, so
   *   that a bar of one day is as wide as the day
   */
  constructor(
    readonly from: number,
    readonly perDay: number,
    readonly days: number,
    readonly hours: readonly [number, number] = [0, DAY],
  ) {}

  /** Width of everything. */
  get width(): number {
    return Math.ceil(this.days * this.perDay);
  }

  /** Where a moment is. */
  x(at: number): number {
    const day = dayOf(at);
    const [opens, shuts] = this.hours;
    const share = Math.min(1, Math.max(0, (at - day - opens) / (shuts - opens)));
    return ((day - this.from) / DAY + share) * this.perDay;
  }

  /** The moment at a place. */
  at(x: number): number {
    return this.from + (x / this.perDay) * DAY;
  }

  /** Midnights from one place to another. */
  midnights(x0: number, x1: number): number[] {
    const first = dayOf(this.at(Math.max(0, x0)));
    const last = Math.min(this.at(x1), this.from + this.days * DAY);
    const found: number[] = [];
    for (let at = first; at < last; at += DAY) found.push(at);
    return found;
  }

  /** Months, or years where months are narrow. */
  major(x0: number, x1: number): Tick[] {
    const years = this.perDay < 1.1;
    const begin = new Date(this.at(Math.max(0, x0)));
    let at = Date.UTC(begin.getUTCFullYear(), years ? 0 : begin.getUTCMonth(), 1);
    const last = this.at(x1);
    const found: Tick[] = [];
    while (at < last) {
      const date = new Date(at);
      found.push({ at, label: years ? String(date.getUTCFullYear()) : month.format(at) });
      at = Date.UTC(date.getUTCFullYear() + (years ? 1 : 0), years ? 0 : date.getUTCMonth() + 1, 1);
    }
    return found;
  }

  /** Days, Mondays or months: what there is room for. */
  minor(x0: number, x1: number): Tick[] {
    if (this.perDay < 1.1) {
      return this.monthsWithin(x0, x1);
    }
    const each = this.perDay >= 22;
    const weeks = this.perDay >= 5 ? 1 : this.perDay >= 2.4 ? 2 : 4;
    const found: Tick[] = [];
    for (const at of this.midnights(x0 - 40, x1)) {
      const date = new Date(at);
      const monday = date.getUTCDay() === 1 && Math.floor((at / DAY + 3) / 7) % weeks === 0;
      if (each) found.push({ at, label: `${"SMTWTFS"[date.getUTCDay()]} ${date.getUTCDate()}` });
      else if (monday)
        found.push({ at, label: this.perDay >= 8 ? short.format(at) : String(date.getUTCDate()) });
    }
    return found;
  }

  private monthsWithin(x0: number, x1: number): Tick[] {
    const begin = new Date(this.at(Math.max(0, x0)));
    let at = Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth(), 1);
    const found: Tick[] = [];
    while (at < this.at(x1)) {
      const date = new Date(at);
      found.push({ at, label: this.perDay >= 0.75 ? monthShort.format(at) : "" });
      at = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
    }
    return found;
  }
}

/** The span that a chart of these moments shows: whole weeks with some air on both sides. */
export function spanOf(moments: Iterable<number>): { from: number; days: number } {
  let first = Infinity;
  let last = -Infinity;
  for (const at of moments) {
    if (at < first) first = at;
    if (at > last) last = at;
  }
  if (!Number.isFinite(first)) {
    first = Date.UTC(2026, 0, 5);
    last = first + 28 * DAY;
  }
  const monday = (at: number) => dayOf(at) - ((new Date(at).getUTCDay() + 6) % 7) * DAY;
  const from = monday(first) - 7 * DAY;
  const to = monday(last) + 21 * DAY;
  return { from, days: Math.round((to - from) / DAY) };
}

/** Begin and end of the hours in which the tasks of a schedule begin and end. */
export function hoursOf(tasks: Iterable<{ start: string; finish: string }>): [number, number] {
  let opens = DAY;
  let shuts = 0;
  for (const { start, finish } of tasks) {
    opens = Math.min(opens, time(start) % DAY);
    shuts = Math.max(shuts, ((time(finish) - 1) % DAY) + 1);
  }
  return shuts - opens > DAY / 24 ? [opens, shuts] : [0, DAY];
}
