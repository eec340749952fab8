// What axe finds in every view, light and dark: nothing.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import axe from "axe-core";
import { launch, openPlanner, serve, example } from "./support.mjs";

let server;
let browser;
before(async () => {
  [server, browser] = await Promise.all([serve(), launch()]);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

async function check(page, view) {
  await page.waitForTimeout(250);
  const found = await page.evaluate(
    async () => (await globalThis.axe.run(document, { resultTypes: ["violations"] })).violations,
  );
  const told = found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${view}: ${id} at ${node.target.join(" ")}: ${node.failureSummary}`),
  );
  assert.deepEqual(told, []);
}

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing, ${colorScheme}`, async () => {
    const { context, page, faults } = await openPlanner(browser, server.url, {
      colorScheme,
      bypassCSP: true,
    });
    await page.evaluate(axe.source);
    await check(page, "plan");
    await page.click("#zoom-week");
    await page.keyboard.press("g");
    for (let row = 0; row < 3; row += 1) await page.keyboard.press("ArrowDown");
    await check(page, "task");
    await page.keyboard.press("Shift+ArrowRight");
    await check(page, "changes");
    await page.click("#side-issues");
    await check(page, "issues");
    await page.click("#level");
    await check(page, "leveling, asked");
    await page.click("#level-start");
    await page.locator("#level-accept").waitFor();
    await check(page, "leveling, done");
    await page.click("#level-discard");
    await page.fill("#search", "no such task");
    await check(page, "nothing found");
    await page.fill("#search", "");
    await page.click("#file-menu");
    await check(page, "menu");
    await page.keyboard.press("Escape");
    await page.click("#help-button");
    await check(page, "help");
    await page.keyboard.press("Escape");
    await page.setInputFiles("#file", {
      name: "faulty.json",
      mimeType: "application/json",
      buffer: Buffer.from(await example("faulty")),
    });
    await page.locator("dialog").waitFor();
    await check(page, "faults");
    await page.keyboard.press("Escape");
    await page.keyboard.press("n");
    await page.locator("dialog").waitFor();
    await check(page, "new task");
    await page.keyboard.press("Escape");
    await page.click("#tab-scorecard");
    await check(page, "scorecard");
    assert.deepEqual(faults, []);
    await context.close();
  });
}
