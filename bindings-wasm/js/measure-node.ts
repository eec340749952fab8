/**
 * Measurement in Node: the module is read when this is imported, so every operation can be called at once.
 * @module
 */

import { readFileSync } from "node:fs";

import { startMeasuringSync } from "./measure-engine.js";

export * from "./measure-face.js";
export type { ModuleSource } from "./load.js";

startMeasuringSync(new WebAssembly.Module(readFileSync(new URL("./wasm/measure_bg.wasm", import.meta.url))));

/** There is nothing left to load here: it is there so that the same code runs in browsers. */
export default async function init(_source?: unknown): Promise<void> {}
