// What the buttons and fields of the page mean in the document; what a drag means is in the Gantt component. The core
// answers each change with a new plan or with what is wrong.

import type { Dependency, PlanDocument, Task } from "paceline";

/** A change of a document: a merge patch with its records by their place. */
export type Changes = Record<string, unknown>;

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

/** The delays of earlier levelings, taken back. */
export function withoutDelays(document: PlanDocument): Changes {
  const delayed = (document.tasks ?? []).filter((task) => task.leveling_delay);
  if (delayed.length === 0) return {};
  return { tasks: Object.fromEntries(delayed.map((task) => [task.id, { leveling_delay: null }])) };
}

/** Where the plan does not say who else could do it: people of the same role. */
export function withHelpers(document: PlanDocument): Changes {
  const roles = new Map((document.resources ?? []).map(({ id, role }) => [id, role]));
  const alone = (document.assignments ?? []).filter(
    ({ resource, alternatives }) => roles.get(resource) && !alternatives?.length,
  );
  if (alone.length === 0) return {};
  const helpers = alone.map(({ task, resource }) => [
    `${task}/${resource}`,
    { alternatives: [{ any: { role: roles.get(resource) } }] },
  ]);
  return { assignments: Object.fromEntries(helpers) };
}
