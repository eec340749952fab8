/**
 * Where browsers and bundlers find the WebAssembly module.
 * @module
 */

/** The module, or where it is. */
export type ModuleSource = string | URL | Response | BufferSource | WebAssembly.Module;

/** Modules that were asked for without saying where they are: compiled once. */
let usual: Promise<WebAssembly.Module> | undefined;

/** Compiles the module; by default that which lies beside this file. */
export function compiled(source?: ModuleSource | Promise<ModuleSource>): Promise<WebAssembly.Module> {
  if (source !== undefined) return Promise.resolve(source).then(compile);
  usual ??= compile(new URL("./wasm/paceline_bg.wasm", import.meta.url)).catch((fault: unknown) => {
    usual = undefined; // the next call tries again
    throw fault;
  });
  return usual;
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
