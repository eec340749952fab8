/**
 * A Worker that measures while the page stays responsive.
 *
 * @example
 * ```js browser
 * import { connect } from "paceline/measure/client";
 *
 * const engine = await connect();
 * const report = await engine.run("attribute", {
 *   table: { path: ["email > social", "social"], conversions: [3, 1], nulls: [10, 20] },
 * });
 * console.log(report);
 * engine.close();
 * ```
 * @module
 */

import { tableText, tablesText, type TableLike } from "./columns.js";
import { compiledMeasure, type ModuleSource } from "./load.js";
import { Runner } from "./runner.js";
import { optionsOf, textOf, textsOf, type Parts } from "./text.js";
import type { OperationName, OptionsOf, OutputOf } from "./types.js";

export { PacelineError } from "./error.js";
export type { TableLike, Value } from "./columns.js";
export type { ModuleSource } from "./load.js";
export type * from "./types.js";

/** How to reach the Worker. */
export interface ConnectOptions {
  /** Where the WebAssembly module is, if not beside the package; or the module itself. */
  url?: ModuleSource;
  /** Makes the Worker, for those whose bundler or policy wants it otherwise: it must run `paceline/measure/worker`. */
  worker?: () => Worker;
}

/** The part that an operation is given. */
export interface Given {
  table?: TableLike;
  tables?: Readonly<Record<string, TableLike>>;
  request?: unknown;
  report?: unknown;
  objectives?: unknown;
  rows?: unknown;
}

/** Starts a Worker with the module of records and measurements. */
export async function connect(options: ConnectOptions = {}): Promise<MeasureEngine> {
  const runner = new Runner(await compiledMeasure(options.url), options.worker ?? usualWorker);
  await runner.start();
  return new MeasureEngine(runner);
}

function usualWorker(): Worker {
  return new Worker(new URL("./measure-worker.js", import.meta.url), { type: "module", name: "paceline-measure" });
}

/** The operations on records and measurements, in a Worker: one after the other, in the order they were asked. */
export class MeasureEngine {
  readonly #runner: Runner;

  /** See {@link connect}. */
  constructor(runner: Runner) {
    this.#runner = runner;
  }

  /**
   * Runs an operation by its name.
   *
   * @param call `signal` ends it: it is rejected with the signal's reason.
   * @throws {PacelineError} with every fault.
   */
  async run<Name extends OperationName>(
    operation: Name,
    given: Given,
    options?: OptionsOf<Name>,
    call?: { signal?: AbortSignal },
  ): Promise<OutputOf<Name>> {
    const parts: Record<string, string> = {};
    for (const [name, part] of Object.entries(given)) {
      if (part === undefined) continue;
      if (name === "table") parts[name] = tableText(part as TableLike);
      else if (name === "tables") parts[name] = tablesText(part as Readonly<Record<string, TableLike>>);
      else parts[name] = textOf(part, name);
    }
    const text = optionsOf(options);
    const task = { operation, parts, ...(text === undefined ? {} : { options: text }) };
    return JSON.parse(await this.#runner.run(task, call)) as OutputOf<Name>;
  }

  /** Runs an operation by its name, JSON texts in and JSON text out: the same bytes as on this side. */
  async call(operation: string, parts: Parts, options?: string): Promise<string> {
    const task = { operation, parts: { ...textsOf(parts, options) }, ...(options === undefined ? {} : { options }) };
    return this.#runner.run(task);
  }

  /** Ends what is under way; it is rejected with an `AbortError`. */
  cancel(): void {
    this.#runner.cancel();
  }

  /** Ends the Worker; whatever is under way or waits is rejected with an `AbortError`. */
  close(): void {
    this.#runner.close();
  }

  /** The same as {@link MeasureEngine.close}, for `using`. */
  [Symbol.dispose](): void {
    this.close();
  }
}
