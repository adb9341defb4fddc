import {
  CandlestickSeries,
  createChart,
  createSeriesMarkers,
  HistogramSeries,
} from "../../vendor/lightweight-charts-5.2.1/lightweight-charts.standalone.production.mjs";
import { byId, onThemeChange, themeColour, whenChanged } from "../dom.js";
import { gameTime, timeOrigin } from "../format.js";
import { fillMarks, fillsUntil } from "../own.js";
import { widen } from "../series.js";
import { candlesOf } from "../state.js";
import { mountTabs } from "./tabs.js";

const WIDTHS = [
  [1, "1 s"],
  [5, "5 s"],
  [15, "15 s"],
  [60, "1 m"],
];
const SECONDS_AT_FIRST = 5;

/**
 * Candles with volume, one market at a time. An up candle is hollow, a down candle is full; triangles are trades of the
 * selected bot, where the server tells them.
 */
export function mountPrice(actions) {
  const view = createView();
  paint(view);
  onThemeChange(() => {
    paint(view);
    view.drawn = null;
    draw(view);
    drawOwn(view);
  });
  const markets = mountTabs(byId("symbols"), (symbol) => actions.set({ symbol }));
  const widths = mountTabs(byId("candle-widths"), (seconds) => actions.set({ candle: String(seconds) }));
  const tabs = whenChanged(
    (state, settings) => [state.game?.instruments, settings.market, settings.seconds],
    (state, settings) => {
      markets((state.game?.instruments ?? []).map(({ symbol }) => [symbol, symbol]), settings.market);
      widths(WIDTHS, settings.seconds);
    },
  );
  const candles = whenChanged(
    (state, settings) => [state.candles[settings.market], settings.market, settings.seconds, state.game],
    (state, settings) => {
      view.latest = { state, settings };
      draw(view);
    },
  );
  const own = whenChanged(
    (state, settings) => [state.own, settings.market, settings.seconds, state.identities, state.game?.startedAt],
    () => drawOwn(view),
  );
  return (state, settings) => {
    tabs(state, settings);
    candles(state, settings);
    own(state, settings);
  };
}

export const candleSeconds = (setting) =>
  WIDTHS.map(([seconds]) => seconds).find((seconds) => String(seconds) === setting) ?? SECONDS_AT_FIRST;

function createView() {
  const view = { latest: null, drawn: null };
  const label = (seconds) => gameTime(view.latest?.state.game, seconds * 1000 + originOf(view));
  view.chart = createChart(byId("price"), {
    autoSize: true,
    // The logo would put a style attribute into the page, which the content security policy forbids; the credit is in the footer.
    layout: { attributionLogo: false, fontSize: 11 },
    localization: { timeFormatter: label },
    timeScale: { timeVisible: true, secondsVisible: true, tickMarkFormatter: label, rightOffset: BARS_MARGIN, minBarSpacing: 1, borderVisible: false },
    rightPriceScale: { borderVisible: false, entireTextOnly: true, scaleMargins: { top: 0.08, bottom: 0.24 } },
    handleScroll: { vertTouchDrag: false },
  });
  view.candles = view.chart.addSeries(CandlestickSeries, {});
  view.volume = view.chart.addSeries(HistogramSeries, {
    priceScaleId: "volume",
    priceFormat: { type: "volume" },
    lastValueVisible: false,
    priceLineVisible: false,
  });
  view.own = createSeriesMarkers(view.candles, []);
  view.chart.priceScale("volume").applyOptions({ scaleMargins: { top: 0.84, bottom: 0 } });
  return view;
}

function paint(view) {
  const [panel, text, grid, up, down] = ["panel", "muted", "grid", "up", "down"].map(themeColour);
  view.colours = { up: themeColour("up-ground"), down: themeColour("down-ground") };
  view.chart.applyOptions({
    layout: { background: { type: "solid", color: panel }, textColor: text, fontFamily: themeColour("font") },
    grid: { vertLines: { color: grid }, horzLines: { color: grid } },
    crosshair: { vertLine: { color: themeColour("faint") }, horzLine: { color: themeColour("faint") } },
  });
  view.candles.applyOptions({
    upColor: panel,
    borderUpColor: up,
    wickUpColor: up,
    downColor: down,
    borderDownColor: down,
    wickDownColor: down,
    priceLineColor: text,
  });
}

