// The component: what it shows, where it is scrolled to, and what its parts draw.

import { type Parts, build, fill, place } from "./dom.js";
import { ROW, type View, type Window, axis, bars, describe, escape, ground, status } from "./draw.js";
import type { ResourceLoad } from "./document.js";
import { Gestures } from "./gestures.js";
import { Keys } from "./keys.js";
import { Links, links } from "./links.js";
import { LOAD_ROW, loadBars, loadName, loadRows } from "./load.js";
import { Chart, type GanttModel, type Row } from "./model.js";
import type { Gantt, GanttOptions, Zoom } from "./options.js";
import { Scale, finishDate, hoursOf, shortDate, time } from "./scale.js";
import { defs, loadDefs } from "./style.js";

const HEAD = 44;
/** Rows and pixels drawn beyond what is in sight. */
const SPARE_ROWS = 8;
const SPARE = 480;
const USUAL: Record<"day" | "week" | "month", number> = { day: 36, week: 13, month: 4.2 };
const LEAST = 0.4;
const MOST = 80;

/** Puts a Gantt chart into an element, which gives it its size. */
export function create(element: Element, options: GanttOptions = {}): Gantt {
  return new GanttView(element, options);
}

let count = 0;

/** The chart in the page; its other files work on it. */
export class GanttView implements Gantt {
  readonly parts: Parts;
  readonly key = `plg${(count += 1)}`;
  readonly shut = new Set<string>();
  chart: Chart | null = null;
  scale = new Scale(0, USUAL.week, 28);
  selected: string | null = null;
  hovered: string | null = null;
  person: string | null = null;
  people: ResourceLoad[] = [];
  private order = new Map<string, number>();
  private model: GanttModel | null = null;
  private linked: { of: unknown; links: Links } = { of: null, links: new Links([]) };
  private window: Window = { first: 0, last: 0, x0: 0, x1: 0 };
  private looks: View;
  private names: number;
  private loadHeight: number;
  private frame = 0;
  private span: { from: number; days: number } | null = null;
  private hours: readonly [number, number] = [0, 86_400_000];
  private fits: boolean;
  private printing: { perDay: number } | null = null;
  private readonly gestures: Gestures;
  private readonly watch: ResizeObserver;
  private readonly stop = new AbortController();

  constructor(
    element: Element,
    readonly options: GanttOptions,
  ) {
    this.parts = build(element, options.label ?? "Gantt chart");
    this.looks = { float: true, before: true, links: "near", labels: true, ...options.view };
    this.names = options.names ?? 340;
    this.loadHeight = options.loadHeight ?? 190;
    this.fits = options.zoom === "fit" || options.zoom === undefined;
    if (typeof options.zoom === "number") this.scale = new Scale(0, options.zoom, 28);
    else if (options.zoom && options.zoom !== "fit") this.scale = new Scale(0, USUAL[options.zoom], 28);
    const { root, main, load } = this.parts;
    if (options.theme && options.theme !== "auto") root.dataset["theme"] = options.theme;
    if (options.readOnly) root.classList.add("locked");
    const signal = this.stop.signal;
    main.addEventListener("scroll", () => this.scrolled(main, load), { signal, passive: true });
    load.addEventListener("scroll", () => this.scrolled(load, main), { signal, passive: true });
    addEventListener("beforeprint", () => this.print(true), { signal });
    addEventListener("afterprint", () => this.print(false), { signal });
    this.gestures = new Gestures(this, signal);
    new Keys(this, signal);
    this.watch = new ResizeObserver(() => this.resized());
    this.watch.observe(root);
    this.sizes();
  }

  // --- what the host does ---

  update(model: GanttModel, how: { fresh?: boolean } = {}): void {
    const before = this.scale.from;
    if (how.fresh) {
      this.order = new Map();
      this.shut.clear();
      this.selected = null;
    }
    this.model = model;
    const old = how.fresh ? undefined : (this.chart ?? undefined);
    this.chart = new Chart(model, this.shut, this.order, old);
    this.people = loadRows(this.chart);
    if (how.fresh || !this.chart.sameTasks(old))
      this.hours = hoursOf(model.schedule.tasks.filter((row) => row.kind !== "summary"));
    const links = model.plan.dependencies;
    if (this.linked.of !== links) this.linked = { of: links, links: new Links(links ?? []) };
    this.rescale(how.fresh === true);
    const { main } = this.parts;
    const moved = ((before - this.scale.from) / 86_400_000) * this.scale.perDay;
    this.layOut();
    if (how.fresh) {
      main.scrollTop = 0;
      main.scrollLeft = this.fits
        ? 0
        : Math.max(0, this.scale.x(time(model.schedule.start)) - 2 * this.scale.perDay);
    } else if (moved && before) main.scrollLeft += moved;
    this.draw();
  }

