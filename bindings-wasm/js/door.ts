/**
 * The door into a WebAssembly module: what the core refuses comes out as an error, and after a trap the module starts
 * afresh.
 * @module
 */

import { PacelineError, failed } from "./error.js";
import type { Issue } from "./types.js";

/** The door into one module. */
export class Door {
  /** Whether operations can be called. */
  ready = false;
  /** How often the module was started afresh; a handle of an earlier start is void. */
  epoch = 0;
  /** Operations under way: a host may call others while one runs. */
  #depth = 0;
  /** Whether the module broke down and is to be started afresh once nothing is under way. */
  #broken = false;
  readonly #reset: () => void;

  constructor(reset: () => void) {
    this.#reset = reset;
  }

  /** Runs something inside: what the core refuses is thrown as its issues. */
  enter<T>(run: () => T): T {
    if (!this.ready) throw failed("the engine has not been started", "await init() first");
    if (this.#broken) throw failed("the engine broke down", "try again when the operation under way has ended");
    this.#depth += 1;
    try {
      return refusing(run);
    } catch (thrown) {
      // Too deep a stack is a RangeError; memory that cannot grow, a trap. Either leaves the module in disorder.
      if (!(thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError)) throw thrown;
      this.#broken = true;
      throw failed("the engine broke down and is started afresh", "plans read before must be read again", thrown);
    } finally {
      this.#depth -= 1;
      if (this.#broken && this.#depth === 0) this.#restart();
    }
  }

  #restart(): void {
    this.#broken = false;
    this.epoch += 1;
    this.#reset();
  }
}

/** The module throws issues as the text of their list. */
export function refusing<T>(run: () => T): T {
  try {
    return run();
  } catch (thrown) {
    throw typeof thrown === "string" ? new PacelineError(JSON.parse(thrown) as Issue[]) : thrown;
  }
}
