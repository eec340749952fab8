// The scorecard: objectives and KPIs, pacing, what would help most, what is at risk.

import type { KpiScore, ObjectiveScore, Rag, Scorecard } from "paceline";
import type { App } from "../app.js";
import { esc } from "../dom.js";
import { count, fullDate, number, percent, quoted, sentence } from "../words.js";
import { mark } from "./bar.js";
import { goTo, kpiName } from "./task.js";

const WORDS: Record<Rag, string> = { red: "off track", amber: "at risk", green: "on track" };
const SHAPE: Record<Rag, string> = {
  red: "M10 3l8 14H2z",
  amber: "M10 2l8 8-8 8-8-8z",
  green: "M10 3a7 7 0 1 1 0 14a7 7 0 0 1 0-14z",
};

function rating(rag: Rag | null | undefined): string {
  if (!rag) return '<span class="soft">no data</span>';
  return `<span class="rating ${rag}"><svg viewBox="0 0 20 20" width="14" height="14" aria-hidden="true">
    <path d="${SHAPE[rag]}"/></svg>${WORDS[rag]}</span>`;
}

/** The tab. */
export function scorecard(app: App): string {
  const card = app.now.score(app.asOf);
  if (!card || card.objectives.length === 0) {
    return `<div class="none"><p>This plan has no objectives. Add <code>objectives</code> with KPIs and measurements to its document, and their scores, pacing and value appear here.</p>
      </div>`;
  }
  return `<div class="card-head"><div><h2>Scorecard</h2><p class="soft">${card.program.coverage < 1 ? `${percent(card.program.coverage)} of the weight has data` : "Every KPI has data"}</p>
    </div>
      <div class="score-big">${card.program.score == null ? "–" : percent(card.program.score)} ${rating(card.program.rag)}</div>
      <label for="as-of">As of <input id="as-of" type="date" data-as-of value="${esc(app.asOf ?? "")}" />
        </label>${app.asOf ? '<button data-do="as-of-clear">All measurements</button>' : ""}</div>
    ${cautions(card)}
    ${card.objectives.map((objective) => table(objective)).join("")}
    <div class="cards">${sensitivity(app, card)}${risk(app)}</div>`;
}

function cautions(card: Scorecard): string {
  const all = card.cautions ?? [];
  return all.length
    ? `<ul class="issues">${all.map((issue) => `<li>${mark("warn")}<div>${esc(quoted(sentence(issue.message)))}</div>
      </li>`).join("")}</ul>`
    : "";
}

function table(objective: ObjectiveScore): string {
  return `<section class="objective"><h3>${esc(objective.name ?? objective.id)} <span class="soft">weight ${percent(objective.normalized_weight)}</span>
    <span class="grow"></span><b>${objective.score == null ? "–" : percent(objective.score)}</b> ${rating(objective.rag)}</h3>
    <div class="scroll"><table><colgroup><col class="c-kpi" /><col span="3" class="c-number" />
      <col class="c-meter" /><col span="2" class="c-share" /><col class="c-pace" /><col class="c-rating" />
      </colgroup><thead><tr><th scope="col">KPI</th><th scope="col" class="r">Baseline</th>
      <th scope="col" class="r">Actual</th><th scope="col" class="r">Target</th><th scope="col">Attainment</th>
      <th scope="col" class="r">Score</th><th scope="col" class="r">Weight</th><th scope="col">Pace</th>
      <th scope="col">Rating</th></tr></thead>
    <tbody>${objective.kpis.map(kpi).join("")}</tbody></table></div></section>`;
}

