// A state of the plan: the document, its schedule, and what the core says of both, asked once and only when needed.

import {
  type AtRisk,
  type Comparison,
  type CostReport,
  type Issue,
  type LevelReport,
  type LoadReport,
  PacelineError,
  type Plan,
  type PlanDocument,
  type Schedule,
  type Scorecard,
  type Task,
  type TaskSchedule,
  type TaskValue,
  score,
} from "paceline";

/** Keeps the answer of the first call. */
function once<T>(ask: () => T): () => T {
  let known: { value: T } | null = null;
  return () => (known ??= { value: ask() }).value;
}

/** The answer, or `null` where the core has none for this plan. */
function orNull<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof PacelineError) return null;
    throw error;
  }
}

/** How a state came from the one before. */
export interface Origin {
  /** What moved, and why. */
  moved?: Comparison | null;
  /** The leveling that made it. */
  leveled?: LevelReport;
  /** Another program was opened. */
  opened?: boolean;
  /** The task that was moved or made longer by hand. */
  edited?: string;
}

/** One state in the history; never changed. */
export class Point {
  /** The document as a plain object. */
  readonly document: PlanDocument;
  /** Tasks by id. */
  readonly tasks: ReadonlyMap<string, Task>;
  private readonly rows: ReadonlyMap<string, TaskSchedule>;
  private readonly cards = new Map<string | null, Scorecard | null>();
  private readonly risks = new Map<string | null, AtRisk[]>();
  /** Who is overloaded, and when. */
  readonly load: () => LoadReport | null;
  /** What it costs. */
  readonly cost: () => CostReport | null;
  /** What a person should know: warnings of the document and of the schedule. */
  readonly issues: () => readonly Issue[];
  /** Who works on each task, by id. */
  readonly assigned: () => ReadonlyMap<string, readonly string[]>;
  /** What each task can be found by, in small letters. */
  readonly texts: () => ReadonlyMap<string, string>;
  private readonly people: () => ReadonlyMap<string, string>;
  /** What each task is worth. */
  readonly values: () => readonly TaskValue[];

  /** @param label what was done, for undo and redo @param how how it came from the state before */
  constructor(
    readonly plan: Plan,
    readonly schedule: Schedule,
    readonly label: string,
    readonly how: Origin = {},
  ) {
    this.document = plan.toObject();
    this.tasks = new Map((this.document.tasks ?? []).map((task) => [task.id, task]));
    this.rows = new Map(schedule.tasks.map((row) => [row.id, row]));
    this.load = once(() => orNull(() => plan.load(schedule)));
    this.cost = once(() => orNull(() => plan.cost(schedule)));
    this.issues = once(() => unique([...(schedule.issues ?? []), ...plan.validate()]));
    this.people = once(
      () => new Map((this.document.resources ?? []).map(({ id, name }) => [id, name ?? id])),
    );
    this.assigned = once(() => assignedTo(this.document));
    this.texts = once(() => new Map([...this.tasks.values()].map((task) => [task.id, this.textOf(task)])));
    this.values = once(() => orNull(() => plan.values()) ?? []);
  }

  /** The dates of a task. */
  row(id: string): TaskSchedule | undefined {
    return this.rows.get(id);
  }

  /** The name of a task for people. */
  name(id: string): string {
    return this.tasks.get(id)?.name ?? id;
  }

  /** The name of a resource for people. */
  person(id: string): string {
    return this.people().get(id) ?? id;
  }

  /** The tasks that miss their deadline. */
  late(): TaskSchedule[] {
    return this.schedule.tasks.filter((row) => (row.late_days ?? 0) > 0);
  }

  /** The scorecard on a day, or with every measurement. */
  score(asOf: string | null): Scorecard | null {
    return this.known(this.cards, asOf, () =>
      orNull(() => score(this.document.objectives ?? [], optionsOf(asOf))),
    );
  }

  /** What is at risk because tasks are late. */
  atRisk(asOf: string | null): AtRisk[] {
    return this.known(
      this.risks,
      asOf,
      () => orNull(() => this.plan.atRisk(this.schedule, optionsOf(asOf))) ?? [],
    );
  }

  private textOf({ id, name, market, tags }: Task): string {
    const people = (this.assigned().get(id) ?? []).flatMap((person) => [person, this.person(person)]);
    return [id, name, market, ...(tags ?? []), ...people].join(" ").toLowerCase();
  }

  private known<T>(answers: Map<string | null, T>, asOf: string | null, ask: () => T): T {
    const known = answers.get(asOf);
    if (known !== undefined) return known;
    const answer = ask();
    answers.set(asOf, answer);
    return answer;
  }
}

function optionsOf(asOf: string | null) {
  return asOf ? { as_of: asOf } : {};
}

function assignedTo(plan: PlanDocument): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { task, resource } of plan.assignments ?? []) {
    const list = found.get(task);
    if (list) list.push(resource);
    else found.set(task, [resource]);
  }
  return found;
}

function unique(issues: Issue[]): Issue[] {
  const known = new Set<string>();
  return issues.filter(({ code, at }) => !known.has(`${code}\n${at}`) && known.add(`${code}\n${at}`));
}
