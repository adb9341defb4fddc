/**
 * An exact decimal number, `units` times ten to the minus `places`. Immutable. Money never becomes a `number` on its way
 * from the server to the bot and back; `toNumber` is for reckoning about it.
 */
export class Decimal {
  static readonly ZERO: Decimal = new Decimal(0n, 0);

  readonly units: bigint;
  readonly places: number;

  constructor(units: bigint, places: number) {
    this.units = units;
    this.places = places;
  }

  /** Reads `digits[.digits][e±dd]`, at most 40 characters. RangeError: it is something else. */
  static of(value: Decimal | string | number): Decimal {
    if (value instanceof Decimal) return value;
    const text = String(value);
    const found = text.length <= 40 ? /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,2}))?$/.exec(text) : null;
    if (!found) throw new RangeError(`not a decimal: ${text.slice(0, 50)}`);
    const [, sign, whole, fraction = "", exponent = "0"] = found;
    const decimal = new Decimal(BigInt(`${sign}${whole}${fraction}`), fraction.length - Number(exponent));
    return decimal.places < 0 ? new Decimal(decimal.unitsOf(0), 0) : decimal;
  }

  plus(other: Decimal | string): Decimal {
    const added = Decimal.of(other);
    const places = Math.max(this.places, added.places);
    return new Decimal(this.unitsOf(places) + added.unitsOf(places), places);
  }

  minus(other: Decimal | string): Decimal {
    return this.plus(Decimal.of(other).negated());
  }

  times(other: Decimal | string): Decimal {
    const factor = Decimal.of(other);
    return new Decimal(this.units * factor.units, this.places + factor.places);
  }

  negated(): Decimal {
    return new Decimal(-this.units, this.places);
  }

  /** Negative: smaller than the other; 0: equal, whatever the number of zeros; positive: larger. */
  compare(other: Decimal | string): number {
    const difference = this.minus(other).units;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  isZero(): boolean {
    return this.units === 0n;
  }

  /** The largest number with so many places that is not above this one. */
  floor(places: number): Decimal {
    if (places >= this.places) return new Decimal(this.unitsOf(places), places);
    const step = 10n ** BigInt(this.places - places);
    const down = this.units / step;
    return new Decimal(this.units % step < 0n ? down - 1n : down, places);
  }

  /** The smallest number with so many places that is not below this one. */
  ceiling(places: number): Decimal {
    return this.negated().floor(places).negated();
  }

  /** All its places, without an exponent. */
  toString(): string {
    const digits = (this.units < 0n ? -this.units : this.units).toString().padStart(this.places + 1, "0");
    const point = digits.length - this.places;
    const text = this.places === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
    return this.units < 0n ? `-${text}` : text;
  }

  toJSON(): string {
    return this.toString();
  }

  toNumber(): number {
    return Number(this.toString());
  }

  /** How many units this is at so many places; fewer than it has only where they are zeros. */
  private unitsOf(places: number): bigint {
    return this.units * 10n ** BigInt(places - this.places);
  }
}
