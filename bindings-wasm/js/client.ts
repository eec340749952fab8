/**
 * A Worker that plans while the page stays responsive.
 *
 * @example
 * ```js browser
 * import { connect } from "paceline/client";
 *
 * const engine = await connect();
 * const plan = await (await fetch("aurora.json")).text();
 * const leveled = await engine.level(plan, { steps: 2000 }, {
 *   onProgress: (progress) => console.log(`${progress.steps} of ${progress.budget}`),
 *   timeLimit: 5000,
 * });
 * console.log(leveled.status, leveled.schedule.finish);
 * engine.close();
 * ```
 * @module
 */

import type { Host } from "./engine.js";
import type { CsvTables } from "./functions.js";
import { compiled, type ModuleSource } from "./load.js";
import { Runner, type Task } from "./runner.js";
import { optionsOf, partsOf, textOf, textsOf, windowsText, type Parts } from "./text.js";
import type * as T from "./types.js";

export { PacelineError } from "./error.js";
export type { ModuleSource } from "./load.js";
export type * from "./types.js";

/** A plan for the Worker: a document, its JSON text, or a plan that this page has read. */
export type PlanLike = string | T.PlanDocument | { toJson(): string };

/** How to reach the Worker. */
export interface ConnectOptions {
  /** Where the WebAssembly module is, if not beside the package; or the module itself. */
  url?: ModuleSource;
  /** Makes the Worker, for those whose bundler or policy wants it otherwise: it must run `paceline/worker`. */
  worker?: () => Worker;
}

/** What every operation takes besides its parts and options. */
export interface CallOptions {
  /** Ends the operation. Leveling answers with the best so far, all else is rejected with the signal's reason. */
  signal?: AbortSignal;
}

/** What leveling takes besides its options. */
export interface LevelCall extends CallOptions, Host {
  /** Milliseconds after which the best so far is the answer. They count from when the Worker begins. */
  timeLimit?: number;
}

/** What solving takes besides its options. */
export type SolveCall = Omit<LevelCall, "onBest">;

/**
 * Starts a Worker.
 *
 * The module is compiled once; a Worker that was ended or has died is replaced by another of the same module.
 */
export async function connect(options: ConnectOptions = {}): Promise<Engine> {
  const module = await compiled(options.url);
  const runner = new Runner(module, options.worker ?? usualWorker);
  await runner.start();
  return new Engine(runner);
}

function usualWorker(): Worker {
  return new Worker(new URL("./worker.js", import.meta.url), { type: "module", name: "paceline" });
}

/**
 * The operations of `Plan`, in a Worker: each takes the plan first and answers with a promise.
 *
 * They run one after the other, in the order they were asked. A plan is sent and read once, as long as it is among
 * the last few. Every method is rejected with `PacelineError` where the one of `Plan` throws it.
 */
export class Engine {
  readonly #runner: Runner;

  /** See {@link connect}. */
  constructor(runner: Runner) {
    this.#runner = runner;
  }

  /**
   * Ends the operation under way: leveling answers with the best so far, or is rejected with an `AbortError` if
   * there is none yet; any other is rejected. What waits behind it goes on.
   */
  cancel(): void {
    this.#runner.cancel();
  }

  /** Ends the Worker; whatever is under way or waits is rejected with an `AbortError`. */
  close(): void {
    this.#runner.close();
  }

  /** The same as {@link Engine.close}, for `using`. */
  [Symbol.dispose](): void {
    this.close();
  }

  /** The document in its canonical order, if it is a valid plan. */
  read(plan: PlanLike, call?: CallOptions): Promise<T.PlanDocument> {
    return this.#ask("read", { documents: { plan: planText(plan) } }, call);
  }

  /** The document in its canonical order, valid or not. */
  fromJson(plan: PlanLike, call?: CallOptions): Promise<T.PlanDocument> {
    return this.#ask("from_json", { documents: { plan: planText(plan) } }, call);
  }

  /** What is wrong with a plan. */
  validate(plan: PlanLike, call?: CallOptions): Promise<T.Issue[]> {
    return this.#of(plan, "validate", {}, undefined, call);
  }

  /** The plan with these changes. */
  change(plan: PlanLike, changes: T.PlanChanges | string, call?: CallOptions): Promise<T.PlanDocument> {
    return this.#of(plan, "change", { changes }, undefined, call);
  }

  /** The plan whose dates are those of this schedule. */
  applyLeveling(plan: PlanLike, schedule: T.Schedule, call?: CallOptions): Promise<T.PlanDocument> {
    return this.#of(plan, "apply_leveling", { schedule }, undefined, call);
  }

