// What moved that nobody had touched since the page was opened: the sum of all layout shifts, and who they were.
() =>
  new Promise((done) => {
    const found = { sum: 0, who: [] };
    const at = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(" ");
    const name = (node) => `${node?.nodeName}#${node?.id}.${node?.className}`;
    const line = (shift) => `${shift.value.toFixed(3)} ${shift.sources.map(({ node, previousRect, currentRect }) => `${name(node)} ${at(previousRect)} -> ${at(currentRect)}`).join(", ")}`;
    const add = (shift) => {
      found.sum += shift.value;
      found.who.push(line(shift));
    };
    const observer = new PerformanceObserver((list) => list.getEntries().filter((shift) => !shift.hadRecentInput).forEach(add));
    observer.observe({ type: "layout-shift", buffered: true });
    // What is in the buffer is told in a task of its own.
    setTimeout(() => done(found), 0);
  })
