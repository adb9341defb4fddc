/** Where things of this server are, whatever the path under which a proxy shows it and however deep the page stands. */

const ROOT = new URL("../", import.meta.url);

/** The address of a file, page or resource of this site. */
export const address = (path) => new URL(path, ROOT).href;

/** The same for a WebSocket. */
export function socketAddress(path) {
  const url = new URL(path, ROOT);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return url.href;
}
