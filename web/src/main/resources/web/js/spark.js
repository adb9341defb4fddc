/** Lines so small that they need no axis. Pure. */

/**
 * The points of several lines in one box, for SVG polylines. All share one scale, which has zero in sight.
 *
 * @param lines lists of numbers, oldest first; they end at the right edge
 */
export function sparklines(lines, { width, height, pad = 2 }) {
  const all = lines.flat().map(Number).concat(0);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const longest = Math.max(2, ...lines.map((line) => line.length));
  const x = (line, i) => pad + ((longest - line.length + i) / (longest - 1)) * (width - 2 * pad);
  const y = (value) => height - pad - ((value - low) / (high - low || 1)) * (height - 2 * pad);
  const points = lines.map((line) => line.map((value, i) => `${x(line, i).toFixed(1)},${y(Number(value)).toFixed(1)}`).join(" "));
  return { points, zero: y(0).toFixed(1) };
}
