// Plays the dialogues of ../conformance with this SDK:   node conformance.ts FILE...
// Prints a line for each dialogue that fails; the exit code is 1 if one did.
import { Conversation, STANDARD } from "./conversation.ts";
import { Decimal, tokensInMemory } from "./botpit.ts";
import type { Settings, Tokens, Update, View, Wish } from "./botpit.ts";

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Members = { [name: string]: Json };

declare const process: {
  argv: string[];
  exitCode: number;
  getBuiltinModule(name: "node:fs"): { readFileSync(path: string, encoding: "utf8"): string };
};

/** Where a step is, what it is, and its value; the steps of included files in their place. */
function* steps(file: string): Generator<[string, string, Json]> {
  const lines = process.getBuiltinModule("node:fs").readFileSync(file, "utf8").split("\n");
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const [[step, value]] = Object.entries(JSON.parse(line)) as [[string, Json]];
    if (step === "include") yield* steps(file.replace(/[^/]*$/, `${String(value)}.jsonl`));
    else if (step !== "about") yield [`${file}:${index + 1}`, step, value];
  }
}

/** One bot in one dialogue. */
class Player {
  #now = 0;
  #conversation!: Conversation;
  #tokens!: Tokens;
  #view: View | undefined;
  #wishes: Wish[] = [];
  #updates: Json[] = [];
  #log: string[] = [];
  #sent: Members[] = [];
  readonly #names = new Map<Json, Json>();
  readonly #orders = new Set<string>();

