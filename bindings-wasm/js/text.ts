/**
 * Documents and options as JSON text: the only form in which they cross into the core.
 * @module
 */

import { refused } from "./error.js";

/** The parts of an operation by name, as JSON text. */
export type Parts = Readonly<Record<string, string>>;

/**
 * A document as JSON text: a text as it is, a plan that has been read as the core writes it.
 * @throws {PacelineError} of what JSON cannot hold.
 */
export function textOf(document: unknown, at = "document"): string {
  if (typeof document === "string") return document;
  const isValue = typeof document === "object" || typeof document === "number" || typeof document === "boolean";
  if (!isValue || document === null) throw refused(at, `${name(document)} is no document`);
  if ("toJson" in Object(document)) return String((document as { toJson(): unknown }).toJson());
  return stringified(document, at);
}

function stringified(value: unknown, at: string): string {
  try {
    return JSON.stringify(value, finite);
  } catch (cause) {
    throw refused(at, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

/** JSON has no number that is none: it would silently become null. */
function finite(key: string, value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`${key || "a number"} is ${value}`);
  if (typeof value === "bigint") throw new TypeError(`${key || "a number"} is a BigInt`);
  return value;
}

function name(value: unknown): string {
  return value === null || value === undefined ? String(value) : `a ${typeof value}`;
}

/** Parts as the core takes them. @throws {PacelineError} of a part that is no text. */
export function textsOf(parts: Parts, options?: unknown): Parts {
  if (typeof parts !== "object" || parts === null) throw refused("input", `${name(parts)} holds no parts`);
  for (const [part, text] of Object.entries(parts)) {
    if (typeof text !== "string") throw refused(part, `\`${part}\` is ${name(text)} where JSON text belongs`);
  }
  if (options !== undefined && typeof options !== "string") throw refused("options", "the options are no JSON text");
  return parts;
}

/** Documents as JSON text; absent ones are left out. */
export function partsOf(documents: Readonly<Record<string, unknown>>): Parts {
  const parts: Record<string, string> = {};
  for (const [name, document] of Object.entries(documents)) {
    if (document !== undefined && document !== null) parts[name] = textOf(document, name);
  }
  return parts;
}

/** Options as JSON text. */
export function optionsOf(options: unknown): string | undefined {
  return options === undefined || options === null ? undefined : stringified(options, "options");
}

/** The text of a file of P6: UTF-8, else Windows-1252. */
export function windowsText(file: string | Uint8Array): string {
  if (typeof file === "string") {
    return file;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    return new TextDecoder("windows-1252").decode(file);
  }
}
