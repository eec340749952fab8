/**
 * What every entry of the package exports, whichever way its module is loaded.
 * @module
 */

export { PacelineError } from "./error.js";
export type { Host, Parts } from "./engine.js";
export { Plan, type PlanSource } from "./plan.js";
export { call, earnedSchedule, earnedValue, kpiGaps, pace, pool, score, scorecardSvg } from "./functions.js";
export type * from "./types.js";
