"use strict";
(() => {
  const all = (query, inside = document) => [...inside.querySelectorAll(query)];
  const tip = document.getElementById("tip");
  const work = document.getElementById("work");
  const rowHeight = 22;
  let owner = null;
  let timer = 0;

  // Links of each row of the Gantt chart.
  const links = all(".link", work).map((path) => {
    const [from, to, kind, x1, x2, moment] = path.dataset.l.split(" ").map(Number);
    return { path, from, to, kind, x1, x2, moment };
  });
  const grounds = all(".ground[data-r]", work);
  const names = all(".names [data-r]", work);
  const rowOf = (bar) => Number(bar.closest("[data-r]")?.dataset.r ?? -1);

  const mark = (bar, on) => {
    if (!bar || !work.contains(bar)) return;
    const row = rowOf(bar);
    grounds[row]?.classList.toggle("on", on);
    names[row]?.classList.toggle("on", on);
    for (const link of links) {
      if (link.from === row || link.to === row) link.path.classList.toggle("hot", on);
    }
  };

  const hide = () => {
    clearTimeout(timer);
    mark(owner, false);
    owner = null;
    tip.hidden = true;
  };

  const show = (bar, x, y) => {
    clearTimeout(timer);
    if (owner !== bar) mark(owner, false);
    owner = bar;
    mark(bar, true);
    tip.replaceChildren(
      ...bar.getAttribute("aria-label").split("\n").map((line, index) => {
        const part = document.createElement(index ? "span" : "b");
        part.dir = "auto";
        part.textContent = line;
        return part;
      }),
    );
    tip.hidden = false;
    const box = tip.getBoundingClientRect();
    const left = Math.max(8, Math.min(x + 12, innerWidth - box.width - 8));
    const below = y + 16 + box.height < innerHeight;
    tip.style.left = `${left}px`;
    tip.style.top = `${Math.max(8, below ? y + 14 : y - box.height - 14)}px`;
  };

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(hide, 180);
  };

  for (const chart of all(".chart")) {
    chart.addEventListener("pointerover", (event) => {
      const bar = event.target.closest(".bar");
      if (bar) show(bar, event.clientX, event.clientY);
    });
    chart.addEventListener("pointerout", (event) => {
      if (event.target.closest(".bar")) later();
    });
    chart.addEventListener("focusin", (event) => {
      const bar = event.target.closest(".bar");
      if (!bar) return;
      for (const other of all('.bar[tabindex="0"]', chart)) other.setAttribute("tabindex", "-1");
      bar.setAttribute("tabindex", "0");
      const box = (bar.querySelector(".shape,.bracket") ?? bar).getBoundingClientRect();
      show(bar, Math.max(box.left, 0), box.bottom - 8);
    });
    chart.addEventListener("focusout", hide);
    chart.addEventListener("scroll", () => {
      if (owner && document.activeElement !== owner) hide();
    });
    chart.addEventListener("keydown", (event) => {
      const bar = event.target.closest(".bar");
      if (!bar || event.altKey || event.ctrlKey || event.metaKey) return;
      const bars = all(".bar", chart).filter((one) => one.getClientRects().length);
      const at = bars.indexOf(bar);
      const row = rowOf(bar);
      const other = (side, to) => {
        const next = links.find((link) => link[side] === row && names[link[to]] && !names[link[to]].hidden);
        return next && chart.querySelector(`.row[data-r="${next[to]}"] .bar`);
      };
      const target = {
        ArrowDown: () => bars[at + 1],
        ArrowUp: () => bars[at - 1],
        Home: () => bars[0],
        End: () => bars.at(-1),
        ArrowRight: () => (row < 0 ? bars[at + 1] : other("from", "to")),
        ArrowLeft: () => (row < 0 ? bars[at - 1] : other("to", "from")),
      }[event.key];
      if (!target) return;
      event.preventDefault();
      target()?.focus();
    });
  }
  tip.addEventListener("pointerenter", () => clearTimeout(timer));
  tip.addEventListener("pointerleave", later);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });

  // Folding: rows move up, links follow. The line of a link is that of the page as it was written.
  const route = ({ kind, x1, x2, moment }, y1, y2) => {
    const down = y2 >= y1 ? 1 : -1;
    const between = y2 - down * 11;
    const drop = moment ? x2 : x2 + 4;
    if (kind === 0 && drop + 0.5 >= x1) return `M${x1} ${y1}H${drop}V${y2 - down * 7}`;
    if (kind === 0) return `M${x1} ${y1}h5V${between}H${x2 - 8}V${y2}h6`;
    if (kind === 1) return `M${x1} ${y1}H${Math.min(x1, x2) - 6}V${y2}H${x2 - 2}`;
    if (kind === 2) return `M${x1} ${y1}H${Math.max(x1, x2) + 6}V${y2}H${x2 + 2}`;
    return `M${x1} ${y1}h-5V${between}H${x2 + 8}V${y2}h-6`;
  };
  const lanes = all(".names button", work);
  const moving = all("svg [data-r]", work).filter((part) => part.closest(".chart"));
  const picture = work?.querySelector(".chart svg.body");
  const shut = (button) => button?.getAttribute("aria-expanded") === "false";
  const folded = (row) => shut(lanes[names[row].dataset.lane]);
  const layout = () => {
    hide();
    let top = 0;
    const tops = names.map((name, row) => {
      name.hidden = name.tagName !== "BUTTON" && folded(row);
      if (name.hidden) return -1;
      top += rowHeight;
      return top - rowHeight;
    });
    for (const part of moving) {
      const y = tops[part.dataset.r];
      part.style.display = y < 0 ? "none" : "";
      if (y >= 0) part.setAttribute("transform", `translate(0 ${y})`);
    }
    for (const link of links) {
      const gone = tops[link.from] < 0 || tops[link.to] < 0;
      link.path.style.display = gone ? "none" : "";
      if (!gone) link.path.setAttribute("d", route(link, tops[link.from] + 10, tops[link.to] + 10));
    }
    picture.setAttribute("height", top);
    picture.setAttribute("viewBox", `0 0 ${picture.getAttribute("width")} ${top}`);
  };
  const fold = (buttons, open) => {
    for (const button of buttons) button.setAttribute("aria-expanded", open);
    layout();
  };
  for (const button of lanes) {
    button.addEventListener("click", () => fold([button], shut(button)));
  }
  const every = document.getElementById("fold");
  every?.addEventListener("click", () => {
    const open = lanes.some(shut);
    fold(lanes, open);
    every.textContent = open ? "Fold campaigns" : "Unfold campaigns";
  });

  // Theme: as the system says, light, dark.
  const theme = document.getElementById("theme");
  const themes = ["auto", "light", "dark"];
  theme?.addEventListener("click", () => {
    const root = document.documentElement;
    const next = themes[(themes.indexOf(root.dataset.theme ?? "auto") + 1) % 3];
    root.dataset.theme = next;
    theme.textContent = `Theme: ${next}`;
  });
  for (const part of all(".scripted")) part.hidden = false;

  // Paper shows every row; the screen comes back as it was.
  let restore = () => {};
  addEventListener("beforeprint", () => {
    const closed = lanes.filter(shut);
    if (closed.length) fold(closed, true);
    restore = () => {
      if (closed.length) fold(closed, false);
    };
  });
  addEventListener("afterprint", () => restore());
})();
