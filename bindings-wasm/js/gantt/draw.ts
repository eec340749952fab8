// The bars of the rows in sight, as SVG text.

import type { Chart, Row } from "./model.js";
import { FONT } from "./style.js";
import { DAY, type Scale, dayOf, endOf, finishDate, longDate, time } from "./scale.js";

/** Height of a row in pixels. */
export const ROW = 28;
/** Top and height of a bar in its row. */
export const BAR = { top: 6, height: 13 } as const;
/** Top and height of the trace of earlier dates. */
const GHOST = { top: 21, height: 4 } as const;

/** Which rows and pixels are drawn. */
export interface Window {
  first: number;
  last: number;
  x0: number;
  x1: number;
}

/** What is drawn beside the dates. */
export interface View {
  float: boolean;
  before: boolean;
  links: "near" | "critical" | "all" | "none";
  labels: boolean;
}

/** A text inside markup. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const n = (value: number): string => String(Math.round(value * 10) / 10);

const widths = new Map<string, number>();
let pen: CanvasRenderingContext2D | null = null;

/** Width of a label in pixels. */
function textWidth(text: string): number {
  let width = widths.get(text);
  if (width === undefined) {
    pen ??= document.createElement("canvas").getContext("2d");
    if (pen) pen.font = `11px ${FONT}`;
    width = pen?.measureText(text).width ?? text.length * 6;
    if (widths.size > 5000) widths.clear();
    widths.set(text, width);
  }
  return width;
}

/** Left and right edge of a row's bar; a milestone is as wide as its diamond. */
export function edges(row: Row, scale: Scale): { left: number; right: number } {
  const { dates, span } = row;
  if (!dates) return { left: scale.x(span?.from ?? 0), right: scale.x(span?.to ?? 0) };
  const left = scale.x(time(dates.start));
  if (row.kind === "milestone") return { left: left - 7, right: left + 7 };
  return { left, right: Math.max(left + 3, scale.x(time(dates.finish))) };
}

/** Days off of the program over the height of the window, and week and month lines. */
export function ground(chart: Chart, scale: Scale, window: Window, height: number): string {
  const program = chart.off.resolve(null);
  let off = "";
  let lines = "";
  const lots = scale.perDay < 3;
  for (const at of scale.midnights(window.x0, window.x1)) {
    const x = scale.x(at);
    const date = new Date(at);
    if (!lots && chart.off.on(program, at) !== null)
      off += `M${n(x)} 0h${n(scale.perDay)}v${height}h-${n(scale.perDay)}z`;
    if (date.getUTCDate() === 1) lines += `<path class="month-line" d="M${n(x)} 0v${height}"/>`;
    else if (date.getUTCDay() === 1 && !lots) lines += `<path class="week-line" d="M${n(x)} 0v${height}"/>`;
  }
  return `<path class="off" d="${off}"/>${lines}`;
}

/** A line through all rows at the status date, or today. */
export function status(chart: Chart, scale: Scale, height: number): string {
  const { line } = chart;
  return line ? `<path class="today" d="M${n(scale.x(line.at))} 0v${height}"/>` : "";
}

/** Days on which this row's person does not work although the program does. */
function away(chart: Chart, row: Row, scale: Scale, window: Window, y: number): string {
  if (scale.perDay < 3 || row.kind === "lane") return "";
  const program = chart.off.resolve(null);
  const { left, right } = edges(row, scale);
  let out = "";
  if (row.calendar !== program) {
    const from = Math.max(window.x0, left - 21 * scale.perDay);
    for (const at of scale.midnights(from, Math.min(window.x1, right + 21 * scale.perDay))) {
      const why = chart.off.on(row.calendar, at);
      if (why !== null && chart.off.on(program, at) === null) {
        out += `<rect class="away" x="${n(scale.x(at))}" y="${y}" width="${n(scale.perDay)}" height="${ROW}"/>`;
      }
    }
  }
  for (const absence of row.absent?.absences ?? []) {
    const x = scale.x(time(absence.from));
    const end = scale.x(endOf(absence.to));
    if (end > window.x0 && x < window.x1) {
      out += `<rect class="away" x="${n(x)}" y="${y}" width="${n(end - x)}" height="${ROW}"/>`;
    }
  }
  return out;
}

