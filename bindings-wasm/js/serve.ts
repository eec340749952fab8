/**
 * What every Worker of the package does: starts its module, then answers the operations it is sent, one by one.
 * @module
 */

import { PacelineError } from "./error.js";
import type { Begin, Reply, Request } from "./protocol.js";

/** What is used of the scope of a Worker. */
interface Scope {
  postMessage(reply: Reply): void;
  onmessage: ((event: MessageEvent<Begin | Request>) => void) | null;
}

export const scope = self as unknown as Scope;

/** Starts the module with the first message, and answers those after it. */
export function serve(start: (module: WebAssembly.Module) => Promise<void>, run: (request: Request) => string): void {
  scope.onmessage = (event) => {
    const message = event.data;
    if ("module" in message) void begin(message, start);
    else answer(message, run);
  };
}

async function begin({ module, lock }: Begin, start: (module: WebAssembly.Module) => Promise<void>): Promise<void> {
  try {
    await start(module);
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

function answer(request: Request, run: (request: Request) => string): void {
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
