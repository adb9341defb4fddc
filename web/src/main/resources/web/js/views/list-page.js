/** What the pages with a searchable list share: the search in the address, and parts that are asked for one by one. */
import { read } from "../api.js";
import { byId } from "../dom.js";
import { queryOf, readQuery, writeQuery } from "../query.js";

const TYPING_MILLIS = 250;
const RETRY_MILLIS = 5000;
const PART = 50;

/**
 * @param path the list's address, `key` where its rows are in the body, `fixed` what is always asked for
 * @param render called with (rows, note)
 */
export function mountListPage({ path, key, fixed = {}, render, nothing }) {
  const names = ["q", "after"];
  let settings = {};
  let asked = 0;
  let timer = null;

  async function load() {
    const mine = ++asked;
    try {
      const { body } = await read(`${path}${queryOf({ ...fixed, ...settings, limit: PART })}`);
      mine === asked && show(body[key] ?? []);
    } catch (problem) {
      if (mine === asked) {
        show([], problem.message);
        setTimeout(() => mine === asked && load(), RETRY_MILLIS);
      }
    }
  }

  function show(rows, error = null) {
    const from = Number(settings.after ?? 0);
    render(rows, error ?? (settings.q ? `Nothing is called like \u201c${settings.q}\u201d.` : nothing));
    byId("previous").disabled = from === 0;
    byId("next").disabled = rows.length < PART;
    byId("pages").hidden = from === 0 && rows.length < PART;
  }

  function change(part, options) {
    settings = { ...settings, ...part };
    writeQuery(settings, options);
    load();
  }

  function step(rows) {
    const from = Math.max(0, Number(settings.after ?? 0) + rows);
    change({ after: from === 0 ? null : String(from) }, { newEntry: true });
  }

  byId("search").addEventListener("input", ({ target }) => {
    clearTimeout(timer);
    timer = setTimeout(() => change({ q: target.value.trim() || null, after: null }), TYPING_MILLIS);
  });
  byId("search-form").addEventListener("submit", (event) => event.preventDefault());
  byId("previous").addEventListener("click", () => step(-PART));
  byId("next").addEventListener("click", () => step(PART));
  /** Only then: what somebody is typing is his, also a space at its end. */
  function arrive() {
    settings = readQuery(names);
    byId("search").value = settings.q ?? "";
    load();
  }

  addEventListener("popstate", arrive);
  arrive();
}
