import { byId, el, setText, whenChanged } from "../dom.js";
import { queryOf } from "../query.js";

/** What stands in place of a replay that is not there, or not yet. @returns render({status, message, game, bytes}) */
export function mountReplayNotice(actions) {
  const bytes = el("p", { class: "note figures" });
  const build = whenChanged(
    ({ status, message, game }) => [status, message, game],
    (load) => {
      const content = NOTICES[load.status]?.(load, actions, bytes) ?? null;
      byId("notice").hidden = content === null;
      byId("notice").replaceChildren(...(content ?? []));
    },
  );
  return (load) => {
    build(load);
    setText(bytes, load.bytes > 0 ? `${(load.bytes / 1e6).toFixed(1)} MB` : "");
  };
}

const title = (text) => el("h1", {}, text);
const text = (...parts) => el("p", {}, ...parts);
const link = (href, words) => el("a", { class: "button", href }, words);
const again = (actions, words = "Try now") => el("button", { type: "button", class: "button", onclick: actions.load }, words);

const NOTICES = {
  loading: (_, __, bytes) => [title("Fetching the replay"), el("progress", { "aria-label": "The replay is being fetched" }), bytes],
  busy: (_, actions) => [title("The replay is being made"), text("The server plays the game again for you; that takes a moment. This page asks again by itself."), el("progress", { "aria-label": "Waiting for the server" }), again(actions)],
  running: ({ game }) => [title("This game goes on"), text("There is a replay when it is over. Until then it can be watched live, with a way back to what was seen."), link(`live${queryOf({ game })}`, "Watch it live")],
  lost: ({ message }) => [title("This replay is lost"), text(message), link("replays", "Other replays")],
  unknown: ({ game }) => [title("There is no such game"), text(game ? `No game on this server is called \u201c${game}\u201d.` : "The address names no game."), link("replays", "All replays")],
  empty: ({ game }) => [title("This game was never played"), text("It was over before it began, so there is nothing to see of it."), link("replays", "Other replays"), el("small", { class: "note" }, game)],
  failed: ({ message }, actions) => [title("The replay cannot be read"), text(message), again(actions)],
};