  /** Dates, float and the critical path. */
  schedule(plan: PlanLike, call?: CallOptions): Promise<T.Schedule> {
    return this.#of(plan, "schedule", {}, undefined, call);
  }

  /**
   * The best plan in which nobody is overloaded. Progress and better plans are told at most every 50 ms.
   *
   * A signal, {@link Engine.cancel}, the time limit and an `onProgress` that returns `false` end it: the best so far
   * is then the answer, its status `stopped`; if there is none yet, it is rejected with an `AbortError`.
   */
  level(plan: PlanLike, options?: T.LevelOptions, call: LevelCall = {}): Promise<T.LevelReport> {
    return this.#of(plan, "level", {}, options, call, true);
  }

  /** Whether a schedule keeps every rule; by default that of the plan. */
  check(plan: PlanLike, schedule?: T.Schedule, call?: CallOptions): Promise<T.CheckReport> {
    return this.#of(plan, "check", { schedule }, undefined, call);
  }

  /** Whether leveling, with these options, broke a rule or moved what never moves. */
  checkLeveled(
    plan: PlanLike,
    before: T.Schedule,
    after: T.Schedule,
    options?: T.LevelOptions,
    call?: CallOptions,
  ): Promise<T.CheckReport> {
    return this.#of(plan, "check_leveled", { before, after }, options, call);
  }

  /** What moved between two schedules, and why; `was` is the plan of the earlier one. */
  compare(
    plan: PlanLike,
    before: T.Schedule,
    after: T.Schedule,
    was?: PlanLike,
    call?: CallOptions,
  ): Promise<T.Comparison> {
    return this.#of(plan, "compare", { before, after, was }, undefined, call);
  }

  /** What changed from another plan to this one. */
  diff(plan: PlanLike, was: PlanLike, call?: CallOptions): Promise<T.PlanChange[]> {
    return this.#of(plan, "diff", { was }, undefined, call);
  }

  /** The plan as a file that Microsoft Project opens, with what the file does not say. */
  writeMspdi(
    plan: PlanLike,
    schedule?: T.Schedule,
    stored?: readonly T.StoredTask[],
    call?: CallOptions,
  ): Promise<T.MspdiText> {
    return this.#of(plan, "write_mspdi", { schedule, stored }, undefined, call);
  }

  /** The plan with a schedule stored as a baseline: what was agreed. */
  setBaseline(
    plan: PlanLike,
    schedule?: T.Schedule,
    options?: T.BaselineOptions,
    call?: CallOptions,
  ): Promise<T.PlanDocument> {
    return this.#of(plan, "set_baseline", { schedule }, options, call);
  }

  /** How far a schedule is from a baseline. */
  variance(
    plan: PlanLike,
    schedule?: T.Schedule,
    options?: T.VarianceOptions,
    call?: CallOptions,
  ): Promise<T.VarianceReport> {
    return this.#of(plan, "variance", { schedule }, options, call);
  }

  /** What comes next after the critical path. */
  floatPaths(plan: PlanLike, options?: T.FloatPathOptions, call?: CallOptions): Promise<T.FloatPaths> {
    return this.#of(plan, "float_paths", {}, options, call);
  }

  /** The plan with the budgets that the best split gives its campaigns. */
  budgets(
    plan: PlanLike,
    request: T.CampaignBudgetRequest,
    schedule?: T.Schedule,
    call?: CallOptions,
  ): Promise<T.CampaignBudgetReport> {
    return this.#of(plan, "budgets", { request, schedule }, undefined, call);
  }

  /** The plan with the tasks that a playbook brings when an event starts it. */
  instantiate(plan: PlanLike, request: T.InstantiateRequest, call?: CallOptions): Promise<T.InstantiateReport> {
    return this.#of(plan, "instantiate", { request }, undefined, call);
  }

  /** Who is overloaded, and when. */
  load(plan: PlanLike, schedule?: T.Schedule, options?: T.LoadOptions, call?: CallOptions): Promise<T.LoadReport> {
    return this.#of(plan, "load", { schedule }, options, call);
  }

  /** What it costs. */
  cost(plan: PlanLike, schedule?: T.Schedule, call?: CallOptions): Promise<T.CostReport> {
    return this.#of(plan, "cost", { schedule }, undefined, call);
  }

  /** A plan as a file that Primavera P6 opens (XER), and what the file does not say. */
  writeXer(plan: PlanLike, schedule?: T.Schedule, call?: CallOptions): Promise<T.XerText> {
    return this.#of(plan, "write_xer", { schedule }, undefined, call);
  }

