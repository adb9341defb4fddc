/** The panels of a game, on every page that shows all of them: built, and filled by the views that are mounted on them. */
import { buildPanels, PANEL_NAMES, withDefaults } from "./panel-boxes.js";
import { mountHead } from "./views/head.js";
import { mountLadder } from "./views/ladder.js";
import { mountLog } from "./views/log.js";
import { mountPrice } from "./views/price.js";
import { mountRace } from "./views/race.js";
import { mountStage } from "./views/stage.js";
import { mountStandings } from "./views/standings.js";
import { mountTape } from "./views/tape.js";

const VIEWS = {
  head: mountHead,
  stage: mountStage,
  standings: mountStandings,
  race: mountRace,
  price: mountPrice,
  book: mountLadder,
  trades: mountTape,
  commentary: mountLog,
};

/**
 * Builds the panels named, and puts a view on each.
 *
 * @param host the grid they go into
 * @param actions what the viewer can do, for the views
 * @returns render(state, settings) for all of them
 */
export function mountPanels(host, names, actions) {
  const views = buildPanels(host, names).map((name) => VIEWS[name](actions));
  return (state, settings) => views.forEach((render) => render(state, settings));
}

export { PANEL_NAMES, withDefaults };
