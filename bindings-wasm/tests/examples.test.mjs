// The examples of the READMEs and of the documentation comments, run as they stand.
// A comment after `console.log(…);` is what the line must print.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { openPage, serve } from "./server.mjs";

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The examples of a file: whether they need a browser, and their text. */
function examplesOf(path) {
  const text = readFileSync(path, "utf8").replace(/^ *\* ?/gm, "");
  return [...text.matchAll(/^```js( browser)?\n([\s\S]*?)^```/gm)].map(([, browser, code], at) => ({
    name: `${path.split("/").at(-1)}, example ${at + 1}`,
    browser: browser !== undefined,
    code,
    printed: [...code.matchAll(/console\.log\([^\n]*\);? \/\/ (.*)$/gm)].map(([, what]) => what),
  }));
}

const sources = readdirSync(folder("../js")).filter((name) => name.endsWith(".ts") && name !== "types.ts");
const paths = [folder("../README.md"), folder("../../README.md"), ...sources.map((name) => folder(`../js/${name}`))];
const examples = paths.flatMap(examplesOf);

let server, browser;

before(async () => {
  const page = `<!doctype html><title>Examples</title><link rel="icon" href="data:,">
<script type="importmap">{ "imports": { "paceline": "/dist/index.js", "paceline/client": "/dist/client.js", "paceline/measure": "/dist/measure-index.js", "paceline/measure/client": "/dist/measure-client.js" } }</script>`;
  server = await serve({ dist: folder("../dist"), data: folder("../../examples/data") }, { "/data/": page });
  browser = await openPage();
  await browser.page.goto(`${server.url}/data/`);
});

after(async () => {
  await browser?.close();
  server?.close();
});

test("there are examples", () => {
  assert.ok(examples.filter(({ browser }) => browser).length > 1);
  assert.ok(examples.filter(({ browser }) => !browser).length > 3);
});

for (const { name, browser: inBrowser, code, printed } of examples) {
  test(name, async () => {
    const lines = inBrowser ? await runInPage(code) : await runHere(code);
    if (printed.length > 0) assert.deepEqual(lines, printed);
  });
}

async function runHere(code) {
  const lines = [];
  const log = console.log;
  console.log = (...values) => void lines.push(values.join(" "));
  try {
    const body = code.replace(/from "(paceline[^"]*)"/g, (_, name) => `from ${JSON.stringify(import.meta.resolve(name))}`);
    await import(`data:text/javascript;charset=utf-8,${encodeURIComponent(body)}`);
  } finally {
    console.log = log;
  }
  return lines;
}

async function runInPage(code) {
  const { lines, fault } = await browser.page.evaluate(async (code) => {
    const lines = [];
    const log = console.log;
    console.log = (...values) => void lines.push(values.join(" "));
    const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    const fault = await import(url).then(() => undefined, String);
    console.log = log;
    return { lines, fault };
  }, code);
  assert.equal(fault, undefined);
  return lines;
}
