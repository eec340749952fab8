// The part of anywidget's model that the widget uses, and the traits it shares with Python.

/** Traits of the Python class `paceline.widget.Gantt`. */
export interface Traits {
  /** The plan document as JSON text, as the core writes it. */
  _document: string;
  /** What was done last, in words. */
  last_change: string;
  /** The chosen task; empty: none. */
  selected: string;
  /** Height of the chart in pixels. */
  height: number;
  /** Whether the load panel is shown. */
  show_load: boolean;
  /** Whether nothing can be edited. */
  read_only: boolean;
  /** Colors: as the notebook (`auto`), `light` or `dark`. */
  theme: "auto" | "light" | "dark";
}

/** A model of anywidget. */
export interface Model {
  get<K extends keyof Traits>(name: K): Traits[K];
  set<K extends keyof Traits>(name: K, value: Traits[K]): void;
  save_changes(): void;
  on(event: string, heard: () => void): void;
  off(event: string, heard: () => void): void;
}
