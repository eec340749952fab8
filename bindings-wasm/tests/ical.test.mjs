// Feeds as ical.js reads them, calendars and tables through the door of JavaScript.

import assert from "node:assert/strict";
import { test } from "node:test";

import ICAL from "ical.js";
import { Plan, PacelineError, readCsv, readIcal } from "paceline";

const week = Object.fromEntries(["mon", "tue", "wed", "thu", "fri"].map((day) => [day, ["09:00-17:00"]]));
const document = {
  format: "paceline/1",
  program: { name: "Fair", start: "2026-03-27", calendar: "de", scheduling: { clock: "zoned" } },
  calendars: [{ id: "de", zone: "Europe/Berlin", week }],
  resources: [{ id: "ana" }],
  tasks: [{ id: "copy", name: "Write; copy, ä€😀 " + "long ".repeat(30), duration: "2d" }],
  assignments: [{ task: "copy", resource: "ana" }],
};

test("a client reads the instants of the schedule over a change of clocks", () => {
  const plan = Plan.read(document);
  const [row] = plan.schedule().tasks;
  const { feeds } = plan.writeIcal({ stamp: "2026-03-01T12:00", by: "resource" });
  const calendar = new ICAL.Component(ICAL.parse(feeds[0].text));
  ICAL.TimezoneService.register(calendar.getFirstSubcomponent("vtimezone"));
  const [event, ...others] = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  assert.equal(others.length, 0);
  assert.equal(event.summary, document.tasks[0].name.trimEnd() + " ");
  assert.equal(event.startDate.toJSDate().getTime(), Date.parse(row.start));
  assert.equal(event.endDate.toJSDate().getTime(), Date.parse(row.finish));
  const again = plan.writeIcal({ stamp: "2026-03-02T12:00", by: "resource", previous: [feeds[0].text] });
  assert.equal(again.feeds[0].text, feeds[0].text);
});

test("holidays are read", () => {
  const text =
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260327\nSUMMARY:Fair day\nEND:VEVENT\nEND:VCALENDAR\n";
  const { exceptions } = readIcal(text);
  assert.deepEqual(exceptions, [{ date: "2026-03-27", name: "Fair day" }]);
  const plan = Plan.read({ ...document, calendars: [{ ...document.calendars[0], exceptions }] });
  assert.equal(plan.schedule().tasks[0].start, "2026-03-30T09:00:00+02:00");
  assert.throws(() => readIcal("<html>"), (fault) => fault instanceof PacelineError && fault.issues[0].code === "not-ical");
});

test("tables come back", () => {
  const plan = Plan.read(document);
  const tables = Object.fromEntries(
    ["tasks", "links", "resources", "assignments"].map((table) => [table, plan.writeCsv({ table }).text]),
  );
  const base = { ...document, tasks: [], resources: [], assignments: [] };
  assert.equal(Plan.read(readCsv({ ...tables, base }).plan).toJson(), plan.toJson());
});
