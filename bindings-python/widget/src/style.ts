// The looks of what surrounds the chart, all below `.plw`.

/** The style sheet of a view. */
export const css = `
.plw{--ink:#1b2026;--soft:#505a66;--line:#c9d1da;--panel:#f6f8fa;--ground:#fff;--bad:#9c3d00;--good:#00654a;--strong:#0072b2;color:var(--ink);background:var(--ground);font:13px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans",sans-serif;border:1px solid var(--line);border-radius:6px;overflow:hidden;font-variant-numeric:tabular-nums}
.plw[data-theme=dark]{--ink:#e8ecf1;--soft:#aab4c0;--line:#3a444f;--panel:#1c2229;--ground:#14181d;--bad:#ffa06b;--good:#4fd6ac;--strong:#2f86bf}
.plw *{box-sizing:border-box}
.plw .bar{display:flex;flex-wrap:wrap;align-items:center;gap:6px;padding:6px 8px;background:var(--panel);border-bottom:1px solid var(--line)}
.plw .bar [data-part=status]{margin-left:auto;color:var(--soft);text-align:right}
.plw .bar [data-part=status] b{color:var(--ink)}
.plw .bar button,.plw .bar select{font:inherit;color:inherit;background:var(--ground);border:1px solid var(--line);border-radius:5px;padding:3px 10px;margin:0;min-height:28px;cursor:pointer}
.plw .bar button.main{background:var(--strong);border-color:var(--strong);color:#fff;font-weight:600}
.plw .bar button:disabled{opacity:.45;cursor:default}
.plw .bar label{color:var(--soft);margin-left:6px}
.plw :is(button,select,summary):focus-visible{outline:2px solid var(--strong);outline-offset:1px}
.plw details{border-top:1px solid var(--line);padding:6px 10px}
.plw summary{cursor:pointer;font-weight:600}
.plw details p{margin:4px 0}
.plw details ul{margin:4px 0;padding:0;list-style:none;max-height:180px;overflow:auto}
.plw details li{padding:2px 0;margin:0}
.plw details li button{font:inherit;font-weight:600;border:0;background:none;color:inherit;padding:0;cursor:pointer;text-decoration:underline;text-decoration-color:var(--line);text-underline-offset:2px}
.plw .soft{color:var(--soft)}
.plw .bad,.plw .later{color:var(--bad)}
.plw .bad{font-weight:600}
.plw .earlier{color:var(--good)}
`;
