// How fast the page is, measured in it: shown at its foot and read by the test.

/** Durations in milliseconds. */
export interface Times {
  /** Each full replan: the change, the schedule and its reading. */
  replans: number[];
  /** Each drawing after a replan. */
  draws: number[];
  /** Each leveling: from the press of the button to the first plan. */
  firstPlans: number[];
}

declare global {
  interface Window {
    /** What the page has measured. */
    pacelineTimes: Times;
  }
}

/** What has been measured since the page was opened. */
export const times: Times = { replans: [], draws: [], firstPlans: [] };
window.pacelineTimes = times;

/** The middle value, or `undefined` of nothing. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Runs something and keeps how long it took. */
export function timed<T>(into: number[], work: () => T): T {
  const began = performance.now();
  try {
    return work();
  } finally {
    into.push(performance.now() - began);
    if (into.length > 2000) into.shift();
  }
}
