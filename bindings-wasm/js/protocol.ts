/**
 * What the client and its Worker say to each other.
 * @module
 */

import type { Issue } from "./types.js";

/** The first word to a new Worker. */
export interface Begin {
  module: WebAssembly.Module;
  /** A lock to hold for as long as the Worker lives, so that its death is seen. */
  lock: string;
}

/** An operation to run. The next one is sent when this one is answered. */
export interface Request {
  id: number;
  operation: string;
  /** The plan by its number; with its text if the Worker does not have it. */
  plan?: { key: number; text?: string };
  /** Numbers of plans to forget. */
  forget: number[];
  parts: Record<string, string>;
  options?: string;
  /** Whether somebody listens to the progress, and keeps the best so far. */
  live: boolean;
  /** Milliseconds after which the best so far is the answer. */
  timeLimit?: number;
}

/** What a Worker says. Without an `id` it is about the Worker itself. */
export type Reply =
  | { kind: "ready" }
  | { kind: "dead"; reason: string }
  | { kind: "progress"; id: number; text: string }
  | { kind: "best"; id: number; text: string }
  | { kind: "answer"; id: number; text: string }
  | { kind: "refused"; id: number; issues: readonly Issue[] }
  | { kind: "failed"; id: number; reason: string };
