import { plain } from "../format.js";

/** What is drawn by hand onto the race: the zero line, and at the end of each line its letter and name. */

const LABEL_PIXELS = 16;
const NAME_PIXELS = 88;

export function drawZero(plot, colour) {
  const { ctx, bbox } = plot;
  const y = Math.round(plot.valToPos(0, "y", true)) + 0.5;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.restore();
}

/** The last seconds of a game as a band, and the moment it closes; nothing for null. */
export function drawClosing(plot, closing, { band, zero, axis, font }) {
  if (!closing) {
    return;
  }
  const { ctx, bbox } = plot;
  const [from, end] = [closing.from, closing.end].map((t) => Math.max(bbox.left, plot.valToPos(t, "x", true)));
  ctx.save();
  ctx.globalCompositeOperation = "destination-over";
  ctx.fillStyle = band;
  ctx.fillRect(from, bbox.top, end - from, bbox.height);
  ctx.globalCompositeOperation = "source-over";
  ctx.strokeStyle = zero;
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([4 * devicePixelRatio, 3 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(end - 0.5, bbox.top);
  ctx.lineTo(end - 0.5, bbox.top + bbox.height);
  ctx.stroke();
  ctx.fillStyle = axis;
  ctx.font = font.replace(/^([\d.]+)px/, (_, pixels) => `${pixels * devicePixelRatio}px`);
  ctx.textAlign = "right";
  ctx.textBaseline = "top";
  ctx.fillText("closes", end - 5 * devicePixelRatio, bbox.top + 3 * devicePixelRatio);
  ctx.restore();
}

/** The moment shown, in a chart that is longer than what was played of it. */
export function drawHead(plot, second, colour) {
  const { ctx, bbox } = plot;
  const x = Math.round(plot.valToPos(second, "x", true)) + 0.5;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.restore();
}

export function drawLabels(plot, style) {
  const { ctx } = plot;
  const scale = devicePixelRatio * style.size;
  ctx.save();
  ctx.textBaseline = "middle";
  for (const { label, series, start, end, y } of spread(endings(plot, style.labels), plot, LABEL_PIXELS * scale)) {
    ctx.globalAlpha = style.picked && style.picked !== series ? 0.35 : 1;
    drawLeader(ctx, label, end, { x: end.x + 7 * scale, y });
    drawReach(ctx, label, start, end);
    drawChip(ctx, label, { x: end.x + 8 * scale, y: y - 7 * scale, side: 14 * scale }, style);
    if (!style.narrow) {
      drawName(ctx, plain(label.name), { x: end.x + 27 * scale, y }, style);
    }
  }
  ctx.restore();
}

/** Where each line ends now, in canvas pixels. */
function endings(plot, labels) {
  const ends = [];
  labels.forEach((label, i) => {
    const line = plot.data[i + 1];
    const last = line.findLastIndex((score) => score !== null && score !== undefined);
    if (last >= 0) {
      const y = plot.valToPos(line[last], "y", true);
      const start = { x: plot.valToPos(plot.data[0][last], "x", true), y };
      ends.push({ label, series: i + 1, start, end: { x: plot.bbox.left + plot.bbox.width, y }, y });
    }
  });
  return ends.sort((a, b) => a.y - b.y);
}

/** Pushes labels apart so that none covers another; when there is no room for all at full height they close up evenly. */
function spread(ends, plot, height) {
  const top = plot.bbox.top + height / 2;
  const bottom = plot.bbox.top + plot.bbox.height - height / 2;
  const step = Math.min(height, (bottom - top) / Math.max(1, ends.length - 1));
  let floor = top;
  for (const end of ends) {
    end.y = Math.max(end.y, floor);
    floor = end.y + step;
  }
  let ceiling = bottom;
  for (const end of ends.toReversed()) {
    end.y = Math.min(end.y, ceiling);
    ceiling = end.y - step;
  }
  return ends;
}

function drawLeader(ctx, label, from, to) {
  ctx.strokeStyle = label.colour;
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.moveTo(from.x, from.y);
  ctx.lineTo(to.x, to.y);
  ctx.stroke();
}

/** From where a line ends to the edge, when there is time still to come. */
function drawReach(ctx, label, from, to) {
  ctx.save();
  ctx.globalAlpha *= 0.3;
  drawLeader(ctx, label, from, to);
  ctx.restore();
}

function drawChip(ctx, label, { x, y, side }, style) {
  const filled = label.shape === "square" || label.shape === "disc";
  const scale = devicePixelRatio * style.size;
  const inset = filled ? 0 : 0.75 * scale;
  const radius = label.shape === "square" || label.shape === "ring" ? side / 4 : side / 2;
  ctx.beginPath();
  ctx.roundRect(x + inset, y + inset, side - 2 * inset, side - 2 * inset, radius);
  ctx.lineWidth = 1.5 * scale;
  ctx.fillStyle = label.colour;
  ctx.strokeStyle = label.colour;
  filled ? ctx.fill() : ctx.stroke();
  ctx.fillStyle = filled ? style.colours.ink : label.colour;
  ctx.font = `700 ${9 * scale}px ${style.font}`;
  ctx.textAlign = "center";
  ctx.fillText(label.letter, x + side / 2, y + side / 2 + 0.5 * scale);
}

function drawName(ctx, name, { x, y }, style) {
  const scale = devicePixelRatio * style.size;
  ctx.fillStyle = style.colours.text;
  ctx.font = `${11 * scale}px ${style.font}`;
  ctx.textAlign = "left";
  ctx.fillText(shorten(ctx, name, NAME_PIXELS * scale), x, y);
}

function shorten(ctx, name, width) {
  if (ctx.measureText(name).width <= width) {
    return name;
  }
  let letters = [...name];
  while (letters.length > 1 && ctx.measureText(`${letters.join("")}\u2026`).width > width) {
    letters = letters.slice(0, -1);
  }
  return `${letters.join("")}\u2026`;
}
