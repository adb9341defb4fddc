/** What the viewer of a game chose. All of it is in the URL; only the theme is kept locally. */
import { readQuery, writeQuery } from "./query.js";

const NAMES = ["game", "symbol", "bot", "candle", "view", "about", "details", "t"];

export const readSettings = (search) => readQuery(NAMES, search);

export const writeSettings = writeQuery;
