// Programs for the tests.

/** A small fair: two tasks of one person at the same time. */
export const fair = {
  format: "paceline/1",
  program: { name: "Spring fair", start: "2026-03-02" },
  resources: [{ id: "ana" }],
  tasks: [
    { id: "brief", duration: "1d" },
    { id: "copy", duration: "2d", deadline: "2026-03-04" },
    { id: "film", duration: "3d" },
  ],
  dependencies: [{ from: "brief", to: "copy" }],
  assignments: [
    { task: "copy", resource: "ana" },
    { task: "film", resource: "ana" },
  ],
};

/**
 * A program that takes long to level: everybody has far too much to do, in another order for each campaign.
 * @param {number} tasks
 * @param {number} people
 */
export function crowded(tasks, people) {
  let state = 7;
  const below = (limit) => (state = (state * 48271) % 2147483647) % limit;
  const plan = {
    format: "paceline/1",
    program: { name: "Crowded", start: "2026-03-02" },
    resources: Array.from({ length: people }, (_, i) => ({ id: `person-${i}` })),
    tasks: [],
    dependencies: [],
    assignments: [],
  };
  for (let i = 0; i < tasks; i += 1) {
    const day = new Date(Date.UTC(2026, 2, 6 + below(60))).toISOString().slice(0, 10);
    plan.tasks.push({ id: `task-${i}`, duration: `${1 + below(4)}d`, ...(i % 3 === 2 ? { deadline: day } : {}) });
    if (i % 5 > 0) plan.dependencies.push({ from: `task-${i - 1}`, to: `task-${i}` });
    plan.assignments.push({ task: `task-${i}`, resource: `person-${below(people)}` });
  }
  return plan;
}
