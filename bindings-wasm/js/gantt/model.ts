// From a plan and its schedule to the rows of the chart.

import { DaysOff } from "./calendar.js";
import type {
  LoadReport,
  PlanDocument,
  ResourceDocument,
  Schedule,
  TaskDocument,
  TaskSchedule,
} from "./document.js";
import { endOf, shortDate, spanOf, time } from "./scale.js";

/** What the Gantt shows. */
export interface GanttModel {
  /** The plan document. */
  plan: PlanDocument;
  /** Its schedule, of the core. */
  schedule: Schedule;
  /** A schedule to compare with: its dates are drawn as ghosts. */
  before?: Schedule | null;
  /** Load of the schedule; absent: no load panel. */
  load?: LoadReport | null;
  /** The date of today, `2026-10-06`, for a line at its beginning: the component asks no clock. */
  today?: string | null;
  /** Tasks to mark: what has just moved, what an overload concerns. */
  marked?: ReadonlySet<string> | null;
  /** Tasks to show; absent: all. Lanes and summaries above them stay. */
  shown?: ReadonlySet<string> | null;
  /** Resources to show in the load panel; absent: all. */
  people?: ReadonlySet<string> | null;
}

/** A row of the chart. */
export interface Row {
  kind: "lane" | "summary" | "task" | "milestone";
  /** Id of the task, or `lane:` and the id of the campaign. */
  id: string;
  level: number;
  name: string;
  /** Market, in short. */
  hint: string;
  /** Names of the people, for the label beside the bar. */
  people: string;
  task?: TaskDocument;
  dates?: TaskSchedule;
  /** Of lanes: first start and last finish, how many tasks, how many late. */
  span?: { from: number; to: number; tasks: number; late: number; window?: { from: number; to: number } };
  /** Whether rows below it are shown; absent if there are none. */
  open?: boolean;
  calendar: string;
  absent?: ResourceDocument;
}

interface Node {
  task: TaskDocument;
  dates: TaskSchedule;
  children: Node[];
}

/** Rows, and all that drawing asks of them. */
export class Chart {
  readonly rows: Row[] = [];
  readonly rowOf = new Map<string, number>();
  readonly dates = new Map<string, TaskSchedule>();
  readonly before = new Map<string, TaskSchedule>();
  readonly tasks = new Map<string, TaskDocument>();
  readonly resources = new Map<string, ResourceDocument>();
  readonly resourcesOf = new Map<string, ResourceDocument[]>();
  readonly off: DaysOff;
  readonly span: { from: number; days: number };

  constructor(
    readonly model: GanttModel,
    collapsed: ReadonlySet<string>,
    order: Map<string, number>,
    previous?: Chart,
  ) {
    const { plan, schedule } = model;
    const same = previous?.model.plan === plan;
    for (const row of schedule.tasks) this.dates.set(row.id, row);
    for (const row of model.before?.tasks ?? []) this.before.set(row.id, row);
    this.off = same ? previous.off : new DaysOff(plan);
    if (same) {
      this.tasks = previous.tasks;
      this.resources = previous.resources;
      this.resourcesOf = previous.resourcesOf;
    } else this.readPlan(plan);
    for (const row of schedule.tasks) if (!order.has(row.id)) order.set(row.id, time(row.start));
    this.layOut(collapsed, order);
    this.span = spanOf(this.moments());
  }

  /** Name of a task for people. */
  name(id: string): string {
    return this.tasks.get(id)?.name ?? id;
  }

  /** Whether another chart shows the same document. */
  sameTasks(other: Chart | undefined): boolean {
    return other?.tasks === this.tasks;
  }

  /** The line to draw through the rows: the status date, else today. */
  get line(): { at: number; label: string } | null {
    const status = this.model.plan.program.status_date;
    if (status) return { at: endOf(status), label: `Status ${shortDate(time(status))}` };
    return this.model.today ? { at: time(this.model.today), label: "Today" } : null;
  }

  private readPlan(plan: PlanDocument): void {
    for (const task of plan.tasks ?? []) this.tasks.set(task.id, task);
    for (const resource of plan.resources ?? []) this.resources.set(resource.id, resource);
    for (const { task, resource } of plan.assignments ?? []) {
      const found = this.resources.get(resource);
      if (!found) continue;
      const list = this.resourcesOf.get(task);
      if (list) list.push(found);
      else this.resourcesOf.set(task, [found]);
    }
  }

  private *moments(): Iterable<number> {
    yield time(this.model.plan.program.start);
    for (const row of this.model.schedule.tasks) {
      yield time(row.start);
      yield time(row.finish);
    }
    for (const task of this.model.plan.tasks ?? []) if (task.deadline) yield endOf(task.deadline);
  }

