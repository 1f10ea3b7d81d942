import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '../calendar/index.ts'
import {
  type Descent,
  descentsOf,
  ever,
  holdsOn,
  isOwnAncestor,
  isUnder,
  type Standing,
  standingsOf,
} from './index.ts'

const first: Day = '2022-01-01'
const day = (n: number) => addDays(first, n)

/** The ancestors of a node on a day, from itself up, read from the standings of that day alone. */
function pathOn(nodes: Map<string, Standing[]>, id: string, on: Day): string[] {
  const here = nodes.get(id)?.find((standing) => holdsOn(standing, on))
  if (here === undefined) return []
  return [id, ...(here.parent === null ? [] : pathOn(nodes, here.parent, on))]
}

function pathIn(descents: readonly Descent[], id: string, on: Day): string[] {
  const here = descents.filter((one) => one.id === id && holdsOn(one, on))
  return here.sort((a, b) => a.depth - b.depth).map(({ ancestor }) => ancestor)
}

/** Moves of eight nodes over forty days, any that leave no node below itself: each is a node, a parent and a day. */
const moves = fc.array(
  fc.record({ id: fc.nat({ max: 7 }), parent: fc.option(fc.nat({ max: 7 })), on: fc.nat({ max: 39 }) }),
  { maxLength: 30 },
)

/** Plays moves as acts would: in the order of their days, refusing what would be its own ancestor. */
function play(wanted: { id: number; parent: number | null; on: number }[]) {
  const nodes = new Map<string, Standing[]>(
    Array.from({ length: 8 }, (_, n) => [
      String(n),
      standingsOf([{ from: first, until: null, parent: null }]),
    ]),
  )
  for (const { id, parent, on } of [...wanted].sort((a, b) => a.on - b.on)) {
    const was = nodes.get(String(id))!
    const last = was.at(-1)!
    const stretches = [...was.slice(0, -1), { ...last, until: day(on) }]
    const next = { from: day(on), until: null, parent: parent === null ? null : String(parent) }
    const is = standingsOf([...stretches, next])
    const others = descentsOf(nodes)
    if (!isOwnAncestor(String(id), is, others)) nodes.set(String(id), is)
  }
  return { nodes }
}

describe('a tree whose nodes move', () => {
  it('is on every day what the standings of that day say', () => {
    fc.assert(
      fc.property(moves, (wanted) => {
        const { nodes } = play(wanted)
        const descents = descentsOf(nodes)
        for (const id of nodes.keys()) {
          for (const on of ['1950-01-01', ...Array.from({ length: 42 }, (_, n) => day(n))]) {
            expect(pathIn(descents, id, on)).toEqual(pathOn(nodes, id, on))
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('lets no node be its own ancestor', () => {
    fc.assert(
      fc.property(moves, (wanted) => {
        const { nodes } = play(wanted)
        for (const id of nodes.keys()) {
          for (let n = 0; n < 42; n += 1) {
            const path = pathOn(nodes, id, day(n))
            expect(new Set(path).size).toBe(path.length)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is the same worked out from what is known of the nodes above', () => {
    fc.assert(
      fc.property(moves, fc.nat({ max: 7 }), (wanted, n) => {
        const { nodes } = play(wanted)
        const whole = descentsOf(nodes)
        const id = String(n)
        const known = new Map(
          [...nodes.keys()].map((one) => [one, whole.filter((descent) => descent.id === one)] as const),
        )
        const again = descentsOf(new Map([[id, nodes.get(id)!]]), known)
        expect(again).toEqual(whole.filter((descent) => descent.id === id))
      }),
      { numRuns: 60 },
    )
  })
})

describe('where a node stood', () => {
  const stretch = (from: number, until: number | null, parent: string | null) => ({
    from: day(from),
    until: until === null ? null : day(until),
    parent,
  })

  it('is known before its first day as on its first day', () => {
    expect(standingsOf([stretch(5, 9, 'a'), stretch(9, null, 'b')])).toEqual([
      { from: ever, until: day(9), parent: 'a' },
      { from: day(9), until: null, parent: 'b' },
    ])
  })

  it('does not hold on a day that was over before it began, and is one stretch where nothing changed', () => {
    const stretches = [stretch(5, 5, 'x'), stretch(5, 7, 'a'), stretch(7, 9, 'a'), stretch(9, null, null)]
    expect(standingsOf(stretches)).toEqual([
      { from: ever, until: day(9), parent: 'a' },
      { from: day(9), until: null, parent: null },
    ])
  })

  it('may be under a node and later above it, but not on one day', () => {
    const nodes = new Map([
      ['a', standingsOf([stretch(0, 5, 'b'), stretch(5, null, null)])],
      ['b', standingsOf([stretch(0, 5, null), stretch(5, null, 'a')])],
    ])
    const descents = descentsOf(nodes)
    expect([isUnder(descents, 'a', 'b', day(4)), isUnder(descents, 'a', 'b', day(5))]).toEqual([true, false])
    expect([isUnder(descents, 'b', 'a', day(4)), isUnder(descents, 'b', 'a', day(5))]).toEqual([false, true])
    expect(isOwnAncestor('b', standingsOf([stretch(0, 4, null), stretch(4, null, 'a')]), descents)).toBe(true)
    expect(isOwnAncestor('b', standingsOf([stretch(0, null, 'b')]), descents)).toBe(true)
  })

  it('hangs in the air where what stands above was a mistake', () => {
    const nodes = new Map([
      ['a', standingsOf([])],
      ['b', standingsOf([stretch(0, null, 'a')])],
    ])
    expect(descentsOf(nodes)).toEqual([{ id: 'b', ancestor: 'b', depth: 0, from: ever, until: null }])
  })
})
