// The package in Node: parity with api.json, errors, memory, stopping.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as paceline from "paceline";
import * as client from "paceline/client";
import * as measuring from "paceline/measure";
import init, { PacelineError, Plan } from "paceline";

import { crowded, fair as small } from "./programs.mjs";

const root = new URL("../../", import.meta.url);
const aurora = readFileSync(new URL("examples/data/aurora.json", root), "utf8");
const faulty = readFileSync(new URL("examples/data/faulty.json", root), "utf8");
const api = JSON.parse(readFileSync(new URL("core/schema/api.json", root), "utf8"));
/** The issues that a call is refused with. */
function refusal(run) {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof PacelineError, String(error));
    return error.issues;
  }
  assert.fail("it was not refused");
}

const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
const methods = (type) => Object.getOwnPropertyNames(type.prototype).filter((name) => name !== "constructor");

test("every operation has its method, in this thread and in the Worker", () => {
  const missing = [];
  for (const { name, input, module } of api.operations) {
    if (module === "measure") {
      if (typeof measuring[camel(name)] !== "function") missing.push(`paceline/measure: ${camel(name)}`);
      continue;
    }
    const ofPlan = input[0].name === "plan";
    const isStatic = name === "read" || name === "from_json";
    const owner = isStatic ? Plan : ofPlan ? Plan.prototype : paceline;
    if (typeof owner[camel(name)] !== "function") missing.push(`Plan or paceline: ${camel(name)}`);
    if (typeof client.Engine.prototype[camel(name)] !== "function") missing.push(`Engine: ${camel(name)}`);
  }
  assert.deepEqual(missing, []);
});

test("every method is an operation, or there for a reason", () => {
  const operations = new Set(api.operations.map(({ name }) => camel(name)));
  const reasons = {
    toJson: "writes the document",
    toObject: "writes the document",
    free: "gives the memory back",
    call: "any operation by its name",
    cancel: "ends what is under way",
    close: "ends the Worker",
    PacelineError: "what is thrown",
    Plan: "has the operations of plans",
    default: "loads the module",
  };
  const statics = Object.getOwnPropertyNames(Plan).filter((name) => typeof Plan[name] === "function");
  const all = [...methods(Plan), ...statics, ...methods(client.Engine), ...Object.keys(paceline), ...Object.keys(measuring)];
  assert.deepEqual(all.filter((name) => !operations.has(name) && !(name in reasons)), []);
});

test("a plan reads, schedules, levels and writes itself", () => {
  const plan = Plan.read(small);
  assert.equal(plan.schedule().finish, "2026-03-04T17:00:00");
  const leveled = plan.level();
  assert.equal(leveled.schedule.tasks.find(({ id }) => id === "film").start, "2026-03-05T08:00:00");
  assert.equal(plan.checkLeveled(leveled.before, leveled.schedule).violations, undefined);
  assert.equal(Plan.read(plan.toJson()).toJson(), plan.toJson());
  assert.deepEqual(Plan.read(plan.toObject()).toObject(), plan.toObject());
  assert.match(plan.ganttSvg({}, leveled), /^<svg/);
  assert.match(plan.page({ title: "Fair" }), /^<!DOCTYPE html>/i);
});

test("the rest of a started task waits if that is asked for", () => {
  const plan = Plan.read({
    format: "paceline/1",
    program: { name: "One at a time", start: "2026-03-02" },
    resources: [{ id: "ana" }],
    tasks: [
      { id: "film", duration: "4d", progress: { actual_start: "2026-03-02", complete: 0.5 } },
      { id: "press", duration: "1d", deadline: "2026-03-04" },
    ],
    assignments: [
      { task: "film", resource: "ana" },
      { task: "press", resource: "ana" },
    ],
  });
  const options = { split_remaining: true };
  const { before, schedule, moves } = plan.level(options);
  assert.equal(schedule.tasks[0].resume, "2026-03-05T08:00:00");
  assert.equal(moves[1].kind, "split");
  assert.equal(plan.checkLeveled(before, schedule, options).violations, undefined);
  assert.equal(plan.checkLeveled(before, schedule).violations[0].code, "moved-frozen");
  assert.equal(plan.applyLeveling(schedule).schedule().tasks[0].resume, "2026-03-05T08:00:00");
});

