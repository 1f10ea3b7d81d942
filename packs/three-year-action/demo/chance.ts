/** A source of chance that gives the same numbers every time. */
export interface Chance {
  /** A whole number from `from` to `to`, both included. */
  between: (from: number, to: number) => number
  pick: <Item>(items: readonly Item[]) => Item
}

/** Mulberry32: small, and the same on every machine. */
export function chance(seed: number): Chance {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return { between, pick: (items) => items[between(0, items.length - 1)]! }
}
