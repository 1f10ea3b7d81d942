import { describe, expect, it } from 'vitest'
import { type Figure, figureInMemory } from '../indicator/index.ts'
import type { Language, Pack, Report } from '../pack/index.ts'
import { allotment, composed } from '../record/testing/allotment.ts'
import { buildReport, type Found, findInMemory, indicatorsOf, plainText, type ReportInput } from './index.ts'

const asked = { period: { from: '2022-01-01', to: '2022-10-31' }, asOf: '2022-11-02' }
const season = allotment.reports.season!

/** Every figure of a report over no records at all. */
function figuresOf(pack: Pack, report: Report): Map<string, Figure> {
  const read = (id: string) => figureInMemory(pack, pack.indicators[id]!, () => [], asked)
  return new Map(indicatorsOf(pack, report).map((id) => [id, read(id)]))
}

/** What the slots of a report find among no records at all. */
function slotsOf(pack: Pack, report: Report): Map<string, Found> {
  return new Map(Object.values(report.slots).map((slot) => [slot.id, findInMemory(pack, slot, [], asked)]))
}

function input(language: Language, organ = '青禾园区'): ReportInput {
  const read = { figures: figuresOf(allotment, season), slots: slotsOf(allotment, season) }
  return { pack: allotment, report: season, language, ...asked, organ, ...read }
}

describe('the summary of a season', () => {
  it('is read as its sentences say, figures and slots put in', () => {
    const { title, blocks } = buildReport(input('zh'))
    expect(title).toBe('市民菜园园季小结')
    expect(blocks.map((block) => `${block.kind} ${plainText(block)}`)).toEqual([
      'title 市民菜园园季小结',
      'paragraph 自2022年1月1日至2022年10月31日，青禾园区照看在册地块0块，其中通水0块。以下存量数字截至2022年11月2日。',
      'heading1 一、园里的活',
      'heading2 （一）巡园',
      'paragraph 巡园0次，出动0人次，到过地块0块，采收0千克，摊位净收入0元。',
      'heading2 （二）修补',
      'paragraph 发现毛病0处，修好0处，修好率—；大毛病0处，占—。还有0处没有修好，其中0处过了期限。',
      'paragraph 这一季先发现的是〔待补：最先发现的毛病〕，最后一次日常巡园到了〔待补：最后巡到的地块〕，采收日定在〔待补：采收日〕。毛病都在期限内修好，没有拖欠。',
      'heading1 二、成效',
      'signature 青禾园区',
      'signature 2022年11月2日',
    ])
  })

  it('is read in English with its own words and days', () => {
    const { title, blocks } = buildReport(input('en', 'Greenrow Gardens'))
    expect(title).toBe('Summary of the Garden Season')
    expect(plainText(blocks[1]!)).toBe(
      'From 2022-01-01 to 2022-10-31 Greenrow Gardens looked after 0 plots; 0 plots have water. Figures of what stands are as of 2022-11-02.',
    )
    expect(plainText(blocks.at(-1)!)).toBe('2022-11-02')
  })

  it('carries behind every figure all that proves it, and behind its own words nothing', () => {
    const { blocks } = buildReport(input('zh'))
    const runs = blocks.flatMap((block) => block.runs)
    const proved = runs.filter(({ figure }) => figure !== undefined)
    expect(proved.map(({ figure }) => figure!.indicator)).toEqual([
      ...['plots', 'wateredPlots', 'visits', 'people', 'plotsVisited', 'harvest', 'takings'],
      ...[
        'faultsFound',
        'faultsMended',
        'mendedRate',
        'seriousFaults',
        'seriousRate',
        'openFaults',
        'overdueFaults',
      ],
    ])
    for (const { figure } of proved) expect(figure).toMatchObject({ source: 'counted', ...asked })
    expect(runs.every(({ text }) => text !== '')).toBe(true)
  })

  it('names the indicators that it prints, each once, as they first occur', () => {
    expect(indicatorsOf(allotment, season).slice(0, 3)).toEqual(['plots', 'wateredPlots', 'visits'])
    expect(new Set(indicatorsOf(allotment, season)).size).toBe(indicatorsOf(allotment, season).length)
  })

  it('is not written with a figure that was not read', () => {
    expect(() => buildReport({ ...input('zh'), figures: new Map() })).toThrow('plots')
  })
})

describe('text that looks like a place for something', () => {
  it('stays text in the name of an organ', () => {
    const organ = '{plots}{=asOf}$& {=organ}'
    const { blocks } = buildReport(input('zh', organ))
    expect(plainText(blocks[1]!)).toContain(`日，${organ}照看`)
    expect(plainText(blocks.at(-2)!)).toBe(organ)
    expect(blocks[1]!.runs.filter(({ figure }) => figure !== undefined)).toHaveLength(2)
  })

  it('stays text in the word for a unit', () => {
    const words = (unit: string) => ({
      ...{
        'indicator.books': 'n',
        'report.list': 'l',
        'unit.本': unit,
        'p.one': '共{books}。',
        'p.two': '{books}{books}',
      },
    })
    const pack = composed({
      ...{ id: 'library', version: '1', buildsOn: [] },
      indicators: { books: { count: 'person', unit: '本' } },
      reports: { list: { blocks: ['p.one', 'p.two'].map((text) => ({ kind: 'paragraph', text })) } },
      words: { zh: words('{=to}本'), en: words('{books}') },
    })
    const report = pack.reports.list!
    const figures = figuresOf(pack, report)
    const read = (language: Language) =>
      buildReport({ pack, report, language, ...asked, organ: '馆', figures, slots: new Map() }).blocks.map(
        plainText,
      )
    expect(read('zh').slice(0, 2)).toEqual(['共0{=to}本。', '0{=to}本0{=to}本'])
    expect(read('en').slice(0, 2)).toEqual(['共0 {books}。', '0 {books}0 {books}'])
    expect(
      buildReport({ pack, report, language: 'zh', ...asked, organ: '馆', figures, slots: new Map() }).title,
    ).toBe('')
  })
})
