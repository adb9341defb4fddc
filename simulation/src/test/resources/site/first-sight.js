// When something was seen, when it could be used (ms since the address was entered), and what it weighed (bytes).
() => {
  const [visit] = performance.getEntriesByType("navigation");
  const files = performance.getEntriesByType("resource").filter(({ initiatorType }) => initiatorType !== "fetch");
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  return {
    paint: paint?.startTime ?? Infinity,
    interactive: visit.domContentLoadedEventEnd,
    bytes: [visit, ...files].reduce((sum, { transferSize }) => sum + transferSize, 0),
  };
}
