/** What a form says of a game to open, in the words of REST. Pure. */

/** The fields of a game to open; what was left empty is left to the preset. */
export function wanted(data) {
  const text = (name) => String(data.get(name) ?? "").trim();
  const whitelist = text("whitelist").split(/[\s,]+/).filter(Boolean);
  const limits = {
    ...(text("positionMax") && { positionMax: amounts(text("positionMax")) }),
    ...(text("notionalMax") && { notionalMax: text("notionalMax") }),
    ...(text("ordersMax") && { ordersMax: Number(text("ordersMax")) }),
  };
  return {
    ...(text("title") && { title: text("title") }),
    ...(text("preset") && { preset: text("preset") }),
    ...(text("minutes") && { seconds: Math.round(Number(text("minutes")) * 60) }),
    ...(text("userLimit") && { userLimit: Number(text("userLimit")) }),
    ...(whitelist.length > 0 && { whitelist }),
    ...(Object.keys(limits).length > 0 && { limits }),
    paused: data.get("paused") === "on",
    default: data.get("default") === "on",
  };
}

/** "BTC=50, ETH=400.5" by coin; amounts stay text, which is exact. The server refuses what is none. */
function amounts(text) {
  return Object.fromEntries(text.split(",").filter((item) => item.trim()).map((item) => item.split("=").map((part) => part.trim())).map(([coin, amount]) => [coin, amount ?? ""]));
}
