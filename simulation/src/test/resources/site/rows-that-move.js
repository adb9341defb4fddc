// Puts three rows on the page with the page's own code, lets the third have the focus, and turns their order round: who has the focus then, and which row is below all.
async () => {
  const { keyed } = await import("/js/dom.js");
  const box = document.body.appendChild(document.createElement("div"));
  const create = (name) => Object.assign(document.createElement("button"), { textContent: name });
  const draw = keyed(box, { key: (name) => name, create, update: () => {} });
  draw(["first", "second", "third"]);
  box.lastChild.focus();
  draw(["third", "second", "first"]);
  return [document.activeElement.textContent, box.lastChild.textContent];
}
