// The package in Chromium, without a bundler: the corpus byte for byte, and the Worker client.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { after, afterEach, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { crowded, fair } from "./programs.mjs";
import { openPage, serve } from "./server.mjs";

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));
const vectors = folder("../../core/tests/vectors/");
const api = JSON.parse(readFileSync(folder("../../core/schema/api.json"), "utf8"));
const measured = api.operations.filter((one) => one.module === "measure").map((one) => `${one.name}.json`);
const files = readdirSync(vectors).filter((name) => name.endsWith(".json") && !measured.includes(name));

/** Workers made by the page are kept, so that a test can end one as a browser short of memory does. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>Paceline</title><link rel="icon" href="data:,">
<script type="importmap">{ "imports": { "paceline": "/dist/index.js", "paceline/client": "/dist/client.js", "paceline/measure": "/dist/measure-index.js", "paceline/measure/client": "/dist/measure-client.js" } }</script>
<script>
  globalThis.workers = [];
  globalThis.Worker = class extends Worker {
    constructor(...given) { super(...given); workers.push(this); }
  };
</script>`;

let server, browser, page;

before(async () => {
  server = await serve({ dist: folder("../dist"), tests: folder("."), vectors }, { "/": PAGE });
  browser = await openPage();
  page = browser.page;
  await page.goto(server.url);
});

afterEach(() => assert.deepEqual(browser.mishaps.splice(0), []));

after(async () => {
  await browser?.close();
  server?.close();
});

test("corpus in the page", async () => {
  const wrong = await page.evaluate(async (names) => {
    const { default: init, call } = await import("/dist/index.js");
    const { casesOf, differs } = await import("/tests/corpus.mjs");
    await Promise.all([init(), init()]);
    await init();
    const wrong = [];
    for (const name of names) {
      const cases = casesOf(await (await fetch(`/vectors/${name}`)).text());
      if (cases.length === 0) wrong.push(`${name} has no case`);
      for (const one of cases) wrong.push(...[differs(one, call)].filter(Boolean));
    }
    return wrong;
  }, files);
  assert.deepEqual(wrong, []);
});

test("corpus of measurements in the page and in its Worker", async () => {
  const wrong = await page.evaluate(async (names) => {
    const { default: init, call } = await import("/dist/measure-index.js");
    const { connect } = await import("/dist/measure-client.js");
    const { casesOf, differs } = await import("/tests/corpus.mjs");
    await init();
    const engine = await connect();
    const wrong = [];
    for (const name of names) {
      const cases = casesOf(await (await fetch(`/vectors/${name}`)).text());
      if (cases.length === 0) wrong.push(`${name} has no case`);
      for (const one of cases) {
        const answer = await engine.call(one.operation, one.parts, one.options).then(
          (text) => () => text,
          (error) => () => { throw error; },
        );
        wrong.push(...[differs(one, call), differs(one, answer)].filter(Boolean));
      }
    }
    engine.close();
    return wrong;
  }, measured);
  assert.ok(measured.length > 20);
  assert.deepEqual(wrong, []);
});

test("corpus in the Worker", async () => {
  const wrong = await page.evaluate(async (names) => {
    const { connect } = await import("/dist/client.js");
    const { casesOf, differs } = await import("/tests/corpus.mjs");
    const engine = await connect();
    const wrong = [];
    for (const name of names) {
      for (const one of casesOf(await (await fetch(`/vectors/${name}`)).text())) {
        const answer = await engine.call(one.operation, one.parts, one.options).then(
          (text) => () => text,
          (error) => () => { throw error; },
        );
        wrong.push(...[differs(one, answer)].filter(Boolean));
      }
    }
    engine.close();
    return wrong;
  }, files);
  assert.deepEqual(wrong, []);
});

test("corpus with the module inside the file", async () => {
  const wrong = await page.evaluate(async () => {
    const { default: init, call, compile } = await import("/dist/inline.js");
    const { casesOf, differs } = await import("/tests/corpus.mjs");
    await init();
    const cases = casesOf(await (await fetch("/vectors/schedule.json")).text());
    return [...cases.map((one) => differs(one, call)).filter(Boolean), ...((await compile()) instanceof WebAssembly.Module ? [] : ["no module"])];
  });
  assert.deepEqual(wrong, []);
});

test("the Worker tells its progress, the best so far, and answers as the page does", async () => {
  const found = await page.evaluate(async (plan) => {
    const { connect } = await import("/dist/client.js");
    const { default: init, Plan } = await import("/dist/index.js");
    await init();
    const engine = await connect();
    const [progress, best, times] = [[], [], []];
    const leveled = await engine.level(plan, { steps: 3000 }, {
      onProgress: (now) => void (progress.push(now), times.push(performance.now())),
      onBest: (report) => void best.push(report()),
    });
    const here = Plan.read(plan).level({ steps: 3000 });
    engine.close();
    return { progress, best: best.at(-1), count: best.length, same: JSON.stringify(here) === JSON.stringify(leveled), status: leveled.status };
  }, crowded(300, 10));
  assert.ok(found.same);
  assert.equal(found.status, "feasible");
  assert.ok(found.progress.length > 0 && found.count > 0);
  assert.equal(found.best.status, "stopped");
});

/** What a stopped leveling of a long program looks like; `stop` is run once a best plan is there. */
async function stopped(stop) {
  return page.evaluate(
    async ([plan, fair, stop]) => {
      const { connect } = await import("/dist/client.js");
      const { default: init, Plan } = await import("/dist/index.js");
      await init();
      const engine = await connect();
      const controller = new AbortController();
      const call = { signal: controller.signal };
      let [offered, began, waited] = [0, 0, 0];
      if (stop === "limit") call.timeLimit = 300;
      call.onProgress = () => {
        if (stop === "progress") return false;
        if (began === 0 && offered > 0 && stop !== "limit") {
          began = performance.now();
          if (stop === "cancel") engine.cancel();
          else controller.abort();
        }
      };
      call.onBest = () => void (offered += 1);
      const long = engine.level(plan, { steps: 1_000_000_000 }, call);
      const behind = engine.schedule(fair);
      const leveled = await long;
      if (began > 0) waited = performance.now() - began;
      const next = await behind;
      const check = await engine.checkLeveled(plan, leveled.before, leveled.schedule);
      const again = await engine.level(plan, { steps: 5 });
      engine.close();
      return { status: leveled.status, violations: check.violations, next: next.finish, again: again.steps, expected: Plan.read(fair).schedule().finish, waited };
    },
    [crowded(1000, 20), fair, stop],
  );
}

