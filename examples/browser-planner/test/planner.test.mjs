// The page in a real Chromium: what it shows is what the core answers, by pointer and by keys.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { PacelineError, Plan } from "paceline";
import { barOf, drag, example, launch, openPlanner, serve } from "./support.mjs";

let server;
let browser;
let aurora;

before(async () => {
  [server, browser, aurora] = await Promise.all([serve(), launch(), example("aurora")]);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** A test in a page of its own, whose console must stay silent. */
function inPage(name, run, options) {
  test(name, async () => {
    const { context, page, faults } = await openPlanner(browser, server.url, options);
    try {
      await run(page, context);
      assert.deepEqual(faults, []);
    } finally {
      await context.close();
    }
  });
}

const figure = (page, name) => page.locator(`#figure-${name}`).innerText();
const chart = (page) => page.getByRole("treegrid");
const said = (page) => page.locator("#say").innerText();

/** The document that the page exports. */
async function exported(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+s")]);
  return readFile(await download.path(), "utf8");
}

/** Zooms so that bars can be gripped, and returns pixels of a day. */
async function zoomIn(page) {
  await page.click("#zoom-week");
  return 13;
}

const day = (stamp) =>
  new Intl.DateTimeFormat("en-US", {
    timeZone: "UTC",
    weekday: "short",
    day: "numeric",
    month: "short",
  }).format(Date.parse(`${stamp.slice(0, 10)}T00:00:00Z`));

inPage("Aurora shows the figures of the core", async (page) => {
  const plan = Plan.read(aurora);
  const schedule = plan.schedule();
  const load = plan.load(schedule);
  assert.match(await figure(page, "finish"), new RegExp(day(schedule.finish)));
  assert.match(await figure(page, "overloaded"), new RegExp(`${load.overloaded} people`));
  const total = Math.round(plan.cost(schedule).cost.total).toLocaleString("en-US");
  assert.ok((await figure(page, "cost")).includes(total));
  const late = schedule.tasks.filter((row) => row.late_days > 0).length;
  assert.match(await figure(page, "late"), late ? new RegExp(`${late} task`) : /none/);
  const card = plan.score();
  assert.ok((await figure(page, "score")).includes(`${Math.round(card.program.score * 100)} %`));
  const lanes = new Set(plan.toObject().tasks.map((task) => task.campaign ?? "")).size;
  assert.equal(await chart(page).getAttribute("aria-rowcount"), String(schedule.tasks.length + lanes));
});

inPage("a dragged task moves its successors, each with a reason; undo takes it back", async (page) => {
  const before = await exported(page);
  const perDay = await zoomIn(page);
  const bar = await barOf(page, "P03-visual-kit");
  await drag(page, bar, { x: bar.x + 4 * perDay, y: bar.y }, { drop: false });
  // While the pointer is down the successors have moved already.
  const plan = Plan.read(aurora);
  const later = plan.change({
    tasks: { "P03-visual-kit": { constraints: { start_no_earlier_than: { date: "2026-08-24" } } } },
  });
  const comparison = later.compare(plan.schedule(), later.schedule());
  const press = later.schedule().tasks.find((row) => row.id === "P09-press-kit");
  await page.locator(".plg-row", { hasText: "Press kit" }).getByText(shortDay(press.start)).waitFor();
  await page.mouse.up();
  assert.equal(await page.locator("#side-moves .count").innerText(), String(comparison.shifts.length));
  assert.ok(comparison.shifts.length > 20, "many tasks wait for the visual kit");
  const items = await page.locator("#moves > li").allInnerTexts();
  assert.equal(items.length, comparison.shifts.length);
  assert.match(items[0], /Visual kit[\s\S]*Thu, Aug 20 → Mon, Aug 24[\s\S]*You moved it/);
  assert.ok(
    items.slice(1).every((item) => /Because .+\./.test(item)),
    "every other task says why",
  );
  assert.ok(items.some((item) => item.includes("Because “Visual kit” now finishes")));
  assert.match(await said(page), new RegExp(`Move Visual kit: ${comparison.shifts.length} tasks moved`));
  assert.deepEqual(JSON.parse(await exported(page)), later.toObject());
  await page.keyboard.press("Control+z");
  assert.equal(await exported(page), before);
  await page.keyboard.press("Control+Shift+z");
  assert.deepEqual(JSON.parse(await exported(page)), later.toObject());
});

function shortDay(stamp) {
  return new Intl.DateTimeFormat("en-US", { timeZone: "UTC", day: "numeric", month: "short" }).format(
    Date.parse(`${stamp.slice(0, 10)}T00:00:00Z`),
  );
}

inPage("a drag before what links allow is answered by what holds it, and changes nothing", async (page) => {
  const before = await exported(page);
  const perDay = await zoomIn(page);
  const bar = await barOf(page, "P03-visual-kit");
  await drag(page, bar, { x: bar.x - 2 * perDay, y: bar.y }, { drop: false });
  assert.match(await page.locator(".plg-tip").innerText(), /Held by Positioning, until Wed, Aug 19/);
  await page.mouse.up();
  assert.match(await page.locator("#toast").innerText(), /Held by Positioning/);
  assert.equal(await exported(page), before);
  // Escape ends a drag without a trace.
  await drag(page, bar, { x: bar.x + 3 * perDay, y: bar.y }, { drop: false });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  assert.equal(await exported(page), before);
});

inPage("the end of a bar changes the duration; a knob draws a link; a link can be removed", async (page) => {
  const perDay = await zoomIn(page);
  const bar = await barOf(page, "P01-positioning");
  await page.mouse.move(bar.x, bar.y);
  await drag(
    page,
    { x: bar.box.x + bar.box.width - 3, y: bar.y },
    { x: bar.box.x + bar.box.width + 2 * perDay - 3, y: bar.y },
  );
  let plan = JSON.parse(await exported(page));
  assert.equal(plan.tasks.find((task) => task.id === "P01-positioning").duration, "5d");
  await page.keyboard.press("Control+z");

  const from = await barOf(page, "P08-crisis-drill");
  const to = await barOf(page, "P09-press-kit");
  await page.mouse.move(from.x, from.y);
  const knob = await page
    .locator('circle[data-knob="link-finish"][data-of="P08-crisis-drill"]')
    .boundingBox();
  await drag(page, { x: knob.x + 4, y: knob.y + 4 }, { x: to.box.x + 4, y: to.y });
  plan = JSON.parse(await exported(page));
  assert.ok(
    plan.dependencies.some((link) => link.from === "P08-crisis-drill" && link.to === "P09-press-kit"),
  );
  await page.click("#side-task");
  await page.getByLabel("Remove the link with Crisis drill").click();
  plan = JSON.parse(await exported(page));
  assert.ok(
    !plan.dependencies.some((link) => link.from === "P08-crisis-drill" && link.to === "P09-press-kit"),
  );
});

inPage("leveling: before and after as the core says, accept, undo, redo", async (page) => {
  const plan = Plan.read(aurora);
  const report = plan.level();
  const before = await exported(page);
  await page.click("#level");
  await page.click("#level-start");
  await page.locator("#level-accept").waitFor();
  const table = await page.locator("#before-after").innerText();
  assert.match(
    table,
    new RegExp(
      `Overloaded people\\s+${plan.load(report.before).overloaded}\\s+(▼ )?${plan.load(report.schedule).overloaded}`,
    ),
  );
  assert.match(table, new RegExp(`Tasks moved\\s+${report.moves.length}`));
  assert.match(table, new RegExp(day(report.schedule.finish)));
  assert.match(await page.locator(".status").innerText(), /Optimal/);
  // The chart shows what is not the plan yet: no bar of it can be moved.
  await page.keyboard.press("g");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  assert.match(await said(page), /Accept or discard the leveled plan first/);
  await page.click("#level-accept");
  assert.match(await figure(page, "overloaded"), /nobody/);
  const leveled = Plan.read(await exported(page)).schedule();
  const dates = (schedule) => schedule.tasks.map((row) => [row.id, row.start, row.finish]);
  assert.deepEqual(dates(leveled), dates(report.schedule));
  assert.match(
    (await page.locator("#moves > li").allInnerTexts()).join("\n"),
    /Strategist 1 is on Teaser brief, Brazil until/,
  );
  await page.keyboard.press("Control+z");
  assert.equal(await exported(page), before);
  await page.keyboard.press("Control+Shift+z");
  assert.deepEqual(dates(Plan.read(await exported(page)).schedule()), dates(report.schedule));
});

inPage("leveling of a large program: progress, then cancel keeps the best so far", async (page) => {
  await page.click("#file-menu");
  await page.click('#menu [data-value="large"]');
  await page.locator("h1", { hasText: "Program of" }).waitFor();
  await page.click("#level");
  await page.click("#level-start");
  await page.locator("#level-progress").waitFor();
  await page.locator("#side-panel", { hasText: "plans tried" }).waitFor();
  // The page answers while the Worker plans.
  await page
    .locator("#side-panel td")
    .filter({ hasText: /^[\d,.]+$/ })
    .first()
    .waitFor();
  await page.click("#zoom-fit");
  await page.click("#level-cancel");
  await page.locator("#level-accept").waitFor();
  assert.match(await page.locator(".status").innerText(), /Stopped: the best plan so far/);
  await page.click("#level-accept");
  assert.match(await figure(page, "overloaded"), /nobody/);
  const levels = Plan.read(await exported(page));
  assert.equal(levels.load().overloaded, 0);
  await page.keyboard.press("Control+z");
  // The Worker that was ended has been replaced.
  await page.click("#level");
  await page.click("#level-start");
  await page.locator("#side-panel", { hasText: "plans tried" }).waitFor();
  await page.click("#level-cancel");
  await page.click("#level-discard");
  assert.ok(Plan.read(await exported(page)).load().overloaded > 0);
});

inPage("two thousand tasks: only the rows in sight are in the page", async (page) => {
  await page.click("#file-menu");
  await page.click('#menu [data-value="large"]');
  await page.locator("h1", { hasText: "Program of" }).waitFor();
  assert.ok(Number(await chart(page).getAttribute("aria-rowcount")) > 1990);
  for (const top of [0, 20_000, 40_000]) {
    await page.locator(".plg-main").evaluate((main, top) => {
      main.scrollTop = top;
    }, top);
    await page.waitForTimeout(60);
    assert.ok((await page.locator(".plg-row").count()) < 80);
  }
  const frames = await page.locator(".plg-main").evaluate(async (main) => {
    const times = [];
    let last = performance.now();
    for (let frame = 0; frame < 60; frame += 1) {
      main.scrollTop -= 220;
      await new Promise(requestAnimationFrame);
      times.push(performance.now() - last);
      last = performance.now();
    }
    return times.sort((a, b) => a - b);
  });
  console.log(
    `2,000 tasks, scrolling: median frame ${frames[30].toFixed(1)} ms, slowest ${frames[59].toFixed(1)} ms`,
  );
});

inPage("export and import give the same document", async (page) => {
  const text = await exported(page);
  assert.equal(text, Plan.read(aurora).toJson());
  await page.click("#file-menu");
  await page.click('#menu [data-value="designer"]');
  await page.locator("h1", { hasText: /^(?!Aurora)/ }).waitFor();
  await page.setInputFiles("#file", {
    name: "aurora.json",
    mimeType: "application/json",
    buffer: Buffer.from(text),
  });
  await page.locator("h1", { hasText: "Aurora" }).waitFor();
  assert.equal(await exported(page), text);
  // Opening is a step like any other.
  await page.keyboard.press("Control+z");
  await page.locator("h1", { hasText: /^(?!Aurora)/ }).waitFor();
  await page.keyboard.press("Control+z");
  assert.equal(await exported(page), text);
});

inPage("the page and the pictures of the core can be downloaded", async (page) => {
  for (const [item, start] of [
    ["page", "<!doctype html>"],
    ["svg", "<svg"],
  ]) {
    await page.click("#file-menu");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.locator(`#menu [data-do="${item}"]`).first().click(),
    ]);
    const text = await readFile(await file.path(), "utf8");
    assert.ok(text.toLowerCase().startsWith(start), text.slice(0, 60));
    assert.ok(text.includes("Visual kit"));
  }
});

