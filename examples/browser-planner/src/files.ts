// Files in and out: plans, pages, pictures, samples.

import { PacelineError, type PlanDocument } from "paceline";
import auroraUrl from "../../data/aurora.json?url";
import designerUrl from "../../data/designer.json?url";
import type { App } from "./app.js";
import { showFaults } from "./dialogs.js";
import { download, say, toast } from "./dom.js";
import { large } from "./sample.js";
import { count } from "./words.js";

/** Opens a document, or shows every fault of it; whether it was opened. */
export function openText(app: App, source: string | PlanDocument, name: string): boolean {
  try {
    app.openPlan(source, `Open ${name}`);
    return true;
  } catch (error) {
    if (!(error instanceof PacelineError)) throw error;
    showFaults(name, error.issues);
    say(`${name} cannot be planned: ${count(error.issues.length, "fault")}.`);
    return false;
  }
}

/** Opens a file of the reader. */
export async function openFile(app: App, file: File): Promise<void> {
  openText(app, await file.text(), file.name);
}

/** Opens one of the programs that come with the page. */
export async function openSample(app: App, name: string): Promise<void> {
  if (name === "large") openText(app, large(2000), "The program of 2,000 tasks");
  else {
    const answer = await fetch(name === "designer" ? designerUrl : auroraUrl);
    openText(app, await answer.text(), name === "designer" ? "Designer" : "Aurora");
  }
}

function fileName(app: App, kind: string): string {
  const name =
    app.now.document.program.name
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "") || "plan";
  return `${name}${kind}`;
}

/** Gives the plan to the reader as a document that opens anywhere. */
export function exportPlan(app: App): void {
  download(fileName(app, ".json"), app.now.plan.toJson(), "application/json");
  say("Plan exported.");
}

/** Makes a page or picture in the Worker and gives it to the reader. */
export async function exportPicture(app: App, what: "page" | "gantt" | "load"): Promise<void> {
  if (!app.engine) return;
  const { plan } = app.now;
  const score = app.asOf ? { score: { as_of: app.asOf } } : {};
  toast("Drawing…");
  try {
    if (what === "page") download(fileName(app, ".html"), await app.engine.page(plan, score), "text/html");
    else if (what === "gantt")
      download(fileName(app, "-gantt.svg"), await app.engine.ganttSvg(plan, score), "image/svg+xml");
    else download(fileName(app, "-load.svg"), await app.engine.loadSvg(plan, {}), "image/svg+xml");
    toast("Downloaded: the plan as the engine levels it.");
  } catch (error) {
    if (!(error instanceof PacelineError)) throw error;
    showFaults("The picture", error.issues);
  }
}
