/**
 * The page's side of the Worker: what waits, what runs, and what happens when it must end or dies.
 *
 * One operation is with the Worker at a time, so that it is always known what a cancel means and what a dead
 * Worker was doing. A Worker cannot hear while it computes: to end an operation, the Worker is ended and another is
 * started from the same compiled module. Leveling has told of its best plan until then.
 * @module
 */

import { PacelineError, failed, refused } from "./error.js";
import type { Begin, Reply, Request } from "./protocol.js";
import type { LevelReport, Progress } from "./types.js";

/** Plans that the Worker keeps. */
const PLANS = 4;
/** Milliseconds for which a time limit is left to the Worker before the page enforces it. */
const GRACE = 1_000;
/** Milliseconds that a timer can wait; a longer limit is none. */
const LONGEST = 2 ** 31 - 1 - GRACE;
/** Milliseconds in which a new Worker must be ready. */
const START_LIMIT = 30_000;

/** An operation for the Worker. */
export interface Task {
  operation: string;
  /** JSON text of the plan, if the operation is about one. */
  plan?: string;
  parts: Record<string, string>;
  options?: string;
  /** Whether progress and the best so far are wanted. */
  live?: boolean;
}

/** Who waits for it. */
export interface Waiting {
  signal?: AbortSignal;
  timeLimit?: number;
  onProgress?(progress: Progress): boolean | void;
  onBest?(report: () => LevelReport): void;
}

interface Job {
  id: number;
  task: Task;
  waiting: Waiting;
  /** The best so far, as text. */
  best?: string;
  timer?: ReturnType<typeof setTimeout>;
  resolve(text: string): void;
  reject(reason: unknown): void;
}

/** Runs operations in a Worker, one after the other. */
export class Runner {
  readonly #module: WebAssembly.Module;
  readonly #make: () => Worker;
  #worker: Worker | undefined;
  #ready = false;
  #closed = false;
  #queue: Job[] = [];
  #running: Job | undefined;
  #lastId = 0;
  #known = new Known(PLANS);
  /** Ends the watch over the life of the Worker. */
  #watch = new AbortController();

  constructor(module: WebAssembly.Module, make: () => Worker) {
    this.#module = module;
    this.#make = make;
  }

