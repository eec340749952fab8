// What leveling says of the tasks it moved, in words.

import type { LevelReport, Move, PlanDocument } from "paceline";
import { finish } from "./words.js";

/** The reason of each task that waits for somebody; the others wait for a task that moved, which `compare` says. */
export function reasonsOf(document: PlanDocument, report: LevelReport): Map<string, string> {
  const tasks = new Map(document.tasks?.map(({ id, name }) => [id, name ?? id]));
  const people = new Map(document.resources?.map(({ id, name }) => [id, name ?? id]));
  const own = report.moves.filter(({ chain }) => chain.length <= 1);
  return new Map(own.flatMap((move) => {
    const words = reason(move, tasks, people);
    return words ? [[move.task, words] as const] : [];
  }));
}

function reason({ cause }: Move, tasks: ReadonlyMap<string, string>, people: ReadonlyMap<string, string>): string {
  if (cause.kind !== "resource") return "";
  const [first, ...more] = cause.held_by.map((task) => `“${tasks.get(task) ?? task}”`);
  const who = people.get(cause.resource) ?? cause.resource;
  const others = more.length > 0 ? ` and ${more.length} more` : "";
  return `because ${who} is busy${first ? ` with ${first}${others}` : ""} until ${finish(cause.until)}.`;
}
