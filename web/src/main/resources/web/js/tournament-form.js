/** What a form says of a tournament to announce, in the words of REST. Pure. */

/** What was left empty is left out. */
const present = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== ""));

/**
 * @param fits whether a field belongs to the chosen format: what stands in a hidden one does not count
 * @param dryRun whether house bots are to play it
 */
export function wantedTournament(data, { fits = () => true, dryRun = false } = {}) {
  const text = (name) => (fits(name) ? String(data.get(name) ?? "").trim() : "");
  const number = (name) => (text(name) === "" ? null : Number(text(name)));
  const checked = (name) => (fits(name) ? data.get(name) === "on" : null);
  const numbers = (name) => text(name).split(/[\s,]+/).filter(Boolean).map(Number);
  const some = (list) => (list.length > 0 ? list : null);
  const window = number("window");
  return present({
    title: text("title"),
    format: text("format"),
    shape: present({ size: number("size"), rounds: number("rounds"), bestOf: some(numbers("bestOf")), tableBouts: some(numbers("tableBouts")), thirdPlace: checked("thirdPlace"), seconds: window === null ? null : Math.round(60 * window) }),
    entry: present({ allow: some(text("allow").split(/[\s,]+/).filter(Boolean)), entrantsMax: number("entrantsMax"), ratingMin: number("ratingMin"), ratingMax: number("ratingMax"), checkIn: checked("checkIn"), late: checked("late"), frozenVersions: checked("frozenVersions") }),
    bouts: present({ preset: text("preset"), seconds: number("seconds"), noShowSeconds: number("noShow"), houseBots: text("houseBots"), fill: text("fill") }),
    cuts: some([...text("cuts").matchAll(/(\d+)\s*:\s*(\d+)/g)].map(([, afterRound, keep]) => ({ afterRound: Number(afterRound), keep: Number(keep) }))),
    duplicate: checked("duplicate"),
    dryRun: dryRun ? number("dummies") : null,
    startsAt: dryRun || text("starts") === "" ? null : new Date(text("starts")).getTime(),
  });
}
