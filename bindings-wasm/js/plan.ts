/**
 * A program with everything that can be asked of it.
 * @module
 */

import { score } from "./functions.js";
import { PlanHandle, textHost, type Host } from "./engine.js";
import { optionsOf, partsOf, textOf } from "./text.js";
import type {
  AtRisk,
  BaselineOptions,
  CampaignBudgetReport,
  CampaignBudgetRequest,
  CheckReport,
  Comparison,
  CostReport,
  CsvText,
  CsvWriteOptions,
  FloatPathOptions,
  FloatPaths,
  IcalFeeds,
  IcalOptions,
  InstantiateReport,
  InstantiateRequest,
  Issue,
  LevelOptions,
  LevelReport,
  LoadOptions,
  LoadReport,
  MspdiText,
  OperationName,
  OptionsOf,
  OutputOf,
  PlanChange,
  PlanChanges,
  PlanDocument,
  Schedule,
  ScoreOptions,
  Scorecard,
  StoredTask,
  TaskId,
  TaskValue,
  VarianceOptions,
  VarianceReport,
  XerText,
} from "./types.js";

/** A plan as JSON text, as a plain object, or one that has been read. */
export type PlanSource = string | PlanDocument | { toJson(): string };

/**
 * A plan document that has been read: it never changes, {@link Plan.change} makes another one.
 *
 * It lives in the memory of the WebAssembly module. That is given back when the garbage collector finds the plan,
 * or at once by {@link Plan.free} or `using`.
 *
 * @example
 * ```js
 * import { Plan } from "paceline";
 *
 * const plan = Plan.read({
 *   format: "paceline/1",
 *   program: { name: "Spring fair", start: "2026-03-02" },
 *   tasks: [{ id: "brief", duration: "1d" }, { id: "copy", duration: "2d" }],
 *   dependencies: [{ from: "brief", to: "copy" }],
 * });
 * console.log(plan.schedule().finish); // 2026-03-04T17:00:00
 * ```
 */
export class Plan {
  readonly #handle: PlanHandle;

  private constructor(handle: PlanHandle) {
    this.#handle = handle;
  }

  /**
   * Reads a document and refuses it unless it is a valid plan.
   * @throws {PacelineError} every fault at once.
   */
  static read(source: PlanSource): Plan {
    return new Plan(PlanHandle.open("read", { plan: textOf(source, "plan") }));
  }

  /**
   * Reads the shape of a document only, so that a broken plan can be opened and shown with what
   * {@link Plan.validate} says about it.
   * @throws {PacelineError} if it is no JSON, or has fields that no plan has.
   */
  static fromJson(source: PlanSource): Plan {
    return new Plan(PlanHandle.open("from_json", { plan: textOf(source, "plan") }));
  }

  /** The document as JSON text on one line, its lists in their canonical order. */
  toJson(): string {
    return this.#handle.toJson();
  }

  /** The document as a plain object. */
  toObject(): PlanDocument {
    return JSON.parse(this.toJson()) as PlanDocument;
  }

  /** What is wrong with this plan; of a plan that was read, warnings alone. */
  validate(): Issue[] {
    return this.#ask("validate");
  }

