/**
 * Documents and options as JSON text: the only form in which they cross into the core.
 * @module
 */

/** The parts of an operation by name, as JSON text. */
export type Parts = Readonly<Record<string, string>>;

/** A document as JSON text: a text as it is, a plan that has been read as the core writes it. */
export function textOf(document: unknown): string {
  if (typeof document === "string") return document;
  const plan = document as { toJson?: unknown } | null | undefined;
  return typeof plan?.toJson === "function" ? String(plan.toJson()) : JSON.stringify(document);
}

/** Documents as JSON text; absent ones are left out. */
export function partsOf(documents: Readonly<Record<string, unknown>>): Parts {
  const parts: Record<string, string> = {};
  for (const [name, document] of Object.entries(documents)) {
    if (document !== undefined && document !== null) parts[name] = textOf(document);
  }
  return parts;
}

/** Options as JSON text. */
export function optionsOf(options: unknown): string | undefined {
  return options === undefined || options === null ? undefined : JSON.stringify(options);
}
