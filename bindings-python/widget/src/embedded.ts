// What is inside the widget as text, put here by the build: a notebook serves no file beside it.

/** The WebAssembly module: compressed by gzip, in base64. */
declare const MODULE: string;
/** The script of the Worker. */
declare const WORKER: string;

let compiled: Promise<WebAssembly.Module> | undefined;

/** The module of the engine, compiled once. */
export function engineModule(): Promise<WebAssembly.Module> {
  compiled ??= compile();
  return compiled;
}

async function compile(): Promise<WebAssembly.Module> {
  const bytes = Uint8Array.from(atob(MODULE), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}

/** Starts a Worker of that script. */
export function worker(): Worker {
  const url = URL.createObjectURL(new Blob([WORKER], { type: "text/javascript" }));
  try {
    return new Worker(url, { type: "module", name: "paceline" });
  } finally {
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}
