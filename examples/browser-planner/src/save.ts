// The plan is kept in the browser, so that closing the page loses nothing.

const NAME = "paceline-planner";
const STORE = "plans";

/** What is kept. */
export interface Saved {
  /** The document. */
  text: string;
  /** When it was kept, in milliseconds since 1970. */
  at: number;
}

function database(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function run<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const base = await database();
  try {
    return await new Promise((resolve, reject) => {
      const request = ask(base.transaction(STORE, mode).objectStore(STORE));
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  } finally {
    base.close();
  }
}

/** The plan that was kept last, or `null`; also where the browser keeps nothing for this page. */
export async function restore(): Promise<Saved | null> {
  try {
    return ((await run("readonly", (store) => store.get("current"))) as Saved | undefined) ?? null;
  } catch {
    return null;
  }
}

let timer = 0;
let waiting: (() => void) | null = null;

/** Keeps a plan soon; only the last of several in a row. `done` hears whether it was kept. */
export function keep(text: () => string, done: (at: number | null) => void): void {
  clearTimeout(timer);
  waiting = () => {
    waiting = null;
    const saved: Saved = { text: text(), at: Date.now() };
    run("readwrite", (store) => store.put(saved, "current")).then(
      () => done(saved.at),
      () => done(null),
    );
  };
  timer = window.setTimeout(waiting, 250);
}

// A page that is left or put aside keeps its plan at once.
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "hidden" || !waiting) return;
  clearTimeout(timer);
  waiting();
});
