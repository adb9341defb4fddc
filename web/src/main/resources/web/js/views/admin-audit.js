import { byId, el } from "../dom.js";
import { dateTime } from "../format.js";
import { mountTable } from "./table.js";

const PART = 20;

/** What was done here, newest first, a part at a time. @returns refresh() */
export function mountAdminAudit(admin) {
  const table = mountTable(byId("audit-body"), {
    label: "Audit",
    key: (row) => row.id,
    columns: [
      { key: "at", title: "When", align: "start", show: (row) => el("time", { datetime: new Date(row.at).toISOString(), title: new Date(row.at).toISOString() }, dateTime(row.at)) },
      { key: "who", title: "Who", align: "start", show: (row) => row.who },
      { key: "act", title: "What", align: "start", wide: true, show: (row) => row.act },
      { key: "game", title: "Game", show: (row) => row.game ?? "\u2013" },
    ],
  });
  const starts = [0];
  let next = 0;
  const refresh = async () => {
    const body = await admin.audit({ after: starts.at(-1) || null, limit: PART });
    const rows = body.audit ?? [];
    next = body.next ?? 0;
    table(rows, { note: "Nothing has been done yet." });
    byId("newer").disabled = starts.length === 1;
    byId("older").disabled = rows.length < PART;
  };
  byId("older").addEventListener("click", () => {
    starts.push(next);
    refresh();
  });
  byId("newer").addEventListener("click", () => {
    starts.pop();
    refresh();
  });
  return refresh;
}
