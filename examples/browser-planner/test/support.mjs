// A server of the built page and a real Chromium, for the tests.

import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../dist", import.meta.url));
const data = fileURLToPath(new URL("../../data", import.meta.url));
const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A document of the examples as text. */
export const example = (name) => readFile(join(data, `${name}.json`), "utf8");

/** Serves a folder, the built page by default, on a port of its own until it is closed. */
export async function serve(folder = root) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://local").pathname));
    const name = path.endsWith("/") ? `${path}index.html` : path;
    try {
      const body = await readFile(join(folder, name));
      response
        .writeHead(200, { "content-type": TYPES[extname(name)] ?? "application/octet-stream" })
        .end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    });
  return { url: `http://127.0.0.1:${server.address().port}/`, close };
}

function chromiumPath() {
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    try {
      return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
    } catch {
      // The next name.
    }
  }
  throw new Error("Chromium is missing. On Debian: apt-get install -y chromium");
}

/** A real browser. */
export const launch = () => chromium.launch({ executablePath: chromiumPath(), args: FLAGS });

/** Opens the planner in a fresh profile; `faults` gathers what its console complains about. */
export async function openPlanner(browser, url, options = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    colorScheme: "light",
    ...options,
  });
  const page = await context.newPage();
  const faults = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(String(error)));
  await page.goto(url);
  await page.locator("html[data-ready=true]").waitFor();
  return { context, page, faults };
}

/** The middle of the bar of a task, in pixels of the page. */
export async function barOf(page, task) {
  const box = await page.locator(`[data-bar="${task}"]`).boundingBox();
  if (!box) throw new Error(`the bar of ${task} is not in sight`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, box };
}

/** Drags from one place to another in small steps, as a hand does. */
export async function drag(page, from, to, { steps = 12, drop = true } = {}) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= steps; step += 1) {
    await page.mouse.move(
      from.x + ((to.x - from.x) * step) / steps,
      from.y + ((to.y - from.y) * step) / steps,
    );
  }
  if (drop) await page.mouse.up();
}
