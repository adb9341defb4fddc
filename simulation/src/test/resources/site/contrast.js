// Text that is too close to its ground: below 4.5:1, or 3:1 where it is large (WCAG 2.2, 1.4.3).
() => {
  const LARGE_PIXELS = 24;
  const LARGE_BOLD_PIXELS = 18.66;

  // rgb(), rgba() and color(srgb ...) are what computed styles are made of: red, green, blue from 0 to 1, and alpha.
  function parse(colour) {
    const numbers = colour.match(/-?[\d.]+(e-?\d+)?/g).map(Number);
    const most = colour.startsWith("color(") ? 1 : 255;
    return [...numbers.slice(0, 3).map((part) => part / most), numbers[3] ?? 1];
  }

  function over([r, g, b, alpha], ground) {
    return [r, g, b].map((part, i) => part * alpha + ground[i] * (1 - alpha)).concat(1);
  }

  function luminance(colour) {
    const [r, g, b] = colour.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  function ratio(a, b) {
    const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  }

  const lineOf = (node) => (node ? [...lineOf(node.parentElement), node] : []);

  function groundOf(line) {
    const canvas = getComputedStyle(document.documentElement).colorScheme.includes("dark") ? [0, 0, 0, 1] : [1, 1, 1, 1];
    return line.reduce((ground, node) => over(parse(getComputedStyle(node).backgroundColor), ground), canvas);
  }

  function judge(node) {
    const style = getComputedStyle(node);
    const line = lineOf(node);
    const ground = groundOf(line);
    const paint = node instanceof SVGElement ? style.fill : style.color;
    const [r, g, b, alpha] = parse(paint);
    const opacity = line.reduce((product, each) => product * Number(getComputedStyle(each).opacity), 1);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= LARGE_PIXELS || (size >= LARGE_BOLD_PIXELS && Number(style.fontWeight) >= 700);
    const found = ratio(over([r, g, b, alpha * opacity], ground), ground);
    return found < (isLarge ? 3 : 4.5) ? `${found.toFixed(2)}:1 ${paint} in ${name(node)}` : null;
  }

  const name = (node) => `${node.tagName.toLowerCase()}.${node.getAttribute("class") ?? ""} "${node.textContent.trim().slice(0, 40)}"`;

  const hasText = (node) => [...node.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.textContent.trim());

  // The letter of a sign stands on a drawn shape, not on a ground of CSS; hidden and disabled text need not be read.
  const counts = (node) =>
    hasText(node) &&
    node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !node.closest("svg, .unseen, noscript, script, style, :disabled");

  return [...new Set([...document.body.querySelectorAll("*")].filter(counts).map(judge).filter(Boolean))];
}
