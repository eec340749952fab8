/**
 * Paceline in a browser, with a bundler or without.
 * @module
 */

import { startEngine } from "./engine.js";
import { compiled, type ModuleSource } from "./load.js";

export * from "./face.js";
export type { ModuleSource } from "./load.js";

/**
 * Loads the WebAssembly module; once it is loaded, every operation can be called. Calling it again is fine.
 *
 * @param source where the module is, if not beside this file; or the module itself.
 */
export default async function init(source?: ModuleSource | Promise<ModuleSource>): Promise<void> {
  await startEngine(await compiled(source));
}
