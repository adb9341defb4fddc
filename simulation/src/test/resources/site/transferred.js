// What a page weighs as it came over the wire, in bytes; not what it asks the REST interface for.
() => {
  const [visit] = performance.getEntriesByType("navigation");
  const files = performance.getEntriesByType("resource").filter(({ initiatorType }) => initiatorType !== "fetch");
  return [visit, ...files].reduce((sum, { transferSize }) => sum + transferSize, 0);
}
