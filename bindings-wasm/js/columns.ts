/**
 * Records as the core takes them: columns of the same length, as JSON text.
 * @module
 */

import { textOf } from "./text.js";

/** A value of a column; `null`, `undefined` and NaN are missing. */
export type Value = number | string | boolean | Date | null | undefined;

/**
 * Records: an object of columns (lists or typed arrays of the same length), a list of rows, or the JSON text of columns.
 * A `Date` is written as its UTC time without the zone.
 */
export type TableLike = string | Readonly<Record<string, ArrayLike<Value>>> | readonly Readonly<Record<string, Value>>[];

/** The JSON text of a table. */
export function tableText(table: TableLike, at = "table"): string {
  if (typeof table === "string") return table;
  if (!Array.isArray(table)) {
    if (typeof table !== "object" || table === null) return textOf(table, at);
    const columns = Object.entries(table as Record<string, ArrayLike<Value>>);
    return textOf(Object.fromEntries(columns.map(([name, values]) => [name, Array.from(values, written)])), at);
  }
  const rows = table as readonly Readonly<Record<string, Value>>[];
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  return textOf(Object.fromEntries([...names].map((name) => [name, rows.map((row) => written(row[name]))])), at);
}

/** The JSON text of tables by their names. */
export function tablesText(tables: Readonly<Record<string, TableLike>>): string {
  const texts = Object.entries(tables).map(([name, table]) => `${JSON.stringify(name)}:${tableText(table, name)}`);
  return `{${texts.join(",")}}`;
}

function written(value: Value): number | string | boolean | null {
  if (value === undefined || value === null || Number.isNaN(value)) return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 19);
  return value;
}
