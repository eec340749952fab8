// From src/ to ../python/paceline/static/gantt.js: checked by TypeScript, then bundled by Vite into one module that
// loads nothing. The Worker's script is bundled first and put into it as a text, and so is the WebAssembly module, compressed:
// Python sends the widget to the page once for every chart.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, realpathSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";

const here = dirname(fileURLToPath(import.meta.url));
const output = join(here, "../python/paceline/static/gantt.js");

if (isStale()) {
  execFileSync(process.execPath, [join(here, "node_modules/typescript/bin/tsc"), "-p", here], { stdio: "inherit" });
  const worker = await bundle("src/worker.ts");
  const module = gzipSync(readFileSync(join(here, "node_modules/paceline/dist/wasm/paceline_bg.wasm")), { level: 9 });
  const texts = { WORKER: JSON.stringify(worker), MODULE: JSON.stringify(module.toString("base64")) };
  const text = await bundle("src/widget.ts", texts);
  if (/(?:import|from)\s*\(?\s*["'][^"']*["']|https?:\/\/(?!www\.w3\.org)/.test(text)) throw new Error("the widget would load something");
  mkdirSync(dirname(output), { recursive: true });
  writeFileSync(`${output}.new`, text);
  renameSync(`${output}.new`, output);
}
const text = readFileSync(output);
console.log(`widget: ${Math.round(text.length / 1000)} KB`);

/** Whether a source is newer than the last build. */
function isStale() {
  if (!existsSync(output)) return true;
  const built = statSync(output).mtimeMs;
  const folders = [join(here, "src"), join(realpathSync(join(here, "node_modules/paceline")), "dist")];
  const sources = folders.flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, name)));
  return [...sources, fileURLToPath(import.meta.url)].some((path) => statSync(path).mtimeMs > built);
}

/** One module with everything it imports. */
async function bundle(entry, define = {}) {
  const [result] = await build({
    root: here,
    configFile: false,
    logLevel: "warn",
    define,
    plugins: [nothingBeside()],
    build: {
      write: false,
      minify: true,
      target: "es2022",
      lib: { entry: join(here, entry), formats: ["es"] },
      reportCompressedSize: false,
    },
  });
  const [chunk, ...more] = result.output;
  if (more.length > 0) throw new Error(`${entry} became ${result.output.length} files`);
  return chunk.code;
}

/** The addresses of files beside a module: a widget has none. The module of the engine and the Worker are given. */
function nothingBeside() {
  return {
    name: "nothing-beside",
    enforce: "pre",
    transform(code) {
      return { code: code.replace(/new URL\([^()]*,\s*import\.meta\.url\)/g, '""'), map: null };
    },
  };
}