  private layOut(collapsed: ReadonlySet<string>, order: ReadonlyMap<string, number>): void {
    const { lanes, top } = this.forest();
    const compare = (a: Node, b: Node): number =>
      text(a.task.market, b.task.market) ||
      (order.get(a.task.id) ?? 0) - (order.get(b.task.id) ?? 0) ||
      text(a.task.id, b.task.id);
    for (const lane of lanes) {
      const nodes = (top.get(lane.id) ?? []).sort(compare);
      if (nodes.length === 0) continue;
      const id = `lane:${lane.id}`;
      const open = !collapsed.has(id);
      this.add({
        kind: "lane",
        id,
        level: 1,
        name: lane.name,
        hint: "",
        people: "",
        open,
        calendar: "",
        span: laneSpan(nodes, lane.window),
      });
      if (open) for (const node of nodes) this.walk(node, 2, collapsed, compare);
    }
  }

  /** The work breakdown tree of each campaign, in the order of the document. */
  private forest() {
    const shown = this.model.shown;
    const nodes = new Map<string, Node>();
    for (const [id, task] of this.tasks) {
      const dates = this.dates.get(id);
      if (dates) nodes.set(id, { task, dates, children: [] });
    }
    const keep = shown ? this.withParents(shown) : null;
    const top = new Map<string, Node[]>();
    for (const [id, node] of nodes) {
      if (keep && !keep.has(id)) continue;
      const parent = node.task.parent ? nodes.get(node.task.parent) : undefined;
      const list = parent ? parent.children : (top.get(this.campaignOf(id)) ?? []);
      if (!parent) top.set(this.campaignOf(id), list);
      list.push(node);
    }
    type Lane = { id: string; name: string; window?: { from: number; to: number } };
    const campaigns = this.model.plan.campaigns ?? [];
    const lanes: Lane[] = campaigns.map(({ id, name, window }) => ({
      id,
      name: name ?? id,
      ...(window ? { window: { from: time(window.from), to: endOf(window.to) } } : {}),
    }));
    lanes.unshift({ id: "", name: campaigns.length ? "Program" : this.model.plan.program.name });
    return { lanes, top };
  }

  private withParents(shown: ReadonlySet<string>): Set<string> {
    const keep = new Set<string>();
    for (const id of shown) {
      for (
        let next: string | null | undefined = id;
        next && !keep.has(next);
        next = this.tasks.get(next)?.parent
      ) {
        keep.add(next);
      }
    }
    return keep;
  }

  /** The campaign of a task: its own, or that of the nearest summary above it. */
  campaignOf(id: string): string {
    let task = this.tasks.get(id);
    for (let steps = 0; task && steps < 64; steps += 1) {
      if (task.campaign) return task.campaign;
      task = task.parent ? this.tasks.get(task.parent) : undefined;
    }
    return "";
  }

  private walk(
    node: Node,
    level: number,
    collapsed: ReadonlySet<string>,
    compare: (a: Node, b: Node) => number,
  ): void {
    const { task, dates } = node;
    const people = this.resourcesOf.get(task.id) ?? [];
    const person = people[0];
    const row: Row = {
      kind: dates.kind,
      id: task.id,
      level,
      name: task.name ?? task.id,
      hint: task.market ?? "",
      people: people.map(({ id, name }) => name ?? id).join(", "),
      task,
      dates,
      calendar: this.off.resolve(person?.calendar ?? task.calendar),
    };
    if (person?.absences?.length) row.absent = person;
    if (node.children.length) row.open = !collapsed.has(task.id);
    this.add(row);
    if (row.open)
      for (const child of node.children.sort(compare)) this.walk(child, level + 1, collapsed, compare);
  }

  private add(row: Row): void {
    this.rowOf.set(row.id, this.rows.length);
    this.rows.push(row);
  }
}

function text(a: string | null | undefined, b: string | null | undefined): number {
  const left = a ?? "";
  const right = b ?? "";
  return left < right ? -1 : left > right ? 1 : 0;
}

function laneSpan(nodes: readonly Node[], window?: { from: number; to: number }): NonNullable<Row["span"]> {
  const span = { from: Infinity, to: -Infinity, tasks: 0, late: 0 };
  const visit = (node: Node): void => {
    span.from = Math.min(span.from, time(node.dates.start));
    span.to = Math.max(span.to, time(node.dates.finish));
    if (node.dates.kind !== "summary") span.tasks += 1;
    if (node.dates.late_days) span.late += 1;
    node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return window ? { ...span, window } : span;
}
