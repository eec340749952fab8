// The state of the page and everything that changes it.

import { PacelineError, Plan } from "paceline";
import type { Comparison, Issue, LoadReport, PlanDocument, Schedule, TaskSchedule } from "paceline";
import type { Engine } from "paceline/client";
import {
  type Edit,
  type Gantt,
  type GanttModel,
  type Phase,
  Refusal,
  changesOf,
  heldBy,
  isIdle,
} from "paceline/gantt";
import { say, toast, untoast } from "./dom.js";
import { type Changes, withHelpers, withoutDelays } from "./edit.js";
import { ALL, type Filter, overloadedTasks, shownPeople, shownTasks } from "./filter.js";
import { History } from "./history.js";
import { type Session, USUAL, type Wishes, start } from "./leveling.js";
import { timed, times } from "./measure.js";
import { type Origin, Point } from "./point.js";
import { keep } from "./save.js";
import { count, faults, finish } from "./words.js";

/** The tabs beside the chart. */
export type Side = "task" | "moves" | "level" | "issues";

/** The planner. */
export class App {
  readonly history = new History();
  gantt: Gantt | null = null;
  engine: Engine | null = null;
  tab: "plan" | "scorecard" = "plan";
  side: Side = "task";
  sideOpen = true;
  selected: string | null = null;
  /** The person chosen in the load panel, until a task is chosen. */
  person: string | null = null;
  filter: Filter = ALL;
  wishes: Wishes = USUAL;
  leveling: Session | null = null;
  /** Tasks to mark, and why. */
  marked: { tasks: ReadonlySet<string>; why: string } | null = null;
  asOf: string | null = null;
  savedAt: number | null = null;
  offline = false;
  /** Pixels of a day. */
  zoom = 0;
  /** Which links the chart draws. */
  links = "near";
  private preview: { plan: Plan; schedule: Schedule; load: LoadReport | null } | null = null;
  private frame = 0;
  private rows: { of: Schedule | null; byId: ReadonlyMap<string, TaskSchedule> } = { of: null, byId: new Map() };

  /** @param render shows the state in everything but the chart */
  constructor(private readonly render: () => void) {}

  /** The state that is shown. */
  get now(): Point {
    return this.history.now;
  }

  // --- opening ---

  /** Opens a document; throws a `PacelineError` with all its faults if it cannot be planned. */
  openPlan(source: string | PlanDocument, label: string): void {
    const plan = Plan.read(source);
    const point = new Point(plan, plan.schedule(), label, { opened: true });
    this.stopLeveling();
    untoast();
    this.history.push(point);
    this.begin(point);
  }

  /** Shows a program that was not shown before. */
  private begin(point: Point): void {
    this.selected = null;
    this.person = null;
    this.marked = null;
    this.filter = ALL;
    this.side = "task";
    this.asOf = point.document.program.status_date?.slice(0, 10) ?? null;
    this.shown({ fresh: true });
    say(
      `${point.document.program.name}: ${count(point.tasks.size, "task")}, finish ${finish(point.schedule.finish)}.`,
    );
  }

  // --- editing ---

  /** Applies a change; the new state, or `null` with the faults told if the core refuses it. */
  apply(label: string, changes: Changes, select?: string): Point | null {
    try {
      const { plan, schedule } = this.replan(changes);
      return this.commit(plan, schedule, label, select);
    } catch (error) {
      this.refuse(error);
      return null;
    }
  }

  /** Runs a replan or two that nobody sees, so that the browser has compiled the engine before the first drag. */
  warm(): void {
    for (let round = 0; round < 4; round += 1) {
      const plan = this.now.plan.change({});
      plan.schedule();
      plan.free();
    }
  }

  /** A new plan and its schedule, timed: the full replan of one change. */
  private replan(changes: Changes): { plan: Plan; schedule: Schedule } {
    return timed(times.replans, () => {
      const plan = this.now.plan.change(changes);
      return { plan, schedule: plan.schedule() };
    });
  }

