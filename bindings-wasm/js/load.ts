/**
 * Where browsers and bundlers find the WebAssembly module.
 * @module
 */

/** The module, or where it is. */
export type ModuleSource = string | URL | Response | BufferSource | WebAssembly.Module;

/** Modules that were asked for without saying where they are: compiled once. */
const usual: { planning?: Promise<WebAssembly.Module>; measuring?: Promise<WebAssembly.Module> } = {};

/** Compiles the module of plans; by default that which lies beside this file. */
export function compiled(source?: ModuleSource | Promise<ModuleSource>): Promise<WebAssembly.Module> {
  if (source !== undefined) return Promise.resolve(source).then(compile);
  usual.planning ??= compile(new URL("./wasm/paceline_bg.wasm", import.meta.url)).catch((fault: unknown) => {
    delete usual.planning; // the next call tries again
    throw fault;
  });
  return usual.planning;
}

/** The same, of the module of records and measurements. */
export function compiledMeasure(source?: ModuleSource | Promise<ModuleSource>): Promise<WebAssembly.Module> {
  if (source !== undefined) return Promise.resolve(source).then(compile);
  usual.measuring ??= compile(new URL("./wasm/measure_bg.wasm", import.meta.url)).catch((fault: unknown) => {
    delete usual.measuring;
    throw fault;
  });
  return usual.measuring;
}

async function compile(source: ModuleSource): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  if (ArrayBuffer.isView(source) || source instanceof ArrayBuffer) return WebAssembly.compile(source);
  const response = source instanceof Response ? source : await fetch(source as string | URL);
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
  const isTyped = response.headers.get("content-type")?.startsWith("application/wasm") === true;
  if (isTyped) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
