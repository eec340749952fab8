// Dates and numbers in words. Dates are read on the plan's own clock, wherever the reader is.

const DAY = 86_400_000;
const style = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat("en-US", { timeZone: "UTC", ...options });
const DATE = style({ weekday: "short", day: "numeric", month: "short" });
const YEAR = style({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
const NUMBER = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });

function at(stamp: string): number {
  return Date.parse(`${stamp.length < 16 ? `${stamp}T00:00:00` : stamp.slice(0, 19)}Z`);
}

/** `Mon, Aug 24`. */
export function date(stamp: string): string {
  return DATE.format(at(stamp));
}

/** A finish: midnight belongs to the day before. */
export function finish(stamp: string, long = false): string {
  const moment = at(stamp);
  const end = moment % DAY === 0 && stamp.length >= 16 ? moment - 1 : moment;
  return (long ? YEAR : DATE).format(end);
}

/** `1 task`, `2 tasks`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${NUMBER.format(number)} ${number === 1 ? one : many}`;
}

/** Seconds of elapsed time as a signed number of days: `+3 d`. */
export function shift(seconds: number): string {
  const days = seconds / 86_400;
  const sign = days > 0 ? "+" : days < 0 ? "−" : "±";
  return `${sign}${NUMBER.format(Math.abs(days))} d`;
}

/** A message of the core as a reader's: dates as this page writes them, quotes instead of backticks, a full stop. */
export function sentence(message: string): string {
  const dates = message.replace(/(\d{4}-\d\d-\d\d) (\d\d:\d\d)/g, (_, day: string, clock: string) => finish(`${day}T${clock}:00`));
  const text = dates.replace(/`([^`]*)`/g, "“$1”");
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
