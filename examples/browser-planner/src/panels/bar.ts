// The bar at the top, the figures below it, the tools above the chart and the foot.

import type { App } from "../app.js";
import { esc } from "../dom.js";
import { isActive } from "../filter.js";
import { median, times } from "../measure.js";
import { count, date, finish, hours, money, percent, shift, at } from "../words.js";

/** The bar at the top. */
export function bar(app: App): string {
  const { undoLabel, redoLabel } = app.history;
  const tab = (id: "plan" | "scorecard", label: string) =>
    `<button role="tab" id="tab-${id}" aria-controls="${id}" aria-selected="${app.tab === id}"
        tabindex="${app.tab === id ? 0 : -1}" data-do="tab" data-value="${id}">${label}</button>`;
  const running = app.leveling?.state === "running";
  return `
    <span class="brand"><svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
      <rect class="b0" width="32" height="32" rx="7"/><rect class="b1" x="6" y="8" width="12" height="4.5"
        rx="1.6"/><rect class="b2" x="11" y="14" width="13" height="4.5" rx="1.6"/>
      <rect class="b3" x="17" y="20" width="9" height="4.5" rx="1.6"/></svg></span>
    <h1>${esc(app.now.document.program.name)}<span class="unseen">, Paceline planner</span></h1>
    <div class="tabs" role="tablist" aria-label="Views">${tab("plan", "Plan")}${tab("scorecard", "Scorecard")}</div>
    <span class="grow"></span>
    <div class="group">${step("undo", "Undo", "Ctrl+Z", undoLabel)}${step("redo", "Redo", "Ctrl+Shift+Z", redoLabel)}</div>
    <button id="level" class="primary" data-do="level-panel"
        aria-expanded="${app.side === "level" && app.sideOpen}">${running ? "Leveling…" : "Level"}</button>
    <button id="file-menu" popovertarget="menu" aria-haspopup="menu">File <span aria-hidden="true">▾</span></button>
    <button id="help-button" class="icon" data-do="help" aria-label="Keys and help" title="Keys and help (?)">?</button>`;
}

const ARROWS = {
  undo: "M5 8h8a4 4 0 0 1 0 8H8M5 8l4-4M5 8l4 4",
  redo: "M15 8H7a4 4 0 0 0 0 8h5M15 8l-4-4M15 8l-4 4",
};

function step(action: "undo" | "redo", word: string, key: string, what: string | null): string {
  const label = what === null ? word : `${word}: ${esc(what)}`;
  return `<button id="${action}" class="icon" data-do="${action}" aria-label="${label}" title="${label} (${key})"
    ${what === null ? "disabled" : ""}>${icon(ARROWS[action])}</button>`;
}

/** A line drawing of 20 by 20. */
export function icon(path: string): string {
  return `<svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
    <path d="${path}" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"
      stroke-linejoin="round"/></svg>`;
}

/** What the menu of files offers. */
export function menu(): string {
  const item = (action: string, label: string, key = "", value = "") =>
    `<button role="menuitem" data-do="${action}" data-value="${value}"><span>${label}</span><kbd>${key}</kbd></button>`;
  const group = (label: string, ...items: string[]) =>
    `<div role="group" aria-label="${label}">${items.join("")}</div>`;
  return [
    group("Plan", item("open", "Open…", "Ctrl+O"), item("export", "Export plan (JSON)", "Ctrl+S")),
    group(
      "Pictures",
      item("page", "Download page (HTML)"),
      item("svg", "Download Gantt (SVG)", "", "gantt"),
      item("svg", "Download load (SVG)", "", "load"),
      item("print", "Print…", "Ctrl+P"),
    ),
    group(
      "Samples",
      item("sample", "Aurora: a product launch", "", "aurora"),
      item("sample", "Designer: five pieces", "", "designer"),
      item("sample", "A program of 2,000 tasks", "", "large"),
    ),
    group("Colors", item("theme", "Light or dark", "D")),
  ].join("");
}

