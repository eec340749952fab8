/**
 * Paceline in Node: the module is read when this is imported, so every operation can be called at once.
 * @module
 */

import { readFileSync } from "node:fs";

import { startEngineSync } from "./engine.js";

export * from "./face.js";
export type { ModuleSource } from "./load.js";

startEngineSync(new WebAssembly.Module(readFileSync(new URL("./wasm/paceline_bg.wasm", import.meta.url))));

/** There is nothing left to load here: it is there so that the same code runs in browsers. */
export default async function init(_source?: unknown): Promise<void> {}
