// How fast the page is, measured in it and printed; nothing is asserted but that it was measured.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { barOf, launch, openPlanner, serve } from "./support.mjs";

let server;
let browser;
before(async () => {
  [server, browser] = await Promise.all([serve(), launch()]);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

function told(name, values, goal) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
  console.log(
    `${name}: median ${at(0.5)} ms, 95 of 100 within ${at(0.95)} ms, slowest ${at(1)} ms, of ${sorted.length}${goal ? ` (goal: ${goal} ms)` : ""}`,
  );
}

test("replans during a drag, and the first leveled plan", async () => {
  const { context, page } = await openPlanner(browser, server.url);
  await page.click("#zoom-week");
  const bar = await barOf(page, "P01-positioning");
  await page.mouse.move(bar.x, bar.y);
  await page.mouse.down();
  for (let round = 0; round < 5; round += 1) {
    for (let x = 0; x <= 200; x += 13) await page.mouse.move(bar.x + x, bar.y);
    for (let x = 200; x >= 0; x -= 13) await page.mouse.move(bar.x + x, bar.y);
  }
  await page.mouse.move(bar.x + 40, bar.y);
  await page.mouse.up();
  for (let round = 0; round < 5; round += 1) {
    await page.click("#level");
    await page.click("#level-start");
    await page.locator("#level-discard").click();
  }
  const { replans, draws, firstPlans } = await page.evaluate(() => globalThis.pacelineTimes);
  assert.ok(replans.length > 50 && firstPlans.length === 5);
  told("Aurora, full replan after a drag", replans, 5);
  told("Aurora, drawing after it", draws);
  told("Aurora, leveling's first plan in the page", firstPlans, 50);

  await page.click("#file-menu");
  await page.click('#menu [data-value="large"]');
  await page.locator("h1", { hasText: "Program of" }).waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("End");
  for (let step = 0; step < 12; step += 1) await page.keyboard.press("Shift+ArrowRight");
  const large = await page.evaluate((known) => globalThis.pacelineTimes.replans.slice(known), replans.length);
  told("2,000 tasks, full replan after a move", large);
  await context.close();
});
