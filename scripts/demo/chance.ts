/**
 * Chance that always falls the same way: mulberry32, a small generator with 32 bits of state. Good enough to deal out
 * invented people, and the same on every machine; never for a secret.
 */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  happens(probability: number): boolean {
    return this.next() < probability
  }

  one<T>(list: readonly T[]): T {
    return list[this.whole(0, list.length - 1)]!
  }

  shuffled<T>(list: readonly T[]): T[] {
    const left = [...list]
    return list.map(() => left.splice(this.whole(0, left.length - 1), 1)[0]!)
  }

  /** A clock time on a full or half hour between two hours. */
  time(fromHour: number, toHour: number): string {
    return `${String(this.whole(fromHour, toHour - 1)).padStart(2, '0')}:${this.one(['00', '30'])}`
  }
}
