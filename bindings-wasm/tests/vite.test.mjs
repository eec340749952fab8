// A bundler finds the module and the Worker, and what it makes runs.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "vite";

import { openPage, serve } from "./server.mjs";

test("Vite builds a page that plans, in the page and in the Worker", async () => {
  const root = fileURLToPath(new URL("vite", import.meta.url));
  const outDir = mkdtempSync(join(tmpdir(), "paceline-vite-"));
  await build({ root, base: "./", logLevel: "error", build: { outDir, emptyOutDir: true, target: "esnext" } });
  const server = await serve({ site: outDir }, {});
  const { page, mishaps, close } = await openPage();
  try {
    await page.goto(`${server.url}/site/index.html`);
    await page.waitForFunction(() => document.querySelector("output").textContent !== "", undefined, { timeout: 20_000 });
    assert.equal(await page.textContent("output"), "2026-03-03T17:00:00 2026-03-03T17:00:00");
    assert.deepEqual(mishaps, []);
  } finally {
    await close();
    server.close();
    rmSync(outDir, { recursive: true, force: true });
  }
});
