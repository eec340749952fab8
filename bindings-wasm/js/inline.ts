/**
 * Paceline in one file: the module is inside it as text, for bundlers that copy no `.wasm` and for rendering on a
 * server. A third larger than the file itself.
 * @module
 */

import { startEngine, startEngineSync } from "./engine.js";
import { TEXT } from "./wasm/paceline_inline.js";

export * from "./face.js";

let module: Promise<WebAssembly.Module> | undefined;

/** The module, compiled: for `connect({ module: await compile() })` of `paceline/client`. */
export function compile(): Promise<WebAssembly.Module> {
  module ??= WebAssembly.compile(bytes());
  return module;
}

/** Makes the operations callable. Calling it again is fine. */
export default async function init(_source?: unknown): Promise<void> {
  await startEngine(await compile());
}

/** The same at once: on a server or in a Worker; some browsers refuse it in a page. */
export function initSync(): void {
  startEngineSync(new WebAssembly.Module(bytes()));
}

function bytes(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(TEXT), (letter) => letter.charCodeAt(0));
}
