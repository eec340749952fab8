// Shows the widget in Chromium as a notebook does, with a model that only remembers, and uses it as a reader does.
// usage: node test.mjs PLAN.json [FOLDER for pictures]
// Prints, as JSON, what Python would have seen after each step. Ends with an error if the page complained or loaded
// anything.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const [plan, pictures] = process.argv.slice(2);
const script = join(dirname(fileURLToPath(import.meta.url)), "../python/paceline/static/gantt.js");
const FLAGS = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync".split(" ");

const files = {
  "/": ["text/html", "<!DOCTYPE html><meta charset=utf-8><title>Widget</title><link rel=icon href=data:,><body style='margin:16px'><div id=one></div><div id=two></div>"],
  "/gantt.js": ["text/javascript", readFileSync(script)],
  "/plan.json": ["application/json", readFileSync(plan)],
};
const asked = [];
const server = createServer((request, response) => {
  asked.push(request.url);
  const [type, body] = files[request.url] ?? [];
  response.writeHead(body ? 200 : 404, { "content-type": type ?? "text/plain" }).end(body);
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const origin = `http://127.0.0.1:${server.address().port}`;

const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
const complaints = [];
const steps = [];
try {
  const page = await browser.newPage({ viewport: { width: 1180, height: 900 } });
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith("blob:") && !url.startsWith("data:")) complaints.push(`loads ${url}`);
  });
  await page.goto(origin);
  await page.evaluate(show);
  await use(page);
} finally {
  await browser.close();
  server.close();
}
const loaded = asked.filter((path) => !(path in files));
if (complaints.length || loaded.length) throw new Error(`the page complained: ${[...complaints, ...loaded].join("\n")}`);
console.log(JSON.stringify(steps));

/** In the page: imports the script as anywidget does, from a text, and renders it twice. */
async function show() {
  const [text, source] = await Promise.all(["/plan.json", "/gantt.js"].map(async (path) => (await fetch(path)).text()));
  const values = { _document: text, last_change: "", selected: "", height: 420, show_load: true, read_only: false, theme: "auto" };
  const heard = new Map();
  const fire = (event) => [...(heard.get(event) ?? [])].forEach((hear) => hear());
  const model = {
    get: (name) => values[name],
    set(name, value) {
      const isNew = values[name] !== value;
      values[name] = value;
      if (isNew) fire(`change:${name}`);
    },
    save_changes: () => (window.saved = (window.saved ?? 0) + 1),
    on: (event, hear) => heard.set(event, [...(heard.get(event) ?? []), hear]),
    off: (event, hear) => heard.set(event, (heard.get(event) ?? []).filter((other) => other !== hear)),
  };
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const { default: widget } = await import(url);
  window.model = model;
  window.end = await widget.initialize({ model });
  window.away = await widget.render({ model, el: document.getElementById("one") });
  window.listeners = () => [...heard.values()].flat().length;
  window.second = () => widget.render({ model, el: document.getElementById("two") });
}

/** What a reader does. */
async function use(page) {
  const one = page.locator("#one");
  await step(page, "shown");
  const bar = one.locator('[data-bar="P01-positioning"]').first();
  await bar.waitFor();
  await drag(page, bar, 60);
  await step(page, "dragged");
  await picture(page, "dragged");
  await one.getByRole("button", { name: "Undo" }).click();
  await step(page, "undone");
  await one.locator(".plg-names").focus();
  await page.keyboard.press("Control+y");
  await step(page, "redone");
  await page.keyboard.press("Control+z");
  await page.evaluate(async () => {
    const document = JSON.parse(window.model.get("_document"));
    document.program.start = "2026-08-31";
    window.model.set("_document", JSON.stringify(document));
  });
  await step(page, "changed in Python");
  await one.getByRole("button", { name: "Level" }).click();
  await page.waitForFunction(() => window.model.get("last_change").startsWith("Leveled"), null, { timeout: 60_000 });
  await step(page, "leveled");
  await picture(page, "leveled");
  await page.evaluate(() => window.model.set("selected", "P01-positioning"));
  await one.locator(".plg-names").focus();
  await page.keyboard.press("Shift+Alt+ArrowRight");
  await step(page, "longer by keys");
  const before = await page.evaluate(() => window.listeners());
  await page.evaluate(async () => (window.awayTwo = await window.second()));
  await step(page, "in a second view", "#two");
  await page.evaluate(() => window.awayTwo());
  if ((await page.evaluate(() => window.listeners())) !== before) throw new Error("a view that was removed still listens");
  await page.evaluate(() => window.model.set("_document", '{"format":"paceline/1","program":{"name":"Broken","start":"soon"}}'));
  steps.push({ name: "refused", status: await one.locator("[data-part=status]").innerText() });
  await page.evaluate(() => (window.away(), window.end()));
  if ((await one.innerHTML()) !== "") throw new Error("the view is still there");
}

/** Drags a bar some pixels to the right, in steps. */
async function drag(page, bar, by) {
  const box = await bar.boundingBox();
  const [x, y] = [box.x + Math.min(6, box.width / 2), box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by / 2, y, { steps: 5 });
  await picture(page, "dragging");
  await page.mouse.move(x + by, y, { steps: 5 });
  await page.mouse.up();
}

/** Notes what Python and the reader see now. */
async function step(page, name, view = "#one") {
  await page.waitForSelector(`${view} .plg svg.chart [data-bar]`);
  const seen = await page.evaluate((view) => {
    const part = (name) => document.querySelector(`${view} [data-part=${name}]`);
    return {
      document: window.model.get("_document"),
      last_change: window.model.get("last_change"),
      status: part("status").innerText,
      moved: [...part("why").querySelectorAll("li [data-task]")].map((button) => button.dataset.task),
      reasons: [...part("why").querySelectorAll("li .soft")].map((reason) => reason.innerText),
    };
  }, view);
  steps.push({ name, ...seen });
}

async function picture(page, name) {
  if (pictures) await page.screenshot({ path: join(pictures, `widget-${name}.png`) });
}

function findChromium() {
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    try {
      return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
    } catch {
      continue;
    }
  }
  throw new Error("Chromium is missing. On Debian: apt-get install -y chromium");
}