/** All bars of the window. */
export function bars(
  chart: Chart,
  scale: Scale,
  window: Window,
  view: View,
  selected: string | null,
): string {
  let under = "";
  let over = "";
  for (let index = window.first; index < window.last; index += 1) {
    const row = chart.rows[index];
    if (!row) break;
    const y = index * ROW;
    const marked = chart.model.marked?.has(row.id) ? " marked" : "";
    const on = row.id === selected ? " on" : "";
    under += `<rect class="stripe${row.kind === "lane" ? " lane" : ""}${on}${marked}" x="${window.x0}" y="${y}" width="${window.x1 - window.x0}" height="${ROW}"/>`;
    under += away(chart, row, scale, window, y);
    over += row.kind === "lane" ? lane(row, scale, y) : task(chart, row, scale, window, view, y);
  }
  return `${under}\u0000${over}`;
}

function lane(row: Row, scale: Scale, y: number): string {
  const span = row.span;
  if (!span) return "";
  let out = "";
  if (span.window) {
    const x = scale.x(span.window.from);
    const width = scale.x(span.window.to) - x;
    out += `<rect class="window" x="${n(x)}" y="${y + 4}" width="${n(width)}" height="${ROW - 8}" rx="3"/>`;
  }
  return out + bracket(scale.x(span.from), scale.x(span.to), y, "lane-bar");
}

function bracket(left: number, right: number, y: number, kind: string): string {
  const top = y + BAR.top + 2;
  const end = Math.max(right, left + 6);
  if (end - left < 16) return `<path class="${kind}" d="M${n(left)} ${top}H${n(end)}v5H${n(left)}z"/>`;
  return `<path class="${kind}" d="M${n(left)} ${top}H${n(end)}v9l-4 -4H${n(left + 4)}l-4 4z"/>`;
}

function task(chart: Chart, row: Row, scale: Scale, window: Window, view: View, y: number): string {
  const dates = row.dates;
  if (!dates) return "";
  const { left, right } = edges(row, scale);
  const before = view.before ? chart.before.get(row.id) : undefined;
  let out = "";
  if (before && (before.start !== dates.start || before.finish !== dates.finish))
    out += ghost(row, before, scale, y);
  const label = view.labels && row.kind !== "summary" ? row.people : "";
  const reach = view.float ? floatEnd(row, scale, right) : right;
  // The name stands at the bar with the float behind it where there is room, else behind the float.
  const width = textWidth(label) + 20;
  const inside = label !== "" && !dates.late_days && reach - right > width + 16;
  if (reach > right) out += whisker(inside ? right + width : right, reach, y);
  let end = inside ? right : reach;
  const late = dates.late_days ?? 0;
  const name = `bar ${row.kind}${dates.critical ? " critical" : ""}`;
  if (right >= window.x0 - 400 && left <= window.x1 + 400) {
    out += `<g class="${name}" data-bar="${escape(row.id)}">${shape(row, left, right, scale, y)}</g>`;
  }
  if (row.task?.deadline) out += deadline(scale.x(endOf(row.task.deadline)), y, late > 0);
  if (row.task?.constraints?.some((constraint) => constraint.date)) out += pin(left, y, row.kind);
  if (late > 0) {
    out += sign(end + 10, y) + `<text class="late" x="${n(end + 19)}" y="${y + 17}">${late} d late</text>`;
    end += 24 + 7 * String(late).length + 30;
  }
  if (label) out += `<text class="note" x="${n(end + 13)}" y="${y + 16.5}">${escape(label)}</text>`;
  return out;
}