  /** What each task is worth, and why. */
  values(plan: PlanLike, options?: T.ScoreOptions, call?: CallOptions): Promise<T.TaskValue[]> {
    return this.#of(plan, "values", {}, options, call);
  }

  /** What a day of lateness costs, as weights for leveling. */
  weights(plan: PlanLike, options?: T.ScoreOptions, call?: CallOptions): Promise<Record<T.TaskId, number>> {
    return this.#of(plan, "weights", {}, options, call);
  }

  /** What is at risk because tasks are late. */
  atRisk(plan: PlanLike, schedule?: T.Schedule, options?: T.ScoreOptions, call?: CallOptions): Promise<T.AtRisk[]> {
    return this.#of(plan, "at_risk", { schedule }, options, call);
  }

  /** Who, when, why, how good and at what cost, in words. */
  report(
    plan: PlanLike,
    options?: T.OptionsOf<"report">,
    leveled?: T.LevelReport,
    call?: CallOptions,
  ): Promise<string> {
    return this.#of(plan, "report", { leveled }, options, call);
  }

  /** The same as one self-contained page of HTML. */
  page(plan: PlanLike, options?: T.OptionsOf<"page">, leveled?: T.LevelReport, call?: CallOptions): Promise<string> {
    return this.#of(plan, "page", { leveled }, options, call);
  }

  /** The schedule as a picture in SVG. */
  ganttSvg(
    plan: PlanLike,
    options?: T.OptionsOf<"gantt_svg">,
    leveled?: T.LevelReport,
    call?: CallOptions,
  ): Promise<string> {
    return this.#of(plan, "gantt_svg", { leveled }, options, call);
  }

  /** Feeds for people's calendars (iCalendar); `stamp` is the time of now in UTC. */
  writeIcal(plan: PlanLike, options: T.IcalOptions, schedule?: T.Schedule, call?: CallOptions): Promise<T.IcalFeeds> {
    return this.#of(plan, "write_ical", { schedule }, options, call);
  }

  /** A table of the plan, its schedule or its load in CSV. */
  writeCsv(plan: PlanLike, options?: T.CsvWriteOptions, schedule?: T.Schedule, call?: CallOptions): Promise<T.CsvText> {
    return this.#of(plan, "write_csv", { schedule }, options, call);
  }

  /** The load of the people as a picture in SVG. */
  loadSvg(
    plan: PlanLike,
    options?: T.OptionsOf<"load_svg">,
    leveled?: T.LevelReport,
    call?: CallOptions,
  ): Promise<string> {
    return this.#of(plan, "load_svg", { leveled }, options, call);
  }

  /** How the search for the leveled plan went, as a picture in SVG. */
  traceSvg(
    plan: PlanLike,
    options?: T.OptionsOf<"trace_svg">,
    leveled?: T.LevelReport,
    call?: CallOptions,
  ): Promise<string> {
    return this.#of(plan, "trace_svg", { leveled }, options, call);
  }

  /** Whether the objectives were moved. */
  score(objectives: readonly T.Objective[], options?: T.ScoreOptions, call?: CallOptions): Promise<T.Scorecard> {
    return this.#ask("score", { documents: { objectives }, options }, call);
  }

  /** How much of each KPI's gap is still open. */
  kpiGaps(objectives: readonly T.Objective[], options?: T.ScoreOptions, call?: CallOptions): Promise<T.KpiGap[]> {
    return this.#ask("kpi_gaps", { documents: { objectives }, options }, call);
  }

  /** What that was measured somebody should act on: one ordered list of alerts with stable ids. */
  alerts(request: T.AlertRequest, call?: CallOptions): Promise<T.AlertReport> {
    return this.#ask("alerts", { documents: { request } }, call);
  }

  /** Whether a total is on its way to its target. */
  pace(request: T.PaceRequest, call?: CallOptions): Promise<T.Pacing> {
    return this.#ask("pace", { documents: { request } }, call);
  }

  /** The rate of many ratios together. */
  pool(rows: readonly (readonly [number | null, number | null])[], call?: CallOptions): Promise<T.PooledRatio> {
    return this.#ask("pool", { documents: { rows } }, call);
  }

  /** What the work has earned, and what the whole will cost. */
  earnedValue(
    items: readonly T.EarnedValueItem[],
    method?: T.ForecastMethod,
    call?: CallOptions,
  ): Promise<T.EarnedValueReport> {
    return this.#ask("earned_value", { documents: { items }, options: method }, call);
  }

  /** How late the work is, in time rather than money. */
  earnedSchedule(request: T.EarnedScheduleRequest, call?: CallOptions): Promise<T.EarnedSchedule> {
    return this.#ask("earned_schedule", { documents: { request } }, call);
  }

