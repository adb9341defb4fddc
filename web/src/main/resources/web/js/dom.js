/** The few things the views need to build and change the document. Text only ever goes in as text, and as plain text. */
import { plain } from "./format.js";

const SVG = "http://www.w3.org/2000/svg";

export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) {
      node.addEventListener(name.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? "" : value);
    }
  }
  const present = children.flat().filter((child) => child !== null && child !== undefined);
  node.append(...present.map((child) => (child instanceof Node ? child : plain(child))));
  return node;
}

export const byId = (id) => document.getElementById(id);

export function setText(node, text) {
  const shown = plain(text);
  if (node.textContent !== shown) {
    node.textContent = shown;
  }
}

export function setAttribute(node, name, value) {
  if (node.getAttribute(name) !== value) {
    node.setAttribute(name, value);
  }
}

/** @returns whether the text is in the clipboard; without TLS browsers have only the old way to it */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = el("textarea", { class: "unseen", readonly: true, "aria-hidden": "true" });
    const focused = document.activeElement;
    area.value = text;
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    focused?.focus({ preventScroll: true });
    return copied;
  }
}

/** Shows a number as gain or loss by class; its sign says the same. */
export function setTrend(node, value) {
  node.classList.toggle("up", value > 0);
  node.classList.toggle("down", value < 0);
}

/** Calls `render` only when one of the values it depends on is another one than last time. */
export function whenChanged(dependencies, render) {
  let last = [];
  return (state, settings) => {
    const next = dependencies(state, settings);
    if (next.length !== last.length || next.some((value, i) => value !== last[i])) {
      last = next;
      render(state, settings);
    }
  };
}

/**
 * Keeps one child per key, in the order given, and reuses nodes.
 * @param update is called with the node and the item
 */
export function keyed(parent, { key, create, update }) {
  const nodes = new Map();
  return (items) => keepingFocus(parent, () => {
    const wanted = new Set(items.map(key));
    for (const [known, node] of nodes) {
      if (!wanted.has(known)) {
        node.remove();
        nodes.delete(known);
      }
    }
    items.forEach((item, i) => {
      const id = key(item);
      const node = nodes.get(id) ?? create(item);
      nodes.set(id, node);
      if (parent.children[i] !== node) {
        parent.insertBefore(node, parent.children[i] ?? null);
      }
      update(node, item);
    });
  });
}

/** A node that is put elsewhere loses the focus, and who goes by Tab their place. */
function keepingFocus(parent, change) {
  const focused = parent.contains(document.activeElement) ? document.activeElement : null;
  change();
  if (focused !== null && focused !== document.activeElement && parent.contains(focused)) {
    focused.focus({ preventScroll: true });
  }
}

const stillness = matchMedia("(prefers-reduced-motion: reduce)");

/** Moves children from where they were to where they are now, unless the viewer asked for stillness. */
export function animateMoves(parent, change) {
  const before = new Map([...parent.children].map((node) => [node, node.offsetTop]));
  change();
  if (stillness.matches) {
    return;
  }
  for (const node of parent.children) {
    const from = before.get(node);
    if (from !== undefined && from !== node.offsetTop) {
      node.animate(
        [{ transform: `translateY(${from - node.offsetTop}px)` }, { transform: "none" }],
        { duration: 420, easing: "cubic-bezier(.2, .8, .2, 1)" },
      );
    }
  }
}

/** A value of the style sheet, for those who draw on a canvas. */
export function themeColour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

export function onThemeChange(task) {
  document.addEventListener("botpit:theme", task);
}
