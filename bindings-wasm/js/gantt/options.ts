// What a host gives the Gantt and gets from it.

import type { View } from "./draw.js";
import type { GanttModel } from "./model.js";

/** What the reader wants of a task: a wish, which the core answers. */
export interface Edit {
  /** The task. */
  task: string;
  /** A move of the whole bar, or of its end. */
  gesture: "move" | "resize";
  /** Of a move: the day it should begin on, `2026-10-06`. Of a resize: the last day of work. */
  date: string;
  /** Of a resize: days of work from its start to that day by its calendar, at least 1. Of a move: civil days. */
  days: number;
}

/** `preview` while the pointer is down, then `commit`, or `cancel` if the reader thought better of it. */
export type Phase = "preview" | "commit" | "cancel";

/** A link by its ends: `FS`, `SS`, `FF` or `SF`. */
export interface LinkEnds {
  from: string;
  to: string;
  kind: string;
}

/** Pixels of a day, a usual value, or what shows everything. */
export type Zoom = number | "day" | "week" | "month" | "fit";

/** What the host listens to and how the chart begins. Everything may be left out. */
export interface GanttOptions {
  /** Name of the chart for readers who do not see it. */
  label?: string;
  /** Colors: as the page (`auto`), `light` or `dark`. */
  theme?: "auto" | "light" | "dark";
  /** No edits. */
  readOnly?: boolean;
  /** Width of the column of names in pixels. */
  names?: number;
  /** Height of the load panel in pixels. */
  loadHeight?: number;
  /** Pixels of a day at the beginning, or `fit`. */
  zoom?: Zoom;
  /** What is drawn. */
  view?: Partial<View>;
  /** Said where there are no rows. */
  empty?: string;
  /** A task was chosen, or none. */
  onSelect?(task: string | null): void;
  /** A task was asked for by double click or Enter. */
  onOpen?(task: string): void;
  /** A bar is dragged or moved by keys. The answer, if any, is shown beside the pointer: what holds the task. */
  onEdit?(edit: Edit, phase: Phase): string | void;
  /** A link was drawn from one bar to another. */
  onLink?(link: LinkEnds): void;
  /** A drawn link was chosen. */
  onLinkClick?(link: LinkEnds): void;
  /** Delete was pressed on a task. */
  onDelete?(task: string): void;
  /** A person was chosen in the load panel, on a day if it was chosen with the pointer; or none. */
  onResource?(resource: string | null, date: string | null): void;
  /** The scale has changed. */
  onZoom?(perDay: number): void;
}

/** A Gantt chart in a page. */
export interface Gantt {
  /** Shows a model. `fresh`: another program, so order, scale and scroll begin anew. */
  update(model: GanttModel, how?: { fresh?: boolean }): void;
  /** Removes it from the page with everything it listened to. */
  destroy(): void;
  /** Chooses a task without telling the host, or none. */
  select(task: string | null): void;
  /** Opens the lanes above a task and brings its bar into view. */
  reveal(task: string): void;
  /** Another scale; the middle of the view stays. */
  zoom(to: Zoom): void;
  /** Pixels of a day. */
  readonly perDay: number;
  /** What is drawn. */
  view(change: Partial<View>): void;
  /** Shuts or opens all lanes and summaries. */
  collapse(all: boolean): void;
  /** Brings the keyboard to the chart. */
  focus(): void;
}
