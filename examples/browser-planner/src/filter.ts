// Which tasks and people are shown.

import type { Schedule } from "paceline";
import type { Point } from "./point.js";

/** What the reader asked to see; empty texts ask for nothing. */
export interface Filter {
  text: string;
  campaign: string;
  market: string;
  person: string;
  only: "" | "late" | "critical" | "moved" | "overloaded";
}

/** Everything. */
export const ALL: Filter = { text: "", campaign: "", market: "", person: "", only: "" };

/** Whether a filter hides anything. */
export function isActive(filter: Filter): boolean {
  return Object.values(filter).some((value) => value !== "");
}

/** The tasks that a filter shows, or `null` for all; late and critical by the schedule that is shown. */
export function shownTasks(
  point: Point,
  filter: Filter,
  marked: ReadonlySet<string> | null,
  schedule: Schedule,
): Set<string> | null {
  if (!isActive(filter)) return null;
  const rows = new Map(schedule.tasks.map((row) => [row.id, row]));
  const people = point.assigned();
  const over = filter.only === "overloaded" ? overloadedTasks(point) : null;
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const shown = new Set<string>();
  for (const [id, task] of point.tasks) {
    const row = rows.get(id);
    if (filter.campaign && campaignOf(point, id) !== filter.campaign) continue;
    if (filter.market && task.market !== filter.market) continue;
    if (filter.person && !people.get(id)?.includes(filter.person)) continue;
    if (filter.only === "late" && !row?.late_days) continue;
    if (filter.only === "critical" && !row?.critical) continue;
    if (filter.only === "moved" && !marked?.has(id)) continue;
    if (over && !over.has(id)) continue;
    const text = point.texts().get(id) ?? "";
    if (words.every((word) => text.includes(word))) shown.add(id);
  }
  return shown;
}

/** The people that a filter shows, or `null` for all. */
export function shownPeople(
  point: Point,
  filter: Filter,
  shown: ReadonlySet<string> | null,
): Set<string> | null {
  if (filter.person) return new Set([filter.person]);
  if (filter.only === "overloaded") {
    return new Set(
      (point.load()?.resources ?? []).filter((load) => load.overloads.length).map((load) => load.resource),
    );
  }
  if (!shown) return null;
  return new Set(
    (point.document.assignments ?? []).filter(({ task }) => shown.has(task)).map(({ resource }) => resource),
  );
}

/** The tasks that ask for somebody who is asked too much, of one person and day if given. */
export function overloadedTasks(point: Point, person?: string, day?: string | null): Set<string> {
  const tasks = new Set<string>();
  for (const load of point.load()?.resources ?? []) {
    if (person && load.resource !== person) continue;
    for (const overload of load.overloads) {
      if (day && (overload.from.slice(0, 10) > day || overload.to.slice(0, 10) < day)) continue;
      for (const task of overload.tasks) tasks.add(task);
    }
  }
  return tasks;
}

/** The campaign of a task: its own, or that of the nearest summary above it. */
export function campaignOf(point: Point, id: string): string {
  let task = point.tasks.get(id);
  for (let steps = 0; task && steps < 64; steps += 1) {
    if (task.campaign) return task.campaign;
    task = task.parent ? point.tasks.get(task.parent) : undefined;
  }
  return "";
}
