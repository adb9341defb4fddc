import assert from "node:assert/strict";
import { test } from "node:test";
import { createFilm, neighbour } from "../../main/resources/web/js/film.js";
import { advance, playerFrom, seek, shift, SPEEDS, toggle } from "../../main/resources/web/js/player.js";
import { INITIAL, reduce } from "../../main/resources/web/js/state.js";
import { played } from "./fake-game.mjs";

const START = 1_700_000_000_123;
const MINUTES = 10;
const TAPE = played({ id: "g9", title: "Game", bots: 16, seed: 5, timeLimitMs: MINUTES * 60_000, startedAt: START }).replay;

/** What a viewer of the feed would have known after so many frames. */
const folded = (count) =>
  TAPE.frames.slice(0, count).reduce((state, frame) => reduce(state, { type: "frame", frame }), reduce(INITIAL, { type: "chosen", id: "g9" }));

const shownIn = ({ t, leftMs, marks, books, trades, standings, log, candles, race }) => ({ t, leftMs, marks, books, trades, standings, log, candles, race });

test("a film is as long as the game, and each second of it is what the feed said by then", () => {
  const film = createFilm(TAPE);
  assert.equal(film.seconds, MINUTES * 60);
  for (const second of [0, 1, 59, 183, 421, 599]) {
    assert.deepEqual(shownIn(film.at(second + 0.5)), shownIn(folded(second + 1)), `second ${second}`);
  }
  assert.equal(film.at(600).game.phase, "ENDED");
  assert.equal(film.at(600), film.last);
});

test("all seconds of ten minutes together are found in less time than one of them may take", () => {
  const film = createFilm(TAPE);
  const started = performance.now();
  for (let second = 600; second >= 0; second--) {
    film.at(second);
  }
  const millis = performance.now() - started;
  assert.ok(millis < 150, `${millis} ms`);
});

test("a film knows its events and how much was traded when", () => {
  const frame = (n, more) => ({ type: "update", seq: n, t: START + n * 1000, ...more });
  const trade = (ms, price, size) => ({ seq: 1, t: START + ms, symbol: "BTC/USD", price, size, side: "buy" });
  const line = (ms, kind) => ({ t: START + ms, text: kind, kind, bots: ["a"] });
  const game = { id: "g", startedAt: START, phase: "RUNNING" };
  const film = createFilm({
    game: "g",
    stepMs: 1000,
    frames: [
      { type: "snapshot", seq: 0, t: START, game, trades: [trade(-5, "9", "9")], log: [line(-2000, "phase"), line(0, "phase")] },
      frame(1, { trades: [trade(300, "10", "2"), trade(1000, "10", "0.5")], log: [line(900, "lead")] }),
      frame(2, { trades: [trade(1500, "2", "1")], log: [line(1100, "said"), line(2000, "trade")] }),
    ],
  });
  assert.deepEqual(film.turnover, [20, 7]);
  assert.deepEqual(film.events.map(({ second, kind }) => [second, kind]), [[0, "phase"], [1, "lead"], [2, "trade"]]);
  assert.equal(film.log.length, 5);
  assert.equal(neighbour(film.events, 1, 1), 2);
  assert.equal(neighbour(film.events, 2, 1), null);
  assert.equal(neighbour(film.events, 2, -1), 1);
  assert.equal(film.secondOf(START + 1001), 2, "what happens after a picture is seen in the next one");
});

test("a game in which nothing happened has no length and still a state", () => {
  const game = { id: "g", startedAt: null, phase: "VOID" };
  const film = createFilm({ game: "g", stepMs: 1000, frames: [{ type: "snapshot", seq: 0, t: 5, game, final: true, cause: "VOID" }] });
  assert.equal(film.seconds, 0);
  assert.equal(film.at(0).game.phase, "VOID");
  assert.equal(createFilm({ game: "g", stepMs: 1000, frames: [] }).at(0).loaded, false);
});

test("what proves a film stays with it", () => {
  const journal = { commands: 7, chain: "00ff" };
  assert.deepEqual(createFilm({ ...TAPE, journal }).journal, journal);
});

test("what the URL says is where a replay begins, as far as there is such a place", () => {
  assert.deepEqual(playerFrom({ second: "183", speed: "5" }, 600), { second: 183, end: 600, speed: 5, playing: false });
  assert.deepEqual(playerFrom({ second: "9999", speed: "700" }, 600), { second: 600, end: 600, speed: 1, playing: false });
  assert.equal(playerFrom({ second: "1", speed: "4" }, 600).speed, 4);
  assert.equal(playerFrom({ second: "-4", speed: null }, 600).second, 0);
  assert.equal(playerFrom({ second: "0", speed: null }, 600).second, 0);
});

test("without a second in the URL a replay opens at its end, from where it plays from the start", () => {
  for (const second of [null, undefined, "", "x"]) {
    assert.deepEqual(playerFrom({ second, speed: "" }, 600), { second: 600, end: 600, speed: 1, playing: false });
  }
  assert.equal(toggle(playerFrom({ second: null, speed: null }, 600)).second, 0);
});

test("the end is reached by its whole second", () => {
  const player = playerFrom({ second: "45", speed: null }, 45.03);
  assert.equal(player.second, 45.03);
  assert.equal(seek(player, 44).second, 44);
  assert.equal(playerFrom({ second: "9", speed: null }, 0.4).second, 0.4);
});

test("it plays at its speed, stops at the end, and begins again from there", () => {
  const playing = toggle(playerFrom({ second: "590", speed: "50" }, 600));
  assert.equal(advance(playing, 100).second, 595);
  const ended = advance(playing, 1000);
  assert.deepEqual([ended.second, ended.playing], [600, false]);
  assert.deepEqual([toggle(ended).second, toggle(ended).playing], [0, true]);
  assert.equal(advance(ended, 1000), ended);
  assert.equal(seek(ended, -1).second, 0);
  assert.equal(shift(playing, 1).speed, SPEEDS.at(-1));
  assert.equal(shift(playing, -1).speed, 10);
  assert.equal(shift({ ...playing, speed: 4 }, 1).speed, 5);
});
