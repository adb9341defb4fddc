/** A game in one file, to be watched without a server: its film stands in the page, and nothing is asked of anybody. */
import { byId } from "../dom.js";
import { createFilm } from "../film.js";
import { mountScreening } from "../screening.js";
import { mountFrame } from "../shell.js";

let settings = {};

mountFrame();
byId("notice").hidden = true;
const screening = mountScreening(createFilm(JSON.parse(byId("film").textContent)), {
  settings: () => settings,
  acts: {
    set: (change) => choose(change),
    pickBot: (name) => choose({ bot: settings.bot === name ? null : name }),
    showDetails: (name) => choose({ bot: name }),
  },
});
// A file has no address that a second could be linked by.
byId("copy-link").remove();

function choose(change) {
  settings = { ...settings, ...change };
  screening.draw();
}