  private commit(plan: Plan, schedule: Schedule, label: string, select?: string, how: Origin = {}): Point {
    const given = this.leveling !== null && how.leveled === undefined;
    this.stopLeveling();
    untoast();
    if (given) toast("The leveling was given up: the plan has changed.");
    const moved = this.compare(plan, this.now.schedule, schedule);
    const point = new Point(plan, schedule, label, { ...how, moved });
    this.history.push(point);
    this.markMoved(moved);
    if (select !== undefined) this.selected = select;
    if (this.selected !== null && !point.tasks.has(this.selected)) this.selected = null;
    this.shown();
    this.tellMoves(label, moved);
    return point;
  }

  private compare(plan: Plan, before: Schedule, after: Schedule): Comparison | null {
    try {
      return plan.compare(before, after, this.now.plan);
    } catch (error) {
      if (error instanceof PacelineError) return null;
      throw error;
    }
  }

  private markMoved(moved: Comparison | null): void {
    const tasks = new Set((moved?.shifts ?? []).map(({ task }) => task));
    this.marked = tasks.size ? { tasks, why: "moved" } : null;
  }

  private tellMoves(label: string, moved: Comparison | null): void {
    const moves = moved?.shifts.length ?? 0;
    const late = this.now.late().length;
    const others = moves === 0 ? "no task moved" : `${count(moves, "task")} moved`;
    say(
      `${label}: ${others}. Finish ${finish(this.now.schedule.finish)}${late ? `, ${count(late, "task")} late` : ""}.`,
    );
  }

  private refuse(error: unknown): void {
    this.dropPreview();
    const text = this.reason(error);
    toast(text);
    say(text);
    this.drawChart();
  }

  private reason(error: unknown): string {
    if (error instanceof Refusal) return error.message;
    if (error instanceof PacelineError) return faults(error.issues as Issue[]);
    throw error;
  }

  /** A drag or key in the chart; the answer is shown beside the pointer. */
  edit(edit: Edit, phase: Phase): string {
    if (phase === "cancel") {
      this.dropPreview();
      this.drawChart();
      return "";
    }
    if (this.leveling?.report) return this.undecided(phase);
    try {
      const { document, schedule: before } = this.now;
      const { plan, schedule } = this.replan({ ...changesOf(document, before, edit) });
      const held = heldBy(document, schedule, edit);
      if (phase === "preview") this.showPreview(plan, schedule);
      else this.finishEdit(edit, plan, schedule, held);
      return held;
    } catch (error) {
      if (phase === "commit") this.refuse(error);
      else {
        this.dropPreview();
        this.drawChart();
      }
      return this.reason(error);
    }
  }

  /** The chart shows a plan that is not the plan yet: no bar of it can be moved. */
  private undecided(phase: Phase): string {
    const running = this.leveling?.state === "running";
    const text = running ? "Leveling is under way: stop it first." : "Accept or discard the leveled plan first.";
    if (phase === "commit") {
      toast(text);
      say(text);
    }
    return text;
  }

  private finishEdit(edit: Edit, plan: Plan, schedule: Schedule, held: string): void {
    this.dropPreview();
    const name = this.now.name(edit.task);
    if (isIdle(this.now.document, this.now.schedule, schedule, edit)) {
      plan.free();
      this.drawChart();
      toast(held || "Nothing changes.");
      say(held || "Nothing changes.");
      return;
    }
    this.side = "moves";
    this.commit(plan, schedule, edit.gesture === "move" ? `Move ${name}` : `Duration of ${name}`, edit.task, {
      edited: edit.task,
    });
    if (held.startsWith("Held")) toast(`${held}.`, { label: "Undo", do: "undo" });
  }

