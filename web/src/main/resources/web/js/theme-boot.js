// Runs before the first paint, as a classic script, so that the page never flashes in the other theme.
(() => {
  const KEY = "botpit.theme";
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const stored = () => {
    try {
      return localStorage.getItem(KEY) ?? "system";
    } catch {
      return "system";
    }
  };
  const asked = new URLSearchParams(location.search).get("theme");
  let current = ["light", "dark"].includes(asked) ? asked : stored();
  const show = (choice) => {
    current = choice;
    const theme = choice === "system" ? (dark.matches ? "dark" : "light") : choice;
    document.documentElement.dataset.theme = theme;
    document.dispatchEvent(new CustomEvent("botpit:theme"));
  };
  globalThis.botpitTheme = {
    chosen: () => current,
    /** For this page only. */
    show,
    choose(choice) {
      try {
        localStorage.setItem(KEY, choice);
      } catch {
        // Storage is switched off: the choice holds for this page only.
      }
      show(choice);
    },
  };
  dark.addEventListener("change", () => show(current));
  show(current);
})();