  /** Starts a Worker; resolves when it can be sent operations. */
  start(): Promise<void> {
    const worker = this.#make();
    const lock = `paceline-${crypto.getRandomValues(new Uint32Array(4)).join("-")}`;
    this.#worker = worker;
    this.#ready = false;
    this.#known.clear();
    return new Promise((resolve, reject) => {
      const lost = (reason: string): void => {
        clearTimeout(timer);
        reject(this.#lost(worker, reason));
      };
      const timer = setTimeout(() => lost("it did not start in time"), START_LIMIT);
      worker.onerror = (event) => {
        event.preventDefault();
        lost(event.message || "it could not be loaded");
      };
      worker.onmessageerror = () => lost("a message could not be read");
      worker.onmessage = (event: MessageEvent<Reply>) => {
        if (worker !== this.#worker) return; // it was ended; these are its last words
        const reply = event.data;
        if (reply.kind === "dead") lost(reply.reason);
        else if (reply.kind !== "ready") this.#hear(reply);
        else {
          clearTimeout(timer);
          this.#ready = true;
          this.#guard(worker, lock, lost);
          resolve();
          this.#next();
        }
      };
      worker.postMessage({ module: this.#module, lock } satisfies Begin);
    });
  }

  /** Queues an operation; the answer is JSON text. */
  run(task: Task, waiting: Waiting = {}): Promise<string> {
    const { signal } = waiting;
    if (this.#closed) return Promise.reject(failed("the engine was closed", "connect again"));
    if (signal?.aborted === true) return Promise.reject(signal.reason as unknown);
    if (Number.isNaN(waiting.timeLimit)) return Promise.reject(refused("timeLimit", "the time limit is no number"));
    return new Promise((resolve, reject) => {
      const abort = (): void => this.#stop(job, signal?.reason);
      const settled = (): void => {
        clearTimeout(job.timer);
        signal?.removeEventListener("abort", abort);
      };
      const job: Job = {
        id: (this.#lastId += 1),
        task,
        waiting,
        resolve: (text) => (settled(), resolve(text)),
        reject: (reason) => (settled(), reject(reason)),
      };
      signal?.addEventListener("abort", abort);
      this.#queue.push(job);
      this.#next();
    });
  }

  /** Ends what is under way, or what is next while a Worker is being started. */
  cancel(): void {
    const job = this.#running ?? this.#queue[0];
    if (job !== undefined) this.#stop(job, undefined);
  }

  close(): void {
    this.#closed = true;
    this.#end();
    const jobs = [...(this.#running === undefined ? [] : [this.#running]), ...this.#queue];
    this.#running = undefined;
    this.#queue = [];
    for (const job of jobs) job.reject(aborted("the engine was closed"));
  }

  /** Sends the next operation, if the Worker is free. */
  #next(): void {
    if (this.#closed || this.#running !== undefined) return;
    if (this.#worker === undefined && this.#queue.length > 0) this.#restart();
    if (!this.#ready || this.#worker === undefined) return;
    const job = this.#queue.shift();
    if (job === undefined) return;
    this.#running = job;
    const { task, waiting } = job;
    const request: Request = { id: job.id, operation: task.operation, parts: task.parts, forget: [], live: task.live === true };
    if (task.options !== undefined) request.options = task.options;
    if (task.plan !== undefined) Object.assign(request, this.#known.use(task.plan));
    if (waiting.timeLimit !== undefined && waiting.timeLimit < LONGEST) {
      request.timeLimit = Math.max(0, waiting.timeLimit);
      job.timer = setTimeout(() => this.#stop(job, undefined), request.timeLimit + GRACE);
    }
    try {
      this.#worker.postMessage(request);
    } catch (fault) {
      // What cannot be sent must not keep the others waiting.
      this.#running = undefined;
      job.reject(fault);
      this.#next();
    }
  }

  #hear(reply: Exclude<Reply, { kind: "ready" } | { kind: "dead" }>): void {
    const job = this.#running;
    if (job === undefined || job.id !== reply.id) return;
    if (reply.kind === "progress" || reply.kind === "best") return this.#tell(job, reply);
    this.#running = undefined;
    if (reply.kind === "answer") job.resolve(reply.text);
    else if (reply.kind === "refused") job.reject(new PacelineError(reply.issues));
    else {
      this.#end();
      job.reject(brokeDown(reply.reason));
    }
    this.#next();
  }

  /** Tells who waits; what that throws ends the operation and is what it is rejected with. */
  #tell(job: Job, reply: { kind: "progress" | "best"; text: string }): void {
    if (reply.kind === "best") job.best = reply.text;
    try {
      if (reply.kind === "best") job.waiting.onBest?.(() => JSON.parse(reply.text) as LevelReport);
      else if (job.waiting.onProgress?.(JSON.parse(reply.text) as Progress) === false) this.#stop(job, undefined);
    } catch (thrown) {
      if (this.#running === job) delete job.best;
      this.#stop(job, thrown);
    }
  }

  /** Ends a job: with the best so far, or rejected if there is none. */
  #stop(job: Job, reason: unknown): void {
    if (job !== this.#running) {
      if (!this.#queue.includes(job)) return;
      this.#queue = this.#queue.filter((other) => other !== job);
      job.reject(reason ?? aborted("the operation was canceled"));
      return;
    }
    this.#running = undefined;
    if (job.best !== undefined) job.resolve(job.best);
    else job.reject(reason ?? aborted("the operation was canceled before there was an answer"));
    this.#restart();
  }

  /** A fresh Worker in the place of this one. */
  #restart(): void {
    this.#end();
    this.start().catch((fault: unknown) => {
      // Without a Worker nothing that waits can be answered; the next operation tries again.
      const jobs = this.#queue;
      this.#queue = [];
      for (const job of jobs) job.reject(fault);
    });
  }

  /** The Worker is gone: what it was doing is lost, what waits goes to the next. */
  #lost(worker: Worker, reason: string): PacelineError {
    const error = brokeDown(reason);
    if (worker !== this.#worker) return error;
    const job = this.#running;
    const wasReady = this.#ready;
    this.#running = undefined;
    this.#end();
    job?.reject(error);
    if (wasReady) this.#next();
    return error;
  }

  #end(): void {
    this.#watch.abort();
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#ready = false;
  }

  /** The Worker holds a lock while it lives: whoever gets it knows that the Worker has died. */
  #guard(worker: Worker, lock: string, lost: (reason: string) => void): void {
    const locks = (navigator as Partial<Navigator>).locks;
    this.#watch = new AbortController();
    const gone = (): void => {
      if (worker === this.#worker) lost("it died");
    };
    locks?.request(lock, { signal: this.#watch.signal }, gone).catch(() => {});
  }
}

/** Plans that the Worker has read, the one used last at the end. */
class Known {
  readonly #keys = new Map<string, number>();
  readonly #most: number;
  #last = 0;

  constructor(most: number) {
    this.#most = most;
  }

  clear(): void {
    this.#keys.clear();
  }

  /** What to send so that the Worker has this plan. */
  use(text: string): Pick<Request, "plan" | "forget"> {
    const known = this.#keys.get(text);
    if (known !== undefined) {
      this.#keys.delete(text);
      this.#keys.set(text, known);
      return { plan: { key: known }, forget: [] };
    }
    const key = (this.#last += 1);
    this.#keys.set(text, key);
    const forget: number[] = [];
    for (const [old, oldKey] of this.#keys) {
      if (this.#keys.size <= this.#most) break;
      this.#keys.delete(old);
      forget.push(oldKey);
    }
    return { plan: { key, text }, forget };
  }
}

function aborted(message: string): DOMException {
  return new DOMException(message, "AbortError");
}

function brokeDown(reason: string): PacelineError {
  return failed(`the Worker broke down: ${reason}`, "call again: another Worker takes its place");
}
