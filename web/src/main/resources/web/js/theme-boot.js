// Runs before the first paint, as a classic script, so that the page never flashes in the other theme.
(() => {
  const KEY = "botpit.theme";
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => {
    try {
      return localStorage.getItem(KEY) ?? "system";
    } catch {
      return "system";
    }
  };
  const apply = (choice) => {
    const theme = choice === "system" ? (dark.matches ? "dark" : "light") : choice;
    document.documentElement.dataset.theme = theme;
    document.dispatchEvent(new CustomEvent("botpit:theme"));
  };
  globalThis.botpitTheme = {
    chosen,
    choose(choice) {
      try {
        localStorage.setItem(KEY, choice);
      } catch {
        // Storage is switched off: the choice holds for this page only.
      }
      apply(choice);
    },
  };
  dark.addEventListener("change", () => apply(chosen()));
  apply(chosen());
})();
