import { Conversation, STANDARD } from "./conversation.ts";
import type { Bot, Ending, Settings, Tokens } from "./conversation.ts";
import type { Strategy } from "./view.ts";

export { Decimal } from "./decimal.ts";
export { Market, View } from "./view.ts";
export type { Balance, Level, OpenOrder, Phase, Side, Strategy, Update, Wish } from "./view.ts";
export type { Bot, Ending, Settings, Tokens } from "./conversation.ts";
export type * as protocol from "./protocol.ts";

const SERVER = "ws://127.0.0.1:9877";
const BACK_OFF_MIN_MILLIS = 100;
const BACK_OFF_MAX_MILLIS = 15_000;
const CONNECT_MILLIS = 10_000;
const LEAVE_MILLIS = 2_000;
/** Longest sleep: how fast a request to stop or a waiting command is seen. */
const NAP_MILLIS = 50;

/** What Node.js has and a browser has not, and the other way round. */
const host = globalThis as {
  process?: {
    argv: string[];
    once(signal: "SIGINT" | "SIGTERM", act: () => void): void;
    getBuiltinModule(name: "node:fs"): Files;
  };
  localStorage?: { getItem(key: string): string | null; setItem(key: string, value: string): void };
  WebSocket?: typeof WebSocket;
};

interface Files {
  existsSync(path: string): boolean;
  readFileSync(path: string, encoding: "utf8"): string;
  writeFileSync(path: string, text: string, how: { mode: number }): void;
}

/** A token in a file that only its owner can read; Node.js only. */
export function tokensInFile(path: string): Tokens {
  const files = host.process?.getBuiltinModule("node:fs");
  if (!files) throw new Error("no files here: use tokensInBrowser or tokensInMemory");
  return {
    load: () => (files.existsSync(path) ? files.readFileSync(path, "utf8").trim() : undefined),
    save: (token) => files.writeFileSync(path, token, { mode: 0o600 }),
  };
}

/** A token in the browser's own storage, for this site alone. */
export function tokensInBrowser(key: string): Tokens {
  return {
    load: () => host.localStorage?.getItem(key) ?? undefined,
    save: (token) => host.localStorage?.setItem(key, token),
  };
}

/** A token for as long as the program runs. */
export function tokensInMemory(token?: string): Tokens {
  let kept = token;
  return { load: () => kept, save: (other) => void (kept = other) };
}

/**
 * Runs one bot against one server: connects, logs in, follows the game, lets the strategy act, connects again with
 * growing pauses when the connection is lost, and ends with the game or when asked to.
 */
export class BotRunner {
  readonly #server: string;
  readonly #settings: Settings;
  readonly #conversation: Conversation;
  #stopping = false;
  #wake: () => void = () => {};
  #beatDue = 0;

  constructor(server: string, bot: Bot, settings: Partial<Settings> = {}) {
    this.#server = server;
    this.#settings = { ...STANDARD, ...settings };
    this.#conversation = new Conversation(bot, this.#settings);
  }

  /** Plays until the game is over, until `stop`, or until the server turns the bot away. */
  async run(): Promise<Ending> {
    for (let failures = 0; ; ) {
      const played = await this.#connectAndPlay();
      const ending = this.#ending();
      if (ending) return ending;
      failures = played ? 0 : failures + 1;
      await this.#pause(backOffMillis(failures));
    }
  }

  /** Asks the bot to cancel its orders and to leave; `run` returns soon after. */
  stop(): void {
    this.#stopping = true;
    this.#wake();
  }

  /** Ends early when somebody stops the bot. */
  #pause(millis: number): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
      setTimeout(resolve, this.#stopping ? 0 : millis);
    });
  }

  #ending(): Ending | undefined {
    return this.#stopping ? { kind: "stopped", why: "asked to stop" } : this.#conversation.ending;
  }

  /** True if the bot got into the game. What the strategy throws is thrown. */
  #connectAndPlay(): Promise<boolean> {
    if (this.#stopping) return Promise.resolve(false);
    return new Promise((resolve, reject) => {
      const socket = open(this.#server);
      const dialled = Date.now();
      let lost: string | undefined;
      let leavingSince = 0;

      const end = () => {
        clearInterval(timer);
        socket.onopen = socket.onmessage = socket.onclose = null;
        socket.close();
        resolve(this.#conversation.isReady);
      };
      const send = (now: number) => {
        if (this.#stopping && leavingSince === 0) {
          leavingSince = now;
          this.#conversation.leave(now);
        }
        for (const frame of this.#conversation.due(now)) socket.send(frame);
        if (this.#conversation.isBroken(now)) lost = "the server does not answer";
      };
      const turn = (act: (now: number) => void) => {
        try {
          const now = Date.now();
          act(now);
          if (socket.readyState === WebSocket.OPEN) send(now);
          else if (now - dialled > CONNECT_MILLIS) lost ??= "nobody answers";
          const left = leavingSince > 0 && (this.#conversation.isIdle || now - leavingSince > LEAVE_MILLIS);
          if (lost !== undefined) this.#settings.log(`connection lost: ${lost}`);
          if (lost !== undefined || left || this.#conversation.ending) end();
        } catch (broken) {
          reject(broken);
          end();
        }
      };
      const beat = (now: number) => {
        if (socket.readyState !== WebSocket.OPEN || now < this.#beatDue) return;
        this.#beatDue = now + this.#settings.beatMillis;
        this.#conversation.beat(now);
      };
      const timer = setInterval(() => turn(beat), Math.min(NAP_MILLIS, this.#settings.beatMillis));
      socket.onopen = () => turn((now) => this.#conversation.opened(now));
      socket.onmessage = (event: MessageEvent) => turn((now) => this.#conversation.heard(String(event.data), now));
      socket.onclose = (event: CloseEvent) => turn(() => void (lost ??= event.reason || "nobody answers"));
    });
  }
}

/**
 * Runs a bot until its game is over, and says in lines what happens. The server is the first argument of the command line
 * unless set; the token is kept in `NAME.token`, in a browser in its storage. Ctrl-C ends it and cancels its orders.
 */
export async function play(
  name: string,
  strategy: Strategy,
  settings: Partial<Settings> & { server?: string; tokens?: Tokens } = {},
): Promise<Ending> {
  const log = settings.log ?? ((line: string) => console.log(line));
  const tokens = settings.tokens ?? (host.process ? tokensInFile(`${name}.token`) : tokensInBrowser(`${name}.token`));
  const runner = new BotRunner(settings.server ?? host.process?.argv[2] ?? SERVER, { name, tokens, strategy }, { ...settings, log });
  host.process?.once("SIGINT", () => runner.stop());
  host.process?.once("SIGTERM", () => runner.stop());
  const ending = await runner.run();
  log(ending.why);
  return ending;
}

function open(server: string): WebSocket {
  if (!host.WebSocket) throw new Error("no WebSocket here: use Node.js 22 or newer, or node --experimental-websocket");
  return new host.WebSocket(server);
}

/** Doubles with each failure, with a random part so that a crowd does not come back at once. */
function backOffMillis(failures: number): number {
  const most = Math.min(BACK_OFF_MAX_MILLIS, BACK_OFF_MIN_MILLIS * 2 ** failures);
  return most / 2 + (Math.random() * most) / 2;
}
