/** How a bot is told apart: a colour, a letter, a shape and a line style. Pure. */

const PALETTE_SIZE = 16;
const GROUP_SIZE = 4;

/** Line styles by group of four, in CSS pixels of dash and gap: solid, long, dotted, dash-dot. */
const DASHES = [[], [9, 4], [2, 3], [9, 3, 2, 3]];

/** Chip shapes, in step with the line styles, so that neither needs colour. */
const SHAPES = ["square", "ring", "disc", "circle"];

const SPARE_LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"];

/**
 * Keeps what is known and gives each newcomer the next index and a letter nobody has.
 * Newcomers are sorted, so that two viewers of one game see the same colours.
 */
export function assignIdentities(known, names) {
  const newcomers = [...new Set(names)].filter((name) => !known.has(name)).sort();
  if (newcomers.length === 0) {
    return known;
  }
  const all = new Map(known);
  const taken = new Set([...all.values()].map((identity) => identity.letter));
  for (const name of newcomers) {
    const letter = freeLetter(name, taken, all.size);
    taken.add(letter);
    all.set(name, identityAt(all.size, letter));
  }
  return all;
}

function identityAt(index, letter) {
  const slot = index % PALETTE_SIZE;
  const group = Math.floor(slot / GROUP_SIZE);
  return { index, slot, letter, shape: SHAPES[group], dash: DASHES[group] };
}

function freeLetter(name, taken, index) {
  const own = [...name.toUpperCase()].filter((c) => /[A-Z0-9]/.test(c));
  return [...own, ...SPARE_LETTERS].find((c) => !taken.has(c)) ?? String(index);
}