for (const stop of ["cancel", "signal", "limit", "progress"]) {
  test(`ended by ${stop}, leveling answers with the best so far and the engine goes on`, async () => {
    const found = await stopped(stop);
    assert.equal(found.status, "stopped");
    assert.equal(found.violations, undefined);
    assert.equal(found.next, found.expected);
    assert.equal(found.again, 5);
  });
}

test("what is canceled without an answer is rejected", async () => {
  const found = await page.evaluate(async (plan) => {
    const { connect } = await import("/dist/client.js");
    const engine = await connect();
    const name = (promise) => promise.then(() => "answered", (error) => error.name);
    const controller = new AbortController();
    controller.abort(new DOMException("no longer", "AbortError"));
    const never = await name(engine.schedule(plan, { signal: controller.signal }));
    const first = engine.level(plan, { steps: 1_000_000_000 }, {});
    const queued = new AbortController();
    const second = name(engine.schedule(plan, { signal: queued.signal }));
    queued.abort();
    const waiting = await second;
    const third = name(engine.load(plan));
    const early = name(first);
    engine.close();
    return { never, waiting, early: await early, closed: await third, after: await name(engine.schedule(plan)) };
  }, crowded(1000, 20));
  assert.deepEqual(found, { never: "AbortError", waiting: "AbortError", early: "AbortError", closed: "AbortError", after: "PacelineError" });
});

test("what a listener throws ends the operation and is what it is rejected with", async () => {
  const found = await page.evaluate(async (plan) => {
    const { connect } = await import("/dist/client.js");
    const engine = await connect();
    const message = (promise) => promise.then(() => "answered", (error) => error.message);
    const thrown = await message(engine.level(plan, { steps: 1_000_000_000 }, { onProgress: () => { throw new Error("mishap"); } }));
    const after = (await engine.schedule(plan)).finish;
    engine.close();
    return { thrown, after: typeof after };
  }, crowded(300, 10));
  assert.deepEqual(found, { thrown: "mishap", after: "string" });
});

test("a problem without a plan is solved in the Worker", async () => {
  const found = await page.evaluate(async () => {
    const { connect } = await import("/dist/client.js");
    const engine = await connect();
    const problem = await engine.readRcpsp("4 1\n1\n0 0 2 2 3\n3 1 1 4\n2 1 1 4\n0 0 0\n");
    const solution = await engine.solveRcpsp(problem, { seed: 1 }, { timeLimit: 10_000 });
    const check = await engine.checkRcpsp(problem, solution);
    engine.close();
    return { makespan: solution.makespan, feasible: check.feasible };
  });
  assert.deepEqual(found, { makespan: 5, feasible: true });
});

