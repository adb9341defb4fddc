/** Follows what the selected bot does, by repeated reads. */
import { read, repeat } from "./api.js";
import { tidyBot } from "./own.js";

/** How often, in ms: with the drawer open, with the bot only selected, and when what was read will not change. */
const OPEN_MILLIS = 2000;
const SELECTED_MILLIS = 5000;
const SETTLED_MILLIS = 60_000;

/**
 * @param onChange is called when there is something new
 * @returns follow({game, name, open, over}), or null for nobody, to be called with whatever applies now; and at(until),
 *   what views find beside the state: `own`, null before the first answer, and `ownError`
 */
export function followBot(onChange) {
  let wanted = null;
  let known = { data: null, error: null };
  let cut = { data: null, until: Infinity, own: null };

  const again = repeat(async () => {
    const asked = wanted;
    if (asked === null) {
      return SETTLED_MILLIS;
    }
    const answer = await ask(asked);
    if (asked === wanted) {
      known = { data: answer.data ?? known.data, error: answer.error };
      onChange();
    }
    return pace(asked, answer);
  });

  return {
    follow(next) {
      if (JSON.stringify(next) === JSON.stringify(wanted)) {
        return;
      }
      if (next?.game !== wanted?.game || next?.name !== wanted?.name) {
        known = { data: null, error: null };
      }
      wanted = next;
      again();
    },
    /** @param until the moment looked at, Infinity for what is newest */
    at(until) {
      if (cut.data !== known.data || cut.until !== until) {
        cut = { data: known.data, until, own: known.data && { ...known.data, until } };
      }
      return { own: cut.own, ownError: known.error };
    },
  };
}

async function ask({ game, name }) {
  try {
    const { body } = await read(`api/v1/games/${encodeURIComponent(game)}/bots/${encodeURIComponent(name)}`);
    return { data: tidyBot(body), error: null };
  } catch (problem) {
    return { data: null, error: problem.message };
  }
}

function pace({ open, over }, { error }) {
  return over && !error ? SETTLED_MILLIS : open ? OPEN_MILLIS : SELECTED_MILLIS;
}
