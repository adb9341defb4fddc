import { el, setText } from "../dom.js";

/** A line where it is said what came of an act. */
export const outcomeLine = () => el("p", { class: "outcome", role: "status" });

/**
 * A button that acts, waits, and says what came of it.
 *
 * @param run does it; what it throws is shown. Its result "left" means that the referee thought better of it
 * @param outcome the line for what came of it
 */
export function actButton(text, { run, outcome, danger = false, label = null }) {
  const button = el("button", { type: "button", class: danger ? "button danger" : "button", "aria-label": label }, text);
  button.addEventListener("click", async () => {
    button.disabled = true;
    await told(outcome, label ?? text, run);
    button.disabled = false;
  });
  return button;
}

export async function told(outcome, what, run) {
  try {
    const result = await run();
    say(outcome, result === "left" ? "" : `${what}: done.`, true);
  } catch (problem) {
    say(outcome, `${what}: ${problem.message}`, false);
  }
}

function say(outcome, text, good) {
  outcome.dataset.good = String(good);
  setText(outcome, text);
}
