// A large program made by rule, to see how the page behaves with thousands of tasks.

import type { Assignment, Dependency, PlanDocument, Resource, Task } from "paceline";

const STEPS: readonly [name: string, days: number, role: string][] = [
  ["brief", 1, "strategist"],
  ["copy", 2, "copywriter"],
  ["design", 3, "designer"],
  ["localization", 1, "market lead"],
  ["legal review", 1, "legal counsel"],
  ["scheduling", 1, "publisher"],
];
const MARKETS = ["US", "GB", "DE", "BR", "IN", "JP", "FR", "MX", "ID", "ZA"];

/** A small generator with a seed: the same program every time. */
function random(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

/** A program of campaigns, each with pieces of seven tasks in ten markets, until there are `size` tasks. */
export function large(size: number, people = Math.ceil(size / 25)): PlanDocument {
  const draw = random(7);
  const resources: Resource[] = [];
  for (let number = 0; number < people; number += 1) {
    const role = STEPS[number % STEPS.length]?.[2] ?? "";
    const id = `person-${number + 1}`;
    resources.push({
      id,
      name: `${role.charAt(0).toUpperCase()}${role.slice(1)} ${Math.floor(number / STEPS.length) + 1}`,
      role,
      market: MARKETS[number % 10] ?? "US",
    });
  }
  const ofRole = (role: string) => resources.filter((resource) => resource.role === role);
  const tasks: Task[] = [{ id: "kickoff", name: "Kick-off", milestone: "start" }];
  const dependencies: Dependency[] = [];
  const assignments: Assignment[] = [];
  const campaigns = Array.from({ length: 8 }, (_, index) => ({
    id: `c${index + 1}`,
    name: `Campaign ${index + 1}`,
    weight: 1 + draw(4),
  }));
  for (let piece = 0; tasks.length + 7 <= size; piece += 1) {
    const campaign = campaigns[piece % 8]?.id ?? "c1";
    const market = MARKETS[Math.floor(piece / 8) % 10] ?? "US";
    const title = `Piece ${piece + 1}`;
    let last = "kickoff";
    for (const [step, days, role] of STEPS) {
      const id = `p${piece + 1}-${step.replace(" ", "-")}`;
      tasks.push({ id, name: `${title} ${step}`, campaign, market, duration: `${days + draw(2)}d` });
      dependencies.push({ from: last, to: id });
      const able = ofRole(role);
      const chosen = able[draw(able.length)];
      if (chosen) assignments.push({ task: id, resource: chosen.id });
      last = id;
    }
    const id = `p${piece + 1}-publication`;
    const due = new Date(Date.UTC(2026, 8, 21) + draw(Math.max(40, size / 22)) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    tasks.push({ id, name: `${title} publication`, campaign, market, milestone: "start", deadline: due });
    dependencies.push({ from: last, to: id });
  }
  return {
    format: "paceline/1",
    program: { name: `Program of ${tasks.length.toLocaleString("en-US")} tasks`, start: "2026-09-01" },
    campaigns,
    resources,
    tasks,
    dependencies,
    assignments,
  };
}
