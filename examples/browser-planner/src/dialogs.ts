// Windows over the page: keys, faults of a plan that cannot be opened, a link, a new task.

import type { Issue } from "paceline";
import type { App } from "./app.js";
import { esc } from "./dom.js";
import { link, unlink } from "./edit.js";
import { count, quoted, sentence } from "./words.js";

/** Opens a window and forgets it when it closes. */
function open(
  name: string,
  label: string,
  markup: string,
  ready?: (dialog: HTMLDialogElement) => void,
): HTMLDialogElement {
  document.querySelector<HTMLDialogElement>("dialog[open]")?.close();
  const dialog = document.createElement("dialog");
  dialog.className = name;
  dialog.setAttribute("aria-label", label);
  dialog.innerHTML = `${markup}<button class="plain close" data-close aria-label="Close">✕</button>`;
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || (event.target as Element).closest("[data-close]")) dialog.close();
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  ready?.(dialog);
  return dialog;
}

const KEYS: readonly [string, [string, string][]][] = [
  [
    "In the chart",
    [
      ["↑ ↓  Home End", "Choose a task"],
      ["→ ←", "Open or shut a lane, go to its parent, show the bar"],
      ["Shift + → ←", "Move the task by a day of work"],
      ["Alt + Shift + → ←", "Make it longer or shorter by a day"],
      ["Enter", "Inspect the task"],
      ["L", "Link it with another task"],
      ["N", "New task"],
      ["Delete", "Delete it"],
      ["+ −", "Zoom (Ctrl + wheel with the mouse)"],
    ],
  ],
  [
    "Everywhere",
    [
      ["Ctrl + Z", "Undo"],
      ["Ctrl + Shift + Z", "Redo"],
      ["/", "Search"],
      ["G", "Go to the chart"],
      ["V", "Level"],
      ["1  2", "Plan, scorecard"],
      ["I", "Details panel"],
      ["D", "Light or dark"],
      ["Ctrl + O, Ctrl + S", "Open, export"],
      ["Esc", "Stop a drag, close a window"],
      ["?", "This list"],
    ],
  ],
];

const LEGEND: readonly [string, string][] = [
  ['<rect class="l-task" x="2" y="6" width="32" height="12" rx="3"/>', "Task"],
  [
    '<rect class="l-critical" x="2" y="6" width="32" height="12" rx="3"/><path class="l-hatch" d="M8 18l8-12M16 18l8-12M24 18l8-12"/>',
    "Critical: a delay here delays the program or misses a date",
  ],
  ['<path class="l-dark" d="M18 3l9 9-9 9-9-9z"/>', "Milestone"],
  ['<path class="l-float" d="M2 12h30m0-5v10"/>', "Float: how far it can slip"],
  ['<rect class="l-ghost" x="2" y="10" width="32" height="5" rx="2"/>', "Where it was before"],
  ['<path class="l-dark" d="M18 21v-10l-6-7h12l-6 7"/>', "Deadline"],
  ['<path class="l-bad" d="M18 3l10 18H8z"/>', "Deadline missed"],
  ['<path class="l-pin" d="M18 21v-10"/><circle class="l-dark" cx="18" cy="8" r="4"/>', "Held by a date"],
  ['<rect class="l-away" x="4" y="2" width="28" height="20"/>', "Holiday or absence of the person"],
];

/** The keys and the legend. */
export function help(): void {
  const keys = KEYS.map(
    ([title, rows]) =>
      `<section><h3>${title}</h3><dl>${rows
        .map(
          ([key, text]) =>
            `<dt>${key
              .split("  ")
              .map((part) => `<kbd>${part}</kbd>`)
              .join(" ")}</dt><dd>${text}</dd>`,
        )
        .join("")}</dl></section>`,
  );
  const legend = LEGEND.map(
    ([shape, text]) =>
      `<li><svg viewBox="0 0 36 24" width="36" height="24" aria-hidden="true">${shape}</svg>${text}</li>`,
  );
  open(
    "help",
    "Keys and help",
    `<h2>Keys and signs</h2><div class="columns">${keys.join("")}<section><h3>Signs</h3>
      <ul class="legend">${legend.join("")}</ul></section></div>`,
  );
}

/** Every fault of a plan that cannot be opened. */
export function showFaults(name: string, issues: readonly Issue[]): void {
  const text = issues
    .map(
      (issue) =>
        `${issue.severity}[${issue.code}] at ${issue.at}: ${issue.message}${issue.help ? ` (${issue.help})` : ""}`,
    )
    .join("\n");
  const rows = issues.map(
    (issue) =>
      `<tr><td><code>${esc(issue.at || "document")}</code></td>
        <td>${esc(quoted(sentence(issue.message)))}${issue.help ? `<div class="soft">${esc(quoted(sentence(issue.help)))}</div>` : ""}</td>
        <td><code>${esc(issue.code)}</code></td></tr>`,
  );
  open(
    "faults",
    "Faults of the plan",
    `<h2>${esc(name)} cannot be planned</h2><p>${count(issues.length, "fault")} listed here; of very many of one kind the first hundreds are. The plan that was open stays open.</p>
    <div class="scroll" tabindex="0" role="region" aria-label="Faults"><table><thead><tr>
      <th scope="col">Place</th><th scope="col">What is wrong</th><th scope="col">Code</th></tr></thead>
      <tbody>${rows.join("")}</tbody></table></div>
    <div class="row"><button data-copy>Copy the list</button><button class="primary" data-close autofocus>Close</button></div>`,
    (dialog) => {
      dialog
        .querySelector("[data-copy]")
        ?.addEventListener("click", () => void navigator.clipboard.writeText(text));
    },
  );
}

