// The task inspector: dates, float, what drives it, who works on it, what it is worth, why it is late.

import type { App } from "../app.js";
import { esc } from "../dom.js";
import { campaignOf } from "../filter.js";
import { count, date, finish, moment, percent, workDays } from "../words.js";

/** A button that goes to a task. */
export function goTo(app: App, id: string): string {
  return `<button class="link" data-do="go" data-value="${esc(id)}">${esc(app.now.name(id))}</button>`;
}

/** The tab of the chosen task. */
export function task(app: App): string {
  const { now: point, selected } = app;
  const row = selected === null ? undefined : app.row(selected);
  const document = selected === null ? undefined : point.tasks.get(selected);
  if (!row || !document || selected === null) {
    return `<div class="none"><p>Choose a task in the chart: its dates, its float, what drives it and who works on it appear here.</p>
      <p class="soft">Drag a bar to move it, its end to make it longer, or one of its two knobs to another bar to link them. <kbd>?</kbd> shows every key.</p>
      </div>`;
  }
  const campaign = campaignOf(point, selected);
  const campaignName = point.document.campaigns?.find(({ id }) => id === campaign)?.name ?? campaign;
  const where = [campaignName, document.market].filter(Boolean).map(esc).join(" · ");
  return `
    <header class="task-head"><h2 class="unseen">${esc(document.name ?? selected)}</h2>
      <label class="unseen" for="task-name">Name</label><input id="task-name" class="name" data-edit="name"
        value="${esc(document.name ?? selected)}" /><p class="soft">${esc(row.kind)}${where ? ` · ${where}` : ""} · <code>${esc(selected)}</code>
      </p>${state(app, selected)}</header>
    ${dates(app, selected)}
    ${links(app, selected)}
    ${people(app, selected)}
    ${worth(app, selected)}
    <div class="row"><button data-do="add-link" id="add-link">Link…</button>
      <button data-do="delete-task" id="delete-task" class="danger">Delete task</button></div>`;
}

function state(app: App, id: string): string {
  const row = app.row(id);
  if (!row) return "";
  const tags: string[] = [];
  if (row.late_days) tags.push(`<span class="tag bad">▲ ${count(row.late_days, "day")} late</span>`);
  if (row.critical) tags.push(`<span class="tag critical">Critical</span>`);
  else if (row.total_float > 0)
    tags.push(`<span class="tag">${workDays(row.total_float, app.now.document)} float</span>`);
  const progress = app.now.tasks.get(id)?.progress;
  if (progress?.actual_finish) tags.push(`<span class="tag good">✓ Finished</span>`);
  else if (progress?.actual_start)
    tags.push(`<span class="tag">Started, ${percent(progress.complete ?? 0)} done</span>`);
  return `<p class="tags">${tags.join(" ")}</p>`;
}

function dates(app: App, id: string): string {
  const { now: point } = app;
  const row = app.row(id);
  const document = point.tasks.get(id);
  if (!row || !document) return "";
  const earliest = document.constraints?.find(({ kind }) => kind === "start_no_earlier_than")?.date ?? "";
  const others = (document.constraints ?? []).filter(({ kind }) => kind !== "start_no_earlier_than");
  const field = (label: string, edit: string, type: string, value: string, hint = "") =>
    `<label for="task-${edit}">${label}</label><input id="task-${edit}" type="${type}" data-edit="${edit}"
        value="${esc(value)}" ${hint} />`;
  return `<section><h3>Dates</h3><div class="fields">
    <span>Start</span><b>${esc(moment(row.start))}</b>
    <span>Finish</span><b>${esc(moment(row.finish))}</b>
    ${row.kind === "task" ? field("Duration", "duration", "text", document.duration ?? workDays(row.duration, point.document).replace(" ", ""), 'autocomplete="off" spellcheck="false"') : ""}
    ${row.kind === "summary" ? "" : field("Not before", "earliest", "date", earliest.slice(0, 10))}
    ${field("Deadline", "deadline", "date", (document.deadline ?? "").slice(0, 10))}
    ${others.map((constraint) => `<span>Constraint</span><span>${esc(constraint.kind.replaceAll("_", " "))}${constraint.date ? ` ${esc(date(constraint.date))}` : ""}</span>`).join("")}
    <span>Latest finish</span><span>${esc(moment(row.late_finish))}</span>
    <span>Total float</span><span>${workDays(row.total_float, point.document)}</span>
    <span>Free float</span><span>${workDays(row.free_float, point.document)}</span>
    ${document.leveling_delay ? `<span>Leveling delay</span><span>${esc(document.leveling_delay)} <button
        class="link" data-do="forget-delay">Forget</button></span>` : ""}
  </div></section>`;
}

