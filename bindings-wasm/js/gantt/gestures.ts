// The pointer: choosing, dragging bars and their ends, drawing links, panning, zooming, tips.

import { workdaysBetween } from "./calendar.js";
import { BAR, ROW, describe, edges, escape } from "./draw.js";
import type { GanttView } from "./gantt.js";
import type { Row } from "./model.js";
import type { Edit } from "./options.js";
import { DAY, dayOf, finishDate, isoDate, longDate, time } from "./scale.js";

/** Pixels before a press becomes a drag. */
const SLACK = 4;
/** Milliseconds before a tip shows. */
const PATIENCE = 350;

type Grip = "move" | "resize" | "link-finish" | "link-start" | "pan" | "names" | "split";

interface Drag {
  grip: Grip;
  row: Row | undefined;
  x: number;
  y: number;
  scroll: { left: number; top: number };
  start: number;
  finish: number;
  began: boolean;
  edit: Edit | null;
  said: string;
  target: { id: string; kind: string } | null;
}

/** Follows the pointer over a chart. */
export class Gestures {
  private drag: Drag | null = null;
  private timer = 0;

  constructor(
    private readonly gantt: GanttView,
    signal: AbortSignal,
  ) {
    const { root, main, names, people, load, grip, split } = gantt.parts;
    main.addEventListener("pointerdown", (event) => this.press(event), { signal });
    main.addEventListener("pointermove", (event) => this.glide(event), { signal });
    main.addEventListener("pointerleave", () => this.leave(), { signal });
    root.addEventListener("pointermove", (event) => this.dragTo(event), { signal });
    root.addEventListener("pointerup", (event) => this.release(event), { signal });
    root.addEventListener("pointercancel", () => this.cancel(), { signal });
    addEventListener("keydown", (event) => this.key(event), { signal, capture: true });
    main.addEventListener("dblclick", (event) => this.open(event), { signal });
    main.addEventListener("wheel", (event) => this.wheel(event), { signal, passive: false });
    names.addEventListener("pointerdown", (event) => this.pressName(event), { signal });
    people.addEventListener("click", (event) => this.clickPerson(event), { signal });
    load.addEventListener("click", (event) => this.clickLoad(event), { signal });
    grip.addEventListener("pointerdown", (event) => this.begin(event, "names", undefined), { signal });
    split.addEventListener("pointerdown", (event) => this.begin(event, "split", undefined), { signal });
  }

  // --- beginning ---

  private press(event: PointerEvent): void {
    if (event.button !== 0) return;
    const target = event.target as Element;
    if (target.closest(".plg-names,.plg-corner,.plg-empty")) return;
    this.gantt.hideTip();
    const link = target.closest<SVGElement>(".link-hit");
    if (link) {
      const { from = "", to = "", kind = "FS" } = link.dataset;
      this.gantt.options.onLinkClick?.({ from, to, kind });
      return;
    }
    const knob = target.closest<SVGElement>("[data-knob]");
    const bar = target.closest<SVGElement>("[data-bar]");
    const id = knob?.dataset["of"] ?? bar?.dataset["bar"];
    const row = id === undefined ? undefined : this.gantt.chart?.rows[this.gantt.chart.rowOf.get(id) ?? -1];
    if (!row) {
      this.begin(event, "pan", this.gantt.rowAt(event.clientY));
      return;
    }
    const { readOnly } = this.gantt.options;
    this.begin(event, readOnly ? "pan" : ((knob?.dataset["knob"] as Grip | undefined) ?? "move"), row);
  }

  private begin(event: PointerEvent, grip: Grip, row: Row | undefined): void {
    const { root, main } = this.gantt.parts;
    root.setPointerCapture(event.pointerId);
    if (grip === "pan" || grip === "move") event.preventDefault();
    this.drag = {
      grip,
      row,
      x: event.clientX,
      y: event.clientY,
      scroll: { left: main.scrollLeft, top: main.scrollTop },
      start: row?.dates ? time(row.dates.start) : 0,
      finish: row?.dates ? time(row.dates.finish) : 0,
      began: grip === "names" || grip === "split",
      edit: null,
      said: "",
      target: null,
    };
  }

  // --- while the button is down ---

