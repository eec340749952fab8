// A server of files for the tests, and a Chromium to look at them.

import { execFileSync } from "node:child_process";
import { createReadStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { chromium } from "playwright-core";

const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/**
 * Serves folders by the first part of the path.
 * @param {Record<string, string>} folders
 * @param {Record<string, string>} pages texts by their path
 */
export async function serve(folders, pages) {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url, "http://localhost").pathname);
    if (path in pages) return void response.writeHead(200, { "content-type": "text/html" }).end(pages[path]);
    const [, first, ...rest] = path.split("/");
    const file = first in folders ? join(folders[first], ...rest) : "";
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** A page in Chromium that keeps what goes wrong in it. */
export async function openPage() {
  const profile = mkdtempSync(join(tmpdir(), "paceline-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  const page = await context.newPage();
  const mishaps = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) mishaps.push(message.text());
  });
  page.on("pageerror", (error) => mishaps.push(String(error)));
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  };
  return { page, mishaps, close };
}

function chromiumPath() {
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    try {
      return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
    } catch {
      // the next name
    }
  }
  throw new Error("Chromium is missing. On Debian: apt-get install -y chromium");
}
