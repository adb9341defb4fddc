/** What a form says of a game to open, in the words of REST. Pure. */

/** The fields of a game to open; what was left empty is left to the preset. */
export function wanted(data) {
  const text = (name) => String(data.get(name) ?? "").trim();
  const whitelist = text("whitelist").split(/[\s,]+/).filter(Boolean);
  return {
    ...(text("title") && { title: text("title") }),
    ...(text("preset") && { preset: text("preset") }),
    ...(text("minutes") && { seconds: Math.round(Number(text("minutes")) * 60) }),
    ...(text("userLimit") && { userLimit: Number(text("userLimit")) }),
    ...(whitelist.length > 0 && { whitelist }),
    paused: data.get("paused") === "on",
    default: data.get("default") === "on",
  };
}