  /**
   * Another plan with these changes, a merge patch whose lists of records may be objects keyed by the record's
   * place; `null` removes.
   *
   * @example
   * ```js
   * import { Plan } from "paceline";
   *
   * const plan = Plan.read('{"format":"paceline/1","program":{"name":"Fair","start":"2026-03-02"},"tasks":[{"id":"copy","duration":"2d"}]}');
   * const later = plan.change({ program: { start: "2026-03-09" }, tasks: { copy: { duration: "3d" } } });
   * console.log(later.schedule().finish); // 2026-03-11T17:00:00
   * ```
   * @throws {PacelineError} every fault of the changes.
   */
  change(changes: PlanChanges | string): Plan {
    return new Plan(this.#handle.derive("change", partsOf({ changes })));
  }

  /** The plan whose dates are those of this schedule: how a leveled schedule becomes the plan. */
  applyLeveling(schedule: Schedule): Plan {
    return new Plan(this.#handle.derive("apply_leveling", partsOf({ schedule })));
  }

  /** Dates, float and the critical path. */
  schedule(): Schedule {
    return this.#ask("schedule");
  }

  /**
   * The best plan in which nobody is overloaded, with a bound that says how good it is and the cause of every move.
   * This blocks: in a page, prefer the Worker of `paceline/client`.
   *
   * @param host hears the progress and can stop it; the best so far is then the answer, its status `stopped`.
   */
  level(options?: LevelOptions, host?: Host): LevelReport {
    const text = this.#handle.call("level", {}, optionsOf(options), textHost(host));
    return JSON.parse(text) as LevelReport;
  }

  /** Whether a schedule keeps every rule; by default that of {@link Plan.schedule}. */
  check(schedule?: Schedule): CheckReport {
    return this.#ask("check", { schedule });
  }

  /** Whether leveling, with these options, broke a rule or moved what never moves. */
  checkLeveled(before: Schedule, after: Schedule, options?: LevelOptions): CheckReport {
    return this.#ask("check_leveled", { before, after }, options);
  }

  /**
   * What moved between two schedules, and why. This plan is the one of the later schedule; `was` is the one of the
   * earlier: with it, a task that moved by itself says what changed of its own.
   */
  compare(before: Schedule, after: Schedule, was?: Plan | PlanSource): Comparison {
    return this.#ask("compare", { before, after, was });
  }

  /**
   * What changed from another plan to this one: every record and field by its place, with what it was and is.
   *
   * @example
   * ```js
   * import { Plan } from "paceline";
   *
   * const plan = Plan.read('{"format":"paceline/1","program":{"name":"Fair","start":"2026-03-02"},"tasks":[{"id":"copy","duration":"2d"}]}');
   * const later = plan.change({ tasks: { copy: { duration: "3d" } } });
   * console.log(later.diff(plan)[0].message); // `duration` of task `copy` is `3d` instead of `2d`
   * ```
   */
  diff(was: Plan | PlanSource): PlanChange[] {
    return this.#ask("diff", { was });
  }

  /**
   * This plan as a file that Microsoft Project opens, with the dates of a schedule (by default the plan's own) and
   * what the file does not say. Dates that `readMspdi` gave as `stored` go before those of the schedule.
   */
  writeMspdi(schedule?: Schedule, stored?: readonly StoredTask[]): MspdiText {
    return this.#ask("write_mspdi", { schedule, stored });
  }

  /** The plan with a schedule, by default its own, stored as a baseline: what was agreed. */
  setBaseline(schedule?: Schedule, options?: BaselineOptions): Plan {
    return new Plan(this.#handle.derive("set_baseline", partsOf({ schedule }), optionsOf(options)));
  }

  /** How far a schedule, by default the plan's own, is from a baseline: by task, campaign and in all. */
  variance(schedule?: Schedule, options?: VarianceOptions): VarianceReport {
    return this.#ask("variance", { schedule }, options);
  }

  /** What comes next after the critical path: chains of tasks, nearest to driving the last first; float and drag. */
  floatPaths(options?: FloatPathOptions): FloatPaths {
    return this.#ask("float_paths", {}, options);
  }

  /** The plan with the budgets that the best split gives its campaigns, and every change. */
  budgets(request: CampaignBudgetRequest, schedule?: Schedule): CampaignBudgetReport {
    return this.#ask("budgets", { request, schedule });
  }

  /** The plan with the tasks that a playbook brings when an event starts it; the same event starts it once. */
  instantiate(request: InstantiateRequest): InstantiateReport {
    return this.#ask("instantiate", { request });
  }

  /** Who is overloaded, and when. */
  load(schedule?: Schedule, options?: LoadOptions): LoadReport {
    return this.#ask("load", { schedule }, options);
  }

  /** What it costs. */
  cost(schedule?: Schedule): CostReport {
    return this.#ask("cost", { schedule });
  }

  /**
   * This plan as a file that Primavera P6 opens (XER), and what the file does not say. P6 reads it in the code page of
   * its computer, mostly Windows-1252.
   */
  writeXer(schedule?: Schedule): XerText {
    return this.#ask("write_xer", { schedule });
  }

  /** What each task is worth, and why. */
  values(options?: ScoreOptions): TaskValue[] {
    return this.#ask("values", {}, options);
  }

  /** What a day of lateness costs, as weights for leveling. */
  weights(options?: ScoreOptions): Record<TaskId, number> {
    return this.#ask("weights", {}, options);
  }

  /** What is at risk because tasks are late. */
  atRisk(schedule?: Schedule, options?: ScoreOptions): AtRisk[] {
    return this.#ask("at_risk", { schedule }, options);
  }

  /** The scorecard of the objectives of this plan: `score` of its `objectives`. */
  score(options?: ScoreOptions): Scorecard {
    return score(this.toObject().objectives ?? [], options);
  }

  /** Who, when, why, how good and at what cost, in words for a terminal. */
  report(options?: OptionsOf<"report">, leveled?: LevelReport): string {
    return this.#ask("report", { leveled }, options);
  }

  /** The same as one self-contained page of HTML. */
  page(options?: OptionsOf<"page">, leveled?: LevelReport): string {
    return this.#ask("page", { leveled }, options);
  }

  /** The schedule as a picture in SVG. */
  ganttSvg(options?: OptionsOf<"gantt_svg">, leveled?: LevelReport): string {
    return this.#ask("gantt_svg", { leveled }, options);
  }

  /** Feeds for people's calendars (iCalendar), by a schedule, by default its own; `stamp` is the time of now in UTC. */
  writeIcal(options: IcalOptions, schedule?: Schedule): IcalFeeds {
    return this.#ask("write_ical", { schedule }, options);
  }

  /** A table of the plan, its schedule or its load in CSV, by a schedule, by default its own. */
  writeCsv(options?: CsvWriteOptions, schedule?: Schedule): CsvText {
    return this.#ask("write_csv", { schedule }, options);
  }

  /** The load of the people as a picture in SVG. */
  loadSvg(options?: OptionsOf<"load_svg">, leveled?: LevelReport): string {
    return this.#ask("load_svg", { leveled }, options);
  }

  /** How the search for the leveled plan went, as a picture in SVG. */
  traceSvg(options?: OptionsOf<"trace_svg">, leveled?: LevelReport): string {
    return this.#ask("trace_svg", { leveled }, options);
  }

  /** Gives the memory back; the plan is of no use afterwards. Doing it twice does nothing. */
  free(): void {
    this.#handle.free();
  }

  /** The same as {@link Plan.free}, for `using`. */
  [Symbol.dispose](): void {
    this.free();
  }

  #ask<Name extends OperationName>(
    operation: Name,
    documents: Readonly<Record<string, unknown>> = {},
    options?: unknown,
  ): OutputOf<Name> {
    const text = this.#handle.call(operation, partsOf(documents), optionsOf(options));
    return JSON.parse(text) as OutputOf<Name>;
  }
}
