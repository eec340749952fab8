// What is planned: the plan and its history, shared by every view of one widget and with Python.

import init, { PacelineError, Plan } from "paceline";
import type { Comparison, LoadReport, PlanChanges, PlanDocument, Progress, Schedule } from "paceline";
import { connect, type Engine } from "paceline/client";
import { Refusal, changesOf, heldBy } from "paceline/gantt";
import type { Edit, LinkEnds, Phase } from "paceline/gantt";
import { link, withoutDelays } from "./edit.js";
import { engineModule, worker } from "./embedded.js";
import { reasonsOf } from "./leveling.js";
import type { Model } from "./model.js";
import { count, date, sentence } from "./words.js";

/** Most states kept for undo. */
const MOST = 100;
/** Milliseconds that a replan may take to be shown while the pointer is still down. */
const PATIENCE = 60;

/** One state of the plan. */
export interface Point {
  plan: Plan;
  document: PlanDocument;
  schedule: Schedule;
  /** What was done. */
  label: string;
  /** What that moved, and why; absent at the beginning. */
  moved: Comparison | null;
  /** The schedule before that. */
  before: Schedule | null;
  /** Reasons that leveling gave for the tasks it moved. */
  reasons: ReadonlyMap<string, string>;
}

/** A leveling under way. */
export interface Leveling {
  progress: Progress | null;
  cancel: AbortController;
}

/** The plan of one widget. */
export class Session {
  /** The state that is shown: of the history, or of a drag that is not over. */
  shown: Point;
  leveling: Leveling | null = null;
  /** What went wrong last, for the reader. */
  fault = "";
  /** Milliseconds of the last replan. */
  took = 0;
  private points: Point[];
  private at = 0;
  private readonly listeners = new Set<(fresh: boolean) => void>();
  private engine: Promise<Engine> | null = null;

  private constructor(private readonly model: Model) {
    this.shown = opened(Plan.read(model.get("_document")));
    this.points = [this.shown];
    model.on("change:_document", () => this.heard());
  }

  /** The session of a model; the engine is started for the first. */
  static async of(model: Model): Promise<Session> {
    await init(engineModule());
    return new Session(model);
  }

  /** Calls `heard` when there is something new to show; the answer ends that. */
  watch(heard: (fresh: boolean) => void): () => void {
    this.listeners.add(heard);
    return () => this.listeners.delete(heard);
  }

  /** The state to which a change is made. */
  get now(): Point {
    return this.points[this.at] as Point;
  }

  /** The load of the shown state. */
  load(): LoadReport {
    return this.shown.plan.load(this.shown.schedule);
  }

  get canUndo(): boolean {
    return this.at > 0;
  }

  get canRedo(): boolean {
    return this.at < this.points.length - 1;
  }

  undo(): void {
    if (this.canUndo) this.go(this.at - 1, `Undid: ${this.now.label}`);
  }

  redo(): void {
    if (this.canRedo) this.go(this.at + 1, (this.points[this.at + 1] as Point).label);
  }

  /** A bar is dragged: replans. The answer says what holds the task, if it cannot be where it was moved to. */
  edit(edit: Edit, phase: Phase): string {
    if (phase === "cancel") {
      this.show(this.now);
      return "";
    }
    if (phase === "preview" && this.took > PATIENCE) return "";
    return this.attempt(() => {
      const began = performance.now();
      const { document, schedule } = this.now;
      const plan = this.now.plan.change(changesOf(document, schedule, edit) as PlanChanges);
      const next: Point = { ...this.now, plan, schedule: plan.schedule() };
      this.took = performance.now() - began;
      if (phase === "commit") this.keep(plan, this.describe(edit), next.schedule);
      else this.show(next);
      return heldBy(document, next.schedule, edit);
    });
  }

  /** A link was drawn. */
  link(ends: LinkEnds): void {
    this.change(link(ends), `Linked ${this.name(ends.from)} to ${this.name(ends.to)}`);
  }

