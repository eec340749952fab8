// Starts the page and joins what the reader does with what the planner does.

import "./style.css";
import init from "paceline";
import { connect } from "paceline/client";
import { create } from "paceline/gantt";
import { App, type Side } from "./app.js";
import { addTask, editLink, help } from "./dialogs.js";
import { by, say, show, toast } from "./dom.js";
import { earliest, link, remove, unlink } from "./edit.js";
import { type Filter, ALL } from "./filter.js";
import { exportPicture, exportPlan, openFile, openSample, openText } from "./files.js";
import { bar, figures, foot, menu, tools } from "./panels/bar.js";
import { showProgress } from "./panels/level.js";
import { scorecard } from "./panels/scorecard.js";
import { keptAt, side } from "./panels/side.js";
import { restore } from "./save.js";

const app = new App(render);

function render(): void {
  if (!app.history.open) return;
  document.title = `${app.now.document.program.name} – Paceline planner`;
  show(by("bar"), bar(app));
  show(by("figures"), figures(app));
  show(by("tools"), tools(app));
  show(by("foot"), foot(app));
  by("plan").hidden = app.tab !== "plan";
  by("scorecard").hidden = app.tab !== "scorecard";
  if (app.tab === "scorecard") show(by("scorecard"), scorecard(app));
  by("side").hidden = !app.sideOpen;
  if (app.sideOpen) show(by("side"), side(app));
  if (app.leveling?.state === "running") showProgress(app.leveling);
}

// --- actions: what a button with `data-do` does ---

const actions: Record<string, (value: string) => void | Promise<void>> = {
  undo: () => app.step(-1),
  redo: () => app.step(1),
  help,
  tab: (value) => showTab(value as "plan" | "scorecard"),
  "tab-score": () => showTab("scorecard"),
  "tab-cost": () => showTab("plan"),
  side: () => {
    app.sideOpen = !app.sideOpen;
    render();
  },
  "side-tab": (value) => {
    app.side = value as Side;
    render();
  },
  "level-panel": () => {
    app.side = "level";
    app.sideOpen = true;
    showTab("plan");
    (
      document.getElementById("level-start") ??
      document.getElementById("level-cancel") ??
      document.getElementById("level-accept")
    )?.focus();
  },
  "level-start": async () => {
    const running = app.level();
    document.getElementById("level-cancel")?.focus();
    await running;
    document.getElementById("level-accept")?.focus();
  },
  "level-cancel": () => app.cancelLeveling(),
  "level-accept": () => app.acceptLeveling(),
  "level-discard": () => app.discardLeveling(),
  open: () => by("file").click(),
  export: () => exportPlan(app),
  page: () => exportPicture(app, "page"),
  svg: (value) => exportPicture(app, value as "gantt" | "load"),
  print: () => print(),
  sample: (value) => openSample(app, value),
  theme: () => {
    const dark = document.documentElement.dataset["theme"]
      ? document.documentElement.dataset["theme"] === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    document.documentElement.dataset["theme"] = dark ? "light" : "dark";
    localStorage.setItem("paceline-theme", dark ? "light" : "dark");
  },
  go: (value) => {
    showTab("plan");
    app.select(value, { reveal: true });
  },
  issue: (value) => goToPlace(value),
  unlink: (value) => {
    const [from, to] = JSON.parse(value) as [string, string];
    app.side = "moves";
    app.apply(`Unlink ${app.now.name(from)}`, unlink(from, to));
  },
  unassign: (value) => {
    if (app.selected)
      app.apply(`${app.now.person(value)} off ${app.now.name(app.selected)}`, {
        assignments: { [`${app.selected}/${value}`]: null },
      });
  },
  "forget-delay": () => {
    if (app.selected)
      app.apply(`Forget the delay of ${app.now.name(app.selected)}`, {
        tasks: { [app.selected]: { leveling_delay: null } },
      });
  },
  "add-task": () => addTask(app),
  "add-link": () => {
    if (app.selected) editLink(app, app.selected, null);
  },
  "delete-task": () => deleteTask(app.selected),
  "only-late": () => only("late"),
  "only-critical": () => only("critical"),
  "only-overloaded": () => only("overloaded"),
  "only-moved": () => only("moved"),
  "only-person": (value) => app.setFilter({ person: value }),
  "clear-filter": () => app.setFilter(ALL),
  zoom: (value) => app.gantt?.zoom(value as "day" | "week" | "month" | "fit"),
  "as-of-clear": () => {
    app.asOf = null;
    render();
  },
  "toast-close": () => {
    by("toast").hidden = true;
  },
};

