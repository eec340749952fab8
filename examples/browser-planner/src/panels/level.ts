// The tab of leveling: what to ask, how far the search is, before and after.

import type { Bound, LevelReport, Move, ObjectivePart } from "paceline";
import type { App } from "../app.js";
import { esc } from "../dom.js";
import type { Session } from "../leveling.js";
import { count, date, finish, hours, money, number, shift } from "../words.js";
import { goTo } from "./task.js";

/** The tab. */
export function level(app: App): string {
  const session = app.leveling;
  if (!session) return asks(app);
  return session.state === "running" ? running(session) : result(app, session);
}

function asks(app: App): string {
  const { wishes, now: point } = app;
  const goals: [string, string][] = [
    ["tardiness,finish", "Lateness first, then the finish"],
    ["finish,tardiness", "The finish first, then lateness"],
    ["tardiness", "Lateness only"],
    ["finish", "The finish only"],
    ["tardiness,change", "Lateness first, then few changes"],
    ["change", "Few changes only"],
    ["tardiness,cost", "Lateness first, then the cost of labor"],
    ["finish,even_load", "The finish first, then an even load"],
  ];
  const exchanges: [string, string][] = [
    ["0", "Stays as assigned"],
    ["1", "At most 1 exchange"],
    ["3", "At most 3 exchanges"],
    ["", "Any number of exchanges"],
  ];
  const option = (value: string, label: string, chosen: string) =>
    `<option value="${esc(value)}" ${value === chosen ? "selected" : ""}>${esc(label)}</option>`;
  const check = (wish: string, on: boolean, label: string, more: string, enabled = true) =>
    `<label class="check"><input type="checkbox" id="wish-${wish}" data-wish="${wish}"
        ${on && enabled ? "checked" : ""} ${enabled ? "" : "disabled"} /><span>${label}<small>${more}</small>
      </span></label>`;
  const campaigns = point.document.campaigns ?? [];
  const scored = (point.document.objectives ?? []).length > 0;
  return `<h2>Level</h2><p>Moves tasks so that nobody has more to do at once than there is of them, and says how good the plan is.</p>
    <label class="field" for="wish-objective">What counts<select id="wish-objective" data-wish="objective">${goals.map(([value, label]) => option(value, label, wishes.objective)).join("")}</select>
      </label>
    <label class="field" for="wish-exchanges">Who does it<select id="wish-exchanges" data-wish="exchanges">${exchanges.map(([value, label]) => option(value, label, wishes.exchanges)).join("")}</select>
      <small class="soft">Among the alternatives that the plan names, else among people of the same role.</small></label>
    ${campaigns.length ? `<label class="field" for="wish-campaign">What may move<select id="wish-campaign"
        data-wish="campaign">${option("", "Every task", wishes.campaign)}${campaigns.map(({ id, name }) => option(id, `Only ${name ?? id}`, wishes.campaign)).join("")}</select>
      </label>` : ""}
    ${check("withinFloat", wishes.withinFloat, "Within float only", "The finish and kept deadlines stay; overloads that would need more remain.")}
    ${check("split", wishes.split, "Split started tasks", "What is done stays; the rest may go on later.")}
    ${check("afresh", wishes.afresh, "Start afresh", "Forget the delays of an earlier leveling.")}
    ${check("byValue", wishes.byValue, "Weigh lateness by value", scored ? "By what the scorecard says that each task is worth." : "Needs objectives with KPIs.", scored)}
    <div class="row"><button class="primary" id="level-start" data-do="level-start"
        ${app.engine ? "" : "disabled"}>Level now</button></div>`;
}

const UNIT: Record<string, string> = {
  tardiness: "weighted days late",
  finish: "days to the finish",
  cost: "cost of labor",
  change: "tasks moved, and how far",
  even_load: "unevenness of the load",
};

function running(session: Session): string {
  const rows = session.wishes.objective.split(",").map((name, index) => {
    const cell = (what: string) => `<td id="level-${what}-${index}">…</td>`;
    return `<tr><th scope="row">${UNIT[name]}</th>${cell("best")}${cell("bound")}${cell("gap")}</tr>`;
  });
  return `<h2>Leveling…</h2><p class="soft" id="level-steps">Starting</p>
    <progress id="level-progress" max="1" value="0" aria-label="Leveling"></progress>
    <table class="numbers"><thead><tr><th scope="col">Objective</th><th scope="col">Best</th>
      <th scope="col">Bound</th><th scope="col">Gap</th></tr></thead><tbody>${rows.join("")}</tbody></table>
    <p class="soft">The chart shows the best plan so far; the page stays yours.</p>
    <div class="row"><button id="level-cancel" data-do="level-cancel">Stop with the best so far</button></div>`;
}

