// How long the operations of bench/cases.json take natively, in Node and in Chromium: medians of interleaved runs.
// On a machine that has other work, the ratio of the fastest runs tells more than that of the medians.
// usage: node bench/bench.mjs DOOR FOLDER [RUNS]; DOOR is the native program, FOLDER holds the documents.
// MODULES=name=folder,… measures other builds (folders with paceline.js and paceline_bg.wasm) in Node instead.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath, pathToFileURL } from "node:url";

import { openPage, serve } from "../tests/server.mjs";
import { packed } from "../dist/pack.js";
import { runner } from "./run.mjs";

const [door, folder, runs = "15"] = process.argv.slice(2);
const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const cases = JSON.parse(readFileSync(path("cases.json"), "utf8"));
const texts = {};
for (const { document } of cases) texts[document] ??= readFileSync(`${folder}/${document}.json`, "utf8");

const hosts = { native: native() };
const modules = process.env.MODULES?.split(",").map((one) => one.split("=")) ?? [["Node", path("../dist/wasm")]];
for (const [name, at] of modules) {
  const glue = await import(pathToFileURL(`${at}/paceline.js`));
  glue.initSync({ module: readFileSync(`${at}/paceline_bg.wasm`) });
  const run = runner(glue, packed, cases, texts);
  hosts[name] = { run: (name) => run(name), close() {} };
}
if (process.env.MODULES === undefined) hosts.Chromium = await inChromium();

const found = {};
for (const { name, slow, quick } of cases) {
  const times = Object.fromEntries(Object.keys(hosts).map((host) => [host, []]));
  const rounds = Math.ceil(Number(runs) * (slow ? 0.5 : quick ? 6 : 1));
  for (let round = -rounds / 3; round < rounds; round += 1) {
    for (const [host, { run }] of Object.entries(hosts)) {
      const took = await run(name);
      if (round >= 0) times[host].push(took);
    }
  }
  found[name] = times;
}
print(found);
for (const { close } of Object.values(hosts)) await close();

function median(times) {
  return times.sort((a, b) => a - b)[times.length >> 1];
}

function print(found) {
  const others = Object.keys(hosts).filter((host) => host !== "native");
  console.log(`| operation | native, ms | ${others.map((host) => `${host}, ms | ratio | ratio of the fastest`).join(" | ")} |`);
  console.log(`|---|---|${others.map(() => "---|---|---|").join("")}`);
  for (const [name, times] of Object.entries(found)) {
    const base = median(times.native);
    const cells = others.map((host) => {
      const here = median(times[host]);
      const fastest = Math.min(...times[host]) / Math.min(...times.native);
      return `${here.toFixed(2)} | ${(here / base).toFixed(2)} | ${fastest.toFixed(2)}`;
    });
    console.log(`| ${name} | ${base.toFixed(2)} | ${cells.join(" | ")} |`);
  }
}

/** The native program, which runs the case that it reads and prints the milliseconds. */
function native() {
  const child = spawn(door, [folder, path("cases.json")], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    run: async (name) => {
      child.stdin.write(`${name}\n`);
      return Number((await lines.next()).value);
    },
    close: () => child.stdin.end(),
  };
}

async function inChromium() {
  const page = `<!doctype html><title>Bench</title><link rel="icon" href="data:,">`;
  const server = await serve({ dist: path("../dist"), bench: path("."), documents: folder }, { "/": page });
  const browser = await openPage();
  await browser.page.goto(server.url);
  await browser.page.evaluate(async (names) => {
    const glue = await import("/dist/wasm/paceline.js");
    const { packed } = await import("/dist/pack.js");
    const { runner } = await import("/bench/run.mjs");
    await glue.default({ module_or_path: "/dist/wasm/paceline_bg.wasm" });
    const cases = await (await fetch("/bench/cases.json")).json();
    const texts = {};
    for (const name of names) texts[name] = await (await fetch(`/documents/${name}.json`)).text();
    globalThis.run = runner(glue, packed, cases, texts);
  }, Object.keys(texts));
  return {
    run: (name) => browser.page.evaluate((name) => globalThis.run(name), name),
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}