test("a change makes another plan, and the comparison says what moved", () => {
  const plan = Plan.read(small);
  const later = plan.change({ tasks: { brief: { duration: "3d" } } });
  const moved = plan.compare(plan.schedule(), later.schedule()).shifts.map(({ task }) => task);
  assert.deepEqual(moved.sort(), ["brief", "copy"]);
  assert.equal(plan.toObject().tasks.find(({ id }) => id === "brief").duration, "1d");
});

test("the score of a plan is that of its objectives", () => {
  const plan = Plan.read(aurora);
  assert.deepEqual(plan.score(), paceline.score(JSON.parse(aurora).objectives));
});

test("a problem without a plan is read, solved and judged", () => {
  const problem = paceline.readRcpsp("4 1\n1\n0 0 2 2 3\n3 1 1 4\n2 1 1 4\n0 0 0\n");
  const told = [];
  const solution = paceline.solveRcpsp(problem, { seed: 1 }, { onProgress: (progress) => void told.push(progress) });
  assert.equal(solution.makespan, 5);
  assert.equal(told.at(-1).objective[0], 5);
  assert.deepEqual(paceline.checkRcpsp(problem, solution).findings, undefined);
  assert.equal(paceline.checkRcpsp(problem, { ...solution, starts: [0, 0, 0, 5] }).feasible, false);
  assert.equal(refusal(() => paceline.readRcpsp("4 1\n1\n0 0"))[0].code, "missing-values");
});

test("a file of Microsoft Project is read", () => {
  const file = paceline.readMspdi(
    "<Project><Title>Fair</Title><StartDate>2026-03-02T08:00:00</StartDate><Tasks>" +
      "<Task><UID>1</UID><Duration>PT16H0M0S</Duration><Finish>2026-03-03T17:00:00</Finish></Task></Tasks></Project>",
  );
  const plan = paceline.Plan.read(file.plan);
  assert.equal(plan.schedule().tasks[0].finish, file.stored[0].finish);
  assert.equal(refusal(() => paceline.readMspdi("<Plan/>"))[0].code, "not-mspdi");
  const fair =
    "ERMHDR\t20.12\n%T\tPROJECT\n%F\tproj_id\tproj_short_name\tplan_start_date\n%R\t1\tFAIR\t2026-03-02 08:00\n" +
    "%T\tTASK\n%F\ttask_id\tproj_id\ttask_code\ttask_name\ttask_type\ttarget_drtn_hr_cnt\n" +
    "%R\t7\t1\tA1000\tCaf\u00e9\tTT_Task\t16\n%E\n";
  const bytes = Uint8Array.from(fair, (character) => character.charCodeAt(0));
  for (const source of [fair, bytes]) {
    const [project] = paceline.readXer(source).projects;
    assert.equal(project.plan.tasks[0].name, "Caf\u00e9");
    const written = paceline.Plan.read(project.plan).writeXer();
    assert.deepEqual(paceline.readXer(written.text).projects[0].plan.tasks, project.plan.tasks);
  }
  assert.equal(refusal(() => paceline.readXer("id,name"))[0].code, "not-xer");
  assert.equal(refusal(() => paceline.readPmxml("<Plan/>"))[0].code, "not-pmxml");
});

test("a plan becomes a file of Microsoft Project and a plan again", () => {
  const plan = Plan.read(small);
  const written = plan.writeMspdi();
  const again = paceline.readMspdi(written.text);
  assert.deepEqual(
    again.plan.tasks.map(({ id }) => id).sort(),
    plan.toObject().tasks.map(({ id }) => id).sort(),
  );
  const stored = again.stored.map((row) => ({ ...row, finish: "2026-04-01T17:00:00" }));
  assert.match(plan.writeMspdi(plan.schedule(), stored).text, /<Finish>2026-04-01T17:00:00<\/Finish>/);
});