  private dragTo(event: PointerEvent): void {
    const { drag, gantt } = this;
    if (!drag) return;
    const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.began) {
      if (Math.hypot(dx, dy) < SLACK) return;
      drag.began = true;
      this.mark(drag);
    }
    switch (drag.grip) {
      case "pan":
        gantt.parts.main.scrollLeft = drag.scroll.left - dx;
        gantt.parts.main.scrollTop = drag.scroll.top - dy;
        return;
      case "names":
        gantt.setNames(event.clientX - gantt.parts.root.getBoundingClientRect().left);
        return;
      case "split":
        gantt.setLoadHeight(gantt.parts.root.getBoundingClientRect().bottom - event.clientY);
        return;
      case "move":
        this.follow(event);
        this.wish(drag, this.wishToMove(drag, dx), event);
        return;
      case "resize":
        this.follow(event);
        this.wish(drag, this.wishToResize(drag, event.clientX), event);
        return;
      default:
        this.rubber(drag, event);
    }
  }

  private mark(drag: Drag): void {
    const name = drag.grip === "resize" ? "resizing" : drag.grip.startsWith("link") ? "linking" : "dragging";
    this.gantt.parts.root.classList.add(name);
    if (drag.row && (drag.grip === "move" || drag.grip === "resize")) this.gantt.choose(drag.row.id);
  }

  /** Scrolls when the pointer comes near an edge. */
  private follow(event: PointerEvent): void {
    const { main } = this.gantt.parts;
    const box = main.getBoundingClientRect();
    const left = box.left + this.gantt.namesWidth;
    const by =
      event.clientX > box.right - 36 ? 14 : event.clientX < left + 24 && event.clientX > left - 60 ? -14 : 0;
    if (by) {
      const before = main.scrollLeft;
      main.scrollLeft += by;
      if (this.drag) this.drag.x -= main.scrollLeft - before;
    }
  }

  private wishToMove(drag: Drag, dx: number): Edit | null {
    if (!drag.row) return null;
    const days = Math.round(dx / this.gantt.scale.perDay);
    return { task: drag.row.id, gesture: "move", date: isoDate(dayOf(drag.start) + days * DAY), days };
  }

  private wishToResize(drag: Drag, clientX: number): Edit | null {
    const { chart } = this.gantt;
    if (!drag.row || !chart) return null;
    const from = dayOf(drag.start);
    const to = Math.max(from + DAY, dayOf(this.gantt.timeAt(clientX) + DAY / 2));
    const days = workdaysBetween(chart.off, drag.row.calendar, from, to);
    return { task: drag.row.id, gesture: "resize", date: isoDate(to - DAY), days };
  }

  /** Tells the host what is wished, if that has changed, and shows the answer. */
  private wish(drag: Drag, edit: Edit | null, event: PointerEvent): void {
    if (!edit) return;
    if (edit.date !== drag.edit?.date || edit.days !== drag.edit.days) {
      drag.edit = edit;
      drag.said = this.gantt.options.onEdit?.(edit, "preview") ?? "";
    }
    this.drawWish(drag, edit);
    const row = this.gantt.chart?.dates.get(edit.task);
    const dates = row ? `${longDate(time(row.start))} to ${finishDate(time(row.finish), longDate)}` : "";
    const held = drag.said ? `<span class="held">${escape(drag.said)}</span>` : "";
    this.gantt.showTip(`<b>${dates}</b>${held}`, event.clientX, event.clientY);
  }

  private drawWish(drag: Drag, edit: Edit): void {
    const { chart, scale, parts } = this.gantt;
    const index = chart?.rowOf.get(edit.task);
    if (index === undefined) return;
    const y = index * ROW + BAR.top;
    const moved = edit.gesture === "move";
    const from = moved ? drag.start + edit.days * DAY : drag.start;
    const to = moved ? drag.finish + edit.days * DAY : time(edit.date) + DAY;
    const x = scale.x(from) - (drag.row?.kind === "milestone" ? 7 : 0);
    const width = drag.row?.kind === "milestone" ? 14 : Math.max(4, scale.x(to) - x);
    const line = moved ? scale.x(time(edit.date)) : scale.x(to);
    const top = Number(parts.overlay.getAttribute("viewBox")?.split(" ")[1] ?? 0);
    parts.overlay.innerHTML =
      `<path class="wanted-line" d="M${line} ${top}v${parts.overlay.getAttribute("height")}"/>` +
      `<rect class="wanted" x="${x}" y="${y - 2}" width="${width}" height="${BAR.height + 4}" rx="4"/>`;
  }

  private rubber(drag: Drag, event: PointerEvent): void {
    const { gantt } = this;
    if (!drag.row || !gantt.chart) return;
    const { left, right } = edges(drag.row, gantt.scale);
    const index = gantt.chart.rowOf.get(drag.row.id) ?? 0;
    const x1 = drag.grip === "link-finish" ? right : left;
    const y1 = index * ROW + BAR.top + BAR.height / 2;
    const x2 = gantt.scale.x(gantt.timeAt(event.clientX));
    const over = gantt.rowAt(event.clientY);
    const y2 = y1 + event.clientY - drag.y;
    let box = "";
    drag.target = null;
    if (over?.dates && over.id !== drag.row.id) {
      const at = edges(over, gantt.scale);
      const into =
        x2 > (at.left + at.right) / 2 && x2 < at.right + 30 && over.kind !== "milestone" ? "F" : "S";
      drag.target = { id: over.id, kind: `${drag.grip === "link-finish" ? "F" : "S"}${into}` };
      const top = (gantt.chart.rowOf.get(over.id) ?? 0) * ROW + BAR.top;
      box = `<rect class="wanted" x="${at.left - 3}" y="${top - 3}" width="${at.right - at.left + 6}" height="${BAR.height + 6}" rx="4"/>`;
    }
    gantt.parts.overlay.innerHTML = `<path class="rubber" d="M${x1} ${y1}L${x2} ${y2}"/>${box}`;
    const name = escape(drag.row.name);
    const words: Record<string, string> = {
      FS: `starts when ${name} has finished`,
      SS: `starts when ${name} has started`,
      FF: `finishes when ${name} has finished`,
      SF: `finishes when ${name} has started`,
    };
    const html = drag.target
      ? `<b>${escape(gantt.chart.name(drag.target.id))}</b><span>${words[drag.target.kind]}</span>`
      : "<span>Drop on the task that waits</span>";
    gantt.showTip(html, event.clientX, event.clientY);
  }

  // --- the end ---

  private release(event: PointerEvent): void {
    const { drag, gantt } = this;
    if (!drag) return;
    this.end(event.pointerId);
    if (!drag.began) {
      if (drag.row) gantt.choose(drag.row.id);
      else if (drag.grip === "pan") gantt.choose(null);
      gantt.parts.names.focus({ preventScroll: true });
      return;
    }
    if (drag.edit)
      gantt.options.onEdit?.(
        drag.edit,
        drag.edit.days === 0 && drag.edit.gesture === "move" ? "cancel" : "commit",
      );
    if (drag.target && drag.row)
      gantt.options.onLink?.({ from: drag.row.id, to: drag.target.id, kind: drag.target.kind });
  }

  private cancel(): void {
    const { drag } = this;
    if (!drag) return;
    this.end();
    if (drag.edit) this.gantt.options.onEdit?.(drag.edit, "cancel");
  }

  private end(pointer?: number): void {
    const { root, overlay } = this.gantt.parts;
    this.drag = null;
    if (pointer !== undefined && root.hasPointerCapture(pointer)) root.releasePointerCapture(pointer);
    root.classList.remove("dragging", "resizing", "linking");
    overlay.innerHTML = "";
    this.gantt.hideTip();
    this.drawKnobs();
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !this.drag) return;
    event.preventDefault();
    event.stopPropagation();
    this.cancel();
  }

  // --- without a button ---

  private glide(event: PointerEvent): void {
    if (this.drag) return;
    const { gantt } = this;
    const target = event.target as Element;
    const knob = target.closest<SVGElement>("[data-knob]");
    const bar = target.closest<SVGElement>("[data-bar]");
    const inNames = target.closest<HTMLElement>("[data-row]");
    const id = knob?.dataset["of"] ?? bar?.dataset["bar"] ?? null;
    gantt.hover(id);
    clearTimeout(this.timer);
    const about = id ?? inNames?.dataset["row"];
    const row = about === undefined ? undefined : gantt.chart?.rows[gantt.chart.rowOf.get(about) ?? -1];
    if (!row || !gantt.chart) {
      gantt.hideTip();
      return;
    }
    const { clientX, clientY } = event;
    const chart = gantt.chart;
    const lines = describe(chart, row).map((line) => `<span>${escape(line)}</span>`);
    this.timer = window.setTimeout(() => {
      if (!this.drag) gantt.showTip(`<b>${escape(row.name)}</b>${lines.join("")}`, clientX, clientY);
    }, PATIENCE);
    if (!gantt.parts.tip.hidden) gantt.hideTip();
  }

  private leave(): void {
    clearTimeout(this.timer);
    if (this.drag) return;
    this.gantt.hideTip();
    this.gantt.hover(null);
  }

  /** Handles of the bar under the pointer: its end, and a knob at either side to draw links from. */
  drawKnobs(): void {
    const { chart, scale, hovered, selected, options, parts } = this.gantt;
    if (this.drag || options.readOnly) return;
    let out = "";
    for (const id of new Set([hovered, selected])) {
      const index = id === null ? undefined : chart?.rowOf.get(id);
      const row = index === undefined ? undefined : chart?.rows[index];
      if (!row?.dates || index === undefined) continue;
      const { left, right } = edges(row, scale);
      const y = index * ROW + BAR.top + BAR.height / 2;
      const of = `data-of="${escape(row.id)}"`;
      const reach = row.kind === "milestone" ? 2 : 7;
      if (row.kind === "task") {
        const inside = Math.min(7, (right - left) / 3);
        out += `<rect class="edge" data-knob="resize" ${of} x="${right - inside}" y="${y - 8}" width="${inside + 3}" height="16"/>`;
      }
      const bridge = `y="${y - 7}" width="${reach + 3}" height="14"/>`;
      out += `<rect class="bridge" data-knob="link-start" ${of} x="${left - reach - 3}" ${bridge}`;
      out += `<rect class="bridge" data-knob="link-finish" ${of} x="${right + (row.kind === "task" ? 3 : 0)}" ${bridge}`;
      out += `<circle class="knob" data-knob="link-start" ${of} cx="${left - reach - 3}" cy="${y}" r="4"/>`;
      out += `<circle class="knob" data-knob="link-finish" ${of} cx="${right + reach + 3}" cy="${y}" r="4"/>`;
    }
    parts.overlay.innerHTML = `<g style="pointer-events:auto">${out}</g>`;
  }

  /** At the press, before the focus moves: what is drawn again then is not under the pointer any more. */
  private pressName(event: PointerEvent): void {
    if (event.button !== 0) return;
    const target = event.target as Element;
    const id = target.closest<HTMLElement>("[data-row]")?.dataset["row"];
    if (id === undefined) return;
    if (target.closest("[data-toggle]")) this.gantt.toggle(id);
    else this.gantt.choose(id);
  }

  private clickPerson(event: MouseEvent): void {
    const id = (event.target as Element).closest<HTMLElement>("[data-person]")?.dataset["person"];
    if (id !== undefined) this.gantt.pickPerson(id === this.gantt.person ? null : id, null);
    event.stopPropagation();
  }

  private clickLoad(event: MouseEvent): void {
    const { gantt } = this;
    const top = gantt.parts.loadCanvas.getBoundingClientRect().top;
    const row = gantt.people[Math.floor((event.clientY - top) / 36)];
    if (row) gantt.pickPerson(row.resource, isoDate(dayOf(gantt.timeAt(event.clientX))));
  }

  private open(event: MouseEvent): void {
    const target = event.target as Element;
    const inNames = target.closest(".plg-names") !== null && target.closest("[data-toggle]") === null;
    const bar = target.closest<SVGElement>("[data-bar],[data-of]");
    const id =
      bar?.dataset["bar"] ??
      bar?.dataset["of"] ??
      (inNames ? this.gantt.rowAt(event.clientY)?.id : undefined);
    if (id === undefined) return;
    if (id.startsWith("lane:")) this.gantt.toggle(id);
    else this.gantt.options.onOpen?.(id);
  }

  private wheel(event: WheelEvent): void {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const { gantt } = this;
    const anchor = event.clientX - gantt.parts.main.getBoundingClientRect().left - gantt.namesWidth;
    gantt.zoomAt(gantt.perDay * Math.exp(-event.deltaY / 300), Math.max(0, anchor));
  }
}
