/**
 * What every entry of `paceline/measure` exports, whichever way its module is loaded.
 * @module
 */

export type { TableLike, Value } from "./columns.js";
export { PacelineError } from "./error.js";
export { call } from "./measure-engine.js";
export * from "./measure.js";
export type { Parts } from "./text.js";
export type * from "./types.js";
