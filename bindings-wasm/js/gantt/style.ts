// The looks, in the shadow of the component: no style of the page gets in or out. The colors are those of the core's
// pictures (the palette of Okabe and Ito, light and dark); a host overrides any `--plg-…` from outside.

const COLORS: readonly [name: string, light: string, dark: string][] = [
  ["ground", "#ffffff", "#14181d"],
  ["panel", "#f6f8fa", "#1c2229"],
  ["raised", "#ffffff", "#242b34"],
  ["ink", "#1b2026", "#e8ecf1"],
  ["ink-soft", "#505a66", "#aab4c0"],
  ["line", "#dfe4ea", "#2c343e"],
  ["line-strong", "#8a95a3", "#6f7b89"],
  ["off", "#eef1f5", "#1d242c"],
  ["away", "#ecdcc6", "#43361f"],
  ["lane", "#e8eef5", "#232c36"],
  ["chosen", "#d8e8f8", "#1d3a54"],
  ["marked", "#fff2cc", "#3c3413"],
  ["task", "#56b4e9", "#3b93c6"],
  ["task-edge", "#0072b2", "#7cc8f2"],
  ["done", "#004f7c", "#bfe4fa"],
  ["critical", "#f0a06a", "#c4560d"],
  ["critical-edge", "#a34400", "#ffb27d"],
  ["ghost", "#9aa3ad", "#7b8694"],
  ["milestone", "#3a4652", "#d3dae2"],
  ["summary", "#3a4652", "#c3ccd6"],
  ["bad", "#9c3d00", "#ffa06b"],
  ["over", "#d55e00", "#f0802e"],
  ["today", "#8a3a6d", "#e29cc6"],
  ["focus", "#004b8d", "#8fd0ff"],
];

const colors = COLORS.map(
  ([name, light, dark]) => `--${name}:var(--plg-${name},light-dark(${light},${dark}));`,
).join("");

/** The fonts of the component: those of the system. */
export const FONT = `system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans",sans-serif`;

