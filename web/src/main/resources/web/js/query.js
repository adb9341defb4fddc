/** What the visitor chose stands in the query of the address, so that a link shows what one sees. */

export function readQuery(names, search = location.search) {
  const query = new URLSearchParams(search);
  return Object.fromEntries(names.map((name) => [name, query.get(name)]));
}

/** The query of these values, without those that are empty; with its question mark, or nothing at all. */
export function queryOf(values) {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value));
  // Slashes may stand in a query as they are; "symbol=BTC/USD" is easier to read.
  const text = query.toString().replaceAll("%2F", "/");
  return text ? `?${text}` : "";
}

export function writeQuery(values, { newEntry = false } = {}) {
  history[newEntry ? "pushState" : "replaceState"](null, "", `${location.pathname}${queryOf(values)}${location.hash}`);
}