/** Writes the progress into the tab, which stays as it is: a button under the pointer must not be replaced. */
export function showProgress({ progress }: Session): void {
  const write = (id: string, text: string) => {
    const element = document.getElementById(id);
    if (element && element.textContent !== text) element.textContent = text;
  };
  if (!progress) return;
  write("level-steps", `${count(progress.steps, "plan")} tried of at most ${number(progress.budget)}`);
  const bar = document.getElementById("level-progress");
  if (bar instanceof HTMLProgressElement)
    bar.value = Math.min(1, progress.steps / Math.max(1, progress.budget));
  for (const [index, best] of progress.objective.entries()) {
    const bound = progress.bound[index];
    write(`level-best-${index}`, number(best));
    if (bound === undefined) continue;
    write(`level-bound-${index}`, number(bound));
    write(`level-gap-${index}`, number(best - bound));
  }
}

const STATUS: Record<LevelReport["status"], string> = {
  optimal: "Optimal: no better plan exists",
  feasible: "A good plan; a better one may exist",
  infeasible: "Not everything could be kept",
  stopped: "Stopped: the best plan so far",
};

function result(app: App, session: Session): string {
  const { report, base } = session;
  if (!report) return "";
  const before = base.schedule;
  const after = report.schedule;
  const late = (schedule: typeof before) => schedule.tasks.filter((row) => (row.late_days ?? 0) > 0).length;
  const days = (schedule: typeof before) =>
    schedule.tasks.reduce((sum, row) => sum + (row.late_days ?? 0), 0);
  const loads = [base.load(), session.load] as const;
  const over = loads.map((load) => load?.resources.filter(({ overloads }) => overloads.length).length ?? 0);
  const excess = loads.map((load) => load?.excess ?? 0);
  const row = (label: string, was: string, is: string, better: number) =>
    `<tr><th scope="row">${label}</th><td>${was}</td><td
        class="${better > 0 ? "better" : better < 0 ? "worse" : ""}">${is}</td></tr>`;
  const cost = base.cost()?.cost.total;
  const compare = (a: number, b: number) => Math.sign(a - b);
  const [overBefore = 0, overAfter = 0] = over;
  return `<h2>Leveled</h2><p class="status ${report.status}">${STATUS[report.status]}</p>
    <table class="numbers" id="before-after"><thead><tr><th scope="col">What</th><th scope="col">Before</th>
      <th scope="col">After</th></tr></thead><tbody>
    ${row("Overloaded people", number(overBefore), number(overAfter), compare(overBefore, overAfter))}
    ${row("Too much work", hours(excess[0] ?? 0), hours(excess[1] ?? 0), compare(excess[0] ?? 0, excess[1] ?? 0))}
    ${row("Late tasks", number(late(before)), number(late(after)), compare(late(before), late(after)))}
    ${row("Days late", number(days(before)), number(days(after)), compare(days(before), days(after)))}
    ${row("Finish", esc(finish(before.finish)), esc(finish(after.finish)), after.finish === before.finish ? 0 : after.finish < before.finish ? 1 : -1)}
    ${!cost ? "" : row("Cost", esc(money(cost, base.document)), esc(money(costAfter(session) ?? cost, base.document)), compare(cost, costAfter(session) ?? cost))}
    ${row("Tasks moved", "", number(report.moves.length), 0)}
    </tbody></table>
    <div class="row"><button class="primary" id="level-accept" data-do="level-accept">Accept</button>
      <button id="level-discard" data-do="level-discard">Discard</button></div>
    ${bounds(app, report.objective)}
    ${lateTasks(app, report)}
    ${remaining(app, report)}
    ${exchanged(app, report)}
    <section><h3>What moves, and why</h3>${moves(app, report)}</section>
    <p class="soft">${count(report.steps, "plan")} tried in ${number(session.took / 1000)} s, found by ${esc(report.found_by.replaceAll("-", " "))}.</p>`;
}

const costs = new WeakMap<LevelReport, number | null>();

/** What the leveled plan costs, asked once. */
function costAfter(session: Session): number | null {
  const { report } = session;
  if (!report) return null;
  let cost = costs.get(report);
  if (cost === undefined) {
    cost = session.base.plan.cost(report.schedule).cost.total;
    costs.set(report, cost);
  }
  return cost;
}