/** The figures: what a program manager looks at first. */
export function figures(app: App): string {
  const point = app.now;
  const before = point.how.opened ? undefined : app.history.before;
  const report = app.leveling?.report;
  const schedule = report?.schedule ?? point.schedule;
  const late = schedule.tasks.filter((row) => (row.late_days ?? 0) > 0);
  const lateDays = late.reduce((sum, row) => sum + (row.late_days ?? 0), 0);
  const load = (report ? app.leveling?.load : null) ?? point.load();
  const over = load?.resources.filter((resource) => resource.overloads.length) ?? [];
  const excess = over.reduce((sum, resource) => sum + resource.excess, 0);
  const cost = point.cost();
  const budget = point.document.program.budget;
  const card = point.score(app.asOf);
  const moved = before ? (at(schedule.finish) - at(before.schedule.finish)) / 86_400_000 : 0;
  const tile = (
    id: string,
    state: string,
    label: string,
    big: string,
    more: string,
    action: string,
    title: string,
  ) =>
    `<button class="figure ${state}" id="figure-${id}" data-do="${action}" title="${esc(title)}">
      <span class="label">${label}</span><span class="big">${big}</span><span class="more">${more}</span>
      </button>`;
  const total = cost?.cost.total ?? 0;
  return [
    tile(
      "finish",
      "",
      "Finish",
      schedule.tasks.length ? esc(finish(schedule.finish)) : "–",
      moved ? `${shift(moved)} by the last change` : `starts ${esc(date(schedule.start))}`,
      "only-critical",
      "Show the critical tasks",
    ),
    tile(
      "late",
      late.length ? "bad" : "good",
      "Late",
      late.length ? `${mark("bad")}${count(late.length, "task")}` : `${mark("good")}none`,
      late.length ? `${count(lateDays, "day")} in all` : "every deadline is kept",
      "only-late",
      "Show the late tasks",
    ),
    tile(
      "overloaded",
      over.length ? "bad" : "good",
      "Overloaded",
      over.length ? `${mark("bad")}${count(over.length, "person", "people")}` : `${mark("good")}nobody`,
      over.length ? `${hours(excess)} too much` : "no double booking",
      "only-overloaded",
      "Show who is asked too much",
    ),
    total === 0 && !budget
      ? ""
      : tile(
          "cost",
          budget && total > budget ? "bad" : "",
          "Cost",
          esc(money(total, point.document)),
          budget ? `${percent(total / budget)} of ${esc(money(budget, point.document))}` : "no budget",
          "tab-cost",
          "Cost of the plan",
        ),
    card?.objectives.length
      ? tile(
          "score",
          card.program.rag === "green" ? "good" : card.program.rag === "red" ? "bad" : "warn",
          "Score",
          card.program.score == null ? "no data" : percent(card.program.score),
          esc(
            card.program.rag
              ? { red: "off track", amber: "at risk", green: "on track" }[card.program.rag]
              : "",
          ),
          "tab-score",
          "Open the scorecard",
        )
      : "",
  ].join("");
}

/** A sign that says the same as its color. */
export function mark(state: "good" | "bad" | "warn" | "info"): string {
  const shape = {
    good: "M4 10l4 4 8-8",
    bad: "M10 3l8 14H2zM10 8v4M10 14.5v.5",
    warn: "M10 3v10M10 16v1",
    info: "M10 3v1M10 8v9",
  }[state];
  return `<span class="mark ${state}">${icon(shape)}</span>`;
}

/** Pixels of a day at each usual scale of the chart. */
const PER_DAY = { day: 36, week: 13, month: 4.2 };

