/**
 * The operations that need no plan, and the door by which any operation is called with texts.
 * @module
 */

import { callTexts, textHost, type Host } from "./engine.js";
import { optionsOf, partsOf, textsOf, windowsText, type Parts } from "./text.js";
import type {
  AlertReport,
  AlertRequest,
  CsvFile,
  CsvReadOptions,
  EarnedSchedule,
  EarnedScheduleRequest,
  EarnedValueItem,
  EarnedValueReport,
  ForecastMethod,
  KpiGap,
  IcalBusy,
  IcalReadOptions,
  MspdiFile,
  Objective,
  OperationName,
  OutputOf,
  P6File,
  PaceRequest,
  PlanDocument,
  Pacing,
  PooledRatio,
  RcpspCheck,
  RcpspCheckOptions,
  RcpspOptions,
  RcpspProblem,
  RcpspSolution,
  ScoreOptions,
  Scorecard,
} from "./types.js";

/** Texts of tables in CSV, and the plan that their rows are added to. */
export interface CsvTables {
  readonly tasks?: string;
  readonly links?: string;
  readonly resources?: string;
  readonly assignments?: string;
  readonly progress?: string;
  readonly base?: string | PlanDocument | { toJson(): string };
}

/**
 * Whether the objectives were moved.
 *
 * @example
 * ```js
 * import { score } from "paceline";
 *
 * const card = score([{
 *   id: "awareness",
 *   kpis: [{ id: "reach", baseline: 100, target: 200, measurements: [{ at: "2026-03-02", value: 150 }] }],
 * }]);
 * console.log(card.program.score); // 0.5
 * ```
 */
export function score(objectives: readonly Objective[], options?: ScoreOptions): Scorecard {
  return ask("score", { objectives }, options);
}

/** How much of each KPI's gap is still open. */
export function kpiGaps(objectives: readonly Objective[], options?: ScoreOptions): KpiGap[] {
  return ask("kpi_gaps", { objectives }, options);
}

/** Whether a total is on its way to its target. */
export function pace(request: PaceRequest): Pacing {
  return ask("pace", { request });
}

/** What that was measured somebody should act on: one ordered list of alerts with stable ids. */
export function alerts(request: AlertRequest): AlertReport {
  return ask("alerts", { request });
}

/** The rate of many ratios together: rows of numerator and denominator. */
export function pool(rows: readonly (readonly [number | null, number | null])[]): PooledRatio {
  return ask("pool", { rows });
}

/** What the work has earned, and what the whole will cost. */
export function earnedValue(items: readonly EarnedValueItem[], method?: ForecastMethod): EarnedValueReport {
  return ask("earned_value", { items }, method);
}

/** How late the work is, in time rather than money. */
export function earnedSchedule(request: EarnedScheduleRequest): EarnedSchedule {
  return ask("earned_schedule", { request });
}

/** The scorecard as a picture in SVG. */
export function scorecardSvg(objectives: readonly Objective[], options?: ScoreOptions): string {
  return ask("scorecard_svg", { objectives }, options);
}

/**
 * The plan that a file of Microsoft Project holds (the XML that it saves), with the dates that it stores and what the
 * plan does not hold.
 *
 * @throws {PacelineError} if the text cannot be read at all, with the line.
 */
export function readMspdi(text: string): MspdiFile {
  return ask("read_mspdi", { text });
}

/**
 * The plan that tables in CSV make (tasks, links, resources, assignments, actual progress), or `base` with their rows.
 *
 * @throws {PacelineError} with every fault of the tables, each with its line and column.
 *
 * @example
 * ```js
 * import { readCsv } from "paceline";
 *
 * const { plan } = readCsv({ tasks: "id;duration;predecessors\nbrief;1,5d;\ncopy;2 days;brief" }, { start: "2026-03-02" });
 * console.log(plan.dependencies[0].from); // brief
 * ```
 */
export function readCsv(tables: CsvTables, options?: CsvReadOptions): CsvFile {
  return ask("read_csv", { ...tables }, options);
}

/**
 * When nobody works, by a calendar file (iCalendar): exceptions for a calendar, absences for a resource.
 *
 * @throws {PacelineError} if the text cannot be read at all, with the line.
 */
export function readIcal(text: string, options?: IcalReadOptions): IcalBusy {
  return ask("read_ical", { text }, options);
}

/**
 * The plans that an XER file of Primavera P6 holds, with the dates that it stores and what the plans do not hold. Bytes
 * that are not UTF-8 are Windows-1252, in which P6 writes.
 *
 * @throws {PacelineError} if the text cannot be read at all.
 */
export function readXer(file: string | Uint8Array): P6File {
  return ask("read_xer", { text: windowsText(file) });
}

/**
 * The plans that an XML file of Primavera P6 (PMXML) holds, with the dates that it stores and what the plans do not hold.
 *
 * @throws {PacelineError} if the text cannot be read at all, with the line.
 */
export function readPmxml(text: string): P6File {
  return ask("read_pmxml", { text });
}

/** The problem that a file of PSPLIB (`.sm`) or Patterson (`.rcp`) holds. @throws {PacelineError} with every line at fault. */
export function readRcpsp(text: string): RcpspProblem {
  return ask("read_rcpsp", { text });
}

/**
 * The shortest schedule of a scheduling problem without a plan, with a bound that says how good it is.
 * This blocks: in a page, prefer the Worker of `paceline/client`.
 *
 * @param host hears the progress and can stop it; the best so far is then the answer.
 *
 * @example
 * ```js
 * import { checkRcpsp, solveRcpsp } from "paceline";
 *
 * const problem = {
 *   resources: [{ capacity: 1 }],
 *   activities: [{ duration: 2, demands: [1] }, { duration: 3, demands: [1] }],
 *   links: [{ from: 0, to: 1 }],
 * };
 * const solution = solveRcpsp(problem);
 * console.log(solution.makespan, solution.starts.join()); // 5 0,2
 * console.log(checkRcpsp(problem, solution).feasible); // true
 * ```
 */
export function solveRcpsp(
  problem: RcpspProblem | string,
  options?: RcpspOptions,
  host?: Pick<Host, "onProgress">,
): RcpspSolution {
  const text = callTexts("solve_rcpsp", partsOf({ problem }), optionsOf(options), textHost(host));
  return JSON.parse(text) as RcpspSolution;
}

/** Whether a solution keeps every rule, and what its certificate proves: judged by code that shares nothing with the search. */
export function checkRcpsp(
  problem: RcpspProblem | string,
  solution: RcpspSolution | string,
  options?: RcpspCheckOptions,
): RcpspCheck {
  return ask("check_rcpsp", { problem, solution }, options);
}

/**
 * Runs any operation by its name, JSON texts in and JSON text out: the same bytes in every language.
 *
 * @param operation its name in snake_case.
 * @param parts its parts by name.
 * @throws {PacelineError} whose `toJson()` is what the core refuses with.
 *
 * @example
 * ```js
 * import { call } from "paceline";
 *
 * console.log(call("pool", { rows: "[[1,2],[3,4]]" }).slice(0, 16)); // {"numerator":4.0
 * ```
 */
export function call(operation: string, parts: Parts, options?: string): string {
  return callTexts(operation, textsOf(parts, options), options);
}

function ask<Name extends OperationName>(
  operation: Name,
  documents: Readonly<Record<string, unknown>>,
  options?: unknown,
): OutputOf<Name> {
  return JSON.parse(callTexts(operation, partsOf(documents), optionsOf(options))) as OutputOf<Name>;
}
