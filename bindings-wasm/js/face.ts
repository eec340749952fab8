/**
 * What every entry of the package exports, whichever way its module is loaded.
 * @module
 */

export { PacelineError } from "./error.js";
export type { Host } from "./engine.js";
export type { Parts } from "./text.js";
export { Plan, type PlanSource } from "./plan.js";
export {
  alerts,
  call,
  checkRcpsp,
  earnedSchedule,
  earnedValue,
  kpiGaps,
  pace,
  pool,
  readCsv,
  readIcal,
  readMspdi,
  readPmxml,
  readRcpsp,
  readXer,
  score,
  scorecardSvg,
  solveRcpsp,
} from "./functions.js";
export type { CsvTables } from "./functions.js";
export type * from "./types.js";
