import { el, keyed, setAttribute, setText } from "../dom.js";

/**
 * A table. A cell is drawn again only when it would say something else, so that the keyboard's focus in it survives a refresh.
 *
 * @param columns {key, title, show(row), by(row), className(row), align, wide, sortable, first, unseen}: `show` gives a text or
 *   nodes; `by` what they depend on, else the whole row; `align` "start" for words; `first` is the direction a first click
 *   sorts in; the title of an `unseen` one is for screen readers alone
 * @param key what tells rows apart
 * @param className of a row
 * @param onSort called with the column whose head was clicked
 * @returns a function (rows, {order, note}) that shows them; the note stands instead of no rows
 */
export function mountTable(box, { columns, key, label, className = () => "", onSort = () => {} }) {
  const heads = columns.map((column) => headOf(column, onSort));
  const body = el("tbody");
  const table = el("table", { "aria-label": label, hidden: true }, el("thead", {}, el("tr", {}, ...heads.map(({ node }) => node))), body);
  const placeholder = el("p", { class: "placeholder" }, "Loading\u2026");
  box.append(table, placeholder);
  const draw = keyed(body, {
    key,
    create: () => el("tr", {}, ...columns.map((column) => el("td", shapeOf(column)))),
    update(node, row) {
      node.className = className(row);
      update(node, row, columns);
    },
  });
  return (rows, { order = null, note = "" } = {}) => {
    heads.forEach((head) => renderHead(head, order));
    table.hidden = rows.length === 0;
    placeholder.hidden = rows.length > 0;
    setText(placeholder, note);
    draw(rows);
  };
}

function headOf(column, onSort) {
  const arrow = el("span", { class: "arrow", "aria-hidden": "true" });
  const title = column.unseen ? el("span", { class: "unseen" }, column.title) : column.title;
  const inside = column.sortable ? el("button", { type: "button", onclick: () => onSort(column) }, title, arrow) : el("span", {}, title);
  return { column, arrow, node: el("th", { scope: "col", ...shapeOf(column) }, inside) };
}

function renderHead({ column, arrow, node }, order) {
  const active = order !== null && column.key === order.key;
  setText(arrow, active ? (order.direction === "ascending" ? " \u2191" : " \u2193") : "");
  active ? setAttribute(node, "aria-sort", order.direction) : node.removeAttribute("aria-sort");
}

const shapeOf = ({ key, align, wide }) => ({ "data-column": key, "data-align": align, "data-wide": wide });

const causes = new WeakMap();

function update(node, row, columns) {
  columns.forEach((column, i) => {
    const cell = node.children[i];
    const cause = JSON.stringify(column.by ? column.by(row) : row);
    if (causes.get(cell) !== cause) {
      causes.set(cell, cause);
      const parts = [column.show(row)].flat().filter((part) => part !== null && part !== undefined);
      cell.className = column.className?.(row) ?? "";
      cell.replaceChildren(...parts.map((part) => (part instanceof Node ? part : el("span", {}, part))));
    }
  });
}
