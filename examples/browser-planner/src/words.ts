// Dates, amounts and reasons in words. Dates are read on the plan's own clock.

import type { Issue, PlanDocument } from "paceline";

const DAY = 86_400_000;
const style = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("en-US", { timeZone: "UTC", ...options });
const DATE = style({ weekday: "short", day: "numeric", month: "short" });
const YEAR = style({ day: "numeric", month: "short", year: "numeric" });
const CLOCK = style({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const WHOLE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const SOME = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });

/** The moment of a stamp or date on the plan's clock. */
export function at(stamp: string): number {
  return Date.parse(`${stamp.length < 16 ? `${stamp}T00:00:00` : stamp.slice(0, 19)}Z`);
}

/** `Mon, Aug 24`. */
export function date(stamp: string): string {
  return DATE.format(at(stamp));
}

/** A finish: midnight belongs to the day before. */
export function finish(stamp: string): string {
  const moment = at(stamp);
  return DATE.format(moment % DAY === 0 && stamp.length >= 16 ? moment - 1 : moment);
}

/** `Oct 30, 2026`. */
export function fullDate(stamp: string): string {
  return YEAR.format(at(stamp));
}

/** `Mon, Aug 24, 09:00`. */
export function moment(stamp: string): string {
  return stamp.length < 16 ? date(stamp) : `${date(stamp)}, ${CLOCK.format(at(stamp))}`;
}

/** `2026-08-24` of a stamp. */
export function isoDay(stamp: string): string {
  return stamp.slice(0, 10);
}

/** `1 day`, `2 days`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${WHOLE.format(number)} ${number === 1 ? one : many}`;
}

/** Working seconds as days of the program's day: `2.5 d`. */
export function workDays(seconds: number, plan: PlanDocument): string {
  const day = (plan.program.hours_per_day ?? 8) * 3600;
  return `${SOME.format(Math.round((seconds / day) * 100) / 100)} d`;
}

/** Hours: `24 h`. */
export function hours(seconds: number): string {
  return `${SOME.format(Math.round(seconds / 360) / 10)} h`;
}

/** An amount with the program's currency. */
export function money(amount: number, plan: PlanDocument): string {
  const currency = plan.program.currency;
  if (!currency) return WHOLE.format(amount);
  try {
    return new Intl.NumberFormat("en-US", { style: "currency", currency, maximumFractionDigits: 0 }).format(
      amount,
    );
  } catch {
    return `${WHOLE.format(amount)} ${currency}`;
  }
}

/** A number with at most two decimals. */
export function number(value: number): string {
  return SOME.format(value);
}

/** A share as a percentage. */
export function percent(share: number, digits = 0): string {
  return `${(share * 100).toFixed(digits)} %`;
}

/** Days that a move is long: `+3 d`. */
export function shift(days: number): string {
  const rounded = Math.round(days * 10) / 10;
  return `${rounded > 0 ? "+" : rounded < 0 ? "−" : "±"}${SOME.format(Math.abs(rounded))} d`;
}

/** The first letter large and a full stop: messages of the core are lower case without one. */
export function sentence(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}

/** What the core puts in backticks, in quotation marks. */
export function quoted(text: string): string {
  return text.replace(/`([^`]*)`/g, "“$1”");
}

/** Faults in one sentence. */
export function faults(issues: readonly Issue[]): string {
  const first = issues[0];
  if (!first) return "Something is wrong.";
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : "";
  return quoted(`${sentence(first.message)}${first.help ? ` ${sentence(first.help)}` : ""}${more}`);
}