  destroy(): void {
    this.stop.abort();
    this.watch.disconnect();
    cancelAnimationFrame(this.frame);
    this.parts.host.remove();
  }

  select(task: string | null): void {
    if (this.selected === task) return;
    this.selected = task;
    this.draw();
  }

  reveal(task: string): void {
    const { chart } = this;
    if (!chart || !this.model) return;
    if (!chart.rowOf.has(task)) {
      for (let next = chart.tasks.get(task); next?.parent; next = chart.tasks.get(next.parent))
        this.shut.delete(next.parent);
      this.shut.delete(`lane:${chart.campaignOf(task)}`);
      this.update(this.model);
    }
    this.bringIn(this.chart?.rowOf.get(task), true);
  }

  zoom(to: Zoom): void {
    this.fits = to === "fit";
    const perDay = to === "fit" ? this.fitting() : typeof to === "number" ? to : USUAL[to];
    this.zoomAt(perDay, this.anchor());
    if (this.fits && this.model) this.parts.main.scrollLeft = 0;
  }

  /** What stays where it is when the scale changes: the chosen bar, else the first start, else the middle. */
  private anchor(): number {
    const { main } = this.parts;
    const width = main.clientWidth - this.namesWidth;
    const chosen = this.selected === null ? undefined : this.chart?.dates.get(this.selected);
    for (const at of [chosen?.start, this.model?.schedule.start]) {
      const x = at === undefined ? -1 : this.scale.x(time(at)) - main.scrollLeft;
      if (x >= 0 && x <= width) return x;
    }
    return width / 2;
  }

  get perDay(): number {
    return this.scale.perDay;
  }

  view(change: Partial<View>): void {
    this.looks = { ...this.looks, ...change };
    this.draw();
  }

  collapse(all: boolean): void {
    if (!this.chart || !this.model) return;
    this.shut.clear();
    if (all) {
      const campaigns = this.model.plan.campaigns ?? [];
      for (const id of ["", ...campaigns.map((campaign) => campaign.id)]) this.shut.add(`lane:${id}`);
    }
    this.update(this.model);
  }

  focus(): void {
    this.parts.names.focus({ preventScroll: true });
  }

  // --- what its own parts ask ---

  /** The row under a place of the window, or `undefined`. */
  rowAt(clientY: number): Row | undefined {
    const top = this.parts.canvas.getBoundingClientRect().top + HEAD;
    return this.chart?.rows[Math.floor((clientY - top) / ROW)];
  }

  /** The moment under a place of the window. */
  timeAt(clientX: number): number {
    return this.scale.at(clientX - this.parts.canvas.getBoundingClientRect().left - this.namesWidth);
  }

  /** A row chosen by the reader. */
  choose(id: string | null, show = false): void {
    const changed = this.selected !== id;
    this.selected = id;
    if (show && id) this.bringIn(this.chart?.rowOf.get(id), false);
    this.draw();
    if (changed) this.options.onSelect?.(id && !id.startsWith("lane:") ? id : null);
  }

  toggle(id: string, open?: boolean): void {
    if (open ?? this.shut.has(id)) this.shut.delete(id);
    else this.shut.add(id);
    if (this.model) this.update(this.model);
  }

  pickPerson(resource: string | null, date: string | null): void {
    this.person = resource;
    this.draw();
    this.options.onResource?.(resource, date);
  }

  hover(id: string | null): void {
    if (this.hovered === id) return;
    this.hovered = id;
    this.gestures.drawKnobs();
    if (this.looks.links !== "none") this.drawChart();
  }

  /** Another scale; what is `anchor` pixels right of the names stays there. */
  zoomAt(perDay: number, anchor: number): void {
    const { main } = this.parts;
    const value = Math.min(MOST, Math.max(LEAST, perDay));
    const at = this.scale.at(main.scrollLeft + anchor);
    this.setScale(value);
    this.layOut();
    main.scrollLeft = this.scale.x(at) - anchor;
    this.parts.load.scrollLeft = main.scrollLeft;
    this.draw();
    this.options.onZoom?.(value);
  }