inPage("a faulty plan shows every fault with its place; the open plan stays", async (page) => {
  const faulty = await example("faulty");
  let issues = [];
  try {
    Plan.read(faulty);
  } catch (error) {
    assert.ok(error instanceof PacelineError);
    issues = error.issues;
  }
  assert.ok(issues.length > 10);
  await page.setInputFiles("#file", {
    name: "faulty.json",
    mimeType: "application/json",
    buffer: Buffer.from(faulty),
  });
  const rows = page.locator("dialog tbody tr");
  await rows.first().waitFor();
  assert.equal(await rows.count(), issues.length);
  const places = await page.locator("dialog tbody td:first-child").allInnerTexts();
  assert.deepEqual(
    places,
    issues.map((issue) => issue.at),
  );
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({ state: "detached" });
  assert.match(await page.locator("h1").innerText(), /^Aurora/);
});

inPage("by keyboard alone: choose, move, make longer, link, level, accept, undo", async (page) => {
  const start = () => exported(page).then((text) => Plan.read(text));
  await page.keyboard.press("g");
  await page.keyboard.press("Home");
  for (let row = 0; row < 3; row += 1) await page.keyboard.press("ArrowDown");
  const active = () =>
    chart(page).evaluate(
      (grid) => grid.getRootNode().getElementById(grid.getAttribute("aria-activedescendant"))?.dataset.row,
    );
  assert.equal(await active(), "P03-visual-kit");
  await page.keyboard.press("Shift+ArrowRight");
  assert.match(await said(page), /Move Visual kit: \d+ tasks? moved\. Finish/);
  let plan = (await start()).toObject();
  const kit = () => plan.tasks.find((task) => task.id === "P03-visual-kit");
  assert.deepEqual(kit().constraints, [{ kind: "start_no_earlier_than", date: "2026-08-21" }]);
  await page.keyboard.press("Alt+Shift+ArrowRight");
  plan = (await start()).toObject();
  assert.equal(kit().duration, "9d");
  await page.keyboard.press("l");
  await page.keyboard.type("Final report (P12-report)");
  await page.keyboard.press("Enter");
  plan = (await start()).toObject();
  assert.ok(plan.dependencies.some((link) => link.from === "P03-visual-kit" && link.to === "P12-report"));
  await page.keyboard.press("v");
  await page.keyboard.press("Enter");
  await page.locator("#level-accept:focus").waitFor();
  await page.keyboard.press("Enter");
  assert.match(await figure(page, "overloaded"), /nobody/);
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("Control+z");
  assert.equal((await start()).toJson(), Plan.read(aurora).toJson());
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keys and help" }).waitFor();
  await page.keyboard.press("Escape");
  await page.locator("dialog").waitFor({ state: "detached" });
  await page.keyboard.press("2");
  await page.getByRole("heading", { name: "Scorecard" }).waitFor();
});

