/** Where a replay stands and how it goes on: {second, end, speed, playing}. Pure: time that passed comes from outside. */

export const SPEEDS = [0.5, 1, 2, 5, 10, 50];

/** @param second, speed as texts of the URL; what is no number, or no speed, counts as not said. Without a second: the end */
export function playerFrom({ second, speed }, end) {
  const asked = Number(speed);
  const known = asked >= SPEEDS[0] && asked <= SPEEDS.at(-1);
  const from = Number.parseFloat(second);
  return seek({ second: end, end, speed: known ? asked : 1, playing: false }, Number.isNaN(from) ? end : from);
}

/** The last whole second stands for the end, which seldom falls on one. */
export function seek(player, second) {
  return { ...player, second: second >= Math.floor(player.end) ? player.end : Math.max(0, second) };
}

/** Plays or stands still; whoever plays at the end starts again. */
export function toggle(player) {
  const atEnd = !player.playing && player.second >= player.end;
  return { ...player, second: atEnd ? 0 : player.second, playing: !player.playing };
}

/** What a stretch of the viewer's time makes of it; at the end it stands still. */
export function advance(player, millis) {
  if (!player.playing) {
    return player;
  }
  const next = seek(player, player.second + (millis / 1000) * player.speed);
  return { ...next, playing: next.second < next.end };
}

/** The next of the speeds: direction 1 is faster, -1 slower. */
export function shift(player, direction) {
  const next = direction > 0 ? SPEEDS.find((speed) => speed > player.speed) : SPEEDS.findLast((speed) => speed < player.speed);
  return { ...player, speed: next ?? player.speed };
}
