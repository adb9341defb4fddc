/** What the referee does, over REST. The secret stays in this page's memory unless the visitor asks for more. */
import { ask } from "./api.js";
import { queryOf } from "./query.js";

const KEY = "botpit.admin";

/** @param secret the admin secret; it is sent with every request and never stands in an address */
export function adminWith(secret) {
  const headers = { Authorization: `Bearer ${secret}` };
  const act = (path, body = {}) =>
    ask(`api/v1/admin/${path}`, { method: "POST", headers: { ...headers, "Content-Type": "application/json" }, body: JSON.stringify(body) });
  return {
    ofGame: (game, name, body) => act(`games/${encodeURIComponent(game)}/${name}`, body),
    ofPlayer: (player, name) => act(`players/${encodeURIComponent(player)}/${name}`),
    announce: (text) => act("announce", { text }),
    open: (wanted) => act("games", wanted),
    ofTournament: (id, name, body) => act(`tournaments/${encodeURIComponent(id)}/${name}`, body),
    tournament: (wanted) => act("tournaments", wanted),
    audit: (part) => ask(`api/v1/admin/audit${queryOf(part)}`, { headers }),
  };
}

/** The secret that this tab remembers, or null. */
export function rememberedSecret() {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    // Storage is switched off: it has to be typed each time.
    return null;
  }
}

/** Remembers a secret until the tab is closed; null forgets it. */
export function rememberSecret(secret) {
  try {
    secret === null ? sessionStorage.removeItem(KEY) : sessionStorage.setItem(KEY, secret);
  } catch {
    // As above.
  }
}
