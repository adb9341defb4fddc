import {
  CandlestickSeries,
  createChart,
  createSeriesMarkers,
  HistogramSeries,
} from "../../vendor/lightweight-charts-5.2.1/lightweight-charts.standalone.production.mjs";
import { CANDLE_WIDTHS } from "../candle-widths.js";
import { byId, onThemeChange, themeColour, whenChanged } from "../dom.js";
import { gameTime, timeOrigin } from "../format.js";
import { fillMarks, fillsUntil } from "../own.js";
import { CANDLES_MAX, onAxis, widen } from "../series.js";
import { candlesOf } from "../state.js";
import { mountTabs } from "./tabs.js";

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
      widths(CANDLE_WIDTHS, settings.seconds);
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

function createView() {
  const view = { latest: null, drawn: null };
  const label = (seconds) => gameTime(view.latest?.state.game, seconds * 1000 + originOf(view));
  view.chart = createChart(byId("price"), {
    autoSize: true,
    // The logo would put a style attribute into the page, which the content security policy forbids; the credit is in the footer.
    layout: { attributionLogo: false, fontSize: 11 },
    localization: { timeFormatter: label },
    timeScale: { timeVisible: true, secondsVisible: true, tickMarkFormatter: label, tickMarkMaxCharacterLength: TIME_CHARACTERS, allowBoldLabels: false, rightOffset: BARS_MARGIN, minBarSpacing: BAR_PIXELS_MIN, borderVisible: false },
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
  const until = wholeOf(state, origin);
  const known = `${state.gameId} ${origin} ${settings.market} ${settings.seconds} ${until}`;
  if (until === null) {
    drawGrowing(view, rows, known);
  } else {
    drawWhole(view, onAxis(rows, settings.seconds, until), known);
  }
}

/** The length in seconds of a game that is known to its end, as far as candles are kept; null for any other. */
function wholeOf({ look }, origin) {
  const seconds = look?.until ? Math.ceil(look.until / 1000) - origin : null;
  return seconds !== null && seconds <= CANDLES_MAX ? seconds : null;
}

/** The axis has all of the game from the start, so that another moment moves nothing but candles. */
function drawWhole(view, rows, known) {
  setRows(view, rows);
  if (view.drawn?.known !== known) {
    view.chart.timeScale().applyOptions({ shiftVisibleRangeOnNewBar: false, minBarSpacing: BAR_PIXELS_MIN_WHOLE });
    const margin = rows.length * WHOLE_MARGIN;
    view.chart.timeScale().setVisibleLogicalRange({ from: -margin, to: rows.length - 1 + margin });
  }
  view.drawn = { known, length: rows.length, first: null };
}

function drawGrowing(view, rows, known) {
  const last = view.drawn;
  // A young game fills the empty room from the left; only then does the chart move along.
  view.chart.timeScale().applyOptions({ shiftVisibleRangeOnNewBar: rows.length > BARS_ROOM - BARS_MARGIN, minBarSpacing: BAR_PIXELS_MIN });
  // Usually only the last candle is new; anything else (another market, a new snapshot) is drawn from scratch.
  if (last?.known === known && rows.length >= last.length && rows[0]?.[0] === last.first && rows.length - last.length < 3) {
    rows.slice(Math.max(0, last.length - 1)).forEach((row) => {
      view.candles.update(bar(row));
      view.volume.update(volume(row, view.colours));
    });
  } else {
    setRows(view, rows);
    if (last?.known !== known || Math.abs(rows.length - last.length) > BARS_JUMP) {
      frameAll(view, rows.length);
    }
  }
  view.drawn = { known, length: rows.length, first: rows[0]?.[0] };
}

function setRows(view, rows) {
  view.candles.setData(rows.map(bar));
  view.volume.setData(rows.map((row) => volume(row, view.colours)));
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

/** A row of a time alone keeps its place free. */
const bar = ([time, open, high, low, close]) => (open === undefined ? { time } : { time, open, high, low, close });

const volume = ([time, open, , , close, value], colours) => (open === undefined ? { time } : { time, value, color: close >= open ? colours.up : colours.down });

const BARS_AT_FIRST = 90;
const BARS_ROOM = 30;
const BARS_MARGIN = 2;
const BAR_PIXELS_MIN = 1;
/** Of the length, on both sides: room for the first and the last time. */
const WHOLE_MARGIN = 0.05;
/** "1:02:03" and some air. */
const TIME_CHARACTERS = 6;
/** A game of an hour in candles of a second, on a phone. */
const BAR_PIXELS_MIN_WHOLE = 0.08;
/** So many more or fewer are another moment of the game, and no place on the screen is worth keeping. */
const BARS_JUMP = 10;

function frameAll(view, count) {
  if (count > BARS_AT_FIRST) {
    view.chart.timeScale().setVisibleLogicalRange({ from: count - BARS_AT_FIRST, to: count + BARS_MARGIN });
  } else {
    view.chart.timeScale().setVisibleLogicalRange({ from: -BARS_MARGIN, to: Math.max(count + BARS_MARGIN, BARS_ROOM) });
  }
}

function applyDecimals(view, state, symbol) {
  const precision = state.game?.instruments.find((known) => known.symbol === symbol)?.priceDecimals ?? 2;
  if (view.precision !== precision) {
    view.precision = precision;
    view.candles.applyOptions({ priceFormat: { type: "price", precision, minMove: Number(`1e-${precision}`) } });
  }
}
