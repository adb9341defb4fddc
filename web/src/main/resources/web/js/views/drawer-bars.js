import { el, whenChanged } from "../dom.js";
import { count, millis, plural } from "../format.js";

/** Why commands of a bot were refused, and how long its round trips took, as bars. */
export function mountBars(host) {
  const refused = el("section", {}, el("h3", {}, "Refused commands"), el("div"));
  const trips = el("section", {}, el("h3", {}, "Round trip"), el("div"));
  host.append(refused, trips);
  return whenChanged(
    (state) => [state.own?.rejects, state.own?.latency],
    ({ own }) => {
      refused.hidden = !own;
      refused.lastChild.replaceChildren(...refusals(own?.rejects ?? []));
      trips.hidden = !own || own.latency === null;
      trips.lastChild.replaceChildren(...histogram(own?.latency));
    },
  );
}

function refusals(rejects) {
  if (rejects.length === 0) {
    return [el("p", { class: "note empty" }, "none so far")];
  }
  const most = Math.max(...rejects.map((row) => row.count));
  return [el("dl", { class: "causes" }, ...rejects.map((row) => cause(row, most)))];
}

function cause({ reason, count: times }, most) {
  const bar = el("span", { class: "amount" });
  bar.style.transform = `scaleX(${(times / most).toFixed(3)})`;
  return el("div", {}, el("dt", { class: "name", title: reason }, reason), el("dd", {}, el("span", { class: "rail" }, bar), count(times)));
}

/** One column for each bucket; the last has no upper end. */
function histogram(latency) {
  const buckets = latency?.buckets ?? [];
  if (!latency?.count) {
    return [el("p", { class: "note empty" }, "no pings answered yet")];
  }
  const most = Math.max(1, ...buckets.map((bucket) => bucket.count));
  const columns = buckets.map((bucket, i) => column(bucket, buckets[i - 1], most));
  const last = latency.lastMs === null || latency.lastMs === undefined ? "" : `, last ${millis(latency.lastMs)}`;
  return [
    el("div", { class: "histogram", role: "img", "aria-label": `Round trips: ${buckets.map((b, i) => `${b.count} ${rangeOf(b, buckets[i - 1])}`).join(", ")}` }, ...columns),
    el("p", { class: "note" }, `${plural(latency.count, "ping")}${last}`),
  ];
}

function column(bucket, before, most) {
  const bar = el("span", { class: "amount" });
  bar.style.transform = `scaleY(${(bucket.count / most).toFixed(3)})`;
  const label = bucket.upToMs === null || bucket.upToMs === undefined ? "more" : String(bucket.upToMs);
  return el("div", { title: `${plural(bucket.count, "ping")} ${rangeOf(bucket, before)}` }, el("span", { class: "rail" }, bar), el("small", {}, label));
}

function rangeOf({ upToMs }, before) {
  return upToMs === null || upToMs === undefined ? `over ${before?.upToMs ?? 0} ms` : `up to ${upToMs} ms`;
}
