// The Gantt component alone, as plain modules without a bundler: in an element, in a shadow root, twice in a page.

import assert from "node:assert/strict";
import { mkdtemp, cp, writeFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { Plan } from "paceline";
import { drag, example, launch, serve } from "./support.mjs";

const built = fileURLToPath(new URL("../node_modules/paceline/dist/gantt", import.meta.url));
let folder;
let server;
let browser;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "paceline-gantt-"));
  const plan = Plan.read(await example("aurora"));
  const model = { plan: plan.toObject(), schedule: plan.schedule(), load: plan.load() };
  await cp(built, join(folder, "gantt"), { recursive: true });
  await writeFile(join(folder, "model.json"), JSON.stringify(model));
  // A page that styles everything in its way: none of it may reach the component.
  await writeFile(
    join(folder, "index.html"),
    `<!doctype html><title>Gantt</title><style>div{padding:9px!important;color:red} svg,.bar,.link{display:none!important}</style>
    <body style="margin:0"><div id="one" style="height:340px;padding:0!important"></div><div id="two" style="height:300px;padding:0!important"></div>
    <script type="module">
      import { create } from "./gantt/index.js";
      const model = await (await fetch("model.json")).json();
      window.heard = [];
      const hear = (name) => (...told) => { window.heard.push([name, ...told]); };
      const options = { zoom: "week", onSelect: hear("select"), onEdit: hear("edit"), onLink: hear("link"), onDelete: hear("delete"), onResource: hear("resource") };
      window.one = create(document.getElementById("one"), options);
      const shadow = document.getElementById("two").attachShadow({ mode: "open" });
      window.two = create(shadow, { ...options, theme: "dark", readOnly: true });
      one.update(model, { fresh: true });
      two.update({ ...model, load: null }, { fresh: true });
      document.documentElement.dataset.ready = "true";
    </script>`,
  );
  [server, browser] = await Promise.all([serve(folder), launch()]);
});
after(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

test("draws, tells what the reader does, and leaves nothing behind", async () => {
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  await page.goto(server.url);
  await page.locator("html[data-ready=true]").waitFor();
  const bar = page.locator('#one [data-bar="P01-positioning"]');
  const box = await bar.boundingBox();
  assert.ok(box && box.width > 30, "the bar is there whatever the page styles");
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };

  await page.mouse.click(middle.x, middle.y);
  assert.deepEqual((await page.evaluate(() => window.heard)).at(-1), ["select", "P01-positioning"]);

  await drag(page, middle, { x: middle.x + 26, y: middle.y });
  const edits = (await page.evaluate(() => window.heard)).filter(([name]) => name === "edit");
  assert.deepEqual(edits.at(-1), [
    "edit",
    { task: "P01-positioning", gesture: "move", date: "2026-08-19", days: 2 },
    "commit",
  ]);
  assert.ok(edits.slice(0, -1).every(([, , phase]) => phase === "preview"));

  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  assert.deepEqual((await page.evaluate(() => window.heard)).at(-1), [
    "edit",
    { task: "P02-kpi-plan", gesture: "move", date: "2026-08-21", days: 1 },
    "commit",
  ]);
  await page.keyboard.press("Delete");
  assert.deepEqual((await page.evaluate(() => window.heard)).at(-1), ["delete", "P02-kpi-plan"]);

  // The other one is locked: it tells what is chosen, and no edit.
  const known = await page.evaluate(() => window.heard.length);
  const locked = await page.locator('#two [data-bar="P01-positioning"]').boundingBox();
  await drag(page, { x: locked.x + 10, y: locked.y + 6 }, { x: locked.x + 80, y: locked.y + 6 });
  await page.locator("#two").getByRole("treegrid").focus();
  await page.keyboard.press("Shift+ArrowRight");
  const later = (await page.evaluate(() => window.heard)).slice(known);
  assert.ok(later.every(([name]) => name === "select"));

  // A lane shuts and opens; a task in it is revealed.
  const rows = () => page.locator("#one").getByRole("treegrid").getAttribute("aria-rowcount");
  const all = await rows();
  await page.evaluate(() => window.one.collapse(true));
  assert.equal(await rows(), "5");
  await page.evaluate(() => window.one.reveal("C3-JP-7publish"));
  assert.ok(Number(await rows()) > 40);
  await page.locator('#one [data-bar="C3-JP-7publish"]').waitFor();
  await page.evaluate(() => window.one.collapse(false));
  assert.equal(await rows(), all);

  await page.evaluate(() => {
    window.one.destroy();
    window.two.destroy();
  });
  assert.equal(await page.locator("#one > *").count(), 0);
  assert.deepEqual(faults, []);
  await page.close();
});