  /** Finds the best plan in which nobody is overloaded and makes it the plan; again: stops with the best so far. */
  async level(): Promise<void> {
    if (this.leveling) {
      this.leveling.cancel.abort();
      return;
    }
    const leveling: Leveling = { progress: null, cancel: new AbortController() };
    this.leveling = leveling;
    this.tell();
    const before = this.now;
    try {
      const delays = withoutDelays(before.document);
      const base = delays ? before.plan.change(delays) : before.plan;
      this.engine ??= connect({ url: await engineModule(), worker });
      const engine = await this.engine;
      const report = await engine.level(base.toJson(), {}, {
        signal: leveling.cancel.signal,
        onProgress: (progress) => {
          leveling.progress = progress;
          this.tell();
        },
      });
      // Whoever changed the plan meanwhile keeps the change: the leveling was of another plan.
      if (this.now === before) {
        const words = report.status === "stopped" ? "Leveled, stopped early" : "Leveled";
        const plan = base.applyLeveling(report.schedule);
        this.keep(plan, words, plan.schedule(), reasonsOf(before.document, report));
      }
    } catch (error) {
      this.fault = told(error);
    } finally {
      this.leveling = null;
      this.tell();
    }
  }

  /** Ends the Worker. */
  close(): void {
    void this.engine?.then((engine) => engine.close());
    this.engine = null;
  }

  private change(changes: PlanChanges, label: string): void {
    this.attempt(() => {
      this.keep(this.now.plan.change(changes), label);
      return "";
    });
  }

  /** Adds a state to the history and tells Python. */
  private keep(plan: Plan, label: string, schedule = plan.schedule(), reasons?: Point["reasons"]): void {
    this.add(this.next(plan, label, schedule, reasons));
    this.go(this.points.length - 1, label);
  }

  /** The state that follows the present one. */
  private next(plan: Plan, label: string, schedule: Schedule, reasons: Point["reasons"] = new Map()): Point {
    const before = this.now.schedule;
    return { plan, document: plan.toObject(), schedule, label, moved: plan.compare(before, schedule, this.now.plan), before, reasons };
  }

  private add(next: Point): void {
    this.points.length = this.at + 1;
    this.points.push(next);
    if (this.points.length > MOST) this.points.shift();
  }

  private go(at: number, label: string): void {
    this.at = at;
    this.model.set("_document", this.now.plan.toJson());
    this.model.set("last_change", label);
    this.model.save_changes();
    this.show(this.now);
  }

  /** Python has given another plan. */
  private heard(): void {
    const text = this.model.get("_document");
    if (text === this.now.plan.toJson()) return;
    this.attempt(() => {
      const plan = Plan.read(text);
      const isOther = plan.toObject().program.name !== this.now.document.program.name;
      this.add(isOther ? opened(plan) : this.next(plan, "Changed in Python", plan.schedule()));
      this.at = this.points.length - 1;
      this.show(this.now, isOther);
      return "";
    });
  }

  private show(shown: Point, fresh = false): void {
    if (shown !== this.shown && !this.points.includes(this.shown)) this.shown.plan.free();
    this.shown = shown;
    this.fault = "";
    this.tell(fresh);
  }

  private tell(fresh = false): void {
    for (const heard of this.listeners) heard(fresh);
  }

  /** Does something that may be refused; the reader is told why. */
  private attempt(act: () => string): string {
    try {
      return act();
    } catch (error) {
      this.shown = this.now;
      this.fault = told(error);
      this.tell();
      return this.fault;
    }
  }

  private describe(edit: Edit): string {
    const name = this.name(edit.task);
    return edit.gesture === "move" ? `Moved ${name} to ${date(edit.date)}` : `Made ${name} ${count(edit.days, "day")} long`;
  }

  /** Name of a task for people. */
  name(id: string): string {
    return this.now.document.tasks?.find((task) => task.id === id)?.name ?? id;
  }
}

/** A state without history. */
function opened(plan: Plan): Point {
  return { plan, document: plan.toObject(), schedule: plan.schedule(), label: "Opened", moved: null, before: null, reasons: new Map() };
}

/** What went wrong, for the reader. */
export function told(error: unknown): string {
  if (error instanceof PacelineError && error.issues[0]) {
    const text = sentence(error.issues[0].message);
    return text.charAt(0).toUpperCase() + text.slice(1);
  }
  if (error instanceof Refusal) return error.message;
  return error instanceof Error ? error.message : String(error);
}
