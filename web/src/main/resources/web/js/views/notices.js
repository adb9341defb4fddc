import { arenaUrl } from "../api.js";
import { byId, el, setAttribute, setText, whenChanged } from "../dom.js";
import { queryOf } from "../query.js";

const STEPS = () => [
  ["Connect a WebSocket, for example with websocat:", `websocat ${arenaUrl()}`],
  ["Take a name; the answer holds your token:", '{"cmd":"register","params":{"username":"my-bot"}}'],
  ["Trade:", '{"cmd":"buy","params":{"price":"999.50","size":"0.1"}}'],
];

/** What the page says when there is no game to show, and when the connection is gone. */
export function mountNotices(actions) {
  const page = whenChanged((state) => [pageOf(state), state.gamesError, state.games === null], (state) => renderPage(state, actions));
  const stale = whenChanged(
    (state) => [state.connection.status],
    (state) => setAttribute(byId("game"), "data-stale", String(state.connection.status === "reconnecting")),
  );
  const banner = mountBanner(actions);
  const announce = whenChanged((state) => [state.game?.phase], announcePhase);
  return (state) => [page, stale, banner, announce].forEach((render) => render(state));
}

/** One of: loading, empty, unknown (no such game), gone (over long ago), error, game. */
export function pageOf(state) {
  if (state.loaded) {
    return "game";
  }
  if (state.gone) {
    return "gone";
  }
  if (state.games === null) {
    return state.gamesError ? "error" : "loading";
  }
  if (state.games.length === 0) {
    return "empty";
  }
  return state.games.some((game) => game.id === state.gameId) ? "loading" : "unknown";
}

function renderPage(state, actions) {
  const page = pageOf(state);
  const notice = byId("notice");
  const showsGame = page === "game" || page === "loading";
  setAttribute(byId("content"), "data-page", page);
  byId("content").toggleAttribute("data-ready", state.games !== null);
  byId("game").hidden = !showsGame;
  notice.hidden = showsGame;
  notice.replaceChildren(...(showsGame ? [] : NOTICES[page](state, actions)));
}

const NOTICES = {
  empty: () => [
    el("h1", {}, "No game yet"),
    el("p", {}, "This page comes alive by itself as soon as a game opens. To put a bot into it, three lines are enough:"),
    el("ol", { class: "steps" }, ...STEPS().map(([text, code]) => el("li", {}, el("span", {}, text), el("code", {}, code)))),
  ],
  unknown: (state, actions) => [
    el("h1", {}, "There is no such game"),
    el("p", {}, `No game on this server is called \u201c${state.gameId ?? ""}\u201d.`),
    el("button", { type: "button", class: "button", onclick: () => actions.chooseGame(null) }, "Show the current game"),
  ],
  gone: ({ gameId }) => [
    el("h1", {}, "This game is over"),
    el("p", {}, `\u201c${gameId}\u201d can no longer be followed live. Its replay has every second of it.`),
    el("a", { class: "button", href: `replay${queryOf({ game: gameId })}` }, "Watch the replay"),
  ],
  error: (state, actions) => [
    el("h1", {}, "The server cannot be reached"),
    el("p", {}, `${state.gamesError} The page tries again every few seconds.`),
    el("button", { type: "button", class: "button", onclick: actions.refresh }, "Try now"),
  ],
};

function mountBanner(actions) {
  const banner = byId("banner");
  const text = el("span");
  const button = el("button", { type: "button", class: "button", onclick: actions.reconnect }, "Try now");
  banner.append(text, button);
  let connection = { status: "idle" };
  const draw = () => {
    banner.hidden = connection.status !== "reconnecting";
    if (!banner.hidden) {
      setText(text, bannerText(connection));
    }
  };
  setInterval(draw, 250);
  return (state) => {
    connection = state.connection;
    draw();
  };
}

function bannerText({ retryAt, attempt }) {
  const wait = Math.ceil((retryAt - Date.now()) / 1000);
  const when = wait > 0 ? `Next attempt in ${wait} s` : `Attempt ${attempt}\u2026`;
  return `Connection lost, the picture stands still. ${when}`;
}

function announcePhase(state) {
  const texts = { RUNNING: "The game is running.", PAUSED: "The game is paused.", ENDED: "The game is over." };
  setText(byId("announcer"), texts[state.game?.phase] ?? "");
}
