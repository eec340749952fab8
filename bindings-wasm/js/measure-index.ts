/**
 * Measurement in a browser: a module of its own, which knows no plans.
 * @module
 */

import { startMeasuring } from "./measure-engine.js";
import { compiledMeasure, type ModuleSource } from "./load.js";

export * from "./measure-face.js";
export type { ModuleSource } from "./load.js";

/**
 * Loads the WebAssembly module; once it is loaded, every operation can be called. Calling it again is fine.
 *
 * @param source where the module is, if not beside this file; or the module itself.
 */
export default async function init(source?: ModuleSource | Promise<ModuleSource>): Promise<void> {
  await startMeasuring(await compiledMeasure(source));
}
