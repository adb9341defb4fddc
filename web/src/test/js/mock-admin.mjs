/** What the mock server answers to the admin's console: the secret is "pit", every act is only written down. */
const SECRET = "Bearer pit";
const audit = Array.from({ length: 33 }, (_, i) => ({ id: i + 1, at: Date.now() - (40 - i) * 60_000, who: "admin 127.0.0.1", game: `g${(i % 3) + 1}`, act: ["start", "pause", "resume", "freeze ada", "announce: five minutes left"][i % 5] }));

/** @returns {status, body} for an address below /api/v1/admin/ */
export function admin(request, url, games) {
  if (request.headers.authorization !== SECRET) {
    return refusal(401, "this is not the admin secret");
  }
  if (request.method === "GET" && url.pathname.endsWith("/audit")) {
    return { status: 200, body: part(Number(url.searchParams.get("after") ?? 0), Number(url.searchParams.get("limit") ?? 100)) };
  }
  if (url.pathname.endsWith("/tournaments")) {
    return { status: 201, body: { act: "create", tournament: "t9" } };
  }
  const [, id, act] = /games\/([^/]+)\/(\w+)$/.exec(url.pathname) ?? [];
  const game = games.find((known) => known.id === id);
  if (id && !game) {
    return refusal(404, "no such game");
  }
  if (act === "resume" && game.phase !== "PAUSED") {
    return refusal(409, "only a paused game can go on");
  }
  if (game) {
    game.phase = { pause: "PAUSED", resume: "RUNNING", start: "RUNNING", end: "ENDED", void: "VOID" }[act] ?? game.phase;
  }
  audit.push({ id: audit.length + 1, at: Date.now(), who: "admin 127.0.0.1", game: id ?? null, act: url.pathname.split("/admin/")[1] });
  return { status: 200, body: { act: act ?? "open", game: id ?? "g9", seq: 1 } };
}

function part(after, limit) {
  const rows = audit.toReversed().filter((row) => after === 0 || row.id < after).slice(0, limit);
  return { audit: rows, next: rows.at(-1)?.id ?? 0 };
}

const refusal = (status, detail) => ({ status, body: { title: "Refused", detail } });
