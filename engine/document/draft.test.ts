import { describe, expect, it } from 'vitest'
import { figureInMemory } from '../indicator/index.ts'
import type { LivingRecord, Values } from '../record/index.ts'
import { allotment, idOf } from '../record/testing/allotment.ts'
import { buildReport, findInMemory, indicatorsOf, plainText } from './index.ts'
import { figureOf } from './testing/figures.ts'

const asked = { period: { from: '2022-10-01', to: '2022-10-31' }, asOf: '2022-10-31' }
const season = allotment.reports.season!

function living(
  n: number,
  state: string,
  day: string,
  values: Values,
  until: string | null = null,
): LivingRecord {
  const tracked = { grade: values.grade ?? null, due: values.due ?? null, owner: null }
  const span = { from: day, until, act: 'create', by: 'mei', state, tracked }
  return { id: idOf(n), version: 1, state, values, spans: [span] }
}

function visitOn(n: number, day: string, kind: string, more: Values = {}): LivingRecord {
  return living(n, 'recorded', day, {
    visitedOn: day,
    kind,
    people: 2,
    plot: { id: idOf(21), text: '' },
    ...more,
  })
}

function faultOn(n: number, day: string, what: string, due: string | null = null): LivingRecord {
  const until = due === null ? null : { kind: 'day', date: due }
  return living(n, 'notified', day, {
    foundOn: day,
    what,
    grade: 'minor',
    due: until,
    number: `YD-2022-${n}`,
  })
}

/** The season over these records, with figures that are given instead of counted where that is said. */
function draft(records: Record<string, LivingRecord[]>, given: Record<string, string> = {}) {
  const figures = indicatorsOf(allotment, season).map((id) => {
    const indicator = allotment.indicators[id]!
    const read = figureInMemory(allotment, indicator, (register) => records[register.id] ?? [], asked)
    return [id, given[id] === undefined ? read : figureOf(id, asked, given[id])] as const
  })
  const slots = Object.values(season.slots).map(
    (slot) => [slot.id, findInMemory(allotment, slot, records[slot.of.register] ?? [], asked)] as const,
  )
  return buildReport({
    ...{ pack: allotment, report: season, language: 'zh', ...asked, organ: '园务处' },
    ...{
      figures: new Map(figures),
      slots: new Map(slots),
      titleOf: (_register, id) => `地块${id.slice(-2)}`,
    },
  })
}

const lines = (made: ReturnType<typeof draft>) => made.blocks.map(plainText)
const one = [visitOn(1, '2022-10-12', 'harvest', { harvest: 40 })]

describe('the slots of a report', () => {
  it('name the records that a count would count, in the order that the pack says', () => {
    const records = {
      visit: [
        ...one,
        visitOn(2, '2022-10-05', 'round', { plot: { id: idOf(22), text: '' } }),
        visitOn(3, '2022-10-20', 'round', { plot: { id: idOf(23), text: '' } }),
        visitOn(4, '2022-11-05', 'round'),
      ],
      fault: [
        faultOn(12, '2022-10-06', '水渠淤塞'),
        faultOn(11, '2022-10-03', '水管漏水'),
        faultOn(13, '2022-09-30', '园门'),
      ],
    }
    const made = draft(records)
    expect(lines(made)[7]).toContain(
      '先发现的是水管漏水，最后一次日常巡园到了地块23，采收日定在2022年10月12日。',
    )
    const slots = made.blocks.flatMap(({ runs }) => runs.flatMap(({ slot }) => slot ?? []))
    expect(slots.map(({ id, register, records }) => [id, register, records])).toEqual([
      ['firstFault', 'fault', [idOf(11)]],
      ['lastRound', 'visit', [idOf(3)]],
      ['harvestDay', 'visit', [idOf(1)]],
    ])
    expect(made.gaps).toEqual([])
  })

  it('leave their place open, and say why, when there is none, several for the only one, or nothing to print', () => {
    const several = [...one, visitOn(2, '2022-10-20', 'harvest')]
    const made = draft({ visit: several, fault: [faultOn(11, '2022-10-03', '')] })
    expect(lines(made)[7]).toContain('先发现的是〔待补：最先发现的毛病〕')
    expect(made.gaps).toEqual([
      { code: 'emptyText', id: 'firstFault', name: '最先发现的毛病', count: 1 },
      { code: 'noRecord', id: 'lastRound', name: '最后巡到的地块', count: 0 },
      { code: 'severalRecords', id: 'harvestDay', name: '采收日', count: 2 },
    ])
    const open = made.blocks.flatMap(({ runs }) => runs.filter(({ gap }) => gap === true))
    expect(open).toHaveLength(3)
    expect(open.every(({ slot, figure }) => slot === undefined && figure === undefined)).toBe(true)
  })

  it('name as many of all as the pack says, and 等 after that', () => {
    const late = (...days: string[]) => days.map((day, n) => faultOn(n, '2022-10-01', `毛病${n}`, day))
    const sentence = (...days: string[]) => lines(draft({ visit: one, fault: late(...days) }))[7]
    expect(sentence('2022-10-20', '2022-10-10')).toContain('有毛病1、毛病0，共2处')
    expect(sentence('2022-10-20', '2022-10-10', '2022-10-30')).toContain('有毛病1、毛病0等，共3处')
    // Not before the day has passed.
    expect(sentence('2022-10-20', '2022-10-31')).toContain('有毛病0，共1处')
  })
})

