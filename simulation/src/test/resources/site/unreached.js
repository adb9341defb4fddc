// The controls that nobody has come to by Tab, in words, but for those that came up meanwhile. A group of radios is one stop.
() => {
  const isOld = (node) => window.botpitThere?.has(node) ?? true;
  const reached = window.botpitReached ?? new Set();
  const wanted = "a[href], button, input, select, textarea, summary, iframe, [tabindex]";
  const group = (node) => (node.type === "radio" ? `radio ${node.name}` : node);
  const groups = new Set([...reached].map(group));
  const isShown = (node) => node.checkVisibility({ visibilityProperty: true }) && node.getClientRects().length > 0;
  return [...document.querySelectorAll(wanted)]
    .filter((node) => isOld(node) && isShown(node) && !node.disabled && node.tabIndex >= 0 && !groups.has(group(node)))
    .map((node) => node.outerHTML.slice(0, 160));
}