  private showPreview(plan: Plan, schedule: Schedule): void {
    const load = this.preview?.load ?? this.now.load();
    this.preview?.plan.free();
    const preview = { plan, schedule, load };
    this.preview = preview;
    timed(times.draws, () => this.drawChart());
    // The load follows in the next frame, so that the bar never waits for it.
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      if (!this.preview) return;
      this.preview.load = this.preview.plan.load(this.preview.schedule);
      this.drawChart();
    });
  }

  private dropPreview(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.preview?.plan.free();
    this.preview = null;
  }

  /** Back or forth in the history. */
  step(by: -1 | 1): void {
    const from = this.now;
    const label = by < 0 ? this.history.undoLabel : this.history.redoLabel;
    const another = by < 0 ? from.how.opened : this.history.next?.how.opened;
    this.stopLeveling();
    untoast();
    if (!this.history.step(by)) {
      say(by < 0 ? "Nothing to undo." : "Nothing to redo.");
      return;
    }
    if (another) {
      this.begin(this.now);
      return;
    }
    const changed = this.now.schedule.tasks.filter(
      (row) => from.row(row.id)?.start !== row.start || from.row(row.id)?.finish !== row.finish,
    );
    this.marked = changed.length ? { tasks: new Set(changed.map(({ id }) => id)), why: "moved" } : null;
    if (this.selected !== null && !this.now.tasks.has(this.selected)) this.selected = null;
    this.shown();
    say(`${by < 0 ? "Undone" : "Done again"}: ${label}.`);
  }

  // --- leveling ---

  /** Levels the present plan in the Worker. */
  async level(): Promise<void> {
    if (!this.engine || this.leveling?.state === "running") return;
    const { wishes, now } = this;
    const changes = {
      ...(wishes.afresh ? withoutDelays(now.document) : {}),
      ...(wishes.exchanges === "0" ? {} : withHelpers(now.document)),
    };
    this.side = "level";
    this.sideOpen = true;
    this.marked = null;
    try {
      let base = now;
      if (Object.keys(changes).length > 0) {
        const { plan, schedule } = this.replan(changes);
        base = new Point(plan, schedule, "Before leveling");
      }
      const { session, done } = start(this.engine, base, now.schedule, wishes, (session, better) =>
        this.heard(session, better),
      );
      this.leveling = session;
      this.render();
      await done;
      if (this.leveling !== session) return;
      const stopped = session.report?.status === "stopped";
      say(
        stopped
          ? "Leveling stopped: the best plan so far is shown."
          : "Leveled: compare, then accept or discard.",
      );
      this.drawChart();
      this.render();
    } catch (error) {
      this.leveling = null;
      if (error instanceof DOMException && error.name === "AbortError")
        say("Leveling stopped before a first plan.");
      else this.refuse(error);
      this.drawChart();
      this.render();
    }
  }

  private heard(session: Session, better: boolean): void {
    if (this.leveling !== session) return;
    this.render();
    if (better) this.drawChart();
  }

  /** Stops the search; what it found so far is shown. */
  cancelLeveling(): void {
    this.leveling?.cancel.abort();
  }

  /** The leveled schedule becomes the plan. */
  acceptLeveling(): void {
    const session = this.leveling;
    if (session?.state !== "done" || !session.report) return;
    const plan = session.base.plan.applyLeveling(session.report.schedule);
    this.leveling = null;
    this.commit(plan, plan.schedule(), "Level", undefined, { leveled: session.report });
    this.side = "moves";
    this.render();
  }

  /** The plan stays as it was. */
  discardLeveling(): void {
    this.stopLeveling();
    this.shown();
    say("Leveling discarded.");
  }

  private stopLeveling(): void {
    if (this.leveling?.state === "running") this.leveling.cancel.abort();
    this.leveling = null;
  }

  // --- choosing ---

  /** Chooses a task, from the chart or elsewhere. */
  select(task: string | null, how: { reveal?: boolean; side?: boolean } = {}): void {
    this.selected = task;
    this.person = null;
    if (task !== null && how.side !== false) {
      this.side = this.leveling ? this.side : "task";
    }
    if (how.reveal && task !== null) {
      if (this.filter !== ALL && !this.shownTasks()?.has(task)) {
        this.filter = ALL;
        this.drawChart();
      }
      this.gantt?.select(task);
      this.gantt?.reveal(task);
    }
    this.render();
  }

  /** Marks what a person is asked for too much, on a day or at all; without overload, all that they do. */
  choosePerson(person: string | null, day: string | null): void {
    this.person = person;
    if (person === null) this.marked = null;
    else {
      if (!this.leveling) this.side = "task";
      let tasks = overloadedTasks(this.now, person, day);
      const over = tasks.size > 0;
      if (!over) {
        const all = (this.now.document.assignments ?? []).filter(({ resource }) => resource === person);
        tasks = new Set(all.map(({ task }) => task));
      }
      const name = this.now.person(person);
      this.marked = { tasks, why: over ? `${name}: too much at once` : `${name}: all tasks` };
      say(`${name}: ${count(tasks.size, "task")}${over ? " at the same time" : ""}.`);
      const first = [...tasks].sort((a, b) =>
        (this.now.row(a)?.start ?? "") < (this.now.row(b)?.start ?? "") ? -1 : 1,
      )[0];
      if (first) this.gantt?.reveal(first);
    }
    this.drawChart();
    this.render();
  }

  /** Shows other tasks. */
  setFilter(change: Partial<Filter>): void {
    this.filter = { ...this.filter, ...change };
    if (Object.values(this.filter).every((value) => value === "")) this.filter = ALL;
    this.drawChart();
    this.render();
  }

  // --- showing ---

  /** The dates of a task in the schedule that is shown. */
  row(id: string): TaskSchedule | undefined {
    const schedule = this.leveling?.report?.schedule;
    if (!schedule) return this.now.row(id);
    if (this.rows.of !== schedule) this.rows = { of: schedule, byId: new Map(schedule.tasks.map((row) => [row.id, row])) };
    return this.rows.byId.get(id);
  }

  /** The load of what is shown. */
  load(): LoadReport | null {
    return this.leveling?.report ? (this.leveling.load ?? null) : this.now.load();
  }

  /** What the chart shows: a preview, a leveled plan against the one before, or the plan. */
  private model(): GanttModel {
    const point = this.leveling?.base ?? this.now;
    const marked = this.marked?.tasks ?? null;
    const shown = this.shownTasks();
    const common = {
      plan: this.now.document,
      today: today(),
      marked,
      shown,
      people: shownPeople(this.now, this.filter, shown),
    };
    if (this.preview) {
      return {
        ...common,
        schedule: this.preview.schedule,
        before: this.now.schedule,
        load: this.preview.load,
      };
    }
    const report = this.leveling?.report;
    if (report) {
      return {
        ...common,
        schedule: report.schedule,
        before: point.schedule,
        load: this.leveling?.load ?? point.load(),
      };
    }
    const before = this.marked?.why === "moved" ? (this.history.before?.schedule ?? null) : null;
    return { ...common, schedule: this.now.schedule, before, load: this.now.load() };
  }

  private shownTasks(): Set<string> | null {
    return shownTasks(
      this.now,
      this.filter,
      this.marked?.tasks ?? null,
      this.leveling?.report?.schedule ?? this.now.schedule,
    );
  }

  /** Draws the chart. */
  drawChart(how: { fresh?: boolean } = {}): void {
    if (!this.history.open) return;
    this.gantt?.update(this.model(), how);
    if (!this.preview) this.gantt?.select(this.selected);
  }

  /** Shows the present state everywhere, and keeps it. */
  private shown(how: { fresh?: boolean } = {}): void {
    this.drawChart(how);
    this.render();
    const point = this.now;
    keep(
      () => point.plan.toJson(),
      (at) => {
        this.savedAt = at;
        this.render();
      },
    );
  }
}

/** The date where the reader is. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
