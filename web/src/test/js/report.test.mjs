import assert from "node:assert/strict";
import { test } from "node:test";
import { figuresOf, flagText, matrix, PARTS, robust } from "../../main/resources/web/js/report.js";
import { reportOf } from "./mock-report.mjs";

const FLOW = { game: "g1", to: "ann", from: "bob", amount: "12.5", volume: "900", trades: 3 };
const BOTS = ["ann", "bob", "cat"].map((bot) => ({ bot }));

test("what one gained another lost", () => {
  const { names, rows, largest } = matrix({ bots: BOTS, flows: [FLOW] }, 16);
  assert.deepEqual(names, ["ann", "bob", "cat"]);
  assert.deepEqual(rows.map((row) => row.map((cell) => cell?.gained ?? null)), [[null, 12.5, null], [-12.5, null, null], [null, null, null]]);
  assert.equal(largest, 12.5);
});

test("bots beyond the limit are left out, and so are their flows", () => {
  const { names, largest } = matrix({ bots: BOTS, flows: [FLOW] }, 1);
  assert.deepEqual(names, ["ann"]);
  assert.equal(largest, 0);
});

test("a robust place stays, another has somebody to thank", () => {
  assert.equal(robust({ place: 1, worst: 1, without: null }), "stays 1st");
  assert.equal(robust({ place: 1, worst: 3, without: "bob" }), "3rd without bob");
});

test("a flag names both bots, and a rule that this page does not know is shown as it is", () => {
  const says = "gained much from the other";
  assert.deepEqual(flagText({ rule: "feeding", bot: "ann", with: "bob", says }), { rule: "Feeding", text: "ann gained much from bob." });
  assert.deepEqual(flagText({ rule: "new_rule", bot: "ann", with: null, says: "did it" }), { rule: "new_rule", text: "ann did it." });
});

test("a name with a dollar sign is a name", () => {
  assert.equal(flagText({ rule: "feeding", bot: "ann", with: "$&", says: "fed the other" }).text, "ann fed $&.");
});

test("a void game has figures and no place", () => {
  const [first] = reportOf("g1", [{ name: "ann", place: 1, score: "5" }, { name: "bob", place: 2, score: "-5" }], 3).bots;
  assert.equal(figuresOf({ ...first, standing: null })[0][1], "\u2013");
  assert.equal(figuresOf(first).length, 9);
  assert.deepEqual(figuresOf({ ...first, figures: { ...first.figures, uptime: 0.7 } }).find(([term]) => term === "Connected"), ["Connected", "70 %"]);
  const surprise = { bot: "ann", deviations: -0.5, games: 20, overall: -4.25 };
  assert.deepEqual(figuresOf(first, [surprise]).at(-1), ["Against its rating", "\u22120.5 σ, last 20 games \u22124.3 σ"]);
  assert.deepEqual(figuresOf(first, [{ ...surprise, games: 1 }]).at(-1)[1], "\u22120.5 σ");
  assert.deepEqual(PARTS.map(({ key }) => key), Object.keys(first.attribution));
});
