/**
 * The one error of the package.
 * @module
 */

import type { Issue } from "./types.js";

/**
 * What is wrong with an input: every fault at once.
 *
 * The issues are those of the core, the same in every language: a stable `code`, the place `at`, a sentence and,
 * mostly, what to do about it. The code `engine-failed` alone is of this package: the WebAssembly module was out of
 * memory or its Worker died, and has been started afresh.
 *
 * @example
 * ```js
 * import { Plan, PacelineError } from "paceline";
 *
 * try {
 *   Plan.read({ format: "paceline/1", program: { name: "Fair", start: "2026-03-02" }, tasks: [{ id: "a", duration: "3 days" }] });
 * } catch (error) {
 *   if (!(error instanceof PacelineError)) throw error;
 *   for (const issue of error.issues) console.log(issue.code, issue.at); // invalid-value tasks/a/duration
 * }
 * ```
 */
export class PacelineError extends Error {
  override readonly name = "PacelineError";
  /** Every fault, errors first. */
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[], options?: ErrorOptions) {
    super(issues.map(sentence).join("\n"), options);
    this.issues = issues;
  }

  /** The issues as the core writes them: `{"issues":[…]}`. */
  toJson(): string {
    return JSON.stringify({ issues: this.issues });
  }
}

function sentence(issue: Issue): string {
  const help = issue.help ? ` (${issue.help})` : "";
  return `${issue.severity}[${issue.code}] at ${issue.at}: ${issue.message}${help}`;
}

/** The error of a value that cannot cross into the core. */
export function refused(at: string, message: string, cause?: unknown): PacelineError {
  const help = "give JSON text, or what JSON.stringify can write";
  const issue: Issue = { severity: "error", code: "invalid-input", at, message, help };
  return new PacelineError([issue], cause === undefined ? undefined : { cause });
}

/** The error of an engine that broke down. */
export function failed(message: string, help: string, cause?: unknown): PacelineError {
  const issue: Issue = { severity: "error", code: "engine-failed", at: "engine", message, help };
  return new PacelineError([issue], cause === undefined ? undefined : { cause });
}