function only(value: Filter["only"]): void {
  showTab("plan");
  app.setFilter({ only: app.filter.only === value ? "" : value });
}

function showTab(tab: "plan" | "scorecard"): void {
  app.tab = tab;
  render();
  if (tab === "plan") app.drawChart();
}

function deleteTask(id: string | null): void {
  if (id === null || !app.now.tasks.has(id)) return;
  const name = app.now.name(id);
  app.side = "moves";
  const done = app.apply(`Delete ${name}`, remove(app.now.document, id));
  if (done) toast(`Deleted ${name}.`, { label: "Undo", do: "undo" });
}

/** Goes to the place that an issue names. */
function goToPlace(place: string): void {
  const [list, id = ""] = place.split("/");
  if (list === "tasks" && app.now.tasks.has(id)) app.select(id, { reveal: true, side: false });
  else if (list === "dependencies") app.select(id.split("->")[1] ?? null, { reveal: true });
  else if (list === "assignments") app.select(id, { reveal: true });
  else if (list === "resources") app.choosePerson(id, null);
  else if (list === "objectives") showTab("scorecard");
  else say(`Place: ${place}`);
}

document.addEventListener("click", (event) => {
  const button = (event.target as Element).closest<HTMLElement>("[data-do]");
  if (!button) return;
  if (button.closest("#menu")) by("menu").hidePopover();
  void actions[button.dataset["do"] ?? ""]?.(button.dataset["value"] ?? "");
});

// --- fields ---

document.addEventListener("input", (event) => {
  const field = event.target as HTMLInputElement;
  if (field.id === "search") app.setFilter({ text: field.value });
});

document.addEventListener("change", (event) => {
  const field = event.target as HTMLInputElement;
  const { filter, wish, edit } = field.dataset;
  if (filter) app.setFilter({ [filter]: field.value });
  else if (wish)
    app.wishes = { ...app.wishes, [wish]: field.type === "checkbox" ? field.checked : field.value };
  else if (edit) editField(edit, field.value.trim());
  else if ("links" in field.dataset) {
    app.links = field.value;
    app.gantt?.view({ links: field.value as "near" });
  } else if ("assign" in field.dataset && app.selected && field.value) {
    app.apply(`${app.now.person(field.value)} on ${app.now.name(app.selected)}`, {
      assignments: { [`${app.selected}/${field.value}`]: {} },
    });
  } else if ("asOf" in field.dataset) {
    app.asOf = field.value || null;
    render();
  } else if (field.id === "file" && field.files?.[0]) {
    void openFile(app, field.files[0]);
    field.value = "";
  }
});

function editField(edit: string, value: string): void {
  const id = app.selected;
  const task = id === null ? undefined : app.now.tasks.get(id);
  if (!id || !task) return;
  const name = task.name ?? id;
  const changes: Record<string, [string, Record<string, unknown>]> = {
    name: [`Rename ${name}`, { tasks: { [id]: { name: value || null } } }],
    duration: [`Duration of ${name}`, { tasks: { [id]: { duration: value || null } } }],
    deadline: [`Deadline of ${name}`, { tasks: { [id]: { deadline: value || null } } }],
    earliest: [`Not before: ${name}`, earliest(task, value)],
  };
  const change = changes[edit];
  if (change && !app.apply(...change)) render();
}

// --- keys ---

const keys: Record<string, () => void> = {
  "?": help,
  "/": () => by("search").focus(),
  g: () => app.gantt?.focus(),
  v: () => void actions["level-panel"]?.(""),
  i: () => void actions["side"]?.(""),
  d: () => void actions["theme"]?.(""),
  n: () => addTask(app),
  l: () => {
    if (app.selected) editLink(app, app.selected, null);
  },
  "1": () => showTab("plan"),
  "2": () => showTab("scorecard"),
};

const withControl: Record<string, () => void> = {
  z: () => app.step(-1),
  "shift+z": () => app.step(1),
  y: () => app.step(1),
  o: () => by("file").click(),
  s: () => exportPlan(app),
};