/** The tools above the chart. */
export function tools(app: App): string {
  const { document } = app.now;
  const { filter } = app;
  const markets = [
    ...new Set((document.tasks ?? []).map((task) => task.market).filter((market) => market != null)),
  ].sort();
  const option = (value: string, label: string, chosen: string) =>
    `<option value="${esc(value)}" ${value === chosen ? "selected" : ""}>${esc(label)}</option>`;
  const select = (name: string, label: string, all: string, values: [string, string][], chosen: string) =>
    values.length === 0 && !chosen
      ? ""
      : `<select id="filter-${name}" aria-label="${label}" data-filter="${name}"
          class="${chosen ? "active" : ""}">${option("", all, chosen)}${values.map(([value, text]) => option(value, text, chosen)).join("")}</select>`;
  const people = (document.resources ?? []).filter(({ kind }) => kind !== "material" && kind !== "cost");
  const zooms = (["day", "week", "month", "fit"] as const).map(
    (value) =>
      `<button id="zoom-${value}" ${value === "fit" ? "" : `aria-pressed="${Math.abs(app.zoom - PER_DAY[value]) < 0.01}"`}
          data-do="zoom" data-value="${value}">${value === "fit" ? "Fit" : value.charAt(0).toUpperCase() + value.slice(1)}</button>`,
  );
  return `
    <label class="search">${icon("M9 3a6 6 0 1 1 0 12a6 6 0 0 1 0-12zM13.5 13.5L17 17")}<input id="search"
        type="search" placeholder="Search" aria-label="Search tasks and people" value="${esc(filter.text)}" />
      </label>
    ${select(
      "campaign",
      "Campaign",
      "All campaigns",
      (document.campaigns ?? []).map(({ id, name }) => [id, name ?? id]),
      filter.campaign,
    )}
    ${select(
      "market",
      "Market",
      "All markets",
      markets.map((market) => [market, market]),
      filter.market,
    )}
    ${select(
      "person",
      "Person",
      "Everybody",
      people.map(({ id, name }) => [id, name ?? id]),
      filter.person,
    )}
    ${select(
      "only",
      "Show",
      "All tasks",
      [
        ["late", "Late"],
        ["critical", "Critical"],
        ["moved", "Just moved"],
        ["overloaded", "Overloaded"],
      ],
      filter.only,
    )}
    ${isActive(filter) ? `<button id="clear" class="icon" data-do="clear-filter" aria-label="Clear the filter"
        title="Clear the filter">✕</button>` : ""}
    <span class="grow"></span>
    <select id="links" aria-label="Links" title="Links" data-links>${["near", "critical", "all", "none"].map((value) => option(value, { near: "Near links", critical: "Critical links", all: "All links", none: "No links" }[value] ?? "", app.links)).join("")}</select>
    <div class="group" role="group" aria-label="Zoom">${zooms.join("")}</div>
    <button id="add-task" data-do="add-task" title="New task (N)">+ Task</button>
    <button id="side-toggle" class="icon" data-do="side" aria-pressed="${app.sideOpen}"
        aria-label="Details panel" title="Details panel">${icon("M3 4h14v12H3zM12 4v12")}</button>`;
}

/** The foot: how fast, how safe. */
export function foot(app: App): string {
  const middle = median(times.replans);
  const first = median(times.firstPlans);
  const parts = [
    `${count(app.now.tasks.size, "task")}, ${count(app.now.document.dependencies?.length ?? 0, "link")}, ${count(app.now.document.resources?.length ?? 0, "resource")}`,
    middle === undefined
      ? ""
      : `Replan <b>${middle.toFixed(1)} ms</b> median of ${times.replans.length}, ${Math.max(...times.replans).toFixed(1)} ms at most`,
    first === undefined ? "" : `Leveling's first plan after <b>${first.toFixed(0)} ms</b>`,
    app.savedAt ? `Kept in this browser at ${new Date(app.savedAt).toTimeString().slice(0, 5)}` : "",
    app.offline ? "Works offline" : "",
  ];
  return parts
    .filter(Boolean)
    .map((part) => `<span>${part}</span>`)
    .join("");
}
