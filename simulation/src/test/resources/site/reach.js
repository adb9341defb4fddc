// Remembers what has the focus now, and what was there when it was asked for the first time. "": nothing has it any more; else what is wrong with it, or "fine".
() => {
  window.botpitThere ??= new Set(document.querySelectorAll("*"));
  const node = document.activeElement;
  if (node === null || node === document.body) {
    return "";
  }
  (window.botpitReached ??= new Set()).add(node);
  // What is drawn for a hidden input is its label.
  const seen = node.matches("input.unseen") ? node.closest("label") : node;
  const { outlineStyle, outlineWidth } = getComputedStyle(seen);
  const isMarked = outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
  return isMarked ? "fine" : `not marked when it has the focus: ${seen.outerHTML.slice(0, 160)}`;
}
