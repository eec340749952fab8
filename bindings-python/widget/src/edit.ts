// What buttons and new links mean in the document; what a drag means is in the Gantt component. The core answers with
// a new plan or with what is wrong.

import type { PlanChanges, PlanDocument } from "paceline";
import type { LinkEnds } from "paceline/gantt";

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
