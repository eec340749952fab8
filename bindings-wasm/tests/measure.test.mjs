// Records and measurements in Node: what counts as a table, what is refused.

import assert from "node:assert/strict";
import { test } from "node:test";
import { PacelineError, attribute, attributionSvg } from "paceline/measure";

const columns = { path: ["email > social", "social", "email"], conversions: [3, 1, 2], nulls: [10, 20, 5] };
const rows = columns.path.map((path, i) => ({ path, conversions: columns.conversions[i], nulls: columns.nulls[i] }));

test("a table is columns, typed arrays, rows or text, and all say the same", () => {
  const expected = attribute(columns);
  assert.equal(expected.conversions, 6);
  assert.deepEqual(attribute({ ...columns, conversions: Float64Array.from(columns.conversions) }), expected);
  assert.deepEqual(attribute(rows), expected);
  assert.deepEqual(attribute(JSON.stringify(columns)), expected);
  assert.match(attributionSvg(expected), /^<svg/);
});

test("every fault is told at once", () => {
  try {
    attribute({ path: ["email"], conversions: ["three"] }, { nulls: "null" });
    assert.fail("it was not refused");
  } catch (error) {
    assert.ok(error instanceof PacelineError);
    assert.ok(error.issues.every(({ code, message }) => code !== "" && message !== ""));
  }
});
