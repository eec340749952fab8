// Not run: it compiles if the types are what a consumer expects, and each `@ts-expect-error` is an error.

import init, { PacelineError, Plan, call, earnedValue, pool, score } from "paceline";
import type { LevelReport, PlanDocument, Schedule, TaskSchedule } from "paceline";
import * as inline from "paceline/inline";
import { connect, type Engine } from "paceline/client";

await init();

const document: PlanDocument = {
  format: "paceline/1",
  program: { name: "Spring fair", start: "2026-03-02" },
  tasks: [{ id: "brief", duration: "1d" }],
};
// @ts-expect-error a field that no task has
document.tasks?.push({ id: "copy", durration: "1d" });

using plan = Plan.read(document);
const schedule: Schedule = plan.schedule();
const first: TaskSchedule | undefined = schedule.tasks[0];
// @ts-expect-error there may be no first task
const start: string = schedule.tasks[0].start;
const finish: string = schedule.finish;

const leveled: LevelReport = plan.level(
  { objective: ["finish"], steps: 100 },
  {
    onProgress: ({ steps, budget }) => steps < budget / 2,
    onBest: (report) => console.log(report().schedule.finish),
  },
);
// @ts-expect-error no such goal
plan.level({ objective: ["beauty"] });
// @ts-expect-error options are not the schedule
plan.load({ bucket: "day" });
plan.load(undefined, { bucket: "day" });
plan.change({ tasks: { brief: { duration: "3d" }, old: null } });
// @ts-expect-error a number is no duration
plan.change({ tasks: { brief: { duration: 3 } } });
const texts: string[] = [plan.report({ color: true }), plan.page({}, leveled), plan.ganttSvg(), call("pool", { rows: "[]" })];
const shares: number | undefined = pool([[1, 2], [null, 4]]).numerator;
const reached: number | null | undefined = score([]).program.score;
earnedValue([], "cpi_spi");
// @ts-expect-error no such method
earnedValue([], "guess");

try {
  Plan.read("{");
} catch (error) {
  if (error instanceof PacelineError) console.log(error.issues.map(({ code, at, help }) => [code, at, help]));
}

const engine: Engine = await connect({ url: new URL("https://example.org/paceline.wasm") });
const controller = new AbortController();
const far: LevelReport = await engine.level(plan, { steps: 10 }, { signal: controller.signal, timeLimit: 1000 });
const loads = await engine.load(document, far.schedule, { bucket: "moment" }, { signal: controller.signal });
// @ts-expect-error the plan comes first
await engine.schedule();
engine.close();
await inline.default();
console.log(first, start, finish, texts, shares, reached, loads.overloaded);
