// What a wish of the reader means in the document. The core answers each with a new plan or with what is wrong.

import type { Dependency, PlanDocument, Schedule, Task } from "paceline";
import type { Edit } from "paceline/gantt";
import type { Point } from "./point.js";
import { at, date, finish, isoDay } from "./words.js";

const DAY = 86_400_000;

/** A change of a document: a merge patch with its records by their place. */
export type Changes = Record<string, unknown>;

/** Why a wish cannot be one. */
export class Refusal extends Error {}

/** The change that a drag or a key asks for. */
export function wish(point: Point, edit: Edit): Changes {
  const task = point.tasks.get(edit.task);
  const row = point.row(edit.task);
  if (!task || !row) throw new Refusal("There is no such task.");
  const begun = task.progress?.actual_start ?? task.progress?.actual_finish;
  if (begun) throw new Refusal(`It began on ${date(begun)}: what has begun is not moved.`);
  if (row.kind === "summary") throw new Refusal("A summary spans its tasks: move them.");
  return { tasks: { [edit.task]: edit.gesture === "resize" ? longer(task, edit) : moved(task, edit) } };
}

function longer(task: Task, edit: Edit): Changes {
  const elapsed = /e(?:s|m|h|d|w|mo)$/.test(task.duration ?? "");
  return { duration: `${edit.days}${elapsed ? "ed" : "d"}` };
}

/**
 * A moved task is to start no earlier than the day it was moved to. One that must start or finish on a date keeps
 * that kind of constraint with the new date; the delay of an earlier leveling, which the move replaces, goes.
 */
function moved(task: Task, edit: Edit): Changes {
  const held = task.constraints?.find(({ kind }) => kind === "must_start_on" || kind === "must_finish_on");
  const delay = task.leveling_delay ? { leveling_delay: null } : {};
  if (!held?.date) return { constraints: { start_no_earlier_than: { date: edit.date } }, ...delay };
  const wanted = held.kind === "must_start_on" ? edit.date : isoDate(at(isoDay(held.date)) + edit.days * DAY);
  return { constraints: { [held.kind]: { date: wanted + held.date.slice(10) } }, ...delay };
}

/** Whether a wish changes nothing that holds: the task starts where it did, and no date of its own kept it there. */
export function isIdle(point: Point, edit: Edit, schedule: Schedule): boolean {
  if (edit.gesture !== "move") return false;
  const task = point.tasks.get(edit.task);
  const own = task?.constraints?.some((constraint) => constraint.date) || task?.leveling_delay;
  const before = point.row(edit.task);
  const after = schedule.tasks.find((row) => row.id === edit.task);
  return !own && before?.start === after?.start && before?.finish === after?.finish;
}

/** Why a task does not start on the day it was moved to; empty if it does. */
export function heldBy(point: Point, edit: Edit, schedule: Schedule): string {
  const row = schedule.tasks.find((row) => row.id === edit.task);
  if (edit.gesture !== "move" || !row || isoDay(row.start) <= edit.date) return "";
  const drivers = (row.drivers ?? []).map((id) => {
    const driver = schedule.tasks.find((other) => other.id === id);
    return `${point.name(id)}${driver ? `, until ${finish(driver.finish)}` : ""}`;
  });
  if (drivers.length) return `Held by ${drivers.slice(0, 2).join("; ")}${drivers.length > 2 ? " and others" : ""}`;
  if (edit.date < isoDay(point.document.program.start)) return `The program starts on ${date(point.document.program.start)}`;
  return `Nobody works on it before ${date(row.start)}`;
}

/** A new link. */
export function link(from: string, to: string, kind: string, lag: string): Changes {
  const fields: Partial<Dependency> = { kind: kind as Dependency["kind"] & string, lag: lag || "0d" };
  return { dependencies: { [`${from}->${to}`]: fields } };
}

/** A link less. */
export function unlink(from: string, to: string): Changes {
  return { dependencies: { [`${from}->${to}`]: null } };
}

/** A task less, with its links and people. */
export function remove(document: PlanDocument, id: string): Changes {
  const links = (document.dependencies ?? []).filter(({ from, to }) => from === id || to === id);
  const people = (document.assignments ?? []).filter(({ task }) => task === id);
  return {
    tasks: { [id]: null },
    dependencies: Object.fromEntries(links.map(({ from, to }) => [`${from}->${to}`, null])),
    assignments: Object.fromEntries(people.map(({ task, resource }) => [`${task}/${resource}`, null])),
  };
}

/** The date before which a task does not start, as the inspector sets it; an empty text: none. */
export function earliest(task: Task, day: string): Changes {
  const has = task.constraints?.some(({ kind }) => kind === "start_no_earlier_than");
  if (!day && !has) return {};
  return { tasks: { [task.id]: { constraints: { start_no_earlier_than: day ? { date: day } : null } } } };
}

/** The delays of earlier levelings, taken back; `null` if there are none. */
export function withoutDelays(document: PlanDocument): Changes | null {
  const delayed = (document.tasks ?? []).filter((task) => task.leveling_delay);
  if (delayed.length === 0) return null;
  return { tasks: Object.fromEntries(delayed.map((task) => [task.id, { leveling_delay: null }])) };
}

function isoDate(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