test("a Worker that is killed is replaced: at rest, and at work", async () => {
  const found = await page.evaluate(async ([plan, fair]) => {
    const { connect } = await import("/dist/client.js");
    const engine = await connect();
    const before = await engine.schedule(fair);
    workers.at(-1).terminate();
    await new Promise((done) => setTimeout(done, 100));
    const rest = await engine.schedule(fair);
    const long = engine.level(plan, { steps: 1_000_000_000 }, { onBest: () => setTimeout(() => workers.at(-1).terminate()) });
    const behind = engine.schedule(fair);
    const lost = await long.then(() => "answered", (error) => `${error.name} ${error.issues[0].code}`);
    const after = await behind;
    engine.close();
    return { lost, same: [rest.finish, after.finish].every((finish) => finish === before.finish) };
  }, [crowded(1000, 20), fair]);
  assert.deepEqual(found, { lost: "PacelineError engine-failed", same: true });
});

test("a Worker that cannot be loaded is told at once", async () => {
  const found = await page.evaluate(async () => {
    const { connect } = await import("/dist/client.js");
    const worker = () => new Worker("data:text/javascript,throw new Error('no')");
    return connect({ worker }).then(() => "connected", (error) => `${error.name} ${error.issues?.[0].code}`);
  });
  assert.equal(found, "PacelineError engine-failed");
});

test("a plan is sent and read once, faults come back as issues", async () => {
  const found = await page.evaluate(async (fair) => {
    const { connect } = await import("/dist/client.js");
    const { default: init, Plan } = await import("/dist/index.js");
    await init();
    const engine = await connect();
    const sent = [];
    const worker = workers.at(-1);
    const post = worker.postMessage.bind(worker);
    worker.postMessage = (message) => (sent.push(message), post(message));
    const plan = Plan.read(fair);
    for (const again of [plan, plan, plan.toJson(), plan]) await engine.schedule(again);
    const texts = sent.map((message) => message.plan.text !== undefined);
    for (let i = 0; i < 6; i += 1) await engine.validate({ ...fair, program: { ...fair.program, name: `fair ${i}` } });
    const forgotten = sent.flatMap((message) => message.forget);
    const codes = await engine.level("{", { step: 1 }).then(() => [], (error) => error.issues.map(({ code }) => code));
    const twice = await engine.level("{").then(() => [], (error) => error.issues.map(({ code }) => code));
    const score = await engine.score([{ id: "a", kpis: [{ id: "k", baseline: 1, target: 2, measurements: [{ at: "2026-03-02", value: 2 }] }] }]);
    const changed = await engine.change(plan, { program: { name: "Autumn fair" } });
    engine.close();
    return { texts, forgotten, codes: codes.sort(), twice, score: score.program.score, name: changed.program.name };
  }, fair);
  assert.deepEqual(found, {
    texts: [true, false, false, false],
    forgotten: [1, 2, 3],
    codes: ["invalid-json", "unknown-field"],
    twice: ["invalid-json"],
    score: 1,
    name: "Autumn fair",
  });
});

test("neither what cannot be sent, nor limits beyond reach, nor a cancel while a Worker starts leaves anybody waiting", async () => {
  const found = await page.evaluate(async ([plan, large]) => {
    const { connect } = await import("/dist/client.js");
    const engine = await connect();
    const name = (promise) => promise.then(({ status }) => status ?? "answered", (error) => error.issues?.[0].code ?? error.name);
    const unsent = await name(engine.call("schedule", { plan: () => 1 }));
    const unread = await name(engine.schedule(null));
    const far = await name(engine.level(plan, { steps: 3 }, { timeLimit: Infinity }));
    const farther = await name(engine.level(plan, { steps: 3 }, { timeLimit: 2 ** 31 }));
    const none = await name(engine.level(plan, { steps: 3 }, { timeLimit: NaN }));
    // A first one ended, its Worker replaced; a second one canceled before the new Worker is there.
    const first = engine.level(large, { steps: 1_000_000_000 }, { onProgress: () => engine.cancel() });
    const ended = await name(first);
    const second = engine.level(large, { steps: 1_000_000_000 });
    engine.cancel();
    const canceled = await name(second);
    const after = await name(engine.schedule(plan));
    engine.close();
    return [unsent, unread, far !== "AbortError", farther !== "AbortError", none, ended, canceled, after];
  }, [fair, crowded(1000, 20)]);
  assert.deepEqual(found, ["invalid-input", "invalid-input", true, true, "invalid-input", "stopped", "AbortError", "answered"]);
});
