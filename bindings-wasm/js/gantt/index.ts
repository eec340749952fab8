/**
 * An interactive Gantt chart for plans and schedules of Paceline: plain DOM and SVG, no dependency, no WebAssembly.
 *
 * It draws what the core has computed and computes no date itself. What the reader does with a bar, a link or a key
 * is told to the host through callbacks; the host asks the core for the new plan and schedule and calls `update`.
 *
 * ```ts
 * import { changesOf, create, heldBy } from "paceline/gantt";
 * const gantt = create(element, {
 *   onEdit(edit, phase) {
 *     if (phase === "cancel") return show(plan);
 *     const next = plan.change(changesOf(plan.toObject(), plan.schedule(), edit));
 *     show(next);
 *     if (phase === "commit") plan = next;
 *     return heldBy(next.toObject(), next.schedule(), edit);
 *   },
 * });
 * const show = (plan) => gantt.update({ plan: plan.toObject(), schedule: plan.schedule() });
 * show(plan);
 * ```
 */
export { create } from "./gantt.js";
export type { Edit, Gantt, GanttOptions, LinkEnds, Phase, Zoom } from "./options.js";
export type { View } from "./draw.js";
export type { GanttModel } from "./model.js";
export type * from "./document.js";
export { describe } from "./draw.js";
export { changesOf, heldBy, isIdle, Refusal } from "./wish.js";
export type { WishedChanges } from "./wish.js";