test("a baseline is stored, and what changed is told", () => {
  const plan = Plan.read(small).setBaseline(undefined, { id: "agreed" });
  assert.equal(plan.variance(undefined, { baseline: "agreed" }).program.finish_variance, 0);
  const later = plan.change({ tasks: { brief: { duration: "9d" } } });
  assert.equal(later.diff(plan)[0].at, "tasks/brief/duration");
  assert.ok(later.variance(plan.schedule(), { baseline: "agreed" }).program.finish_variance === 0);
  assert.equal(refusal(() => plan.variance())[0].code, "unknown-baseline");
});

test("every fault is told at once, in the words of the core", () => {
  const issues = refusal(() => Plan.read(faulty));
  assert.ok(issues.length > 1);
  for (const { severity, code, at, message } of issues) assert.ok(severity && code && at && message);
  const opened = Plan.fromJson({ ...small, dependencies: [{ from: "brief", to: "nobody" }] });
  assert.equal(opened.validate()[0].code, "unknown-task");
  assert.equal(refusal(() => opened.schedule())[0].code, "unknown-task");
  assert.equal(refusal(() => Plan.read("{"))[0].code, "invalid-json");
  assert.equal(refusal(() => paceline.call("levle", {}))[0].code, "unknown-operation");
  assert.equal(refusal(() => Plan.read(small).level({ step: 1 }))[0].code, "unknown-field");
});

test("a freed plan says so, freeing twice does nothing, `using` frees", () => {
  const plan = Plan.read(small);
  plan.free();
  plan.free();
  assert.equal(refusal(() => plan.schedule())[0].code, "engine-failed");
  const other = Plan.read(small);
  other[Symbol.dispose]();
  assert.equal(refusal(() => other.toJson())[0].code, "engine-failed");
});

test("texts cross whole, whatever their letters and their length", () => {
  for (const name of ["Frühling", "春のフェア", "🎪", "a".repeat(200_000), "é".repeat(200_000), "🎪".repeat(100_000)]) {
    const title = Plan.fromJson({ ...small, program: { ...small.program, name } }).toObject().program.name;
    assert.ok(title === name, name.slice(0, 20));
  }
  const named = Plan.read(small).page({ title: "Ein Frühlingsfest" }, Plan.read(small).level());
  assert.match(named, /Ein Frühlingsfest/);
});

test("memory is given back", () => {
  const used = () => process.memoryUsage().arrayBuffers + process.memoryUsage().external;
  for (let round = 0; round < 20; round += 1) Plan.read(aurora).free();
  const before = used();
  for (let round = 0; round < 500; round += 1) {
    const plan = Plan.read(aurora);
    plan.schedule();
    assert.throws(() => Plan.read("{"));
    plan.free();
  }
  assert.ok(used() - before < 20_000_000, `${used() - before} bytes more`);
});

test("plans that are forgotten are freed", { skip: typeof gc !== "function" && "needs --expose-gc" }, async () => {
  const used = () => process.memoryUsage().arrayBuffers + process.memoryUsage().external;
  let after = 0;
  for (let round = 0; round < 30; round += 1) {
    for (let i = 0; i < 20; i += 1) Plan.read(aurora);
    gc();
    await new Promise((done) => setTimeout(done, 5));
    if (round === 9) after = used();
  }
  assert.ok(used() - after < 20_000_000, `${used() - after} bytes more`);
});

test("init can be called, twice too", async () => {
  await init();
  await init();
  assert.equal(Plan.read(small).schedule().finish, "2026-03-04T17:00:00");
});

