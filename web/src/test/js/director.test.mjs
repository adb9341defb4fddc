import assert from "node:assert/strict";
import { test } from "node:test";
import { createFilm } from "../../main/resources/web/js/film.js";
import { reelOf, swings } from "../../main/resources/web/js/highlights.js";
import { direct, GONE_MILLIS, nextInLobby, ON_AIR_MILLIS, PODIUM_MILLIS, REEL_PATIENCE_MILLIS, WAITING } from "../../main/resources/web/js/tv-director.js";
import { played } from "./fake-game.mjs";

const game = (id, interest, phase = "RUNNING", players = 4) => ({ id, interest, phase, players });
const ON_AIR = { show: "game", id: "a", since: 0 };

test("the most interesting game that runs goes on air", () => {
  assert.deepEqual(direct(WAITING, { now: 5, games: [game("l", 0.9, "lobby"), game("b", 0.2), game("a", 0.4, "paused")] }), { show: "game", id: "a", since: 5 });
  assert.equal(direct(WAITING, { now: 5, games: [game("l", 0.9, "LOBBY")] }), WAITING);
  assert.equal(direct(WAITING, { now: 5, games: [] }), WAITING);
});

test("another game needs 20 s of patience and 20 % more interest", () => {
  const at = (now, interest) => direct(ON_AIR, { now, games: [game("a", 0.5), game("b", interest)] });
  assert.equal(at(ON_AIR_MILLIS - 1, 1), ON_AIR, "not yet");
  assert.equal(at(ON_AIR_MILLIS, 0.6), ON_AIR, "not clearly better");
  assert.deepEqual(at(ON_AIR_MILLIS, 0.61), { show: "game", id: "b", since: ON_AIR_MILLIS });
  assert.equal(direct(ON_AIR, { now: 90_000, games: [game("a", 0)] }), ON_AIR, "alone it stays");
});

test("a game that is missing for long without an end is gone", () => {
  const missing = direct(ON_AIR, { now: 30_000, games: [game("b", 0)] });
  assert.equal(missing.id, "a", "its end may be on the way");
  const later = { now: 30_000 + GONE_MILLIS };
  assert.equal(direct(missing, { ...later, games: [game("b", 0)] }).id, "b");
  assert.equal(direct(missing, { ...later, games: [] }), WAITING);
  assert.deepEqual(direct(missing, { ...later, games: [game("a", 0)] }), ON_AIR, "it is back");
});

test("after the end come the podium, the highlights, and the next game", () => {
  const games = [game("b", 0.1)];
  const podium = direct(ON_AIR, { now: 100, games, over: true });
  assert.deepEqual(podium, { show: "podium", id: "a", since: 100 });
  const at = (picture, now, reel) => direct(picture, { now, games, over: true, reel });
  assert.equal(at(podium, 100 + PODIUM_MILLIS - 1, 9000), podium);
  const reel = at(podium, 100 + PODIUM_MILLIS, 9000);
  assert.deepEqual(reel, { show: "reel", id: "a", since: 8100 });
  assert.equal(at(reel, 17_099, 9000), reel);
  assert.deepEqual(at(reel, 17_100, 9000), { show: "game", id: "b", since: 17_100 });
});

test("a reel that has nothing to show is left out, one that does not come is not waited for", () => {
  const podium = { show: "podium", id: "a", since: 0 };
  const at = (now, reel) => direct(podium, { now, games: [], over: true, reel });
  assert.equal(at(PODIUM_MILLIS, 0), WAITING);
  assert.equal(at(PODIUM_MILLIS, null), podium);
  assert.equal(at(PODIUM_MILLIS + REEL_PATIENCE_MILLIS, null), WAITING);
});

test("the game that waits for most bots is the next one", () => {
  assert.equal(nextInLobby([game("a", 0, "LOBBY", 1), game("b", 0, "LOBBY", 3), game("c", 0, "RUNNING", 9)]).id, "b");
  assert.equal(nextInLobby([]), null);
});

const point = (second, scores) => ({ t: second * 1000, scores: new Map(Object.entries(scores)) });

test("the biggest swings of the lead are found, and those that overlap count once", () => {
  const points = [];
  for (let second = 0; second <= 200; second++) {
    points.push(point(second, { a: 10, b: second < 50 ? 0 : second < 120 ? 40 : 4, c: second >= 180 ? 13 : -5 }));
  }
  const found = swings(points);
  assert.deepEqual(found.map(({ name, change, passedBy }) => [name, change, passedBy]), [["a", -40, "b"], ["b", -36, "a"], ["a", -9, "c"]]);
  assert.ok(found.every((swing, i) => i === 0 || swing.t > found[i - 1].t));
});

test("a race with no lead has no swings", () => {
  assert.deepEqual(swings([]), []);
  assert.deepEqual(swings([point(0, { a: 1 }), point(10, { a: 5 })]), []);
  assert.deepEqual(swings([point(0, { a: 1, b: 0 }), point(10, { a: 1, b: 0 })]), []);
});

test("a reel shows each swing in its time and ends", () => {
  const film = createFilm(played({ id: "g9", title: "Game", bots: 8, seed: 5, timeLimitMs: 300_000, startedAt: 1_700_000_000_000 }).replay);
  const reel = reelOf(film);
  const moments = Array.from({ length: 30 }, (_, i) => reel.at((i / 29) * reel.millis));
  assert.ok(reel.millis > 5000 && reel.millis < 30_000, `${reel.millis} ms`);
  assert.deepEqual([...new Set(moments.map((moment) => moment.number))], [1, 2, 3]);
  assert.ok(moments.every((moment) => moment.second >= 0 && moment.second <= film.seconds && moment.of === 3));
  assert.match(moments[0].words, /lead|pulls away/);
});