  setNames(width: number): void {
    this.names = Math.min(560, Math.max(96, Math.round(width)));
    this.layOut();
    this.draw();
  }

  setLoadHeight(height: number): void {
    this.loadHeight = Math.min(this.parts.root.clientHeight - 150, Math.max(0, Math.round(height)));
    this.layOut();
    this.draw();
  }

  /** Width of the names as shown: what was asked, but never most of the chart. */
  get namesWidth(): number {
    const most = Math.max(110, this.parts.root.clientWidth * 0.4);
    return this.printing ? this.names : Math.round(Math.min(this.names, most));
  }

  get loadPixels(): number {
    return this.loadHeight;
  }

  linksAt(task: string | null) {
    return this.linked.links.at(task);
  }

  /** Brings a row, and if asked its bar, into view. */
  bringIn(index: number | undefined, bar: boolean): void {
    const row = index === undefined ? undefined : this.chart?.rows[index];
    if (!row || index === undefined) return;
    const { main } = this.parts;
    const top = index * ROW;
    const height = main.clientHeight - HEAD;
    if (top < main.scrollTop) main.scrollTop = top - (bar ? height / 3 : 0);
    else if (top + ROW > main.scrollTop + height)
      main.scrollTop = top + ROW - (bar ? (height * 2) / 3 : height);
    if (bar && row.dates) {
      const left = this.scale.x(time(row.dates.start));
      const width = main.clientWidth - this.namesWidth;
      if (left < main.scrollLeft + 24 || left > main.scrollLeft + width - 80)
        main.scrollLeft = left - width / 3;
    }
    this.draw();
  }

  // --- layout ---

  private fitting(): number {
    const width = this.parts.main.clientWidth - this.namesWidth - 2;
    const days = this.chart ? this.chart.span.days : 28;
    return Math.max(LEAST, Math.min(USUAL.day, width / Math.max(1, days)));
  }

  private rescale(fresh: boolean): void {
    const span = this.chart?.span;
    if (!span) return;
    const end = (from: number, days: number) => from + days * 86_400_000;
    // Dates may come, but the axis never shrinks under the reader's hand.
    const known = fresh ? null : this.span;
    const from = known ? Math.min(span.from, known.from) : span.from;
    const to = Math.max(end(span.from, span.days), known ? end(known.from, known.days) : 0);
    this.span = { from, days: Math.round((to - from) / 86_400_000) };
    const perDay = fresh && this.fits ? this.fitting() : this.scale.perDay;
    this.setScale(perDay);
    if (fresh) this.options.onZoom?.(perDay);
  }

  /** The days of the span, and as many more as there is room for. */
  private setScale(perDay: number): void {
    const { from, days } = this.span ?? { from: 0, days: 28 };
    const room = this.printing ? 0 : (this.parts.main.clientWidth - this.namesWidth) / perDay;
    this.scale = new Scale(from, perDay, Math.max(days, Math.floor(room)), this.hours);
  }

  private sizes(): void {
    const { root, load, split, grip } = this.parts;
    root.style.setProperty("--names", `${this.namesWidth}px`);
    root.classList.toggle("slim", this.namesWidth < 300);
    root.classList.toggle("thin", this.namesWidth < 210);
    load.style.height = `${this.loadHeight}px`;
    const none = !this.model?.load;
    load.hidden = none;
    split.hidden = none;
    split.setAttribute("aria-valuenow", String(this.loadHeight));
    grip.setAttribute("aria-valuenow", String(this.namesWidth));
  }

  private layOut(): void {
    this.sizes();
    const { main, canvas, loadCanvas, names, empty } = this.parts;
    const rows = this.chart?.rows.length ?? 0;
    const width = Math.max(this.namesWidth + this.scale.width, main.clientWidth);
    canvas.style.width = `${width}px`;
    names.style.height = `${Math.max(rows * ROW, main.clientHeight - HEAD - 1)}px`;
    loadCanvas.style.width = `${width}px`;
    loadCanvas.style.height = `${this.people.length * LOAD_ROW}px`;
    this.parts.people.style.height = `${this.people.length * LOAD_ROW}px`;
    // What scrolls must be reached by keys: the lists, or without them the panes themselves.
    main.tabIndex = rows > 0 ? -1 : 0;
    this.parts.load.tabIndex = this.people.length > 0 ? -1 : 0;
    empty.hidden = rows > 0;
    names.hidden = rows === 0;
    this.parts.chart.style.display = rows === 0 ? "none" : "";
    empty.textContent = this.options.empty ?? "No tasks.";
  }