test("progress is told and a host can stop", () => {
  const plan = Plan.read(crowded(200, 10));
  const seen = [];
  const whole = plan.level({ steps: 200 }, { onProgress: (progress) => void seen.push(progress) });
  assert.ok(seen.length > 1);
  assert.ok(seen.every(({ steps, budget }) => steps >= 1 && steps <= budget && budget === 200));
  assert.deepEqual(whole, plan.level({ steps: 200 }));
  assert.equal(whole.status, "feasible");
  let best;
  const stopped = plan.level({}, { onBest: (report) => (best ??= report()), onProgress: () => false });
  assert.equal(stopped.status, "stopped");
  assert.deepEqual(best, stopped);
});

test("a host may ask for more while it is asked, and what it throws is thrown", () => {
  const plan = Plan.read(crowded(200, 10));
  const inner = [];
  plan.level({ steps: 20 }, { onProgress: () => void inner.push(plan.schedule().finish) });
  assert.equal(inner[0], plan.schedule().finish);
  const mishap = new Error("mishap");
  assert.throws(() => plan.level({}, { onProgress: () => { throw mishap; } }), mishap); // prettier-ignore
  assert.throws(() => plan.level({}, { onBest: () => { throw mishap; } }), mishap); // prettier-ignore
  let kept;
  plan.level({ steps: 20 }, { onBest: (report) => void (kept = report) });
  assert.throws(() => kept());
  assert.equal(plan.level({ steps: 20 }).steps, 20);
});

test("after a trap the module starts afresh and says what was lost", () => {
  const [plan, other] = [Plan.read(small), Plan.read(small)];
  const deeper = () => plan.level({}, { onProgress: deeper }); // until the stack is full
  assert.equal(refusal(deeper)[0].code, "engine-failed");
  assert.match(refusal(() => other.schedule())[0].help, /read it again/);
  other.free();
  assert.equal(Plan.read(small).schedule().finish, "2026-03-04T17:00:00");
});

test("the time zone of the machine changes nothing", () => {
  const usual = process.env.TZ;
  const answers = ["Pacific/Apia", "America/New_York", "UTC"].map((zone) => {
    process.env.TZ = zone;
    const plan = Plan.read(aurora);
    return [JSON.stringify(plan.level({ steps: 20 })), plan.report(), plan.page()];
  });
  if (usual === undefined) delete process.env.TZ;
  else process.env.TZ = usual;
  assert.deepEqual(answers[1], answers[0]);
  assert.deepEqual(answers[2], answers[0]);
});

test("what cannot cross is refused with its place, and plans read before live on", () => {
  const plan = Plan.read(small);
  const cycle = { tasks: {} };
  cycle.tasks.a = cycle;
  const wrong = [
    ["plan", () => Plan.read(undefined)],
    ["plan", () => Plan.read(() => 1)],
    ["plan", () => paceline.call("schedule", { plan: JSON.parse(plan.toJson()) })],
    ["plan", () => paceline.call("schedule", { plan: 5 })],
    ["input", () => paceline.call("schedule")],
    ["options", () => paceline.call("level", { plan: plan.toJson() }, { steps: 1 })],
    ["changes", () => plan.change(cycle)],
    ["changes", () => plan.change({ tasks: { a: { weight: NaN } } })],
    ["options", () => plan.level({ steps: 5n })],
  ];
  for (const [at, run] of wrong) {
    const [issue, ...more] = refusal(run);
    assert.deepEqual([issue.code, issue.at, more], ["invalid-input", at, []], String(run));
  }
  assert.ok(plan.schedule().tasks.length > 0);
  assert.equal(Plan.read(plan).toJson(), plan.toJson());
});

test("a plan freed while it is leveled ends when the leveling has", () => {
  const plan = Plan.read(aurora);
  const expected = plan.level({ steps: 30 });
  const found = plan.level({ steps: 30 }, { onProgress: () => plan.free() });
  assert.deepEqual(found, expected);
  assert.equal(refusal(() => plan.schedule())[0].code, "engine-failed");
});