  /** The scorecard as a picture in SVG. */
  scorecardSvg(objectives: readonly T.Objective[], options?: T.ScoreOptions, call?: CallOptions): Promise<string> {
    return this.#ask("scorecard_svg", { documents: { objectives }, options }, call);
  }

  /** The plan that a file of Microsoft Project holds, with the dates that it stores. */
  readMspdi(text: string, call?: CallOptions): Promise<T.MspdiFile> {
    return this.#ask("read_mspdi", { documents: { text } }, call);
  }

  /** The plan that tables in CSV make, or `base` with their rows. */
  readCsv(tables: CsvTables, options?: T.CsvReadOptions, call?: CallOptions): Promise<T.CsvFile> {
    return this.#ask("read_csv", { documents: { ...tables }, options }, call);
  }

  /** When nobody works, by a calendar file. */
  readIcal(text: string, options?: T.IcalReadOptions, call?: CallOptions): Promise<T.IcalBusy> {
    return this.#ask("read_ical", { documents: { text }, options }, call);
  }

  /** The plans that an XER file of Primavera P6 holds, with the dates that it stores. */
  readXer(file: string | Uint8Array, call?: CallOptions): Promise<T.P6File> {
    return this.#ask("read_xer", { documents: { text: windowsText(file) } }, call);
  }

  /** The plans that an XML file of Primavera P6 holds, with the dates that it stores. */
  readPmxml(text: string, call?: CallOptions): Promise<T.P6File> {
    return this.#ask("read_pmxml", { documents: { text } }, call);
  }

  /** The problem that a file of PSPLIB or Patterson holds. */
  readRcpsp(text: string, call?: CallOptions): Promise<T.RcpspProblem> {
    return this.#ask("read_rcpsp", { documents: { text } }, call);
  }

  /**
   * The shortest schedule of a scheduling problem without a plan. Progress is told at most every 50 ms. At the time
   * limit the best so far is the answer; a signal, {@link Engine.cancel} and an `onProgress` that returns `false`
   * reject it.
   */
  solveRcpsp(problem: T.RcpspProblem | string, options?: T.RcpspOptions, call: SolveCall = {}): Promise<T.RcpspSolution> {
    return this.#ask("solve_rcpsp", { documents: { problem }, options, live: true }, call);
  }

  /** Whether a solution keeps every rule, and what its certificate proves. */
  checkRcpsp(
    problem: T.RcpspProblem | string,
    solution: T.RcpspSolution | string,
    options?: T.RcpspCheckOptions,
    call?: CallOptions,
  ): Promise<T.RcpspCheck> {
    return this.#ask("check_rcpsp", { documents: { problem, solution }, options }, call);
  }

  /** Runs any operation by its name, JSON texts in and JSON text out. */
  call(operation: string, parts: Readonly<Record<string, string>>, options?: string, call?: CallOptions): Promise<string> {
    return this.#call(operation, parts, options, call);
  }

  async #call(operation: string, parts: Parts, options?: string, call?: CallOptions): Promise<string> {
    const texts = { ...textsOf(parts, options) };
    return this.#runner.run({ operation, parts: texts, ...(options === undefined ? {} : { options }) }, call);
  }

  #of<Name extends T.OperationName>(
    plan: PlanLike,
    operation: Name,
    documents: Readonly<Record<string, unknown>>,
    options: unknown,
    call: LevelCall | undefined,
    live = false,
  ): Promise<T.OutputOf<Name>> {
    return this.#ask(operation, { plan, documents, options, live }, call);
  }

  async #ask<Name extends T.OperationName>(
    operation: Name,
    given: { plan?: PlanLike; documents?: Readonly<Record<string, unknown>>; options?: unknown; live?: boolean },
    call: LevelCall | undefined,
  ): Promise<T.OutputOf<Name>> {
    const task: Task = { operation, parts: { ...partsOf(given.documents ?? {}) } };
    if ("plan" in given) task.plan = planText(given.plan as PlanLike);
    if (given.live === true) task.live = true;
    const options = optionsOf(given.options);
    if (options !== undefined) task.options = options;
    return JSON.parse(await this.#runner.run(task, call)) as T.OutputOf<Name>;
  }
}

/** Texts of the plans that this page has read: they never change. */
const texts = new WeakMap<object, string>();

function planText(plan: PlanLike): string {
  if (typeof plan !== "object" || plan === null || !("toJson" in plan)) return textOf(plan, "plan");
  let text = texts.get(plan);
  if (text === undefined) {
    text = plan.toJson();
    texts.set(plan, text);
  }
  return text;
}
