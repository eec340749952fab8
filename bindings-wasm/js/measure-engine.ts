/**
 * The module of records and measurements: started once, entered through one door.
 * @module
 */

import start, { __wbg_reset_state, initSync, measure } from "./wasm/measure.js";
import { Door } from "./door.js";
import { packed } from "./pack.js";
import { optionsOf, textsOf, type Parts } from "./text.js";
import type { OperationName, OptionsOf, OutputOf } from "./types.js";

const door = new Door(__wbg_reset_state);

/** Starts the module unless it runs. */
export async function startMeasuring(module: WebAssembly.Module): Promise<void> {
  if (door.ready) return;
  await start({ module_or_path: module });
  door.ready = true;
}

/** The same at once. */
export function startMeasuringSync(module: WebAssembly.Module): void {
  if (door.ready) return;
  initSync({ module });
  door.ready = true;
}

/** Runs an operation of this module, JSON texts in and JSON text out. */
export function measureTexts(operation: string, parts: Parts, options?: string): string {
  return door.enter(() => measure(operation, ...packed(parts), options));
}

/**
 * Runs any operation on records and measurements by its name, JSON texts in and JSON text out: the same bytes in every
 * language.
 *
 * @param operation its name in snake_case.
 * @param parts its parts by name.
 * @throws {PacelineError} whose `toJson()` is what the core refuses with.
 */
export function call(operation: string, parts: Parts, options?: string): string {
  return measureTexts(operation, textsOf(parts, options), options);
}

/** Runs an operation whose parts are JSON texts, and reads its answer. */
export function ask<Name extends OperationName>(operation: Name, parts: Parts, options?: OptionsOf<Name>): OutputOf<Name> {
  return JSON.parse(measureTexts(operation, parts, optionsOf(options))) as OutputOf<Name>;
}