inPage("a person's overload marks the tasks concerned; filters and search show less", async (page) => {
  const load = Plan.read(aurora).load();
  const first = load.resources.find((resource) => resource.overloads.length);
  await page.locator(`[data-person="${first.resource}"]`).click();
  const tasks = new Set(first.overloads.flatMap((overload) => overload.tasks));
  assert.match(await said(page), new RegExp(`${tasks.size} tasks at the same time`));
  await page.locator(".plg-row.marked").first().waitFor();
  assert.equal(await page.locator("#overloads > li").count(), first.overloads.length);
  assert.equal(
    await page.locator("#overloads > li").first().getByRole("button").count(),
    first.overloads[0].tasks.length,
  );
  await page.fill("#search", "publication germany");
  assert.equal(await page.locator(".plg-row.milestone").count(), 4);
  await page.click("#clear");
  await page.selectOption("#filter-campaign", "C2");
  assert.equal(await page.locator(".plg-row.lane").count(), 1);
  await page.selectOption("#filter-campaign", "");
  await page.click("#figure-overloaded");
  assert.equal(await page.locator("[data-person]").first().locator(".over-note").count(), 1);
});

inPage(
  "nothing is wider than a window of 800 pixels",
  async (page) => {
    for (const tab of ["plan", "scorecard"]) {
      await page.click(`#tab-${tab}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${tab} is ${wide} pixels too wide`);
    }
    // The chart is where it was when the reader comes back to it.
    await page.click("#tab-plan");
    await page.locator(".plg-main").evaluate((main) => {
      main.scrollTop = 400;
    });
    await page.click("#tab-scorecard");
    await page.click("#tab-plan");
    assert.equal(await page.locator(".plg-main").evaluate((main) => main.scrollTop), 400);
  },
  { viewport: { width: 800, height: 700 } },
);

test("works offline after the first visit, with the plan as it was left", async () => {
  const own = await serve();
  const { context, page, faults } = await openPlanner(browser, own.url);
  await page.locator("#foot", { hasText: "Works offline" }).waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  const text = await exported(page);
  await page.locator("#foot", { hasText: "Kept in this browser" }).waitFor();
  await page.waitForTimeout(600);
  await own.close();
  await page.reload();
  await page.locator("html[data-ready=true]").waitFor();
  assert.equal(await exported(page), text);
  assert.match(await page.locator("#toast").innerText(), /is back/);
  await page.click("#level");
  await page.click("#level-start");
  await page.locator("#level-accept").waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});