function bounds(app: App, parts: readonly ObjectivePart[]): string {
  const lines = parts.map((part) => {
    const gap =
      part.gap > 1e-9
        ? `no plan is below ${number(part.bound)}, so at most ${number(part.gap)} can be gained`
        : "no plan is better";
    return `<li><b>${number(part.value)}</b> ${esc(UNIT[part.name] ?? part.unit)}: ${gap}. <span class="soft">${proof(app, part.reason)}</span>
      </li>`;
  });
  return `<section><h3>How good</h3><ul class="list">${lines.join("")}</ul></section>`;
}

function proof(app: App, reason: Bound): string {
  switch (reason.kind) {
    case "trivial":
      return "Nothing is below zero.";
    case "precedence":
      return `Links, calendars and constraints alone: ${reason.tasks
        .slice(-2)
        .map((id) => goTo(app, id))
        .join(", ")}.`;
    case "energy":
      return `The work of ${esc(app.now.person(reason.resource))}.`;
    case "pool":
      return `The work of ${reason.resources.map((id) => esc(app.now.person(id))).join(", ")}, whoever does what.`;
    case "exhausted":
      return `Every order was ruled out or tried (${count(reason.nodes, "node")}).`;
    case "cheapest":
      return "All work at the lowest rates that it can meet.";
    case "moved":
      return `${count(reason.tasks.length, "task")} cannot stay.`;
    case "spread":
      return "The work spread as evenly as its time allows.";
    case "sum":
      return "The bounds of its goals together.";
  }
}

function lateTasks(app: App, report: LevelReport): string {
  if (report.late.length === 0) return "";
  const rows = report.late
    .slice(0, 30)
    .map(
      (late) =>
        `<li>${goTo(app, late.task)} <b class="later">${count(late.days, "day")}</b> <span class="soft">${late.reason === "resources" ? "people are short" : "links and dates alone"}${late.unavoidable_days ? `, ${late.unavoidable_days} unavoidable` : ""}</span>
          </li>`,
    );
  return `<section><h3>Still late</h3><ul class="list">${rows.join("")}</ul></section>`;
}

function remaining(app: App, report: LevelReport): string {
  if (report.remaining.length === 0) return "";
  const rows = report.remaining
    .slice(0, 30)
    .map(
      ({ overload, message }) =>
        `<li>${esc(app.now.person(overload.resource))}, ${esc(date(overload.from))}: <span class="soft">${esc(message)}</span>
          </li>`,
    );
  return `<section><h3>Overloads that remain</h3><ul class="list">${rows.join("")}</ul></section>`;
}

/** Who takes over what, each with its reason. */
function exchanged(app: App, { reassignments = [] }: LevelReport): string {
  if (reassignments.length === 0) return "";
  const rows = reassignments.slice(0, 100).map((one) => {
    const cost = one.cost_after - one.cost_before;
    const price = cost === 0 ? "" : ` (${cost > 0 ? "+" : "−"}${esc(money(Math.abs(cost), app.now.document))})`;
    return `<li><div class="move-head">${goTo(app, one.task)}</div>
      <div>${esc(app.now.person(one.from))} → <b>${esc(app.now.person(one.to))}</b>${price}</div>
      <div class="why">${esc(one.message)}</div></li>`;
  });
  return `<section><h3>Who takes over</h3><ul class="moves" id="exchanges">${rows.join("")}</ul></section>`;
}

/** What leveling moved, each with its reason. */
export function moves(app: App, report: LevelReport): string {
  const rows = report.moves.slice(0, 200).map((move) => {
    const first = move.chain[move.chain.length - 1] ?? move.task;
    const chain = first === move.task ? "" : `Follows ${goTo(app, first)}: `;
    return `<li><div class="move-head">${goTo(app, move.task)}<b class="later">${shift(move.delay / 86_400)}</b>
      </div><div class="soft">${move.kind === "split" ? "split, the rest goes on" : "starts"} ${esc(date(move.from))} → ${esc(date(move.to))}</div>
      <div class="why">${chain}${why(app, move)}</div></li>`;
  });
  const more =
    report.moves.length > 200
      ? `<p class="soft">and ${count(report.moves.length - 200, "more task")}.</p>`
      : "";
  return rows.length ? `<ul class="moves" id="moves">${rows.join("")}</ul>${more}` : "";
}

function why(app: App, move: Move): string {
  const { cause } = move;
  if (cause.kind === "link") return `waits for ${goTo(app, cause.from)}.`;
  if (cause.kind === "max_lag") return `waits so that ${goTo(app, cause.to)} comes within its maximum lag.`;
  if (cause.kind === "choice") return "a later place serves the objective better.";
  const held = cause.held_by.slice(0, 2).map((id) => goTo(app, id));
  const busy = held.length ? `on ${held.join(", ")}` : "away";
  return `${esc(app.now.person(cause.resource))} is ${busy} until ${esc(date(cause.until))}.`;
}
