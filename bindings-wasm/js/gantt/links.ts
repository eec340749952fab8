// Links between bars, as SVG text.

import { BAR, ROW, type View, type Window, edges, escape } from "./draw.js";
import type { DependencyDocument } from "./document.js";
import type { Chart } from "./model.js";
import type { Scale } from "./scale.js";

const n = (value: number): string => String(Math.round(value * 10) / 10);

/** Links of a plan by the tasks at their ends. */
export class Links {
  private readonly of = new Map<string, DependencyDocument[]>();

  constructor(readonly all: readonly DependencyDocument[]) {
    for (const link of all) {
      for (const end of new Set([link.from, link.to])) {
        const list = this.of.get(end);
        if (list) list.push(link);
        else this.of.set(end, [link]);
      }
    }
  }

  /** Links that begin or end at a task. */
  at(task: string | null): readonly DependencyDocument[] {
    return (task && this.of.get(task)) || [];
  }
}

/** The links that the view asks for and the window shows. */
export function links(
  chart: Chart,
  all: Links,
  scale: Scale,
  window: Window,
  view: View,
  near: readonly (string | null)[],
): string {
  const hot = new Set(near.flatMap((id) => all.at(id)));
  let out = "";
  if (view.links === "all" || view.links === "critical") {
    for (const link of all.all) {
      if (!hot.has(link)) out += draw(chart, link, scale, window, view.links === "critical", "");
    }
  }
  for (const link of hot) out += draw(chart, link, scale, window, false, " hot");
  return out;
}

function draw(
  chart: Chart,
  link: DependencyDocument,
  scale: Scale,
  window: Window,
  criticalOnly: boolean,
  kind: string,
): string {
  const rowFrom = chart.rowOf.get(link.from);
  const rowTo = chart.rowOf.get(link.to);
  if (rowFrom === undefined || rowTo === undefined) return "";
  if (Math.max(rowFrom, rowTo) < window.first || Math.min(rowFrom, rowTo) >= window.last) return "";
  const from = chart.rows[rowFrom];
  const to = chart.rows[rowTo];
  if (!from || !to) return "";
  const driving = to.dates?.drivers?.includes(link.from) ?? false;
  const critical = driving && from.dates?.critical === true && to.dates?.critical === true;
  if (criticalOnly && !critical) return "";
  const type = link.kind ?? "FS";
  const a = edges(from, scale);
  const b = edges(to, scale);
  const x1 = type[0] === "F" ? a.right : a.left;
  const x2 = type[1] === "S" ? b.left : b.right;
  const y1 = rowFrom * ROW + BAR.top + BAR.height / 2;
  const y2 = rowTo * ROW + BAR.top + BAR.height / 2;
  const out = type[0] === "F" ? 1 : -1;
  const into = type[1] === "S" ? 1 : -1;
  const name = `link${critical ? " critical" : ""}${driving ? " driving" : ""}${kind}`;
  const end = critical ? "critical" : kind ? "hot" : "plain";
  const d = route(x1, y1, x2, y2, out, into);
  const ends = `data-from="${escape(link.from)}" data-to="${escape(link.to)}" data-kind="${type}"`;
  const hit = kind ? `<path class="link-hit" d="${d}" ${ends}/>` : "";
  return `<path class="${name}" d="${d}" marker-end="url(#plg-arrow-${end})"/>${hit}`;
}

/** A path of level and upright pieces from one end to the other. */
function route(x1: number, y1: number, x2: number, y2: number, out: number, into: number): string {
  const exit = x1 + out * 7;
  const entry = x2 - into * 9;
  if (out === into && (entry - exit) * out >= -2) {
    const middle = out > 0 ? Math.max(exit, x1 + 7) : Math.min(exit, x1 - 7);
    return `M${n(x1)} ${n(y1)}H${n(middle)}V${n(y2)}H${n(x2)}`;
  }
  if (out !== into) {
    const side = out > 0 ? Math.max(exit, x2 + 9) : Math.min(exit, x2 - 9);
    return `M${n(x1)} ${n(y1)}H${n(side)}V${n(y2)}H${n(x2)}`;
  }
  const between = y2 > y1 ? y2 - ROW / 2 : y2 + ROW / 2;
  return `M${n(x1)} ${n(y1)}H${n(exit)}V${n(between)}H${n(entry)}V${n(y2)}H${n(x2)}`;
}
