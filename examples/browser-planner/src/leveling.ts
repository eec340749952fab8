// Leveling in the Worker: what is asked, how far it is, what it found.

import type { LevelOptions, LevelReport, LoadReport, Progress, Schedule } from "paceline";
import type { Engine } from "paceline/client";
import { times } from "./measure.js";
import type { Point } from "./point.js";

/** What the reader asks of leveling. */
export interface Wishes {
  /** Goals by their names, the most important first. */
  objective: string;
  /** How many tasks may be given to somebody else; empty: as many as help. */
  exchanges: string;
  withinFloat: boolean;
  /** Forget the delays of earlier levelings first. */
  afresh: boolean;
  /** Weigh lateness by what the scorecard says that a task is worth. */
  byValue: boolean;
  /** The rest of started tasks may go on later. */
  split: boolean;
  campaign: string;
}

/** What is asked at first. */
export const USUAL: Wishes = {
  objective: "tardiness,finish",
  exchanges: "0",
  withinFloat: false,
  afresh: true,
  byValue: false,
  split: false,
  campaign: "",
};

/** A leveling that runs or is done. */
export interface Session {
  state: "running" | "done";
  wishes: Wishes;
  /** The plan it levels: the present one, without earlier delays if asked. */
  base: Point;
  progress: Progress | null;
  report: LevelReport | null;
  load: LoadReport | null;
  began: number;
  took: number;
  cancel: AbortController;
}

/** The options of the core for the wishes of the reader; `shown` is the schedule that change is counted against. */
export function optionsOf(wishes: Wishes, base: Point, shown: Schedule): LevelOptions {
  const options: LevelOptions = {
    objective: wishes.objective.split(",") as NonNullable<LevelOptions["objective"]>,
  };
  if (wishes.objective.includes("change")) options.reference = { kind: "schedule", schedule: shown };
  if (wishes.exchanges) options.reassign = Number(wishes.exchanges);
  if (wishes.withinFloat) options.within_float = true;
  if (wishes.split) options.split_remaining = true;
  if (wishes.campaign) options.campaigns = [wishes.campaign];
  if (wishes.byValue) options.weights = base.plan.weights();
  return options;
}

/** Milliseconds between two looks at the load of the best plan so far. */
const LOOK = 250;

/** Starts a leveling; `shown` is the schedule that the reader sees now, `changed` is called when there is something new to show, `better` if that is a better plan. */
export function start(
  engine: Engine,
  base: Point,
  shown: Schedule,
  wishes: Wishes,
  changed: (session: Session, better: boolean) => void,
): { session: Session; done: Promise<Session> } {
  const cancel = new AbortController();
  const session: Session = {
    state: "running",
    wishes,
    base,
    progress: null,
    report: null,
    load: null,
    began: performance.now(),
    took: 0,
    cancel,
  };
  let first = true;
  let looked = 0;
  const heard = () => {
    if (first) times.firstPlans.push(performance.now() - session.began);
    first = false;
  };
  const answer = engine.level(base.plan, optionsOf(wishes, base, shown), {
    signal: cancel.signal,
    onProgress(progress) {
      heard();
      session.progress = progress;
      changed(session, false);
    },
    onBest(report) {
      heard();
      session.report = report();
      if (performance.now() - looked > LOOK) {
        session.load = base.plan.load(session.report.schedule);
        looked = performance.now();
      }
      changed(session, true);
    },
  });
  const done = answer.then((report) => {
    heard();
    session.state = "done";
    session.report = report;
    session.took = performance.now() - session.began;
    session.load = base.plan.load(report.schedule);
    return session;
  });
  return { session, done };
}