function links(app: App, id: string): string {
  const all = app.now.document.dependencies ?? [];
  const row = app.row(id);
  const line = (from: string, to: string, other: string, kind: string, lag: string) => {
    const driving = other === from && row?.drivers?.includes(from);
    const when = app.row(other);
    const text = `${kind}${lag && lag !== "0d" ? ` ${lag.startsWith("-") ? "" : "+"}${lag}` : ""}`;
    return `<li>${goTo(app, other)} <span class="soft">${esc(text)}${when ? `, ${esc(finish(other === from ? when.finish : when.start))}` : ""}</span>${driving ? ' <span class="tag drives">drives</span>' : ""}<button
        class="plain" data-do="unlink" data-value="${esc(JSON.stringify([from, to]))}"
        aria-label="Remove the link with ${esc(app.now.name(other))}" title="Remove the link">✕</button></li>`;
  };
  const before = all
    .filter((link) => link.to === id)
    .map((link) => line(link.from, link.to, link.from, link.kind ?? "FS", link.lag ?? ""));
  const after = all
    .filter((link) => link.from === id)
    .map((link) => line(link.from, link.to, link.to, link.kind ?? "FS", link.lag ?? ""));
  const list = (title: string, items: string[], none: string) =>
    `<section><h3>${title}</h3>${items.length ? `<ul class="list">${items.join("")}</ul>` : `<p class="soft">${none}</p>`}</section>`;
  return (
    list("Waits for", before, "Nothing: it can start when the program does.") +
    list("Followed by", after, "Nothing waits for it.")
  );
}

function people(app: App, id: string): string {
  const { document } = app.now;
  const assigned = (document.assignments ?? []).filter(({ task }) => task === id);
  const loads = app.load()?.resources ?? [];
  const items = assigned.map(({ resource, units, work }) => {
    const over =
      loads
        .find((load) => load.resource === resource)
        ?.overloads.filter((overload) => overload.tasks.includes(id)) ?? [];
    const share =
      units != null && units !== 1
        ? ` <span class="soft">${percent(units)}</span>`
        : work
          ? ` <span class="soft">${esc(work)} of work</span>`
          : "";
    const warn = over.length
      ? `<br /><span class="bad">▲ double-booked ${esc(date(over[0]?.from ?? ""))} with ${
          (over[0]?.tasks ?? [])
            .filter((task) => task !== id)
            .slice(0, 2)
            .map((task) => goTo(app, task))
            .join(", ") || "itself"
        }${(over[0]?.tasks.length ?? 0) > 3 ? " and others" : ""}</span>`
      : "";
    return `<li>${esc(app.now.person(resource))}${share}<button class="plain" data-do="unassign"
        data-value="${esc(resource)}" aria-label="Take ${esc(app.now.person(resource))} off"
        title="Take off the task">✕</button>${warn}</li>`;
  });
  const free = (document.resources ?? []).filter(
    ({ id: resource }) => !assigned.some((one) => one.resource === resource),
  );
  if (app.row(id)?.kind === "summary") return "";
  return `<section><h3>People</h3>${items.length ? `<ul class="list">${items.join("")}</ul>` : '<p class="soft">Nobody is on it.</p>'}
    <select id="assign" data-assign aria-label="Put somebody on the task"><option value="">Add somebody…</option>${free.map(({ id: resource, name, role }) => `<option
        value="${esc(resource)}">${esc(name ?? resource)}${role ? `, ${esc(role)}` : ""}</option>`).join("")}</select>
      </section>`;
}

function worth(app: App, id: string): string {
  const row = app.row(id);
  const value = app.now.values().find(({ task }) => task === id);
  const why = row?.late_days ? late(app, id) : "";
  if (!value || value.parts.length === 0) return why;
  const parts = value.parts
    .filter((part) => part.value > 0)
    .sort((a, b) => b.value - a.value)
    .map(
      (part) => `<li>${esc(kpiName(app, part.kpi))} <span class="soft">${percent(part.value, 1)}</span></li>`,
    );
  return `${why}<section><h3>Worth</h3><p><b>${percent(value.value, 1)}</b> of what the program wants to move</p>
    <ul class="list small">${parts.join("")}</ul></section>`;
}

/** Name of a KPI for people. */
export function kpiName(app: App, id: string): string {
  for (const objective of app.now.document.objectives ?? []) {
    const kpi = objective.kpis?.find((kpi) => kpi.id === id);
    if (kpi) return kpi.name ?? id;
  }
  return id;
}

/** Why a task is late: the chain that drives it, last first. */
function late(app: App, id: string): string {
  const told = app.leveling?.report?.late.find(({ task }) => task === id);
  const chain: string[] = told ? [...told.chain].reverse() : [];
  if (!told) {
    for (
      let next: string | undefined = id;
      next && chain.length < 12 && !chain.includes(next);
      next = app.row(next)?.drivers?.[0]
    )
      chain.push(next);
  }
  const steps = chain.map(
    (step) =>
      `<li>${goTo(app, step)} <span class="soft">${esc(finish(app.row(step)?.finish ?? ""))}</span></li>`,
  );
  const reason = told
    ? told.reason === "resources"
      ? "People are short."
      : "Its links, calendars and constraints alone make it late: leveling cannot help."
    : "What drives it, backward:";
  return `<section><h3>Why it is late</h3><p>${reason}</p><ol class="list">${steps.join("")}</ol></section>`;
}