/** The style sheet of the component. */
export const css = `
.plg{${colors}
--names:340px;position:relative;display:flex;flex-direction:column;min-height:0;min-width:0;height:100%;overflow:hidden;background:var(--ground);color:var(--ink);font:12.5px/1.35 ${FONT};font-variant-numeric:tabular-nums;-webkit-user-select:none;user-select:none}
.plg[data-theme=light]{color-scheme:light}
.plg[data-theme=dark]{color-scheme:dark}
.plg *{box-sizing:border-box}
.plg-main{flex:1 1 auto;min-height:90px}
.plg-load{flex:0 0 auto;border-top:0}
.plg-scroll{position:relative;overflow:auto;overscroll-behavior:contain;scrollbar-width:thin;scrollbar-color:var(--line-strong) transparent}
.plg-canvas{position:relative;min-height:100%}
.plg-head{position:sticky;top:0;z-index:3;height:44px}
.plg-head svg{position:absolute;top:0;display:block}
.plg-corner{position:sticky;left:0;z-index:4;width:var(--names);height:44px;background:var(--panel);border-right:1px solid var(--line-strong);border-bottom:1px solid var(--line-strong);display:flex;align-items:flex-end;padding:0 10px 5px 12px;gap:6px;font-weight:600}
.plg-corner>*,.plg-row>.d{flex:none;width:58px;text-align:right}
.plg-corner>:first-child{flex:1;text-align:left;width:auto}
.plg-names{position:sticky;left:0;z-index:2;width:var(--names);height:100%;background:var(--ground);border-right:1px solid var(--line-strong);outline:none;overflow:hidden}
.plg-row{position:absolute;left:0;right:0;height:28px;display:flex;align-items:center;gap:6px;padding-right:10px;white-space:nowrap;cursor:default;border-bottom:1px solid transparent}
.plg-row .t{flex:1;min-width:0;overflow:hidden;text-overflow:ellipsis}
.plg-row .k{flex:none;color:var(--ink-soft);font-size:11px}
.plg-row .d{color:var(--ink-soft);font-size:12px}
.plg-row .d.bad,.plg-late{color:var(--bad);font-weight:650}
.plg-late{font-size:11.5px;flex:none}
.plg-row.lane,.plg-row.summary{font-weight:650}
.plg-row.lane{background:var(--lane)}
.plg-row.critical .t{font-weight:600}
.plg-row.marked{background:var(--marked)}
.plg-row:hover{background:var(--lane)}
.plg-row.on{background:var(--chosen)}
.plg-names:focus-visible .plg-row.on,.plg-people:focus-visible .plg-person.on{outline:2px solid var(--focus);outline-offset:-2px}
.plg-toggle{flex:none;width:18px;height:24px;margin-left:-2px;display:inline-flex;align-items:center;justify-content:center;cursor:pointer}
.plg-toggle::before{content:"";border:4.5px solid transparent;border-top:6px solid var(--ink);border-bottom:0}
.plg-toggle.shut::before{transform:rotate(-90deg)}
.plg-dot{flex:none;width:9px;height:9px;border-radius:2px;background:var(--task);border:1px solid var(--task-edge)}
.plg-dot.critical{background:var(--critical);border-color:var(--critical-edge)}
.plg-dot.milestone{background:var(--milestone);border-color:var(--milestone);transform:rotate(45deg) scale(.82);border-radius:0}
.plg-dot.milestone.critical{background:var(--critical);border-color:var(--critical-edge)}
.plg-dot.summary{background:var(--summary);border-color:var(--summary);height:5px}
.plg.slim .plg-row .d,.plg.slim .plg-corner>:not(:first-child){display:none}
.plg.thin .plg-row .k{display:none}
.plg-grip{position:absolute;top:0;bottom:0;left:calc(var(--names) - 3px);width:6px;z-index:6;cursor:col-resize;touch-action:none}
.plg-grip:hover,.plg-grip:focus-visible,.plg-split:hover,.plg-split:focus-visible{background:var(--focus);opacity:.5;outline:none}
.plg-split{flex:none;height:7px;cursor:row-resize;background:var(--panel);border-top:1px solid var(--line-strong);border-bottom:1px solid var(--line);touch-action:none}
.plg-canvas>svg{position:absolute;display:block;overflow:hidden}
.plg-main .plg-canvas>svg{cursor:grab}
.plg.dragging,.plg.dragging *{cursor:grabbing!important}
.plg.resizing,.plg.resizing *{cursor:ew-resize!important}
.plg.linking,.plg.linking *{cursor:crosshair!important}
.plg-people{position:sticky;left:0;z-index:2;width:var(--names);height:100%;background:var(--ground);border-right:1px solid var(--line-strong);outline:none;overflow:hidden}
.plg-person{position:absolute;left:0;right:0;height:36px;padding:0 10px 0 12px;display:flex;align-items:center;gap:8px;white-space:nowrap;border-bottom:1px solid var(--line);cursor:pointer}
.plg-person .who{flex:1;min-width:0;display:flex;flex-direction:column;line-height:15px}
.plg-person .t,.plg-person .k{overflow:hidden;text-overflow:ellipsis}
.plg-person .k,.plg-person .soft{color:var(--ink-soft);font-size:11px}
.plg-person .over-note{color:var(--bad);font-weight:600;font-size:11.5px}
.plg-person:hover{background:var(--lane)}
.plg-person.on{background:var(--chosen)}
.plg-empty{position:sticky;left:0;padding:28px 16px 28px 24px;max-width:520px;color:var(--ink-soft);font-size:13.5px;line-height:1.5}
.plg-tip{position:fixed;z-index:50;max-width:360px;pointer-events:none;background:var(--raised);color:var(--ink);border:1px solid var(--line-strong);border-radius:8px;box-shadow:0 6px 24px rgb(0 0 0/.22);padding:8px 12px;font-size:12.5px;line-height:1.45;overflow-wrap:anywhere}
.plg-tip b,.plg-tip span{display:block}
.plg-tip .held{color:var(--bad);font-weight:600}
.plg [hidden]{display:none!important}
.plg svg text{font:11px/1 ${FONT};fill:var(--ink-soft)}
.plg .head{fill:var(--panel)}
.plg .tick{stroke:var(--line-strong);fill:none}
.plg .tick.faint{stroke:var(--line)}
.plg svg .month{font-size:12px;font-weight:600;fill:var(--ink)}
.plg svg .day{text-anchor:middle}
.plg svg .weekend{opacity:.75}
.plg .stripe{fill:transparent}
.plg .stripe.lane{fill:var(--lane)}
.plg .stripe.marked{fill:var(--marked)}
.plg .stripe.on{fill:var(--chosen)}
.plg .off{fill:var(--off)}
.plg .away{fill:var(--away);opacity:.75}
.plg .week-line{stroke:var(--line);fill:none}
.plg .month-line{stroke:var(--line-strong);stroke-width:.7;fill:none}
.plg .today{stroke:var(--today);stroke-width:2;stroke-dasharray:5 3;fill:none}
.plg .today-flag{fill:var(--today)}
.plg svg .today-text{text-anchor:middle;fill:var(--ground);font-size:10.5px;font-weight:600}
.plg .window{fill:var(--task);opacity:.16}
.plg .lane-bar,.plg .bracket{fill:var(--summary)}
.plg .critical .bracket{fill:var(--critical-edge)}
.plg .bar{cursor:grab;touch-action:none}
.plg.locked .bar{cursor:default}
.plg .shape{fill:var(--task);stroke:var(--task-edge)}
.plg .critical .shape{fill:var(--critical);stroke:var(--critical-edge);stroke-width:1.5}
.plg .hatch{fill:url(#plg-hatch)}
.plg .hatch-line{stroke:var(--critical-edge);stroke-width:1.6}
.plg .milestone .shape{fill:var(--milestone);stroke:var(--milestone)}
.plg .milestone.critical .shape{fill:var(--critical);stroke:var(--critical-edge)}
.plg .bar:hover .shape{stroke-width:2.2}
.plg .done{fill:var(--done)}
.plg .gap{fill:none;stroke:var(--task-edge);stroke-dasharray:2 3}
.plg .ghost{fill:var(--ghost)}
.plg .float{stroke:var(--line-strong);stroke-width:1.3;stroke-dasharray:2 2;fill:none}
.plg .float-end{stroke:var(--line-strong);stroke-width:1.5;fill:none}
.plg .deadline{fill:var(--ink-soft);stroke:var(--ink-soft);stroke-width:1.2;stroke-linejoin:round}
.plg .deadline.missed{fill:var(--bad);stroke:var(--bad)}
.plg .pin{stroke:var(--ink-soft);stroke-width:1.2;fill:none}
.plg .pin-head{fill:var(--ink-soft)}
.plg .sign{fill:var(--bad);stroke:var(--bad);stroke-width:1;stroke-linejoin:round}
.plg .sign-mark{stroke:var(--ground);stroke-width:1.6;fill:none}
.plg svg .note,.plg svg .late{paint-order:stroke;stroke:var(--ground);stroke-width:3px;stroke-linejoin:round}
.plg svg .late{fill:var(--bad);font-weight:650}
.plg .link{shape-rendering:crispEdges;fill:none;stroke:var(--line-strong);stroke-width:1;stroke-opacity:.7;pointer-events:none}
.plg .link.driving{stroke-opacity:1}
.plg .link.critical{stroke:var(--critical-edge);stroke-width:2;stroke-opacity:1}
.plg .link.hot{stroke:var(--focus);stroke-width:1;stroke-opacity:1}
.plg .link.hot:not(.driving){stroke-dasharray:4 3}
.plg .link.hot.critical{stroke:var(--critical-edge);stroke-width:2}
.plg .link-hit{fill:none;stroke:transparent;stroke-width:9;cursor:pointer;pointer-events:stroke}
.plg .link-hit:hover{stroke:var(--focus);stroke-opacity:.2}
.plg .arrow-plain{fill:var(--line-strong)}
.plg .arrow-critical{fill:var(--critical-edge)}
.plg .arrow-hot{fill:var(--focus)}
.plg .wanted{fill:var(--focus);fill-opacity:.1;stroke:var(--focus);stroke-width:1.5;stroke-dasharray:4 3;pointer-events:none}
.plg .wanted-line{stroke:var(--focus);stroke-width:1;stroke-dasharray:2 3;pointer-events:none}
.plg .rubber{fill:none;stroke:var(--focus);stroke-width:2;pointer-events:none}
.plg .knob{fill:var(--ground);stroke:var(--focus);stroke-width:2;cursor:crosshair;touch-action:none}
.plg .knob:hover{fill:var(--focus)}
.plg .bridge{fill:transparent;cursor:crosshair}
.plg .edge{fill:transparent;cursor:ew-resize;touch-action:none}
.plg .within{fill:var(--task)}
.plg .over{fill:var(--over)}
.plg .over-hatch{fill:url(#plg-over)}
.plg .over-line{stroke:var(--ground);stroke-width:1.6}
.plg .over-rail{stroke:var(--bad);stroke-width:2;fill:none}
.plg .limit{stroke:var(--ink);stroke-opacity:.75;fill:none}
.plg .base{stroke:var(--line);fill:none}
@media (forced-colors:active){.plg .shape,.plg .within,.plg .over,.plg .ghost{forced-color-adjust:none}}
@media (pointer:coarse){.plg .knob{stroke-width:3}}
.plg.printing{height:auto;overflow:visible}
.plg.printing .plg-scroll{overflow:visible;height:auto!important}
.plg.printing .plg-split,.plg.printing .plg-tip,.plg.printing .plg-grip{display:none}
.plg.printing *{-webkit-print-color-adjust:exact;print-color-adjust:exact}
`;

/** Patterns and arrow heads that the drawings refer to. */
export const defs = `<defs>
<pattern id="plg-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch-line" d="M0 0v6"/></pattern>
${["plain", "critical", "hot"]
  .map(
    (kind) =>
      `<marker id="plg-arrow-${kind}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path class="arrow-${kind}" d="M0 0.5L8 4L0 7.5z"/></marker>`,
  )
  .join("")}
</defs>`;

/** Patterns of the load panel. */
export const loadDefs = `<defs><pattern id="plg-over" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><path class="over-line" d="M0 0v5"/></pattern></defs>`;
