// What a page shows of a game, line by line: the table, the mark, the order book from the middle outwards, the last trades.
() => {
  const parts = (row) => [...row.children].map((cell) => cell.textContent.trim()).filter(Boolean);
  const text = (row, part) => row.querySelector(part).textContent;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const level = (side) => (row) => (parts(row).length > 0 ? [[side, ...parts(row)].join(" ")] : []);
  return [
    ...all("#standings [role=row]:not(.names)").map((row) => `row ${text(row, ".pick")} ${text(row, ".score b")} ${text(row, ".equity")}`),
    `mark ${document.querySelector("#ladder .spread b").textContent}`,
    ...all("#ladder .level.ask").toReversed().flatMap(level("ask")),
    ...all("#ladder .level.bid").flatMap(level("bid")),
    ...all("#tape .print:not(.names)").slice(0, 10).map((row) => `trade ${parts(row).slice(1).join(" ").slice(2)}`),
  ];
}
