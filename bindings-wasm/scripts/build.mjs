// From js/ to dist/: the module as text, the TypeScript compiled, the sizes checked against their budgets.
// Does nothing when nothing has changed since the last time.

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const root = fileURLToPath(new URL("..", import.meta.url));
const { budgets } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const stamp = join(root, "dist/.built");

if (isStale()) {
  rmSync(join(root, "dist"), { recursive: true, force: true });
  inline();
  execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", root], { stdio: "inherit" });
  mkdirSync(join(root, "dist/wasm"), { recursive: true });
  cpSync(join(root, "js/wasm"), join(root, "dist/wasm"), { recursive: true });
  writeFileSync(stamp, "");
}
checkSizes();

/** Whether a source is newer than the last build. */
function isStale() {
  if (!existsSync(stamp)) return true;
  const built = statSync(stamp).mtimeMs;
  const sources = readdirSync(join(root, "js"), { recursive: true }).map((name) => join(root, "js", name));
  sources.push(join(root, "tsconfig.json"), join(root, "package.json"), fileURLToPath(import.meta.url));
  return sources.some((path) => !path.endsWith("paceline_inline.js") && statSync(path).mtimeMs > built);
}

/** Writes the module as a text that JavaScript can hold. */
function inline() {
  const text = readFileSync(join(root, "js/wasm/paceline_bg.wasm")).toString("base64");
  writeFileSync(join(root, "js/wasm/paceline_inline.js"), `export const TEXT = "${text}";\n`);
  writeFileSync(join(root, "js/wasm/paceline_inline.d.ts"), "export declare const TEXT: string;\n");
}

function checkSizes() {
  const modules = { zones: join(root, "dist/wasm/paceline_bg.wasm"), plain: process.env.PLAIN, measure: join(root, "dist/wasm/measure_bg.wasm") };
  let over = false;
  for (const [name, path] of Object.entries(modules)) {
    if (!path) continue;
    const bytes = readFileSync(path);
    const gzip = gzipSync(bytes, { level: 9 }).length;
    const line = `${name}: ${kb(bytes.length)} KB, gzip ${kb(gzip)} KB of ${budgets[name]} KB`;
    over ||= gzip > budgets[name] * 1000;
    console.log(gzip > budgets[name] * 1000 ? `TOO LARGE ${line}` : line);
  }
  if (over) process.exitCode = 1;
}

function kb(bytes) {
  return Math.round(bytes / 1000);
}
