/**
 * The Worker of the client: runs the operations it is sent, one after the other.
 * @module
 */

import { PlanHandle, callTexts, startEngine, type TextHost } from "./engine.js";
import type { Request } from "./protocol.js";
import { scope, serve } from "./serve.js";

/** Milliseconds between two messages of a kind, at least. */
const INTERVAL = 50;
/** The best so far is made at most this share of the time: once in so many times what it takes. */
const PATIENCE = 10;

/** Plans by their number; what cannot be read as one stays a text. */
const plans = new Map<number, PlanHandle | string>();

serve(startEngine, run);

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