function draw(view) {
  if (!view.latest) {
    return;
  }
  const { state, settings } = view.latest;
  const origin = Math.floor(originOf(view) / 1000);
  const candles = candlesOf(state, settings.market).map(([t, ...prices]) => [t - origin, ...prices]).filter(([t]) => t >= 0);
  const rows = widen(candles, settings.seconds);
  byId("price-empty").hidden = rows.length > 0;
  byId("price").hidden = rows.length === 0;
  applyDecimals(view, state, settings.market);
  const known = `${state.gameId} ${origin} ${settings.market} ${settings.seconds}`;
  const last = view.drawn;
  // A young game fills the empty room from the left; only then does the chart move along.
  view.chart.timeScale().applyOptions({ shiftVisibleRangeOnNewBar: rows.length > BARS_ROOM - BARS_MARGIN });
  // Usually only the last candle is new; anything else (another market, a new snapshot) is drawn from scratch.
  if (last?.known === known && rows.length >= last.length && rows[0]?.[0] === last.first && rows.length - last.length < 3) {
    rows.slice(Math.max(0, last.length - 1)).forEach((row) => {
      view.candles.update(bar(row));
      view.volume.update(volume(row, view.colours));
    });
  } else {
    view.candles.setData(rows.map(bar));
    view.volume.setData(rows.map((row) => volume(row, view.colours)));
    if (last?.known !== known || Math.abs(rows.length - last.length) > BARS_JUMP) {
      frameAll(view, rows.length);
    }
  }
  view.drawn = { known, length: rows.length, first: rows[0]?.[0] };
}

/** Up and below a candle for bought, down and above for sold, in the colour of the bot. */
function drawOwn(view) {
  const { state, settings } = view.latest ?? {};
  const own = state?.own;
  const origin = Math.floor(originOf(view) / 1000);
  const slot = own && state.identities.get(own.name)?.slot;
  const colour = own && themeColour(slot === undefined ? "text" : `bot-${slot}`);
  const fills = own ? fillsUntil(own.fills, own.until).map((fill) => ({ ...fill, t: fill.t - origin * 1000 })) : [];
  const marks = fillMarks(fills, settings?.market, settings?.seconds).filter(({ second }) => second >= 0);
  view.own.setMarkers(
    marks.map(({ second, side }) =>
      side === "buy"
        ? { time: second, position: "belowBar", shape: "arrowUp", color: colour }
        : { time: second, position: "aboveBar", shape: "arrowDown", color: colour },
    ),
  );
}

const originOf = (view) => timeOrigin(view.latest?.state.game);

const bar = ([time, open, high, low, close]) => ({ time, open, high, low, close });

const volume = ([time, open, , , close, value], colours) => ({ time, value, color: close >= open ? colours.up : colours.down });

const BARS_AT_FIRST = 90;
const BARS_ROOM = 30;
const BARS_MARGIN = 2;
/** So many more or fewer are another moment of the game, and no place on the screen is worth keeping. */
const BARS_JUMP = 10;

function frameAll(view, count) {
  if (count > BARS_AT_FIRST) {
    view.chart.timeScale().setVisibleLogicalRange({ from: count - BARS_AT_FIRST, to: count + BARS_MARGIN });
  } else {
    view.chart.timeScale().setVisibleLogicalRange({ from: 0, to: Math.max(count + BARS_MARGIN, BARS_ROOM) });
  }
}

function applyDecimals(view, state, symbol) {
  const precision = state.game?.instruments.find((known) => known.symbol === symbol)?.priceDecimals ?? 2;
  if (view.precision !== precision) {
    view.precision = precision;
    view.candles.applyOptions({ priceFormat: { type: "price", precision, minMove: Number(`1e-${precision}`) } });
  }
}
