import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";

/** Writes the service worker with the list of everything that was built, so that the page works offline. */
function offline(): Plugin {
  return {
    name: "offline",
    apply: "build",
    generateBundle(_, bundle) {
      const files = [
        ...Object.keys(bundle).filter((name) => !name.endsWith(".map")),
        "icon.svg",
        "manifest.webmanifest",
      ].sort();
      const hash = createHash("sha256");
      for (const name of files) {
        const part = bundle[name];
        hash.update(name).update(part === undefined ? "" : part.type === "chunk" ? part.code : part.source);
      }
      const source = readFileSync(new URL("src/worker/offline.js", import.meta.url), "utf8")
        .replace('"VERSION"', JSON.stringify(hash.digest("hex").slice(0, 16)))
        .replace('["FILES"]', JSON.stringify(["./", ...files.filter((name) => name !== "index.html")]));
      this.emitFile({ type: "asset", fileName: "offline.js", source });
    },
  };
}

export default defineConfig({
  base: "./",
  plugins: [offline()],
  // The package brings its own WebAssembly and Worker as files beside its modules; they are taken as they are.
  optimizeDeps: { exclude: ["paceline"] },
  build: { target: "es2023", assetsInlineLimit: 0, sourcemap: false },
  worker: { format: "es" },
  server: { fs: { allow: ["../.."] } },
});
