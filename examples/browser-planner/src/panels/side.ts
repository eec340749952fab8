// The panel beside the chart: its tabs, what moved and why, and what a person should know.

import type { TaskShift } from "paceline";
import type { App, Side } from "../app.js";
import { esc } from "../dom.js";
import { count, date, finish, moment, quoted, sentence, shift } from "../words.js";
import { mark } from "./bar.js";
import { level, moves as levelMoves } from "./level.js";
import { person } from "./person.js";
import { goTo, task } from "./task.js";

const TABS: readonly [Side, string][] = [
  ["task", "Details"],
  ["moves", "Changes"],
  ["level", "Leveling"],
  ["issues", "Issues"],
];

/** The panel. */
export function side(app: App): string {
  const issues = app.now.issues().length;
  const moves = app.now.how.moved?.shifts.length ?? 0;
  const numbers: Record<Side, number> = { task: 0, moves, level: 0, issues };
  const tabs = TABS.map(([id, label]) => {
    const on = app.side === id;
    return `<button role="tab" id="side-${id}" aria-selected="${on}" aria-controls="side-panel"
        tabindex="${on ? 0 : -1}" data-do="side-tab" data-value="${id}">${label}${numbers[id] ? ` <span
        class="count">${numbers[id]}</span>` : ""}</button>`;
  });
  const panels: Record<Side, (app: App) => string> = { task: details, moves: changes, level, issues: told };
  return `<div class="side-head"><div class="tabs" role="tablist" aria-label="Details">${tabs.join("")}</div>
    <button class="plain close" data-do="side" aria-label="Close the details">✕</button></div>
    <div class="panel" id="side-panel" role="tabpanel" aria-labelledby="side-${app.side}" tabindex="0"
        data-scroll>${panels[app.side](app)}</div>`;
}

/** The person or the task that was chosen last. */
function details(app: App): string {
  return app.person === null ? task(app) : person(app, app.person);
}

/** Names instead of ids are in the core's sentences already; dates become those of the page. */
function reason(message: string): string {
  const why = message.replace(/^.*?, because /, "because ");
  const dated = why.replace(/(\d{4}-\d\d-\d\d) (\d\d:\d\d)/g, (_, day: string, clock: string) =>
    finish(`${day}T${clock}:00`),
  );
  return quoted(sentence(dated));
}

/** Every task that the last change moved, with its reason. */
function changes(app: App): string {
  const { label } = app.now;
  const { moved, leveled } = app.now.how;
  if (!moved)
    return `<div class="none"><p>What a change moves is listed here, each task with its reason.</p></div>`;
  const { shifts } = moved;
  const days = (seconds: number) => shift(seconds / 86_400);
  const late = moved.late_after - moved.late_before;
  const summary = [
    `<b>${count(shifts.length, "task")} moved.</b>`,
    moved.finish_delay
      ? `The program finishes ${esc(finish(moved.finish_after))}, ${days(moved.finish_delay)}.`
      : "The finish of the program stays.",
    late ? `${count(Math.abs(late), "task")} ${late > 0 ? "more" : "fewer"} late.` : "",
    moved.now_critical.length ? `${count(moved.now_critical.length, "task")} now critical.` : "",
  ].filter(Boolean);
  const rows = shifts.slice(0, 200).map((move) => {
    const started = move.start_delay !== 0;
    const delay = started ? move.start_delay : move.finish_delay;
    const [from, to] = started
      ? [date(move.start_before), date(move.start_after)]
      : [finish(move.finish_before), finish(move.finish_after)];
    const lateNow =
      move.late_days_after > move.late_days_before
        ? `<span class="tag bad">▲ ${count(move.late_days_after, "day")} late</span>`
        : "";
    return `<li><div class="move-head">${goTo(app, move.task)}<b class="${delay > 0 ? "later" : "earlier"}">${days(delay)}</b>
      </div>
      <div class="soft">${started ? "starts" : "finishes"} ${esc(from)} → ${esc(to)} ${lateNow}</div>
        <div class="why">${why(app, move)}</div></li>`;
  });
  if (leveled) {
    return `<h2>${esc(label)}</h2><p>${summary.join(" ")}</p><div class="row">
      <button data-do="only-moved" id="only-moved">Show only these</button></div>${levelMoves(app, leveled)}`;
  }
  const more =
    shifts.length > 200 ? `<p class="soft">and ${count(shifts.length - 200, "more task")}.</p>` : "";
  return `<h2>${esc(label)}</h2><p>${summary.join(" ")}</p><div class="row">
    <button data-do="only-moved" id="only-moved">Show only these</button></div>
    <ul class="moves" id="moves">${rows.join("")}</ul>${more}`;
}

/** Why a task moved, and where that began if it was not the task before it. */
function why(app: App, { task, cause, origin, message }: TaskShift): string {
  if (task === app.now.how.edited)
    return cause.kind === "duration" ? "You changed its duration." : "You moved it.";
  const near = origin === task || (cause.kind === "driven" && cause.by === origin);
  return (
    esc(reason(message)) + (near ? "" : ` <span class="soft">It began with</span> ${goTo(app, origin)}.`)
  );
}

/** Warnings of the plan and of its schedule; each goes to its place. */
function told(app: App): string {
  const issues = app.now.issues();
  if (issues.length === 0)
    return `<div class="none"><p>${mark("good")} Nothing is wrong with this plan.</p></div>`;
  const rows = issues.slice(0, 300).map((issue, index) => {
    const state = issue.severity === "error" ? "bad" : issue.severity === "warning" ? "warn" : "info";
    return `<li>${mark(state)}<div><button class="link" data-do="issue" id="issue-${index}"
        data-value="${esc(issue.at)}">${esc(quoted(sentence(issue.message)))}</button><div class="soft"><code>${esc(issue.at)}</code>${issue.help ? `<br
        />${esc(quoted(sentence(issue.help)))}` : ""}</div></div></li>`;
  });
  return `<ul class="issues">${rows.join("")}</ul>${issues.length > 300 ? `<p class="soft">and ${issues.length - 300} more.</p>` : ""}`;
}

/** When the plan was kept, for the reader who comes back. */
export function keptAt(milliseconds: number): string {
  const offset = new Date(milliseconds).getTimezoneOffset() * 60_000;
  return moment(new Date(milliseconds - offset).toISOString().slice(0, 19));
}