function kpi(score: KpiScore): string {
  const unit = score.unit ? ` <span class="soft">${esc(score.unit)}</span>` : "";
  const age = score.measured_at
    ? ` <span class="soft" title="measured">${esc(fullDate(score.measured_at))}</span>`
    : "";
  const notes = (score.cautions ?? [])
    .map((issue) => `<div class="soft caution">${esc(quoted(sentence(issue.message)))}</div>`)
    .join("");
  return `<tr><th scope="row">${esc(score.name ?? score.id)}${unit}${age}${score.stale ? ' <span class="tag bad">stale</span>' : ""}${notes}</th>
    <td class="r">${number(score.baseline)}</td><td class="r">
      <b>${score.actual == null ? "–" : number(score.actual)}</b></td><td class="r">${number(score.target)}</td>
    <td>${meter(score.attainment)}</td><td class="r">${score.score == null ? "–" : percent(score.score)}</td>
      <td class="r">${percent(score.normalized_weight)}</td><td>${pace(score)}</td><td>${rating(score.rag)}</td>
      </tr>`;
}

/** A bar from the baseline to the target and a fifth beyond, with the share beside it. */
function meter(attainment: number | null | undefined): string {
  if (attainment == null) return '<span class="soft">no data</span>';
  const width = 120;
  const full = width / 1.2;
  const length = Math.max(0, Math.min(width, attainment * full));
  return `<svg class="meter" width="${width}" height="12" viewBox="0 0 ${width} 12" aria-hidden="true">
    <rect class="rail" y="3" width="${width}" height="6" rx="3"/>
    <rect class="fill" y="3" width="${length}" height="6" rx="3"/><path class="goal" d="M${full} 0v12"/>
    </svg> ${percent(attainment)}`;
}

function pace(score: KpiScore): string {
  const pacing = score.pacing;
  if (!pacing) return "";
  const ahead = pacing.gap_to_pace >= 0;
  const forecast = pacing.seasonal_forecast ?? pacing.linear_forecast;
  const rate = pacing.required_run_rate;
  return `${ahead ? "ahead by" : "behind by"} ${number(Math.abs(pacing.gap_to_pace))}<div class="soft">${forecast == null ? "" : `forecast ${number(forecast)}`}${rate ? `, needs ${number(rate)} a day` : ""}</div>`;
}

function sensitivity(app: App, card: Scorecard): string {
  const lifts = (card.sensitivity ?? []).filter((lift) => (lift.lift ?? 0) > 0);
  if (lifts.length === 0) return "";
  const most = Math.max(...lifts.map((lift) => lift.lift ?? 0), 1e-9);
  const rows = lifts.map(
    (lift) =>
      `<tr><th scope="row">${esc(kpiName(app, lift.kpi))}</th><td class="r">${percent(lift.lift ?? 0, 1)}</td><td>
        <svg class="meter" width="120" height="12" viewBox="0 0 120 12" aria-hidden="true">
        <rect class="fill" y="3" width="${((lift.lift ?? 0) / most) * 120}" height="6" rx="3"/></svg></td></tr>`,
  );
  return `<section><h3>What would help most</h3><p class="soft">How much the program's score rises if one KPI reaches its target.</p>
    <table><thead class="unseen"><tr><th scope="col">KPI</th><th scope="col">Lift</th><th scope="col">Bar</th>
    </tr></thead><tbody>${rows.join("")}</tbody></table></section>`;
}

function risk(app: App): string {
  const risks = app.now.atRisk(app.asOf);
  const rows = risks.slice(0, 30).map(
    (risk) =>
      `<tr><th scope="row">${goTo(app, risk.task)}</th><td class="r">${count(risk.days, "day")}</td>
        <td class="r">${percent(risk.value, 1)}</td><td>${risk.parts
        .filter((part) => part.value > 0)
        .slice(0, 3)
        .map((part) => esc(kpiName(app, part.kpi)))
        .join(", ")}</td></tr>`,
  );
  const body = rows.length
    ? `<div class="scroll"><table><thead><tr><th scope="col">Late task</th><th scope="col" class="r">Late</th>
      <th scope="col" class="r">Value</th><th scope="col">KPIs</th></tr></thead><tbody>${rows.join("")}</tbody>
      </table></div>`
    : `<p>${mark("good")} No task is late, so nothing is at risk.</p>`;
  return `<section><h3>At risk</h3><p class="soft">Late tasks, by the share of what the program wants to move.</p>${body}</section>`;
}
