/**
 * The Worker of the client: runs the operations it is sent, one after the other.
 * @module
 */

import { PlanHandle, callTexts, startEngine, type TextHost } from "./engine.js";
import { PacelineError } from "./error.js";
import type { Begin, Reply, Request } from "./protocol.js";

/** Milliseconds between two messages of a kind, at least. */
const INTERVAL = 50;
/** The best so far is made at most this share of the time: once in so many times what it takes. */
const PATIENCE = 10;

/** What this file uses of the scope of a Worker. */
interface Scope {
  postMessage(reply: Reply): void;
  onmessage: ((event: MessageEvent<Begin | Request>) => void) | null;
}

const scope = self as unknown as Scope;
/** Plans by their number; what cannot be read as one stays a text. */
const plans = new Map<number, PlanHandle | string>();

scope.onmessage = (event) => {
  const message = event.data;
  if ("module" in message) void begin(message);
  else answer(message);
};

async function begin({ module, lock }: Begin): Promise<void> {
  try {
    await startEngine(module);
    await hold(lock);
    scope.postMessage({ kind: "ready" });
  } catch (fault) {
    scope.postMessage({ kind: "dead", reason: String(fault) });
  }
}

/** Takes the lock and keeps it; where there are no locks, nothing. */
async function hold(lock: string): Promise<void> {
  const locks = (navigator as Partial<Navigator>).locks;
  if (locks === undefined) return;
  await new Promise<void>((held) => {
    void locks.request(lock, () => {
      held();
      return new Promise(() => {});
    });
  });
}

function answer(request: Request): void {
  const { id } = request;
  try {
    scope.postMessage({ kind: "answer", id, text: run(request) });
  } catch (fault) {
    if (fault instanceof PacelineError && fault.issues[0]?.code !== "engine-failed") {
      scope.postMessage({ kind: "refused", id, issues: fault.issues });
    } else {
      // The client ends this Worker, which takes what is left of the module with it.
      scope.postMessage({ kind: "failed", id, reason: fault instanceof Error ? fault.message : String(fault) });
    }
  }
}

function run({ id, operation, plan, forget, parts, options, live, timeLimit }: Request): string {
  for (const key of forget) {
    const forgotten = plans.get(key);
    if (forgotten instanceof PlanHandle) forgotten.free();
    plans.delete(key);
  }
  const host = live || timeLimit !== undefined ? listener(id, live, timeLimit) : undefined;
  if (plan === undefined) return callTexts(operation, parts, options, host);
  if (plan.text !== undefined) plans.set(plan.key, opened(plan.text));
  const known = plans.get(plan.key) ?? "";
  if (known instanceof PlanHandle) return known.call(operation, parts, options, host);
  // With the text among the parts, the faults of all of them are found at once.
  return callTexts(operation, { ...parts, plan: known }, options, host);
}

function opened(text: string): PlanHandle | string {
  try {
    return PlanHandle.open("from_json", { plan: text });
  } catch {
    return text;
  }
}

/** Tells the client how far the operation is, now and then. */
function listener(id: number, live: boolean, timeLimit: number | undefined): TextHost {
  const until = timeLimit === undefined ? Infinity : performance.now() + timeLimit;
  let [nextProgress, nextBest] = [0, 0];
  const poll = (text: string): boolean => {
    const now = performance.now();
    if (live && now >= nextProgress) {
      nextProgress = now + INTERVAL;
      scope.postMessage({ kind: "progress", id, text });
    }
    return now < until;
  };
  const best = (report: () => string): void => {
    const now = performance.now();
    if (now < nextBest) return;
    scope.postMessage({ kind: "best", id, text: report() });
    const took = performance.now() - now;
    nextBest = now + Math.max(INTERVAL, PATIENCE * took);
  };
  return live ? { poll, best } : { poll };
}
