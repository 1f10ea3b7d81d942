import { buildReport, indicatorsOf, plainText } from '@anzhi/engine/document'
import { type Figure, figureInMemory } from '@anzhi/engine/indicator'
import { getRegister } from '@anzhi/engine/pack'
import { type LivingRecord, linkedIds } from '@anzhi/engine/record'
import { describe, expect, it } from 'vitest'
import committed from '../demo.json' with { type: 'json' }
import { countByHand } from './count.ts'
import { replay } from './replay.ts'
import { makeDemo } from './story.ts'

const demo = makeDemo()
const { pack, records } = replay(demo)
const living = (register: string): LivingRecord[] => [...(records.get(register)?.values() ?? [])]

function figure(id: string, from: string, to: string, asOf: string): Figure {
  const asked = { period: { from, to }, asOf }
  return figureInMemory(pack, pack.indicators[id]!, (register) => living(register.id), asked)
}

function figures(from: string, to: string, asOf: string): Record<string, string> {
  return Object.fromEntries(Object.keys(pack.indicators).map((id) => [id, figure(id, from, to, asOf).shown]))
}

describe('the demonstration', () => {
  it('is committed as the script makes it', () => {
    // Compared as a truth, so that a difference does not print the whole year.
    expect(JSON.stringify(committed) === JSON.stringify(demo), 'demo/make.ts has not been run').toBe(true)
  })

  it('is a district of some size', () => {
    const sizes = [...records].map(([register, all]) => [register, all.size])
    expect(Object.fromEntries(sizes)).toEqual({
      organ: 13,
      person: 16,
      site: 41,
      inspection: 61,
      supervisionVisit: 4,
      hazard: 95,
    })
    expect(demo.accounts).toHaveLength(14)
  })

  it('points only to what was made before', () => {
    const made = new Set<string>()
    for (const [register, all] of records) for (const { id } of all.values()) made.add(`${register} ${id}`)
    const links = [...records.keys()].flatMap((register) =>
      living(register).flatMap(({ values }) => linkedIds(getRegister(pack, register), values)),
    )
    const lost = links.filter(({ register, id }) => register !== 'file' && !made.has(`${register} ${id}`))
    expect(links.length).toBeGreaterThan(300)
    expect(lost).toEqual([])
  })

  it('shows every state, act and role, and never lets the office inspect', () => {
    const { hazard } = pack.registers
    expect(new Set(living('hazard').map(({ state }) => state))).toEqual(new Set(hazard!.states))
    const acts = new Set(demo.acts.filter(({ register }) => register === 'hazard').map(({ act }) => act))
    expect([...Object.keys(hazard!.acts)].filter((act) => !acts.has(act))).toEqual(['correct'])
    expect(new Set(demo.accounts.flatMap(({ roles }) => roles))).toEqual(new Set(Object.keys(pack.roles)))
    const office = demo.acts.filter(({ as }) => as === 'office').map(({ register }) => register)
    expect(new Set(office)).toEqual(new Set(['supervisionVisit', 'hazard']))
  })

  it('goes forward in time, and nothing happens after today', () => {
    const days = demo.acts.map(({ day }) => day)
    expect(days).toEqual(days.toSorted())
    expect(days.at(-1)! <= demo.today).toBe(true)
  })

  it('takes every picture once', () => {
    const used = JSON.stringify(demo.acts.map(({ values }) => values)).match(/@file:[a-z0-9-]+/g) ?? []
    expect(used.toSorted()).toEqual(demo.files.map(({ key }) => `@file:${key}`).toSorted())
  })
})

describe('the eight figures of the demonstration', () => {
  it('are these, this year', () => {
    const counted = countByHand(demo, '2022-01-01', demo.today, demo.today)
    expect(counted).toEqual({
      inspectedSites: '38',
      inspections: '61',
      peopleSent: '206',
      hazardsFound: '93',
      majorHazards: '9',
      hazardsFixed: '79',
      fixedRate: '84.95',
      overdueHazards: '8',
    })
    expect(figures('2022-01-01', demo.today, demo.today)).toEqual(counted)
  })

  it.each([
    ['2022-01-01', '2022-06-30', '2022-06-30'],
    ['2022-01-01', '2022-06-30', '2022-10-31'],
    ['2022-07-01', '2022-09-30', '2022-09-30'],
    ['2022-10-01', '2022-10-31', '2022-10-31'],
  ])('are what a pencil counts from %s to %s as of %s', (from, to, asOf) => {
    const counted = countByHand(demo, from, to, asOf)
    expect(Number(counted.hazardsFound)).toBeGreaterThan(0)
    expect(figures(from, to, asOf)).toEqual(counted)
  })
})

describe('the situation report', () => {
  function report(language: 'zh' | 'en'): string[] {
    const situation = pack.reports.situation!
    const read = indicatorsOf(pack, situation).map((id): [string, Figure] => [
      id,
      figure(id, '2022-01-01', demo.today, demo.today),
    ])
    const period = { from: '2022-01-01', to: demo.today }
    const who = { organ: '汀鹭区安全生产委员会办公室', asOf: demo.today }
    return buildReport({
      pack,
      report: situation,
      language,
      period,
      ...who,
      figures: new Map(read),
      slots: new Map(),
    }).blocks.map(plainText)
  }

  it('prints the figures in official Chinese', () => {
    const [title, opening, work, text, hazards, , open] = report('zh')
    expect([title, work]).toEqual(['安全生产专项整治三年行动情况汇报', '一、工作开展情况'])
    expect(opening).toContain('2022年1月1日至2022年10月31日')
    expect(text).toContain('共检查单位38家、61家次，出动检查人员206人次。')
    expect(hazards).toContain('共排查隐患93处，其中重大事故隐患9处；已整改完成79处，整改率84.95%。')
    expect(open).toContain('截至2022年10月31日，逾期未整改隐患8处')
    expect(report('zh').slice(-2)).toEqual(['汀鹭区安全生产委员会办公室', '2022年10月31日'])
  })

  it('prints the same figures in English', () => {
    const text = report('en').join(' ')
    expect(text).toContain('61 inspections at 38 sites, with 206 attendances')
    expect(text).toContain('93 hazards were found, among them 9 hazards of the major grade; 79 hazards')
    expect(text).toContain('a rate of 84.95%')
    expect(text).toContain('As of 2022-10-31, 8 hazards were overdue.')
  })

  it('fits one page of 22 lines with 28 characters each', () => {
    // Two blanks begin a paragraph, two ASCII signs take the room of one, and a line stays free below the title.
    const widthOf = (text: string) => 2 + [...text].reduce((sum, sign) => sum + (sign < '\x7f' ? 0.5 : 1), 0)
    const lines = report('zh').map((text) => Math.ceil(widthOf(text) / 28))
    expect(1 + lines.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(22)
  })
})
