// The elements of the component, made once.

import { css } from "./style.js";

const SVG = "http://www.w3.org/2000/svg";

/** An element with a class and attributes. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  name: string,
  attributes: Record<string, string> = {},
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (name) element.className = name;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function drawing(name: string): SVGSVGElement {
  const element = document.createElementNS(SVG, "svg");
  element.setAttribute("class", name);
  element.setAttribute("aria-hidden", "true");
  return element;
}

/** Everything that is drawn into. */
export interface Parts {
  /** The element that was put into the page; all else is in its shadow, so that no style of the page gets in or out. */
  host: HTMLDivElement;
  root: HTMLDivElement;
  main: HTMLDivElement;
  canvas: HTMLDivElement;
  head: HTMLDivElement;
  axis: SVGSVGElement;
  names: HTMLDivElement;
  chart: SVGSVGElement;
  overlay: SVGSVGElement;
  empty: HTMLDivElement;
  grip: HTMLDivElement;
  split: HTMLDivElement;
  load: HTMLDivElement;
  loadCanvas: HTMLDivElement;
  people: HTMLDivElement;
  loadChart: SVGSVGElement;
  nobody: HTMLDivElement;
  tip: HTMLDivElement;
}

/** Builds the component below an element. */
export function build(parent: Element, label: string): Parts {
  const host = make("div", "");
  host.style.cssText = "display:block;height:100%;min-height:0";
  const root = make("div", "plg");
  const style = document.createElement("style");
  style.textContent = css;
  const main = make("div", "plg-scroll plg-main");
  const canvas = make("div", "plg-canvas");
  const head = make("div", "plg-head");
  const corner = make("div", "plg-corner", { "aria-hidden": "true" });
  corner.innerHTML = "<span>Task</span><span>Start</span><span>Finish</span>";
  const axis = drawing("axis");
  head.append(corner, axis);
  const names = make("div", "plg-names", { tabindex: "0", role: "treegrid", "aria-label": label });
  const chart = drawing("chart");
  const overlay = drawing("overlay");
  overlay.style.pointerEvents = "none";
  const empty = make("div", "plg-empty");
  canvas.append(head, names, chart, overlay, empty);
  main.append(canvas);
  const splitter = (name: string, orientation: string, what: string) =>
    make("div", name, {
      role: "separator",
      tabindex: "0",
      "aria-orientation": orientation,
      "aria-label": what,
    });
  const grip = splitter("plg-grip", "vertical", "Width of the names");
  const split = splitter("plg-split", "horizontal", "Height of the load panel");
  const load = make("div", "plg-scroll plg-load");
  const loadCanvas = make("div", "plg-canvas");
  const people = make("div", "plg-people", {
    tabindex: "0",
    role: "listbox",
    "aria-label": "People and their load",
  });
  const loadChart = drawing("load-chart");
  const nobody = make("div", "plg-empty");
  nobody.textContent = "Nobody works on what is shown.";
  loadCanvas.append(people, loadChart, nobody);
  load.append(loadCanvas);
  const tip = make("div", "plg-tip");
  tip.hidden = true;
  root.append(style, main, grip, split, load, tip);
  host.attachShadow({ mode: "open" }).append(root);
  parent.append(host);
  return {
    host,
    root,
    main,
    canvas,
    head,
    axis,
    names,
    chart,
    overlay,
    empty,
    grip,
    split,
    load,
    loadCanvas,
    people,
    loadChart,
    nobody,
    tip,
  };
}

/** Puts a drawing over a window of its canvas. */
export function place(
  svg: SVGSVGElement,
  left: number,
  top: number,
  width: number,
  height: number,
  x0: number,
  y0: number,
): void {
  const key = [left, top, width, height, x0, y0].join(" ");
  if (svg.dataset["place"] === key) return;
  svg.dataset["place"] = key;
  svg.style.left = `${left}px`;
  svg.style.top = `${top}px`;
  svg.setAttribute("width", String(width));
  svg.setAttribute("height", String(height));
  svg.setAttribute("viewBox", `${x0} ${y0} ${width} ${height}`);
}

const drawn = new WeakMap<Element, string>();

/** Draws markup in an element if it is not what the element shows. */
export function fill(element: Element, markup: string): void {
  if (drawn.get(element) === markup) return;
  drawn.set(element, markup);
  element.innerHTML = markup;
}
