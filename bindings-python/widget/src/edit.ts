// What a gesture of the reader means in the document. The core answers with a new plan or with what is wrong.

import type { PlanChanges, PlanDocument, Schedule, Task } from "paceline";
import type { Edit, LinkEnds } from "paceline/gantt";
import { date, finish } from "./words.js";

/** Why a gesture cannot be a change. */
export class Refusal extends Error {}

/** The change that a drag or a key asks for. */
export function changesOf(document: PlanDocument, schedule: Schedule, edit: Edit): PlanChanges {
  const task = document.tasks?.find(({ id }) => id === edit.task);
  const row = schedule.tasks.find(({ id }) => id === edit.task);
  if (!task || !row) throw new Refusal("There is no such task.");
  if (row.kind === "summary") throw new Refusal("A summary spans its tasks: move them.");
  const begun = task.progress?.actual_start ?? task.progress?.actual_finish;
  if (begun) throw new Refusal(`It began on ${date(begun)}: what has begun is not moved.`);
  return { tasks: { [edit.task]: edit.gesture === "resize" ? longer(task, edit) : moved(task, edit) } } as PlanChanges;
}

/** A longer task counts working days, or elapsed days if its duration does. */
function longer(task: Task, edit: Edit): object {
  const isElapsed = /e(?:s|m|h|d|w|mo)$/.test(task.duration ?? "");
  return { duration: `${edit.days}${isElapsed ? "ed" : "d"}` };
}

/**
 * A moved task starts no earlier than the day it was moved to. One that must start or finish on a date keeps that
 * kind of constraint with a new date. The delay of an earlier leveling goes, for the move replaces it.
 */
function moved(task: Task, edit: Edit): object {
  const held = task.constraints?.find(({ kind }) => kind === "must_start_on" || kind === "must_finish_on");
  const delay = task.leveling_delay ? { leveling_delay: null } : {};
  if (!held?.date) return { constraints: { start_no_earlier_than: { date: edit.date } }, ...delay };
  const wanted = held.kind === "must_start_on" ? edit.date : later(held.date.slice(0, 10), edit.days);
  return { constraints: { [held.kind]: { date: wanted + held.date.slice(10) } }, ...delay };
}

function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Why a task does not start on the day it was moved to; empty if it does. */
export function heldBy(document: PlanDocument, schedule: Schedule, edit: Edit): string {
  const row = schedule.tasks.find(({ id }) => id === edit.task);
  if (edit.gesture !== "move" || !row || row.start.slice(0, 10) <= edit.date) return "";
  const name = (id: string) => document.tasks?.find((task) => task.id === id)?.name ?? id;
  const drivers = (row.drivers ?? []).slice(0, 2).map((id) => {
    const driver = schedule.tasks.find((other) => other.id === id);
    return `${name(id)}${driver ? `, until ${finish(driver.finish)}` : ""}`;
  });
  if (drivers.length > 0) return `Held by ${drivers.join("; ")}`;
  if (edit.date < document.program.start.slice(0, 10)) return `The program starts on ${date(document.program.start)}`;
  return `Nobody works on it before ${date(row.start)}`;
}

/** A new link. */
export function link({ from, to, kind }: LinkEnds): PlanChanges {
  return { dependencies: { [`${from}->${to}`]: { kind } } } as PlanChanges;
}

/** The delays of earlier levelings, taken back; `null` if there are none. */
export function withoutDelays(document: PlanDocument): PlanChanges | null {
  const delayed = (document.tasks ?? []).filter((task) => task.leveling_delay);
  if (delayed.length === 0) return null;
  return { tasks: Object.fromEntries(delayed.map(({ id }) => [id, { leveling_delay: null }])) } as PlanChanges;
}
