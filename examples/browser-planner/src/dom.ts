// A few lines in place of a framework: markup as text, put into place only where it has changed.

/** Text inside markup. */
export function esc(text: unknown): string {
  return String(text ?? "").replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The element with an id. */
export function by<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no element ${id}`);
  return element as T;
}

const shown = new WeakMap<Element, string>();

/** Shows markup in an element if it is not what it shows; the focus stays on the element of the same `id`. */
export function show(element: HTMLElement, markup: string): void {
  if (shown.get(element) === markup) return;
  const active = document.activeElement;
  const inside = active instanceof HTMLElement && element.contains(active) ? active : null;
  const id = inside?.id;
  const scroll = [...element.querySelectorAll<HTMLElement>("[data-scroll]")].map((part) => part.scrollTop);
  shown.set(element, markup);
  element.innerHTML = markup;
  element
    .querySelectorAll<HTMLElement>("[data-scroll]")
    .forEach((part, index) => (part.scrollTop = scroll[index] ?? 0));
  if (id) document.getElementById(id)?.focus({ preventScroll: true });
}

/** Says something to readers who listen. */
export function say(text: string): void {
  const live = by("say");
  live.textContent = live.textContent === text ? `${text}\u00a0` : text;
}

let timer = 0;

/** Says something at the foot of the page, for some seconds. */
export function toast(text: string, action?: { label: string; do: string }): void {
  const box = by("toast");
  const button = action ? ` <button data-do="${esc(action.do)}">${esc(action.label)}</button>` : "";
  box.innerHTML = `<span>${esc(text)}</span>${button}<button class="plain" data-do="toast-close" aria-label="Close">✕</button>`;
  box.hidden = false;
  clearTimeout(timer);
  timer = window.setTimeout(() => (box.hidden = true), 9000);
}

/** Takes back what was said at the foot of the page. */
export function untoast(): void {
  by("toast").hidden = true;
}

/** Gives a file to the reader. */
export function download(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
