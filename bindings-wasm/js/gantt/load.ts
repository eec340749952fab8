// The load panel: what is asked of everybody, on the same axis as the bars.

import type { DayLoad, ResourceLoad } from "./document.js";
import { type Window, escape } from "./draw.js";
import type { Chart } from "./model.js";
import { DAY, type Scale, isoDate, time } from "./scale.js";

/** Height of a row in pixels. */
export const LOAD_ROW = 36;
const TOP = 5;
const FOOT = 3;

const n = (value: number): string => String(Math.round(value * 10) / 10);

/** Rows of the load panel: what the filter shows, in the order of the plan. */
export function loadRows(chart: Chart): ResourceLoad[] {
  const people = chart.model.people;
  const loads = (chart.model.load?.resources ?? []).filter(
    (load) => load.demand > 0 || load.overloads.length,
  );
  return people ? loads.filter((load) => people.has(load.resource)) : loads;
}

/** Days, or where they are narrower than two pixels, the busiest day of each week. */
function buckets(load: ResourceLoad, scale: Scale): (DayLoad & { days: number })[] {
  if (scale.perDay >= 2) return load.days.map((day) => ({ ...day, days: 1 }));
  const weeks = new Map<number, DayLoad & { days: number }>();
  const share = (day: DayLoad) => (day.excess > 0 ? 1e6 : 0) + day.demand / Math.max(1, day.capacity);
  for (const day of load.days) {
    const at = time(day.date);
    const monday = at - ((new Date(at).getUTCDay() + 6) % 7) * DAY;
    const week = weeks.get(monday);
    if (!week || share(day) > share(week)) weeks.set(monday, { ...day, date: isoDate(monday), days: 7 });
  }
  return [...weeks.values()];
}

/** The bars of the resources in sight. */
export function loadBars(
  rows: readonly ResourceLoad[],
  scale: Scale,
  window: Window,
  selected: string | null,
): string {
  let out = "";
  for (let index = window.first; index < window.last; index += 1) {
    const load = rows[index];
    if (!load) break;
    const y = index * LOAD_ROW;
    const on = load.resource === selected ? " on" : "";
    out += `<rect class="stripe${on}" x="${window.x0}" y="${y}" width="${window.x1 - window.x0}" height="${LOAD_ROW}"/>`;
    const all = buckets(load, scale);
    const full = all.reduce((most, day) => Math.max(most, day.demand, day.capacity), 1);
    const height = LOAD_ROW - TOP - FOOT;
    const foot = y + LOAD_ROW - FOOT;
    for (const day of all) {
      const x = scale.x(time(day.date));
      const width = Math.max(1, day.days * scale.perDay - (scale.perDay > 5 ? 1 : 0.4));
      if (x + width < window.x0 || x > window.x1) continue;
      const within = (Math.min(day.demand, day.demand - day.excess) / full) * height;
      const over = (day.excess / full) * height;
      const limit = foot - (day.capacity / full) * height;
      if (within > 0)
        out += `<rect class="within" x="${n(x)}" y="${n(foot - within)}" width="${n(width)}" height="${n(within)}"/>`;
      if (over > 0) {
        const box = `x="${n(x)}" y="${n(foot - within - over)}" width="${n(width)}" height="${n(over)}"`;
        out += `<rect class="over" ${box}/><rect class="over-hatch" ${box}/>`;
      }
      out += `<path class="limit" d="M${n(x)} ${n(limit)}h${n(width)}"/>`;
    }
    for (const overload of load.overloads) out += span(overload.from, overload.to, scale, window, y);
    out += `<path class="base" d="M${window.x0} ${y + LOAD_ROW - 0.5}H${window.x1}"/>`;
  }
  return out;
}

/** A notched rail over a span of overload: shape as well as color. */
function span(from: string, to: string, scale: Scale, window: Window, y: number): string {
  const left = scale.x(time(from));
  const right = Math.max(left + 4, scale.x(time(to)));
  if (right < window.x0 || left > window.x1) return "";
  return `<path class="over-rail" d="M${n(left)} ${y + 6}v-4H${n(right)}v4"/>`;
}

/** Hours in words: `24 h`. */
export function hours(seconds: number): string {
  const value = seconds / 3600;
  return `${value >= 100 ? Math.round(value) : Math.round(value * 10) / 10} h`;
}

/** The name cell of a resource. */
export function loadName(chart: Chart, load: ResourceLoad): string {
  const resource = chart.resources.get(load.resource);
  const name = escape(resource?.name ?? load.resource);
  const role = escape([resource?.role, resource?.market].filter(Boolean).join(", "));
  const over = load.overloads.length
    ? `<span class="over-note"><span aria-hidden="true">▲</span> ${load.overloads.length} ${load.overloads.length === 1 ? "overload" : "overloads"}, ${hours(load.excess)} over</span>`
    : `<span class="soft">${hours(load.demand)}</span>`;
  return `<span class="who"><span class="t">${name}</span><span class="k">${role}</span></span>${over}`;
}
