// The inspector of a person: how much is asked of them, when it is too much, by what.

import type { App } from "../app.js";
import { esc } from "../dom.js";
import { count, date, finish, hours, percent } from "../words.js";
import { goTo } from "./task.js";

/** The person chosen in the load panel. */
export function person(app: App, id: string): string {
  const resource = app.now.document.resources?.find((resource) => resource.id === id);
  const load = app.load()?.resources.find((load) => load.resource === id);
  if (!resource) return "";
  const about = [resource.role, resource.market].filter(Boolean).map(esc).join(" · ");
  const days = load?.days ?? [];
  const capacity = days.reduce((sum, day) => sum + day.capacity, 0);
  const spans = load?.overloads ?? [];
  const overloads = spans.slice(0, 60).map((overload) => {
    const until = finish(overload.to);
    const when = date(overload.from) === until ? esc(until) : `${esc(date(overload.from))} to ${esc(until)}`;
    return `<li><b class="bad">▲ ${hours(overload.excess)} too much</b>, ${when}<br />${overload.tasks.map((task) => goTo(app, task)).join(", ")}</li>`;
  });
  const tasks = [...app.now.assigned()].filter(([, people]) => people.includes(id)).map(([task]) => task);
  tasks.sort((a, b) => ((app.row(a)?.start ?? "") < (app.row(b)?.start ?? "") ? -1 : 1));
  const all = tasks
    .slice(0, 100)
    .map(
      (task) =>
        `<li>${goTo(app, task)} <span class="soft">${esc(date(app.row(task)?.start ?? ""))}</span></li>`,
    );
  return `<h2>${esc(resource.name ?? id)}</h2><p class="soft">${about ? `${about} · ` : ""}<code>${esc(id)}</code></p>
    <section><h3>Load</h3><div class="fields">
      <span>Asked</span><b>${hours(load?.demand ?? 0)}</b>
      <span>Days of work</span><span>${days.length}</span>
      <span>Of what is there</span><span>${capacity ? percent((load?.demand ?? 0) / capacity) : "–"}</span>
      <span>Too much</span><span class="${load?.excess ? "bad" : ""}">${hours(load?.excess ?? 0)}</span></div></section>
    <section><h3>Asked too much</h3>${overloads.length ? `<ul class="list wide" id="overloads">${overloads.join("")}</ul>` : '<p class="soft">Never: nothing overlaps beyond what there is of them.</p>'}</section>
    <section><h3>${count(tasks.length, "task")}</h3><ul class="list">${all.join("")}</ul></section>
    <div class="row"><button data-do="only-person" data-value="${esc(id)}" id="only-person">Show only these</button></div>`;
}
