import { address } from "../site.js";
import { byId, el } from "../dom.js";

/** One tile for each check of the server's health. @returns refresh() */
export function mountAdminHealth() {
  return async () => {
    const response = await fetch(address("health/ready")).catch(() => null);
    // A server that is not well says so with 503 and the same body.
    const health = await response?.json().catch(() => null);
    const tiles = health ? Object.entries(health.checks ?? {}) : [["server", "does not answer"]];
    byId("health").replaceChildren(...tiles.map(([name, result]) => tile(name, result)), ...(health?.durability ? [tile("durability", health.durability, true)] : []));
  };
}

function tile(name, result, plain = false) {
  return el("div", { "data-good": plain ? null : String(result === "ok") }, el("dt", {}, name), el("dd", {}, result));
}