function shape(row: Row, left: number, right: number, scale: Scale, y: number): string {
  const top = y + BAR.top;
  if (row.kind === "milestone") {
    const x = (left + right) / 2;
    const middle = top + BAR.height / 2;
    return `<path class="shape" d="M${n(x)} ${middle - 7.5}l7.5 7.5l-7.5 7.5l-7.5 -7.5z"/>`;
  }
  if (row.kind === "summary") return bracket(left, right, y, "bracket");
  const done = row.task?.progress;
  const share = done?.actual_finish ? 1 : Math.min(1, Math.max(0, done?.complete ?? 0));
  const stop = row.dates?.stop ? Math.max(left, scale.x(time(row.dates.stop))) : right;
  const resume = row.dates?.resume ? scale.x(time(row.dates.resume)) : right;
  if (stop >= resume) return piece(row, left, right, share, y);
  // Interrupted: what is done, and the rest.
  const middle = n(top + BAR.height / 2);
  const first = stop > left ? piece(row, left, stop, 1, y) : "";
  return `${first}<path class="gap" d="M${n(stop)} ${middle}H${n(resume)}"/>${piece(row, resume, Math.max(right, resume + 3), 0, y)}`;
}

function piece(row: Row, left: number, right: number, share: number, y: number): string {
  const top = y + BAR.top;
  const width = right - left;
  let out = `<rect class="shape" x="${n(left)}" y="${top}" width="${n(width)}" height="${BAR.height}" rx="3"/>`;
  if (row.dates?.critical)
    out += `<rect class="hatch" x="${n(left)}" y="${top}" width="${n(width)}" height="${BAR.height}" rx="3"/>`;
  if (share > 0)
    out += `<rect class="done" x="${n(left + 1)}" y="${top + 4.5}" width="${n((width - 2) * share)}" height="4" rx="1"/>`;
  return out;
}

function ghost(row: Row, before: { start: string; finish: string }, scale: Scale, y: number): string {
  const left = scale.x(time(before.start));
  if (row.kind === "milestone") {
    const middle = y + GHOST.top + 2;
    return `<path class="ghost" d="M${n(left)} ${middle - 4}l4 4l-4 4l-4 -4z"/>`;
  }
  const width = Math.max(3, scale.x(time(before.finish)) - left);
  return `<rect class="ghost" x="${n(left)}" y="${y + GHOST.top}" width="${n(width)}" height="${GHOST.height}" rx="1.5"/>`;
}

/** Where the float of a task ends; its right edge if it has none worth drawing. */
function floatEnd(row: Row, scale: Scale, right: number): number {
  const dates = row.dates;
  if (!dates || row.kind === "summary" || dates.total_float <= 0) return right;
  const end = scale.x(time(dates.late_finish));
  return end - right < 4 ? right : end;
}

function whisker(from: number, to: number, y: number): string {
  const middle = y + BAR.top + BAR.height / 2;
  return `<path class="float" d="M${n(from)} ${middle}H${n(to)}"/><path class="float-end" d="M${n(to)} ${middle - 4}v8"/>`;
}

function deadline(x: number, y: number, late: boolean): string {
  return `<path class="deadline${late ? " missed" : ""}" d="M${n(x)} ${y + 23}v-13l-4.5 -6h9l-4.5 6"/>`;
}

/** A triangle with an exclamation mark. */
function sign(x: number, y: number): string {
  return (
    `<path class="sign" d="M${n(x)} ${y + 5.5}l7 13h-14z"/>` +
    `<path class="sign-mark" d="M${n(x)} ${y + 10}v4m0 1.6v1.4"/>`
  );
}

/** A pin at the beginning of what a date holds. */
function pin(left: number, y: number, kind: Row["kind"]): string {
  const x = left - (kind === "milestone" ? 5 : 6);
  return `<path class="pin" d="M${n(x)} ${y + 18.5}v-8"/><circle class="pin-head" cx="${n(x)}" cy="${y + 8.5}" r="2.6"/>`;
}

