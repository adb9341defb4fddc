import { byId } from "../dom.js";
import { wanted } from "../opening.js";
import { outcomeLine, told } from "./act.js";

/** Opens games, and says something to everybody. */
export function mountAdminForms(admin, { onDone }) {
  mountForm("open", "Open", onDone, (form) => admin.open(wanted(new FormData(form))));
  mountForm("announce", "Announce", onDone, (form) => admin.announce(String(new FormData(form).get("text"))));
}

function mountForm(id, what, onDone, run) {
  const form = byId(id);
  const outcome = outcomeLine();
  form.append(outcome);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await told(outcome, what, () => run(form).then(() => form.reset()));
    onDone();
  });
}
