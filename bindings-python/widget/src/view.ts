// One view of the widget in a notebook: a bar of buttons, the chart, and what the last change moved.

import { create, type Gantt, type Zoom } from "paceline/gantt";
import type { Model } from "./model.js";
import type { Session } from "./session.js";
import { css } from "./style.js";
import { count, date, finish, sentence, shift } from "./words.js";

/** Most reasons listed. */
const MOST = 200;
/** Most moved tasks that are marked in the chart: more would be a chart of marks. */
const MOST_MARKED = 30;

/** Draws a session into an element; the answer removes it. */
export function draw(session: Session, model: Model, element: Element): () => void {
  const view = new View(session, model, element);
  return () => view.destroy();
}

class View {
  private readonly root = document.createElement("div");
  private readonly chart: HTMLElement;
  private readonly gantt: Gantt;
  private readonly stop = new AbortController();
  private readonly endings: (() => void)[] = [];

  constructor(
    private readonly session: Session,
    private readonly model: Model,
    element: Element,
  ) {
    this.root.className = "plw";
    // Keys typed here are not commands of the notebook.
    this.root.dataset["lmSuppressShortcuts"] = "true";
    this.root.dataset["theme"] = theme(model.get("theme"), element);
    this.root.innerHTML = `<style>${css}</style>${skeleton(model.get("read_only"))}`;
    element.append(this.root);
    this.chart = this.part("chart");
    this.gantt = this.build();
    this.listen();
    this.endings.push(session.watch((fresh) => this.update(fresh)));
    this.update(true);
  }

  destroy(): void {
    this.stop.abort();
    for (const end of this.endings) end();
    this.gantt.destroy();
    this.root.remove();
  }

  private part(name: string): HTMLElement {
    return this.root.querySelector<HTMLElement>(`[data-part=${name}]`) as HTMLElement;
  }

  private build(): Gantt {
    const { session, model } = this;
    this.chart.style.height = `${model.get("height")}px`;
    return create(this.chart, {
      label: `Gantt chart of ${session.now.document.program.name}`,
      theme: this.root.dataset["theme"] as "light" | "dark",
      readOnly: model.get("read_only"),
      names: Math.min(300, Math.max(140, this.chart.clientWidth * 0.3)),
      loadHeight: Math.min(150, model.get("height") / 3),
      zoom: "fit",
      onEdit: (edit, phase) => session.edit(edit, phase),
      onLink: (ends) => session.link(ends),
      onSelect: (task) => {
        model.set("selected", task ?? "");
        model.save_changes();
      },
    });
  }

  private listen(): void {
    const { signal } = this.stop;
    this.root.addEventListener("click", (event) => this.click(event), { signal });
    this.root.addEventListener("keydown", (event) => this.key(event), { signal });
    this.part("zoom").addEventListener("change", (event) => this.gantt.zoom((event.target as HTMLSelectElement).value as Zoom), { signal });
    this.hear("selected", () => this.gantt.select(this.model.get("selected") || null));
    this.hear("height", () => (this.chart.style.height = `${this.model.get("height")}px`));
    this.hear("show_load", () => this.update(false));
  }

  private hear(trait: string, heard: () => void): void {
    this.model.on(`change:${trait}`, heard);
    this.endings.push(() => this.model.off(`change:${trait}`, heard));
  }

  private click(event: MouseEvent): void {
    const button = (event.target as Element).closest<HTMLElement>("[data-do],[data-task]");
    switch (button?.dataset["do"]) {
      case "level":
        void this.session.level();
        break;
      case "undo":
        this.session.undo();
        break;
      case "redo":
        this.session.redo();
        break;
      case undefined:
        if (button?.dataset["task"]) this.goTo(button.dataset["task"]);
    }
  }

  private goTo(task: string): void {
    this.gantt.reveal(task);
    this.gantt.select(task);
    this.model.set("selected", task);
    this.model.save_changes();
  }

  private key(event: KeyboardEvent): void {
    event.stopPropagation();
    if (!(event.ctrlKey || event.metaKey) || this.model.get("read_only")) return;
    const key = event.key.toLowerCase();
    const isRedo = key === "y" || (key === "z" && event.shiftKey);
    if (!isRedo && key !== "z") return;
    event.preventDefault();
    if (isRedo) this.session.redo();
    else this.session.undo();
  }