document.addEventListener("keydown", (event) => {
  const target = event.target as HTMLElement;
  const typing = target.closest("input:not([type=checkbox]),select,textarea,dialog") !== null;
  const control = event.ctrlKey || event.metaKey;
  if (event.key === "Escape" && target.closest("#side") && !event.defaultPrevented) app.gantt?.focus();
  if (target.closest("dialog") || (typing && (!control || event.key.toLowerCase() === "z"))) return;
  if (tabKeys(event, target)) return;
  const shift = event.shiftKey ? "shift+" : "";
  const action = control
    ? withControl[shift + event.key.toLowerCase()]
    : event.altKey
      ? undefined
      : keys[event.key.toLowerCase()];
  if (!action) return;
  event.preventDefault();
  action();
});

/** Arrow keys walk along a list of tabs, and up and down the menu. */
function tabKeys(event: KeyboardEvent, target: HTMLElement): boolean {
  const role = target.getAttribute("role");
  const [list, less, more] =
    role === "tab"
      ? ['[role="tablist"]', "ArrowLeft", "ArrowRight"]
      : ['[role="menu"]', "ArrowUp", "ArrowDown"];
  if ((role !== "tab" && role !== "menuitem") || (event.key !== less && event.key !== more)) return false;
  const items = [...(target.closest(list)?.querySelectorAll<HTMLElement>(`[role="${role}"]`) ?? [])];
  const next = items[(items.indexOf(target) + (event.key === more ? 1 : items.length - 1)) % items.length];
  if (role === "tab") next?.click();
  (document.getElementById(next?.id ?? "") ?? next)?.focus();
  event.preventDefault();
  return true;
}

by("menu").addEventListener("toggle", (event) => {
  if ((event as ToggleEvent).newState === "open")
    by("menu").querySelector<HTMLElement>('[role="menuitem"]')?.focus();
});

// --- files dropped on the page ---

for (const kind of ["dragenter", "dragover"]) {
  document.addEventListener(kind, (event) => {
    if (!(event as DragEvent).dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    by("drop").hidden = false;
  });
}
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) by("drop").hidden = true;
});
document.addEventListener("drop", (event) => {
  by("drop").hidden = true;
  const file = event.dataTransfer?.files[0];
  if (!file) return;
  event.preventDefault();
  void openFile(app, file);
});

// --- start ---

function makeGantt(): void {
  app.gantt = create(by("chart"), {
    label: "Tasks and their dates",
    names: 380,
    loadHeight: innerHeight < 700 ? 120 : 190,
    zoom: "fit",
    empty: "There is no task to show. Clear the filter to see all of them, or add one with “+ Task”.",
    onSelect: (task) => app.select(task),
    onOpen(task) {
      app.sideOpen = true;
      app.side = "task";
      app.select(task);
      document.getElementById("task-name")?.focus();
    },
    onEdit: (edit, phase) => app.edit(edit, phase),
    onLink({ from, to, kind }) {
      app.side = "moves";
      app.apply(`Link ${app.now.name(from)}`, link(from, to, kind, ""), to);
    },
    onLinkClick: ({ from, to, kind }) => editLink(app, from, to, kind),
    onDelete: deleteTask,
    onZoom(perDay) {
      app.zoom = perDay;
      render();
    },
    onResource: (person, day) => app.choosePerson(person, day),
  });
}

async function begin(): Promise<void> {
  const theme = localStorage.getItem("paceline-theme");
  if (theme) document.documentElement.dataset["theme"] = theme;
  by("menu").innerHTML = menu();
  if (innerWidth < 1000) app.sideOpen = false;
  const [saved] = await Promise.all([restore(), init()]);
  makeGantt();
  if (!saved || !openText(app, saved.text, "the plan kept in this browser")) await openSample(app, "aurora");
  else toast(`Your plan of ${keptAt(saved.at)} is back.`);
  app.engine = await connect();
  app.warm();
  void app.engine.schedule(app.now.plan); // the Worker warms up too
  render();
  document.documentElement.dataset["ready"] = "true";
}

async function keepOffline(): Promise<void> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  await navigator.serviceWorker.register("./offline.js");
  await navigator.serviceWorker.ready;
  app.offline = true;
  render();
}

begin().then(
  () => keepOffline().catch(() => undefined),
  (error: unknown) => {
    by("chart").textContent =
      `The planner could not start: ${error instanceof Error ? error.message : String(error)}`;
    throw error;
  },
);
