/**
 * The WebAssembly module of this page, Worker or process: started once, entered through one door.
 * @module
 */

import start, { Handle, __wbg_reset_state, call, initSync, open, type Callbacks } from "./wasm/paceline.js";
import { Door, refusing } from "./door.js";
import { failed } from "./error.js";
import { packed } from "./pack.js";
import type { Parts } from "./text.js";
import type { LevelReport, Progress } from "./types.js";

/** What a long operation tells and asks the page that waits for it. */
export interface Host {
  /** Hears how far it is, at steady intervals of work. Returning `false` stops it: the best so far is the answer. */
  onProgress?(progress: Progress): boolean | void;
  /**
   * Hears that there is a better plan. `report` makes its report, which takes a few milliseconds, and works during
   * this call only. Whoever does not take it is offered it again later.
   */
  onBest?(report: () => LevelReport): void;
}

/** A host that takes texts, for those who hand them on. */
export interface TextHost {
  poll?(progress: string): boolean;
  best?(report: () => string): void;
}

const door = new Door(__wbg_reset_state);

/** Starts the module unless it runs. */
export async function startEngine(module: WebAssembly.Module): Promise<void> {
  if (door.ready) return;
  await start({ module_or_path: module });
  door.ready = true;
}

/** The same at once: for Node, and for modules small enough for a page. */
export function startEngineSync(module: WebAssembly.Module): void {
  if (door.ready) return;
  initSync({ module });
  door.ready = true;
}

/** Whether operations can be called. */
export function isReady(): boolean {
  return door.ready;
}

/** A plan in the memory of the module. */
export class PlanHandle {
  readonly #handle: Handle;
  readonly #epoch = door.epoch;
  #freed = false;
  /** Operations under way on it. */
  #busy = 0;

  private constructor(handle: Handle) {
    this.#handle = handle;
  }

  /** Runs an operation that answers with a plan. */
  static open(operation: string, parts: Parts): PlanHandle {
    return new PlanHandle(enter(() => open(operation, ...packed(parts))));
  }

  /** Runs an operation on this plan that answers with another. */
  derive(operation: string, parts: Parts, options?: string): PlanHandle {
    const handle = this.#alive();
    return new PlanHandle(enter(() => handle.derive(operation, ...packed(parts), options)));
  }

  /** Runs an operation on this plan; the answer is JSON text. */
  call(operation: string, parts: Parts, options?: string, host?: TextHost): string {
    const handle = this.#alive();
    this.#busy += 1;
    try {
      return hosted(host, (callbacks) => handle.call(operation, ...packed(parts), options, callbacks));
    } finally {
      this.#busy -= 1;
      if (this.#freed) this.#release();
    }
  }

  toJson(): string {
    const handle = this.#alive();
    return enter(() => handle.toJson());
  }

  /** Gives the memory back, once nothing is under way on it; doing it twice does nothing. */
  free(): void {
    if (this.#freed) return;
    this.#freed = true;
    this.#release();
  }

  #release(): void {
    if (this.#busy === 0 && this.#epoch === door.epoch) enter(() => this.#handle.free());
  }

  #alive(): Handle {
    if (this.#freed) throw failed("the plan was freed", "read it again");
    if (this.#epoch !== door.epoch) throw failed("the engine that held the plan broke down", "read it again");
    return this.#handle;
  }
}

/** Runs an operation whose parts are all texts; the answer is JSON text. */
export function callTexts(operation: string, parts: Parts, options?: string, host?: TextHost): string {
  return hosted(host, (callbacks) => call(operation, ...packed(parts), options, callbacks));
}

/** Runs a long operation; what the host throws stops it and is thrown in its place. */
function hosted(host: TextHost | undefined, run: (callbacks?: Callbacks) => string): string {
  if (host === undefined) return enter(() => run());
  let thrown: { error: unknown } | undefined;
  const guarded = <T>(ask: () => T, otherwise: T): T => {
    if (thrown !== undefined) return otherwise;
    try {
      return ask();
    } catch (error) {
      thrown = { error };
      return otherwise;
    }
  };
  const answer = enter(() =>
    run({
      poll: (progress) => guarded(() => host.poll?.(progress) ?? true, false),
      best: (report) => guarded(() => host.best?.(() => refusing(report)), undefined),
    }),
  );
  if (thrown !== undefined) throw thrown.error;
  return answer;
}

function enter<T>(run: () => T): T {
  return door.enter(run);
}

/** A host as the module calls it. */
export function textHost(host: Host | undefined): TextHost | undefined {
  if (host === undefined) return undefined;
  return {
    poll: (progress) => host.onProgress?.(JSON.parse(progress) as Progress) !== false,
    best: (report) => host.onBest?.(() => JSON.parse(report()) as LevelReport),
  };
}