  private update(fresh: boolean): void {
    const { shown, now, leveling } = this.session;
    const moved = shown === now ? now.moved : null;
    this.gantt.update(
      {
        plan: shown.document,
        schedule: shown.schedule,
        before: shown === now ? now.before : now.schedule,
        load: this.model.get("show_load") ? this.session.load() : null,
        marked: moved && moved.shifts.length <= MOST_MARKED ? new Set(moved.shifts.map(({ task }) => task)) : null,
      },
      { fresh },
    );
    this.part("status").innerHTML = this.status();
    this.part("why").innerHTML = shown === now ? this.reasons() : this.part("why").innerHTML;
    for (const [name, able] of [["undo", this.session.canUndo], ["redo", this.session.canRedo]] as const) {
      const button = this.root.querySelector<HTMLButtonElement>(`[data-do=${name}]`);
      if (button) button.disabled = !able;
    }
    const level = this.root.querySelector<HTMLButtonElement>("[data-do=level]");
    if (level) level.textContent = leveling ? "Stop" : "Level";
  }

  private status(): string {
    const { shown, leveling, fault } = this.session;
    if (fault) return `<span class="bad">${escape(fault)}</span>`;
    if (leveling) return escape(progress(leveling.progress));
    const late = shown.schedule.tasks.filter((row) => (row.late_days ?? 0) > 0).length;
    const words = late ? `<span class="bad">${count(late, "task")} late</span>` : "nothing late";
    return `finishes <b>${escape(finish(shown.schedule.finish, true))}</b> · ${words}`;
  }

  /** What the last change moved, each task with its reason. */
  private reasons(): string {
    const { moved, label, reasons } = this.session.now;
    if (!moved) return `<p class="soft">Drag a bar, its end, or a link between two bars: what it moves is listed here with the reason.</p>`;
    const late = moved.late_after - moved.late_before;
    const summary = [
      `${count(moved.shifts.length, "task")} moved.`,
      moved.finish_delay ? `The program finishes ${finish(moved.finish_after)}, ${shift(moved.finish_delay)}.` : "The finish of the program stays.",
      late ? `${Math.abs(late)} ${late > 0 ? "more" : "fewer"} late.` : "",
    ];
    const rows = moved.shifts.slice(0, MOST).map((row) => {
      const isStart = row.start_delay !== 0;
      const delay = isStart ? row.start_delay : row.finish_delay;
      const [from, to] = isStart ? [date(row.start_before), date(row.start_after)] : [finish(row.finish_before), finish(row.finish_after)];
      const known = row.cause.kind === "own" ? reasons.get(row.task) : undefined;
      const why = known ?? sentence(row.message.replace(/^.*?, (?=because )/, ""));
      return `<li><button data-task="${escape(row.task)}">${escape(this.session.name(row.task))}</button> <b class="${delay > 0 ? "later" : "earlier"}">${shift(delay)}</b>
        ${isStart ? "starts" : "finishes"} ${escape(from)} → ${escape(to)} <span class="soft">${escape(why)}</span></li>`;
    });
    const more = moved.shifts.length > MOST ? `<p class="soft">and ${count(moved.shifts.length - MOST, "more task")}.</p>` : "";
    return `<p><b>${escape(label)}.</b> ${escape(summary.filter(Boolean).join(" "))}</p><ul>${rows.join("")}</ul>${more}`;
  }
}

function progress(told: { steps: number; budget: number; objective: readonly number[]; bound: readonly number[] } | null): string {
  if (!told) return "leveling…";
  const best = told.objective.map((value, index) => `${round(value)} (at best ${round(told.bound[index] ?? 0)})`);
  return `leveling: ${Math.round((100 * told.steps) / Math.max(1, told.budget))} %, ${best.join(", ")}`;
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Text as HTML. */
function escape(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

function skeleton(isReadOnly: boolean): string {
  const buttons = `<button data-do="level" class="main" title="The best plan in which nobody is overloaded">Level</button>
    <button data-do="undo" title="Ctrl+Z">Undo</button><button data-do="redo" title="Ctrl+Y">Redo</button>`;
  const zoom = ["fit", "month", "week", "day"].map((name) => `<option value="${name}">${name === "fit" ? "Everything" : `${name.charAt(0).toUpperCase()}${name.slice(1)}s`}</option>`);
  return `<div class="bar" role="toolbar" aria-label="Plan">${isReadOnly ? "" : buttons}
    <label>Scale <select data-part="zoom">${zoom.join("")}</select></label>
    <span data-part="status" role="status"></span></div>
    <div data-part="chart"></div>
    <details ${isReadOnly ? "hidden" : "open"}><summary>What moved, and why</summary><div data-part="why"></div></details>`;
}

/** Light or dark, as the notebook around it: JupyterLab, VS Code and marimo each say it in their own way. */
function theme(wish: "auto" | "light" | "dark", element: Element): "light" | "dark" {
  if (wish !== "auto") return wish;
  const { body, documentElement: html } = element.ownerDocument;
  const isDark =
    body.dataset["jpThemeLight"] === "false" ||
    body.classList.contains("vscode-dark") ||
    body.classList.contains("dark") ||
    html.classList.contains("dark");
  return isDark ? "dark" : "light";
}