/** The time axis of the window; the first month in sight is named at its left edge. */
export function axis(scale: Scale, window: Window, left: number, line: Chart["line"]): string {
  let out = "";
  const months = scale.major(window.x0, window.x1);
  for (const [index, { at, label }] of months.entries()) {
    const x = scale.x(at);
    const next = months[index + 1];
    const end = next ? scale.x(next.at) : Infinity;
    out += `<path class="tick" d="M${n(x)} 0v22"/>`;
    const room = Math.max(x, left) + label.length * 7 + 12 < end;
    if (end > left && (room || x >= left))
      out += `<text class="month" x="${n(Math.max(x, left) + 6)}" y="15.5">${label}</text>`;
  }
  const each = scale.perDay >= 22;
  for (const { at, label } of scale.minor(window.x0, window.x1)) {
    const x = scale.x(at);
    const weekend = each && [0, 6].includes(new Date(at).getUTCDay());
    out += `<path class="tick faint" d="M${n(x)} 22v22"/>`;
    out += each
      ? `<text class="day${weekend ? " weekend" : ""}" x="${n(x + scale.perDay / 2)}" y="37">${scale.perDay >= 34 ? label : label.slice(2)}</text>`
      : `<text class="week" x="${n(x + 4)}" y="37">${label}</text>`;
  }
  if (line) {
    const x = scale.x(line.at);
    const width = line.label.length * 6 + 10;
    out += `<rect class="today-flag" x="${n(x - width / 2)}" y="26" width="${n(width)}" height="15" rx="3"/><text class="today-text" x="${n(x)}" y="37">${line.label}</text>`;
  }
  return `<rect class="head" x="${window.x0}" y="0" width="${window.x1 - window.x0}" height="44"/>${out}<path class="tick" d="M${window.x0} 43.5H${window.x1}"/>`;
}

/** What is said of a row: for the tooltip and for readers who see no chart. */
export function describe(chart: Chart, row: Row): string[] {
  const { dates, span, task: document } = row;
  if (span) {
    const late = span.late ? `, ${span.late} late` : "";
    return [
      `campaign lane, ${span.tasks} tasks${late}`,
      `${longDate(span.from)} to ${finishDate(span.to, longDate)}`,
    ];
  }
  if (!dates) return [];
  const said: string[] = [];
  const [start, finish] = [time(dates.start), time(dates.finish)];
  if (row.kind === "milestone") said.push(`milestone on ${finishDate(start, longDate)}`);
  else
    said.push(
      `${longDate(start)} to ${finishDate(finish, longDate)}${document?.duration ? `, ${document.duration}` : ""}`,
    );
  if (dates.stop && dates.resume)
    said.push(
      `interrupted: done until ${finishDate(time(dates.stop), longDate)}, goes on ${longDate(time(dates.resume))}`,
    );
  if (row.people) said.push(row.people);
  if (dates.critical) said.push("critical: a delay here delays the program or misses a date");
  else if (dates.total_float > 0) said.push(`float to ${finishDate(time(dates.late_finish), longDate)}`);
  if (document?.deadline) {
    const days = dates.late_days ?? 0;
    const late = days > 0 ? `, ${days} ${days === 1 ? "day" : "days"} late` : "";
    said.push(`deadline ${longDate(time(document.deadline))}${late}`);
  }
  for (const constraint of document?.constraints ?? []) {
    const date = constraint.date ? ` ${longDate(time(constraint.date))}` : "";
    said.push(`${constraint.kind.replaceAll("_", " ")}${date}`);
  }
  if (dates.drivers?.length)
    said.push(
      `waits for ${dates.drivers
        .slice(0, 3)
        .map((id) => chart.name(id))
        .join(", ")}`,
    );
  const before = chart.before.get(row.id);
  if (before && before.start !== dates.start) said.push(`before: ${longDate(time(before.start))}`);
  const holiday = chart.off.on(row.calendar, dayOf(start - DAY));
  if (holiday) said.push(`${longDate(dayOf(start - DAY))}: ${holiday}`);
  return said;
}
