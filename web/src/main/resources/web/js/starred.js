/** The bots a visitor calls his own: kept in this browser, or for this page only where storage is switched off. */

const KEY = "botpit.mine";
const STARS_MAX = 100;

export function createStars(storage = safeStorage()) {
  const stars = new Set(load(storage));
  return {
    has: (name) => stars.has(name),
    toggle(name) {
      stars.delete(name) || stars.add(name);
      while (stars.size > STARS_MAX) {
        stars.delete(stars.values().next().value);
      }
      save(storage, [...stars]);
    },
  };
}

function load(storage) {
  try {
    const known = JSON.parse(storage?.getItem(KEY) ?? "[]");
    return Array.isArray(known) ? known.filter((name) => typeof name === "string").slice(-STARS_MAX) : [];
  } catch {
    // Somebody else wrote there, or storage is switched off: begin anew.
    return [];
  }
}

function save(storage, names) {
  try {
    storage?.setItem(KEY, JSON.stringify(names));
  } catch {
    // Storage is full or switched off: the stars hold for this page only.
  }
}

function safeStorage() {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}
