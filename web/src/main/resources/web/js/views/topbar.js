import { byId, setAttribute, setText, whenChanged } from "../dom.js";
import { plural } from "../format.js";
import { isRunning } from "../state.js";

/** LIVE dot with the number of games, connection light, theme switch. */
export function mountTopbar() {
  mountTheme();
  return whenChanged(
    (state) => [state.games, state.connection, state.gamesError],
    (state) => {
      renderLive(state.games ?? []);
      renderLight(state);
    },
  );
}

function renderLive(games) {
  const running = games.filter(isRunning).length;
  setAttribute(byId("live"), "data-on", String(running > 0));
  setText(byId("live-word"), running > 0 ? "LIVE" : "");
  setText(byId("live-count"), running > 0 ? plural(running, "game") : "no game");
}

function renderLight(state) {
  setAttribute(byId("light"), "data-status", state.connection.status);
  setText(byId("light-text"), lightText(state));
}

function lightText({ connection, gamesError }) {
  switch (connection.status) {
    case "open":
      return connection.delay === undefined || connection.delay === null ? "online" : `${connection.delay} ms`;
    case "connecting":
      return "connecting";
    case "reconnecting":
      return "retrying";
    case "closed":
      return "game over";
    default:
      return gamesError ? "offline" : "idle";
  }
}

function mountTheme() {
  const theme = globalThis.botpitTheme;
  for (const radio of byId("theme").querySelectorAll("input")) {
    radio.checked = radio.value === theme.chosen();
    radio.addEventListener("change", () => theme.choose(radio.value));
  }
}