  play(step: string, value: Json): void {
    if (step === "send") {
      this.#expectSent(value as Members);
      return;
    }
    equal("sent without being expected", this.#sent, []);
    const act = this.#steps[step];
    if (!act) throw new Error(`no such step: ${step}`);
    act(value);
    this.#sent.push(...this.#conversation.due(this.#now).map((text) => JSON.parse(text)));
  }

  end(): void {
    equal("sent without being expected", this.#sent, []);
  }

  readonly #steps: Record<string, (value: any) => void> = {
    open: (value: Members) => {
      const { name, token, ...settings } = value;
      this.#tokens = tokensInMemory(token as string | undefined);
      const strategy = (view: View, update: Update): Wish[] => {
        this.#view = view;
        this.#updates.push(plain(update));
        return this.#wishes.splice(0);
      };
      const chosen = { ...STANDARD, ...camel(settings), log: (line: string) => this.#log.push(line) } as Settings;
      this.#conversation = new Conversation({ name: String(name), tokens: this.#tokens, strategy }, chosen);
      this.#conversation.opened(this.#now);
    },
    receive: (frame: Members) => {
      this.#conversation.heard(JSON.stringify(this.#meant(frame)), this.#now);
    },
    receive_text: (text: string) => {
      const meant = [...this.#names].reduce((said, [name, sent]) => said.replaceAll(JSON.stringify(name), JSON.stringify(sent)), text);
      this.#conversation.heard(meant, this.#now);
    },
    cut: () => {}, // the runner's affair: the conversation hears of it by the next connection
    connected: () => this.#conversation.opened(this.#now),
    do: (wishes: Members[]) => {
      this.#wishes = wishes.map((one) => {
        const [[kind, members]] = Object.entries(one) as [[string, Members]];
        return { kind: camelWord(kind), ...camel(members) } as Wish;
      });
    },
    tick: (millis: number) => {
      this.#now += millis;
      this.#conversation.beat(this.#now);
    },
    leave: () => this.#conversation.leave(this.#now),
    expect: (wanted: Members) => {
      for (const [name, value] of Object.entries(wanted)) this.#expect(name, value);
    },
  };

  #expectSent(wanted: Members): void {
    const { id, ...frame } = this.#sent.shift() ?? {};
    const { id: name, ...rest } = wanted;
    this.#names.set(name ?? "$id", id ?? null);
    const order = (rest["params"] as Members)["client_order_id"];
    if (order !== undefined) this.#names.set(order, this.#orderId(frame["params"] as Members));
    equal("sent", frame, this.#meant(rest));
  }

  /** Of the library's choice, and never the same. */
  #orderId(params: Members | undefined): string {
    const id = String(params?.["client_order_id"]);
    if (!/^[A-Za-z0-9._:-]{1,64}$/.test(id) || this.#orders.has(id)) throw new Error(`client_order_id: ${id}`);
    this.#orders.add(id);
    return id;
  }

  /** With what was sent in place of its names. */
  #meant(written: Json): Json {
    if (Array.isArray(written)) return written.map((item) => this.#meant(item));
    if (typeof written === "object" && written !== null) {
      return Object.fromEntries(Object.entries(written).map(([name, value]) => [name, this.#meant(value)]));
    }
    return this.#names.get(written) ?? written;
  }

  #expect(name: string, wanted: Json): void {
    if (name === "log") {
      if (!this.#log.some((line) => line.includes(String(wanted)))) throw new Error(`log: ${this.#log}\n    expected ${wanted}`);
      this.#log = [];
      return;
    }
    equal(name, name === "grid" ? this.#grid(wanted as Members) : this.#state(name), wanted);
    if (name === "updates") this.#updates = [];
  }

  #grid(wanted: Members): unknown {
    const market = this.#view!.market(String(wanted["symbol"]));
    const { symbol, base, quote, tick } = market;
    const rounded = (["bid", "ask", "size"] as const).map((name) => [
      name,
      Object.fromEntries(Object.keys(wanted[name] as Members).map((number) => [number, market[name](number)])),
    ]);
    return { symbol, base, quote, tick, ...Object.fromEntries(rounded) };
  }

  #state(name: string): unknown {
    const view = this.#view;
    switch (name) {
      case "updates":
        return this.#updates;
      case "ending":
        return this.#conversation.ending ? { ...this.#conversation.ending, kind: snakeWord(this.#conversation.ending.kind) } : null;
      case "broken":
        return this.#conversation.isBroken(this.#now);
      case "idle":
        return this.#conversation.isIdle;
      case "token":
        return this.#tokens.load() ?? null;
      case "phase":
        return view?.phase;
      case "left_ms":
        return view?.leftMillis;
      case "wallet":
        return Object.fromEntries(view?.wallet ?? []);
      case "orders":
        return view?.orders;
      case "markets":
        return Object.fromEntries(
          (view?.markets ?? []).map(({ symbol, mark, bestBid, bestAsk }) => [
            symbol,
            { mark, bid: bestBid ? [bestBid.price, bestBid.size] : null, ask: bestAsk ? [bestAsk.price, bestAsk.size] : null },
          ]),
        );
      default:
        throw new Error(`nothing is called ${name}`);
    }
  }
}

function camelWord(word: string): string {
  return word.replace("_ms", "Millis").replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

function snakeWord(word: string): string {
  return word.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function camel(members: Members): Members {
  return Object.fromEntries(Object.entries(members).map(([name, value]) => [camelWord(name), value]));
}

/** An update or a wish as a dialogue writes it. */
function plain({ kind, ...members }: Update | Wish): Json {
  const written = Object.entries(members).map(([name, value]) => [snakeWord(name), name === "wish" ? plain(value) : value]);
  return { [snakeWord(kind)]: Object.fromEntries(written) };
}

/** Decimals by their value, everything else as it is. */
function alike(is: unknown, wanted: unknown): boolean {
  if (is instanceof Decimal || (typeof is === "string" && typeof wanted === "string" && is !== wanted)) {
    try {
      return Decimal.of(is).compare(Decimal.of(wanted as string)) === 0;
    } catch {
      return false;
    }
  }
  if (typeof is !== "object" || is === null || typeof wanted !== "object" || wanted === null) return is === wanted;
  const names = Object.keys(is);
  return (
    Array.isArray(is) === Array.isArray(wanted) &&
    names.length === Object.keys(wanted).length &&
    names.every((name) => name in wanted && alike(is[name as never], wanted[name as never]))
  );
}

function equal(what: string, is: unknown, wanted: unknown): void {
  if (!alike(is, wanted)) throw new Error(`${what}: ${JSON.stringify(is)}\n    expected ${JSON.stringify(wanted)}`);
}

const files = process.argv.slice(2);
let failed = 0;
for (const file of files) {
  const player = new Player();
  let where = file;
  try {
    for (const [at, step, value] of steps(file)) {
      where = at;
      player.play(step, value);
    }
    player.end();
  } catch (failure) {
    failed++;
    console.log(`${where}: ${failure instanceof Error ? failure.message : String(failure)}`);
  }
}
console.log(`${files.length - failed} of ${files.length} dialogues played`);
process.exitCode = failed > 0 || files.length === 0 ? 1 : 0;
