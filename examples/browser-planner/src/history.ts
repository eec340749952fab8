// Undo and redo over everything: a list of states, of which one is shown.

import type { Point } from "./point.js";

/** Most states kept. */
const MOST = 200;

/** The states of the page since it was opened, other programs among them. */
export class History {
  private points: Point[] = [];
  private index = -1;

  /** The state that is shown. */
  get now(): Point {
    const point = this.points[this.index];
    if (!point) throw new Error("no plan is open");
    return point;
  }

  /** Whether a plan is open. */
  get open(): boolean {
    return this.index >= 0;
  }

  /** The state before, if there is one. */
  get before(): Point | undefined {
    return this.points[this.index - 1];
  }

  /** The state that redo would show, if there is one. */
  get next(): Point | undefined {
    return this.points[this.index + 1];
  }

  /** What undo would take back. */
  get undoLabel(): string | null {
    return this.index > 0 ? this.now.label : null;
  }

  /** What redo would do again. */
  get redoLabel(): string | null {
    return this.points[this.index + 1]?.label ?? null;
  }

  /** A new state after the present one; what was undone is forgotten. */
  push(point: Point): void {
    for (const gone of this.points.splice(this.index + 1)) gone.plan.free();
    this.points.push(point);
    if (this.points.length > MOST) this.points.shift()?.plan.free();
    this.index = this.points.length - 1;
  }

  /** One state back or forth; the one that is shown then, or `null` at the end. */
  step(by: -1 | 1): Point | null {
    if (!this.points[this.index + by]) return null;
    this.index += by;
    return this.now;
  }
}
