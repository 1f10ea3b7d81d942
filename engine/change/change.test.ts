import { describe, expect, it } from 'vitest'
import type { Pack } from '../pack/index.ts'
import { allotment as now } from '../record/testing/allotment.ts'
import {
  nameNow,
  namesOf,
  type PackChange,
  type Renames,
  readPast,
  renamesBetween,
  sayRefusal,
  sayStep,
} from './index.ts'
import en from './words/en.json' with { type: 'json' }
import zh from './words/zh.json' with { type: 'json' }

/** A pack as it was: the one of now, with some things called otherwise. */
function before(change: (pack: Pack) => void): Pack {
  const pack = JSON.parse(JSON.stringify(now)) as Pack
  change(pack)
  return pack
}

function rename(things: Record<string, unknown>, from: string, to: string): void {
  things[to] = things[from]
  delete things[from]
}

describe('what was renamed', () => {
  it('is nothing between a pack and itself', () => {
    expect(renamesBetween(now, now)).toEqual({ registers: {}, roles: {}, of: {} })
  })

  it('is told by the pack of now, wherever the one before has an earlier name', () => {
    const old = before(({ registers, roles, options }) => {
      rename(registers, 'tool', 'implement')
      rename(registers.plot!.fields, 'watered', 'piped')
      rename(registers.fault!.acts, 'submit', 'report')
      registers.fault!.states = registers.fault!.states.map((one) => (one === 'struckOff' ? 'ended' : one))
      rename(roles, 'gardener', 'grower')
      options['plot-kind'] = ['vegetable', 'herb', 'orchard', 'glasshouse']
    })
    // A letter takes over the kind of its plot.
    const copied = { fields: {}, states: {}, acts: {}, options: { plotKind: { glasshouse: 'greenhouse' } } }
    expect(renamesBetween(old, now)).toEqual({
      registers: { implement: 'tool' },
      roles: { grower: 'gardener' },
      of: {
        letter: copied,
        plot: {
          fields: { piped: 'watered' },
          states: {},
          acts: {},
          options: { kind: { glasshouse: 'greenhouse' } },
        },
        fault: { fields: {}, states: { ended: 'struckOff' }, acts: { report: 'submit' }, options: {} },
      },
    } satisfies Renames)
  })

  it('is an indicator too, where organs state it', () => {
    const old = before(({ options }) => {
      const { statedIndicator: ids } = options
      options.statedIndicator = ids!.map((id) => (id === 'leaflets' ? 'flyers' : id))
    })
    const { statement } = renamesBetween(old, now).of
    expect(statement!.options).toEqual({ indicator: { flyers: 'leaflets' } })
  })

  it('is nothing where both are there: then the old one is another thing', () => {
    const old = before(({ registers }) => {
      registers.plot!.fields.piped = registers.plot!.fields.watered!
    })
    expect(renamesBetween(old, now).of).toEqual({})
  })
})

const none: Renames = { registers: {}, roles: {}, of: {} }
const names = { fields: {}, states: {}, acts: {}, options: {} }
const past: PackChange[] = [
  { n: 1, version: 'a', renames: none },
  {
    n: 2,
    version: 'b',
    renames: {
      registers: { hole: 'pit' },
      roles: {},
      of: {
        pit: {
          fields: { kind: 'grade', 'parts.size': 'width' },
          states: { open: 'found' },
          acts: { make: 'dig' },
          options: { grade: { bad: 'deep' }, 'parts.of': { oak: 'wood' }, depth: { m: '米' } },
        },
      },
    },
  },
  { n: 3, version: 'c', renames: { ...none, of: { pit: { ...names, fields: { grade: 'class' } } } } },
  {
    n: 4,
    version: 'd',
    renames: {
      registers: { pit: 'well' },
      roles: {},
      of: { well: { ...names, states: { found: 'seen' }, options: { class: { deep: 'bottomless' } } } },
    },
  },
]

describe('an event of then', () => {
  const written = {
    act: 'make',
    before: { state: null, kind: null },
    after: {
      state: 'open',
      kind: 'bad',
      depth: { amount: '3', unit: 'm' },
      beside: { id: 'x', register: 'hole' },
      parts: [{ size: 2, of: 'oak' }],
      note: 'bad',
    },
    life: [
      { from: '2022-10-01', until: null, act: 'make', by: 'y', state: 'open', tracked: { kind: 'bad' } },
    ],
  }

  it('is read in the names of now, whatever was renamed since', () => {
    expect(readPast(past, written, { register: 'well', version: 'a' })).toEqual({
      act: 'dig',
      before: { state: null, class: null },
      after: {
        state: 'seen',
        class: 'bottomless',
        depth: { amount: '3', unit: '米' },
        beside: { id: 'x', register: 'well' },
        parts: [{ width: 2, of: 'wood' }],
        // A text that says the same as an option is no option.
        note: 'bad',
      },
      life: [
        {
          from: '2022-10-01',
          until: null,
          act: 'dig',
          by: 'y',
          state: 'seen',
          tracked: { class: 'bottomless' },
        },
      ],
    })
  })

  it('is left as it is under the pack of now', () => {
    expect(readPast(past, written, { register: 'well', version: 'd' })).toEqual(written)
  })

  it('is found under every name that its register had', () => {
    expect(namesOf(past, 'well')).toEqual(['well', 'pit', 'hole'])
    expect(namesOf(past, 'pit')).toEqual(['pit', 'hole'])
    expect(nameNow(past, 'hole', 'a')).toBe('well')
    expect(nameNow(past, 'pit', 'c')).toBe('well')
    expect(nameNow(past, 'well', 'd')).toBe('well')
  })
})

describe('a plan in words', () => {
  it('has the same sentences in both languages, which ask for the same', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh))
    const slots = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String)
    for (const [key, text] of Object.entries(zh)) {
      // What a sentence does not need in one language it may leave out, but never ask for what the other has not.
      for (const slot of slots(en[key as keyof typeof en])) expect(slots(text), key).toContain(slot)
    }
  })

  it('says what is done, and what stands against it', () => {
    expect(sayStep('en', 'renameTable', { from: 'hole', to: 'pit' })).toBe('table hole becomes pit')
    expect(sayRefusal('zh', { why: 'registerInUse', register: 'pit', records: 3 })).toBe(
      '台账 pit 不能去掉：其中有 3 条记录',
    )
  })
})