  private resized(): void {
    if (this.parts.root.clientHeight === 0) return;
    if (this.chart) this.setScale(this.fits ? this.fitting() : this.scale.perDay);
    this.layOut();
    this.draw();
  }

  private scrolled(from: HTMLElement, to: HTMLElement): void {
    if (to.scrollLeft !== from.scrollLeft) to.scrollLeft = from.scrollLeft;
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.hideTip();
      if (!this.covers()) this.draw();
      else {
        this.drawAxis();
        this.drawLoad();
      }
    });
  }

  private inSight(): Window {
    const { main } = this.parts;
    const rows = this.chart?.rows.length ?? 0;
    if (this.printing) return { first: 0, last: rows, x0: 0, x1: this.scale.width };
    const first = Math.max(0, Math.floor(main.scrollTop / ROW));
    const last = Math.min(rows, Math.ceil((main.scrollTop + main.clientHeight) / ROW));
    return { first, last, x0: main.scrollLeft, x1: main.scrollLeft + main.clientWidth - this.namesWidth };
  }

  private covers(): boolean {
    const seen = this.inSight();
    const { first, last, x0, x1 } = this.window;
    return (
      seen.first >= first && seen.last <= last && seen.x0 >= x0 && Math.min(seen.x1, this.scale.width) <= x1
    );
  }

  // --- drawing ---

  draw(): void {
    if (!this.chart) return;
    const seen = this.inSight();
    const rows = this.chart.rows.length;
    const spare = this.printing ? 0 : SPARE;
    this.window = {
      first: Math.max(0, seen.first - SPARE_ROWS),
      last: Math.min(rows, seen.last + SPARE_ROWS),
      x0: Math.max(0, Math.floor(seen.x0 - spare)),
      x1: Math.max(Math.min(this.scale.width, Math.ceil(seen.x1 + spare)), Math.ceil(seen.x1)),
    };
    this.drawAxis();
    this.drawNames();
    this.drawChart();
    this.drawLoad();
    this.gestures.drawKnobs();
  }

  private drawAxis(): void {
    const { x0, x1 } = this.window;
    place(this.parts.axis, this.namesWidth + x0, 0, x1 - x0, HEAD, x0, 0);
    fill(this.parts.axis, axis(this.scale, this.window, this.inSight().x0, this.chart?.line ?? null));
  }

  private drawNames(): void {
    const { chart, window } = this;
    if (!chart) return;
    const { names } = this.parts;
    let out = "";
    for (let index = window.first; index < window.last; index += 1) {
      const row = chart.rows[index];
      if (row) out += this.nameCell(chart, row, index);
    }
    fill(names, out);
    names.setAttribute("aria-rowcount", String(chart.rows.length));
    const index = this.selected === null ? undefined : chart.rowOf.get(this.selected);
    if (index !== undefined && index >= window.first && index < window.last) {
      names.setAttribute("aria-activedescendant", `${this.key}-${index}`);
    } else names.removeAttribute("aria-activedescendant");
  }

  private nameCell(chart: Chart, row: Row, index: number): string {
    const dates = row.dates;
    const late = dates?.late_days
      ? `<span class="plg-late" aria-hidden="true">${dates.late_days} d late</span>`
      : "";
    const classes = [
      "plg-row",
      row.kind,
      dates?.critical ? "critical" : "",
      row.id === this.selected ? "on" : "",
      chart.model.marked?.has(row.id) ? "marked" : "",
    ].join(" ");
    const open = row.open === undefined ? "" : ` aria-expanded="${row.open}"`;
    const mark =
      row.open === undefined
        ? `<span class="plg-dot ${row.kind}${dates?.critical ? " critical" : ""}"></span>`
        : `<span class="plg-toggle${row.open ? "" : " shut"}" data-toggle="1"></span>`;
    const from = dates ? time(dates.start) : (row.span?.from ?? 0);
    const to = dates ? time(dates.finish) : (row.span?.to ?? 0);
    const hint = row.span ? `${row.span.tasks}` : row.hint;
    const said = escape([row.name, ...describe(chart, row)].join(". "));
    return (
      `<div class="${classes}" role="row" id="${this.key}-${index}" data-row="${escape(row.id)}" aria-level="${row.level}" ` +
      `aria-rowindex="${index + 1}" aria-selected="${row.id === this.selected}"${open} ` +
      `style="top:${index * ROW}px;padding-left:${8 + (row.level - 1) * 14}px">` +
      `${mark}<span class="t" role="gridcell" aria-label="${said}">${escape(row.name)}</span>${late}` +
      `<span class="k" aria-hidden="true">${escape(hint)}</span><span class="d" aria-hidden="true">${shortDate(from)}</span>` +
      `<span class="d${dates?.late_days ? " bad" : ""}" aria-hidden="true">${finishDate(to)}</span></div>`
    );
  }

  private drawChart(): void {
    const { chart, scale, window } = this;
    if (!chart) return;
    const top = window.first * ROW;
    const rows = Math.max(0, window.last - window.first) * ROW;
    const height = Math.max(rows, window.last >= chart.rows.length ? this.parts.main.clientHeight - HEAD : 0);
    place(
      this.parts.chart,
      this.namesWidth + window.x0,
      HEAD + top,
      window.x1 - window.x0,
      Math.min(height, this.room(top)),
      window.x0,
      top,
    );
    const [under, over] = bars(chart, scale, window, this.looks, this.selected).split("\u0000");
    const lines =
      this.looks.links === "none"
        ? ""
        : links(chart, this.linked.links, scale, window, this.looks, [this.selected, this.hovered]);
    const all = `<g transform="translate(0 ${top})">${ground(chart, scale, window, height)}</g>`;
    const today = `<g transform="translate(0 ${top})">${status(chart, scale, height)}</g>`;
    fill(this.parts.chart, `${defs}${all}${under}${today}${lines}${over}`);
    place(
      this.parts.overlay,
      this.namesWidth + window.x0,
      HEAD + top,
      window.x1 - window.x0,
      Math.min(height, this.room(top)),
      window.x0,
      top,
    );
  }

  /** Height from a row to the end of the canvas, so that a drawing never makes it longer. */
  private room(top: number): number {
    return Math.max(ROW, this.parts.names.offsetHeight - top);
  }

  private drawLoad(): void {
    const { chart, scale } = this;
    if (!chart?.model.load) return;
    const { load, people, loadChart } = this.parts;
    const rows = this.people.length;
    const first = this.printing ? 0 : Math.max(0, Math.floor(load.scrollTop / LOAD_ROW) - 3);
    const last = this.printing
      ? rows
      : Math.min(rows, Math.ceil((load.scrollTop + load.clientHeight) / LOAD_ROW) + 3);
    const window = { ...this.window, first, last };
    const top = first * LOAD_ROW;
    place(
      loadChart,
      this.namesWidth + window.x0,
      top,
      window.x1 - window.x0,
      (last - first) * LOAD_ROW,
      window.x0,
      top,
    );
    const shade = `<g transform="translate(0 ${top})">${ground(chart, scale, window, (last - first) * LOAD_ROW)}</g>`;
    fill(loadChart, `${loadDefs}${shade}${loadBars(this.people, scale, window, this.person)}`);
    let out = "";
    for (const [index, row] of this.people.slice(first, last).entries()) {
      const on = row.resource === this.person;
      const id = `${this.key}-p${first + index}`;
      out += `<div class="plg-person${on ? " on" : ""}" role="option" id="${id}" aria-selected="${on}" data-person="${escape(row.resource)}" style="top:${(first + index) * LOAD_ROW}px">${loadName(chart, row)}</div>`;
      if (on) people.setAttribute("aria-activedescendant", id);
    }
    fill(people, out);
    people.hidden = rows === 0;
    this.parts.nobody.hidden = rows > 0;
  }

  // --- tip ---

  showTip(html: string, x: number, y: number): void {
    const { tip } = this.parts;
    tip.innerHTML = html;
    tip.hidden = false;
    const box = tip.getBoundingClientRect();
    tip.style.left = `${Math.max(4, Math.min(x + 14, innerWidth - box.width - 8))}px`;
    tip.style.top = `${y + 22 + box.height > innerHeight ? Math.max(4, y - box.height - 14) : y + 18}px`;
  }

  hideTip(): void {
    this.parts.tip.hidden = true;
  }

  private print(on: boolean): void {
    if (!this.chart || on === (this.printing !== null)) return;
    this.parts.root.classList.toggle("printing", on);
    const perDay = this.printing?.perDay ?? Math.max(LEAST, (1040 - this.names) / (this.span?.days ?? 28));
    this.printing = on ? { perDay: this.scale.perDay } : null;
    this.setScale(perDay);
    this.layOut();
    this.draw();
  }
}
