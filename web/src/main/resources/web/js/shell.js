/** What every page has around its content: the top bar and the credits. Built here, so that it is written once. */
import { read, repeat } from "./api.js";
import { el, setAttribute, setText, svg } from "./dom.js";
import { plural } from "./format.js";
import { searchBox } from "./search.js";
import { address } from "./site.js";
import { isRunning } from "./state.js";

const GAMES_MILLIS = 10_000;

const TABS = [
  ["leaderboard", "./", "Leaderboard"],
  ["live", "live", "Live"],
  ["tournaments", "tournaments", "Tournaments"],
  ["replays", "replays", "Replays"],
  ["bots", "bots", "Bots"],
  ["docs", "docs", "Docs"],
];

const THEMES = [
  ["system", "Theme of the system", ["M2 4.5A1.5 1.5 0 0 1 3.5 3h9A1.5 1.5 0 0 1 14 4.5v5a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 2 9.5z", "M6 13.5h4"]],
  ["light", "Light theme", ["M5 8a3 3 0 1 0 6 0 3 3 0 1 0-6 0", "M8 1.500v1.500M8 13v1.500M1.5 8H3M13 8h1.500M3.400 3.400l1.100 1.100M11.5 11.500l1.100 1.100M3.400 12.600l1.100-1.100M11.5 4.500l1.100-1.100"]],
  ["dark", "Dark theme", ["M13.5 9.800A6 6 0 0 1 6.200 2.500a6 6 0 1 0 7.300 7.300z"]],
];

/**
 * Builds the top bar and the credits.
 *
 * @param tab which of the tabs this page belongs to, if any
 * @returns renderLive(games) for a page that reads the games itself, watchGames() for one that does not, and
 *   renderLight({connection, gamesError}), which shows the light of the feed
 */
export function mountShell({ tab = null } = {}) {
  const live = el("span", { class: "live", "data-on": "false" }, el("span", { class: "dot", "aria-hidden": "true" }), el("b"), el("span"));
  const lightText = el("span");
  const light = el("span", { class: "light", "data-status": "idle", hidden: true }, el("span", { class: "dot", "aria-hidden": "true" }), lightText);
  document.querySelector(".topbar").append(brand(), live, tabs(tab), el("span", { class: "gap" }), searchBox(), light, themes());
  document.querySelector(".credits").append(...credits());

  const renderLive = (games) => {
    const running = games.filter(isRunning).length;
    setAttribute(live, "data-on", String(running > 0));
    setText(live.children[1], running > 0 ? "LIVE" : "");
    setText(live.children[2], running > 0 ? plural(running, "game") : "no game");
  };
  return {
    renderLive,
    renderLight(state) {
      light.hidden = false;
      setAttribute(light, "data-status", state.connection.status);
      setText(lightText, wordOf(state));
    },
    watchGames: () =>
      repeat(async () => {
        // Whoever needs the games to do his work says so himself when they cannot be read.
        await read("api/v1/games?limit=100").then(({ body }) => renderLive(body.games ?? []), () => renderLive([]));
        return GAMES_MILLIS;
      }),
  };
}

/** The same for a game in a file, which has no site around it. */
export function mountFrame() {
  document.querySelector(".topbar").append(el("span", { class: "brand" }, ...sign()), el("span", { class: "gap" }), themes());
  document.querySelector(".credits").append(
    el("p", {}, el("b", {}, "Botpit"), " local game. All of it is in this file."),
    el("p", {}, "Charts: TradingView Lightweight Charts\u2122, Copyright \u00a9 2026 ", el("a", { href: "https://www.tradingview.com/", rel: "noreferrer" }, "TradingView, Inc."), "; uPlot, Copyright \u00a9 2022 Leon Sorokin. Their licences are in the source of this file."),
  );
}

function wordOf({ connection, gamesError }) {
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

function brand() {
  return el("a", { class: "brand", href: address("./"), "aria-label": "Botpit, start page" }, ...sign());
}

function sign() {
  const bar = (x) => svg("rect", { class: "brand-rim", x, y: 12.5, width: 4, height: 7, rx: 1 });
  const drawn = svg(
    "svg",
    { viewBox: "0 0 32 32", width: 24, height: 24, "aria-hidden": "true" },
    svg("path", { class: "brand-rim", d: "M10 2h12l8 8v12l-8 8H10l-8-8V10z" }),
    svg("path", { class: "brand-floor", d: "M11.5 6h9l5.5 5.500v9L20.500 26h-9L6 20.500v-9z" }),
    bar(10),
    bar(18),
  );
  return [drawn, el("span", {}, "Botpit")];
}

function tabs(current) {
  const link = ([key, href, text]) => el("a", { href: address(href), "aria-current": key === current ? "page" : null }, text);
  return el("nav", { class: "jumps", "aria-label": "Pages" }, ...TABS.map(link));
}

function themes() {
  const theme = globalThis.botpitTheme;
  const choice = ([value, title, paths]) => {
    const radio = el("input", { class: "unseen", type: "radio", name: "theme", value, "aria-label": title, onchange: () => theme.choose(value) });
    radio.checked = value === theme.chosen();
    return el("label", { title }, radio, svg("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, ...paths.map((d) => svg("path", { d }))));
  };
  return el("fieldset", { id: "theme", class: "segmented" }, el("legend", { class: "unseen" }, "Theme"), ...THEMES.map(choice));
}

function credits() {
  const site = el("p", {}, el("b", {}, "Botpit"), " spectator site. Works offline; nothing leaves this server. ", el("a", { href: address("docs") }, "Documents"));
  return [site, chartCredits()];
}

/** What the licences of the charts ask of each page that has them. */
export function chartCredits() {
  const vendored = (path, text) => el("a", { href: address(`vendor/${path}`) }, text);
  return el(
    "p",
    {},
    "TradingView Lightweight Charts\u2122, Copyright \u00a9 2026 ",
    el("a", { href: "https://www.tradingview.com/", rel: "noreferrer" }, "TradingView, Inc."),
    " (",
    vendored("lightweight-charts-5.2.1/LICENSE", "Apache-2.0"),
    ", ",
    vendored("lightweight-charts-5.2.1/NOTICE", "notice"),
    "). Race chart by uPlot, Copyright \u00a9 2022 Leon Sorokin (",
    vendored("uplot-1.6.32/LICENSE", "MIT"),
    ").",
  );
}
