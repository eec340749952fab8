// Every case of the corpus in Node, byte for byte.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { call as plan } from "paceline";
import { call as measure } from "paceline/measure";

import { casesOf, differs } from "./corpus.mjs";

const folder = new URL("../../core/tests/vectors/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
const api = JSON.parse(readFileSync(new URL("../../core/schema/api.json", import.meta.url), "utf8"));
const measured = new Set(api.operations.filter((one) => one.module === "measure").map((one) => `${one.name}.json`));

for (const file of files) {
  test(`corpus: ${file}`, () => {
    const text = readFileSync(new URL(file, folder), "utf8");
    const cases = casesOf(text);
    const call = measured.has(file) ? measure : plan;
    assert.equal(cases.length, JSON.parse(text).cases.length);
    assert.ok(cases.length > 0);
    const wrong = cases.map((one) => differs(one, call)).filter((difference) => difference !== undefined);
    assert.deepEqual(wrong, []);
  });
}

test("a byte that differs is seen", () => {
  const [one] = casesOf(readFileSync(new URL("pool.json", folder), "utf8"));
  assert.match(differs({ ...one, expected: `${one.expected} ` }, plan), /instead of/);
});