/** A link to make or to change. */
export function editLink(app: App, from: string, to: string | null, kind = "FS"): void {
  const point = app.now;
  const existing = point.document.dependencies?.find((one) => one.from === from && one.to === to);
  const names = [...point.tasks.values()].filter(({ id }) => id !== from);
  const option = (value: string, label: string) =>
    `<option value="${value}" ${value === (existing?.kind ?? kind) ? "selected" : ""}>${label}</option>`;
  open(
    "link-dialog",
    "Link",
    `<h2>${existing ? "Change the link" : "Link"}</h2><form method="dialog"><p>From <b>${esc(point.name(from))}</b></p>
    <label class="field">To<input id="link-to" list="link-names" autocomplete="off"
        value="${to === null ? "" : esc(label(app, to))}" ${existing ? "readonly" : ""} /></label>
      <datalist id="link-names">${names.map(({ id }) => `<option value="${esc(label(app, id))}"></option>`).join("")}</datalist>
    <label class="field">Kind<select id="link-kind">${option("FS", "Finish to start")}${option("SS", "Start to start")}${option("FF", "Finish to finish")}${option("SF", "Start to finish")}</select>
      </label>
    <label class="field">Lag<input id="link-lag" value="${esc(existing?.lag ?? "0d")}" autocomplete="off"
        spellcheck="false" /></label><p class="soft">Such as 2d, -1d, 3ed for elapsed days, 50%.</p>
    <div class="row"><button class="primary" id="link-save" value="save">${existing ? "Change" : "Link"}</button>${existing ? '<button class="danger" value="remove">Remove</button>' : ""}</div>
      </form>`,
    (dialog) => {
      dialog.querySelector("form")?.addEventListener("submit", (event) => {
        const action = (event.submitter as HTMLButtonElement | null)?.value;
        const value = (id: string) => dialog.querySelector<HTMLInputElement>(id)?.value.trim() ?? "";
        const target =
          to ?? names.find(({ id }) => label(app, id) === value("#link-to") || id === value("#link-to"))?.id;
        if (!target) {
          event.preventDefault();
          dialog.querySelector<HTMLInputElement>("#link-to")?.setCustomValidity("Choose a task of the list");
          dialog.querySelector<HTMLInputElement>("#link-to")?.reportValidity();
          return;
        }
        app.side = "moves";
        if (action === "remove") app.apply(`Unlink ${point.name(from)}`, unlink(from, target));
        else
          app.apply(`Link ${point.name(from)}`, link(from, target, value("#link-kind"), value("#link-lag")));
      });
      dialog
        .querySelector("#link-to")
        ?.addEventListener("input", (event) => (event.target as HTMLInputElement).setCustomValidity(""));
    },
  );
}

function label(app: App, id: string): string {
  return `${app.now.name(id)} (${id})`;
}

/** A new task. */
export function addTask(app: App): void {
  const { document: plan } = app.now;
  const chosen = app.selected === null ? undefined : app.now.tasks.get(app.selected);
  const campaigns = plan.campaigns ?? [];
  open(
    "task-dialog",
    "New task",
    `<h2>New task</h2><form method="dialog">
    <label class="field">Name<input id="new-name" required autocomplete="off" /></label>
    <label class="field">Duration<input id="new-duration" value="1d" autocomplete="off" spellcheck="false" />
      </label><p class="soft">Such as 3d, 8h, 2w; 0d makes a milestone.</p>
    ${campaigns.length ? `<label class="field">Campaign<select id="new-campaign"><option value="">None</option>${campaigns.map(({ id, name }) => `<option
        value="${esc(id)}" ${id === chosen?.campaign ? "selected" : ""}>${esc(name ?? id)}</option>`).join("")}</select>
      </label>` : ""}
    ${chosen ? `<label class="check"><input id="new-after" type="checkbox" checked />
      <span>After ${esc(chosen.name ?? chosen.id)}</span></label>` : ""}
    <div class="row"><button class="primary" id="new-save">Add</button></div></form>`,
    (dialog) => {
      dialog.querySelector("form")?.addEventListener("submit", () => {
        const value = (id: string) => dialog.querySelector<HTMLInputElement>(id)?.value.trim() ?? "";
        const name = value("#new-name");
        const base =
          name
            .toLowerCase()
            .replace(/[^\p{L}\p{N}]+/gu, "-")
            .replace(/^-|-$/g, "") || "task";
        let id = base;
        for (let number = 2; app.now.tasks.has(id); number += 1) id = `${base}-${number}`;
        const milestone = /^0(\D|$)/.test(value("#new-duration"));
        const task = {
          name,
          ...(milestone ? { milestone: "finish" } : { duration: value("#new-duration") }),
          ...(value("#new-campaign") ? { campaign: value("#new-campaign") } : {}),
          ...(chosen?.market ? { market: chosen.market } : {}),
        };
        const after = dialog.querySelector<HTMLInputElement>("#new-after")?.checked && chosen;
        const point = app.apply(
          `Add ${name}`,
          { tasks: { [id]: task }, ...(after ? { dependencies: { [`${chosen.id}->${id}`]: {} } } : {}) },
          id,
        );
        if (point) app.select(id, { reveal: true });
      });
    },
  );
}
