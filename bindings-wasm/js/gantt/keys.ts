// The keyboard: everything that the pointer can do to a task.

import { workdaysBetween } from "./calendar.js";
import type { GanttView } from "./gantt.js";
import type { Row } from "./model.js";
import { DAY, dayOf, isoDate, time } from "./scale.js";

/** Listens to the keys of the two lists and of the splitters. */
export class Keys {
  constructor(
    private readonly gantt: GanttView,
    signal: AbortSignal,
  ) {
    const { names, people, grip, split } = gantt.parts;
    const on = (element: HTMLElement, heard: (event: KeyboardEvent) => boolean) =>
      element.addEventListener(
        "keydown",
        (event) => {
          if (heard(event)) {
            event.preventDefault();
            event.stopPropagation();
          }
        },
        { signal },
      );
    on(names, (event) => this.inNames(event));
    on(people, (event) => this.inPeople(event));
    on(grip, ({ key }) =>
      this.slide(key, "ArrowLeft", "ArrowRight", (by) => gantt.setNames(gantt.namesWidth + by)),
    );
    on(split, ({ key }) =>
      this.slide(key, "ArrowDown", "ArrowUp", (by) => gantt.setLoadHeight(gantt.loadPixels + by)),
    );
    names.addEventListener("focus", () => this.enter(), { signal });
  }

  private slide(key: string, less: string, more: string, move: (by: number) => void): boolean {
    if (key !== less && key !== more) return false;
    move(key === more ? 24 : -24);
    return true;
  }

  /** Focus without a choice chooses the first row. */
  private enter(): void {
    const { chart, selected } = this.gantt;
    const first = chart?.rows[0];
    if (first && (selected === null || !chart.rowOf.has(selected))) this.gantt.choose(first.id);
  }

  private inNames(event: KeyboardEvent): boolean {
    const { gantt } = this;
    const { chart } = gantt;
    if (!chart || chart.rows.length === 0 || event.ctrlKey || event.metaKey) return false;
    const index = gantt.selected === null ? -1 : (chart.rowOf.get(gantt.selected) ?? -1);
    const row = chart.rows[index];
    if (event.shiftKey && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
      return row ? this.move(row, event.key === "ArrowRight" ? 1 : -1, event.altKey) : false;
    }
    if (event.shiftKey || event.altKey) return false;
    const page = Math.max(1, Math.floor(gantt.parts.main.clientHeight / 28) - 3);
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -1e9,
      End: 1e9,
    };
    const step = steps[event.key];
    if (step !== undefined) {
      const next = chart.rows[Math.max(0, Math.min(chart.rows.length - 1, index + step))];
      if (next) gantt.choose(next.id, true);
      return true;
    }
    return row ? this.onRow(event.key, row, index) : false;
  }

  private onRow(key: string, row: Row, index: number): boolean {
    const { gantt } = this;
    const rows = gantt.chart?.rows ?? [];
    switch (key) {
      case "ArrowRight":
        if (row.open === false) gantt.toggle(row.id, true);
        else if (row.open) gantt.choose(rows[index + 1]?.id ?? row.id, true);
        else gantt.bringIn(index, true);
        return true;
      case "ArrowLeft":
        if (row.open) gantt.toggle(row.id, false);
        else {
          let above = index;
          while (above > 0 && (rows[above]?.level ?? 1) >= row.level) above -= 1;
          gantt.choose(rows[above]?.id ?? row.id, true);
        }
        return true;
      case "Enter":
      case " ":
        if (row.kind === "lane") gantt.toggle(row.id);
        else gantt.options.onOpen?.(row.id);
        return true;
      case "Delete":
        if (row.kind === "lane" || gantt.options.readOnly) return false;
        gantt.options.onDelete?.(row.id);
        return true;
      case "+":
      case "=":
      case "-":
        gantt.zoom(gantt.perDay * (key === "-" ? 0.8 : 1.25));
        return true;
      default:
        return false;
    }
  }

  /** Moves a task to the next or last day of work of its calendar, or its end with Alt. */
  private move(row: Row, step: 1 | -1, resize: boolean): boolean {
    const { gantt } = this;
    const dates = row.dates;
    if (!dates || !gantt.chart || gantt.options.readOnly) return true;
    const off = gantt.chart.off;
    const from = dayOf(time(dates.start));
    if (resize) {
      const last = dayOf(time(dates.finish) - 1);
      const days = Math.max(1, workdaysBetween(off, row.calendar, from, last + DAY) + step);
      gantt.options.onEdit?.(
        { task: row.id, gesture: "resize", date: isoDate(last + step * DAY), days },
        "commit",
      );
      return true;
    }
    let at = from + step * DAY;
    for (let tries = 0; tries < 60 && off.on(row.calendar, at) !== null; tries += 1) at += step * DAY;
    const days = Math.round((at - from) / DAY);
    gantt.options.onEdit?.({ task: row.id, gesture: "move", date: isoDate(at), days }, "commit");
    return true;
  }

  private inPeople(event: KeyboardEvent): boolean {
    const { gantt } = this;
    const rows = gantt.people;
    const index = rows.findIndex((row) => row.resource === gantt.person);
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, Home: -1e9, End: 1e9 };
    const step = steps[event.key];
    if (event.key === "Escape" && gantt.person !== null) {
      gantt.pickPerson(null, null);
      return true;
    }
    if (step === undefined || rows.length === 0) return false;
    const next = Math.max(0, Math.min(rows.length - 1, index + step));
    const { load } = gantt.parts;
    if (next * 36 < load.scrollTop) load.scrollTop = next * 36;
    else if ((next + 1) * 36 > load.scrollTop + load.clientHeight)
      load.scrollTop = (next + 1) * 36 - load.clientHeight;
    gantt.pickPerson(rows[next]?.resource ?? null, null);
    return true;
  }
}