describe('a claim of a report', () => {
  it('says the one or the other, each run marked with it, figures and slots in it still proved', () => {
    const onTime = draft({ visit: one })
    expect(lines(onTime)[7]).toContain('毛病都在期限内修好，没有拖欠。')
    const late = draft({ visit: one, fault: [faultOn(1, '2022-10-01', '水管', '2022-10-05')] })
    expect(lines(late)[7]).toContain('过了期限还没有修好的有水管，共1处。')
    const runs = late.blocks[7]!.runs.filter(({ claim }) => claim === 'onTime')
    expect(runs.map(({ slot, figure }) => slot?.id ?? figure?.indicator)).toEqual([
      undefined,
      'overdue',
      undefined,
      'overdueFaults',
      undefined,
    ])
  })

  it('is left open when it hangs on a figure without a value', () => {
    const rate = { figure: 'mendedRate', test: { is: 'from' as const, value: '90' } }
    const claims = { onTime: { ...season.claims.onTime!, when: rate } }
    const figures = indicatorsOf(allotment, season).map(
      (id) => [id, figureInMemory(allotment, allotment.indicators[id]!, () => [], asked)] as const,
    )
    const slots = Object.keys(season.slots).map((id) => [id, { records: [], total: 0 }] as const)
    const made = buildReport({
      ...{ pack: allotment, report: { ...season, claims }, language: 'en', ...asked, organ: 'Gardens' },
      ...{ figures: new Map(figures), slots: new Map(slots) },
    })
    expect(plainText(made.blocks[7]!)).toContain('[to be supplied: whether anything is late]')
    expect(made.gaps).toContainEqual({
      ...{ code: 'unknownFigures', id: 'onTime', name: 'whether anything is late', figures: ['mendedRate'] },
    })
  })
})

describe('the clauses of a paragraph', () => {
  const results = (made: ReturnType<typeof draft>) =>
    lines(made).filter((line) => line.startsWith('这一季的成效'))

  it('are counted anew when one of them is left out', () => {
    expect(results(draft({ visit: one }, { harvest: '40', takings: '80.25', personsCalled: '3' }))).toEqual([
      '这一季的成效：一是有收成，采收40千克；二是摊位见了数，净收入80.25元；三是有人管，告知养护人3位。',
    ])
    const made = draft({ visit: one }, { harvest: '0', takings: '-1', personsCalled: '3' })
    expect(results(made)).toEqual(['这一季的成效：一是摊位见了数，净收入-1元；二是有人管，告知养护人3位。'])
    expect(made.leftOut).toEqual([
      { text: '有收成，采收0千克', why: 'zero', figures: ['harvest'] },
      { text: '修得快，修好率—', why: 'condition', figures: ['mendedRate'] },
      { text: '借出园具的有0家', why: 'zero', figures: ['borrowers'] },
      { text: '大毛病占—', why: 'condition', figures: ['seriousRate'] },
    ])
    expect(made.gaps.map(({ id }) => id)).not.toContain('report.season.mostlyMended')
  })

  it('go with what leads in to them when none is left', () => {
    const made = draft({ visit: [] })
    expect(results(made)).toEqual([])
    expect(lines(made).at(-3)).toBe('二、成效')
    expect(made.leftOut.map(({ why }) => why)).toEqual([
      'zero',
      'condition',
      'zero',
      'condition',
      'zero',
      'condition',
    ])
  })

  it('are printed by their own condition even at zero, and joined as the pack says', () => {
    const fault = [faultOn(1, '2022-10-01', '水管')]
    expect(lines(draft({ visit: one, fault }, { borrowers: '2' }))).toContain('借出园具的有2家，大毛病占0‰。')
  })
})
