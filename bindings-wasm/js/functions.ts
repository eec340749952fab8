/**
 * The operations that need no plan, and the door by which any operation is called with texts.
 * @module
 */

import { callTexts } from "./engine.js";
import { optionsOf, partsOf, textsOf, type Parts } from "./text.js";
import type {
  EarnedSchedule,
  EarnedScheduleRequest,
  EarnedValueItem,
  EarnedValueReport,
  ForecastMethod,
  KpiGap,
  Objective,
  OperationName,
  OutputOf,
  PaceRequest,
  Pacing,
  PooledRatio,
  ScoreOptions,
  Scorecard,
} from "./types.js";

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
