// What a wish of the reader means in the document, and what holds a task that does not go where it was wished.

import type { PlanDocument, Schedule, TaskDocument, TaskSchedule } from "./document.js";
import type { Edit } from "./options.js";
import { DAY, finishDate, isoDate, longDate, time } from "./scale.js";

/** Why a wish cannot be a change: a sentence for the reader. */
export class Refusal extends Error {}

/** Changes for the core's operation `change`. */
export interface WishedChanges {
  tasks: Record<string, Record<string, unknown>>;
}

/**
 * The change of the document that a drag or a key asks for.
 *
 * A moved task is to start no earlier than the day it was moved to; one that must start or finish on a date keeps that
 * kind of constraint with the new date; the delay of an earlier leveling, which the move replaces, goes. A longer task
 * gets its duration in working days, or in elapsed days if it was elapsed.
 *
 * @throws {Refusal} of a summary, which spans its tasks, and of what has begun, which is never moved.
 */
export function changesOf(plan: PlanDocument, schedule: Schedule, edit: Edit): WishedChanges {
  const task = plan.tasks?.find(({ id }) => id === edit.task);
  const row = rowOf(schedule, edit.task);
  if (!task || !row) throw new Refusal("There is no such task.");
  if (row.kind === "summary") throw new Refusal("A summary spans its tasks: move them.");
  const begun = task.progress?.actual_start ?? task.progress?.actual_finish;
  if (begun) throw new Refusal(`It began on ${longDate(time(begun))}: what has begun is not moved.`);
  return { tasks: { [edit.task]: edit.gesture === "resize" ? longer(task, edit) : moved(task, edit) } };
}

function longer(task: TaskDocument, edit: Edit): Record<string, unknown> {
  const elapsed = /e(?:s|m|h|d|w|mo)$/.test(task.duration ?? "");
  return { duration: `${edit.days}${elapsed ? "ed" : "d"}` };
}

function moved(task: TaskDocument, edit: Edit): Record<string, unknown> {
  const held = task.constraints?.find(({ kind }) => kind === "must_start_on" || kind === "must_finish_on");
  const delay = task.leveling_delay ? { leveling_delay: null } : {};
  if (!held?.date) return { constraints: { start_no_earlier_than: { date: edit.date } }, ...delay };
  const finish = isoDate(time(held.date.slice(0, 10)) + edit.days * DAY);
  const wanted = held.kind === "must_start_on" ? edit.date : finish;
  return { constraints: { [held.kind]: { date: wanted + held.date.slice(10) } }, ...delay };
}

/** Whether a wish changes nothing that holds: the task is where it was, and no date of its own had kept it there. */
export function isIdle(plan: PlanDocument, before: Schedule, after: Schedule, edit: Edit): boolean {
  if (edit.gesture !== "move") return false;
  const task = plan.tasks?.find(({ id }) => id === edit.task);
  const own = task?.constraints?.some((constraint) => constraint.date) || task?.leveling_delay;
  const [was, is] = [rowOf(before, edit.task), rowOf(after, edit.task)];
  return !own && was?.start === is?.start && was?.finish === is?.finish;
}

/** Why a task does not start on the day it was moved to, by the schedule after the move; empty if it does. */
export function heldBy(plan: PlanDocument, after: Schedule, edit: Edit): string {
  const row = rowOf(after, edit.task);
  if (edit.gesture !== "move" || !row || row.start.slice(0, 10) <= edit.date) return "";
  const name = (id: string) => plan.tasks?.find((task) => task.id === id)?.name ?? id;
  const drivers = (row.drivers ?? []).map((id) => {
    const driver = rowOf(after, id);
    return `${name(id)}${driver ? `, until ${finishDate(time(driver.finish), longDate)}` : ""}`;
  });
  if (drivers.length > 0) {
    return `Held by ${drivers.slice(0, 2).join("; ")}${drivers.length > 2 ? " and others" : ""}`;
  }
  const { start } = plan.program;
  if (edit.date < start.slice(0, 10)) return `The program starts on ${longDate(time(start))}`;
  return `Nobody works on it before ${longDate(time(row.start))}`;
}

function rowOf(schedule: Schedule, id: string): TaskSchedule | undefined {
  return schedule.tasks.find((row) => row.id === id);
}
