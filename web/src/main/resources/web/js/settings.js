/** What the viewer chose. All of it is in the URL, so that a link shows what one sees; only the theme is kept locally. */

const NAMES = ["game", "symbol", "bot", "candle"];

export function readSettings(search = location.search) {
  const query = new URLSearchParams(search);
  return Object.fromEntries(NAMES.map((name) => [name, query.get(name)]));
}

export function writeSettings(settings, { newEntry = false } = {}) {
  const query = new URLSearchParams();
  for (const name of NAMES) {
    if (settings[name]) {
      query.set(name, settings[name]);
    }
  }
  // Slashes may stand in a query as they are; "symbol=BTC/USD" is easier to read.
  const text = query.toString().replaceAll("%2F", "/");
  const url = `${location.pathname}${text ? `?${text}` : ""}${location.hash}`;
  history[newEntry ? "pushState" : "replaceState"](null, "", url);
}
