/**
 * A list that grows at its end and never changes: the longer list shares all but the last chunk with the one it came
 * from. So thousands of states can each hold a whole history, and adding to one costs the same however long it is. Pure.
 */

const CHUNK = 64;

export const NONE = Object.freeze({ chunks: [], length: 0 });

export function append(list, item) {
  const last = list.chunks.at(-1);
  const chunks = !last || last.length === CHUNK ? [...list.chunks, [item]] : [...list.chunks.slice(0, -1), [...last, item]];
  return { chunks, length: list.length + 1 };
}

export function withoutLast(list) {
  const last = list.chunks.at(-1);
  const rest = list.chunks.slice(0, -1);
  return { chunks: last.length === 1 ? rest : [...rest, last.slice(0, -1)], length: list.length - 1 };
}

/** Drops whole chunks at the front: at least `max` items stay, and at most a chunk more. */
export function trimmed(list, max) {
  const surplus = Math.floor((list.length - max) / CHUNK);
  if (surplus <= 0) {
    return list;
  }
  const chunks = list.chunks.slice(surplus);
  return { chunks, length: chunks.reduce((sum, chunk) => sum + chunk.length, 0) };
}

export const listOf = (items) => {
  const chunks = [];
  for (let i = 0; i < items.length; i += CHUNK) {
    chunks.push(items.slice(i, i + CHUNK));
  }
  return { chunks, length: items.length };
};

export const lastOf = (list) => list.chunks.at(-1)?.at(-1);

export const toArray = (list) => list.chunks.flat();

/** The last item for which a question is answered with yes, from the end to the front. */
export function findLast(list, wanted) {
  for (let i = list.chunks.length - 1; i >= 0; i--) {
    const found = list.chunks[i].findLast(wanted);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
