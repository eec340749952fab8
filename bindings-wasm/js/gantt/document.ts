// The parts of a plan document and of the core's reports that the Gantt shows. The types are structural: the
// generated types of the package fit them, and so does plain JSON.

/** A calendar as it is written in a plan document. */
export interface CalendarDocument {
  id: string;
  name?: string | null;
  base?: string | null;
  week?: Partial<Record<Weekday, readonly unknown[] | null>>;
  work_weeks?: readonly {
    from: string;
    to: string;
    week?: Partial<Record<Weekday, readonly unknown[] | null>>;
  }[];
  exceptions?: readonly {
    date?: string | null;
    from?: string | null;
    to?: string | null;
    name?: string | null;
    shifts?: readonly unknown[] | null;
    every?: string | null;
    until?: string | null;
  }[];
}

/** Names of the days of a week in a plan document. */
export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

/** A date that a task is held to. */
export interface ConstraintDocument {
  kind: string;
  date?: string | null;
}

/** A task, milestone or summary of a plan document. */
export interface TaskDocument {
  id: string;
  name?: string | null;
  parent?: string | null;
  campaign?: string | null;
  market?: string | null;
  duration?: string | null;
  milestone?: string | null;
  calendar?: string | null;
  constraints?: readonly ConstraintDocument[];
  deadline?: string | null;
  leveling_delay?: string | null;
  progress?: { actual_start?: string | null; actual_finish?: string | null; complete?: number | null };
}

/** A link: `to` waits for `from`. */
export interface DependencyDocument {
  from: string;
  to: string;
  kind?: string;
  lag?: string;
}

/** Somebody or something that tasks need. */
export interface ResourceDocument {
  id: string;
  name?: string | null;
  kind?: string;
  role?: string | null;
  market?: string | null;
  calendar?: string | null;
  absences?: readonly { from: string; to: string; reason?: string | null }[];
}

/** A whole program, as far as the Gantt reads it. */
export interface PlanDocument {
  program: { name: string; start: string; status_date?: string | null; calendar?: string | null };
  calendars?: readonly CalendarDocument[];
  campaigns?: readonly {
    id: string;
    name?: string | null;
    window?: { from: string; to: string } | null;
  }[];
  resources?: readonly ResourceDocument[];
  tasks?: readonly TaskDocument[];
  dependencies?: readonly DependencyDocument[];
  assignments?: readonly { task: string; resource: string; units?: number | null }[];
}

/** Dates and float of one task. */
export interface TaskSchedule {
  id: string;
  kind: "task" | "milestone" | "summary";
  start: string;
  /** End of what is done of interrupted work, and when the rest goes on. */
  stop?: string | null;
  resume?: string | null;
  finish: string;
  late_finish: string;
  duration: number;
  total_float: number;
  critical: boolean;
  drivers?: readonly string[];
  late_days?: number;
}

/** When everything happens. */
export interface Schedule {
  start: string;
  finish: string;
  tasks: readonly TaskSchedule[];
}

/** Load of one resource on one day, in seconds of work. */
export interface DayLoad {
  date: string;
  demand: number;
  capacity: number;
  excess: number;
}

/** A span in which a resource is asked for more than there is of it. */
export interface Overload {
  resource: string;
  from: string;
  to: string;
  peak: number;
  excess: number;
  tasks: readonly string[];
}

/** Load of one resource. */
export interface ResourceLoad {
  resource: string;
  days: readonly DayLoad[];
  overloads: readonly Overload[];
  demand: number;
  excess: number;
}

/** Load of every resource that works. */
export interface LoadReport {
  resources: readonly ResourceLoad[];
}
