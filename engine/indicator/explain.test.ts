import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Language, languages, wordOf } from '../pack/index.ts'
import { type FilterSpec, fieldsOf } from '../query/index.ts'
import { filterSpecs, readOrFail } from '../query/testing/arbitraries.ts'
import { allotment, fault, plot, stock } from '../record/testing/allotment.ts'
import { explainIndicator } from './index.ts'
import { leafOf } from './testing/leaf.ts'

function explain(id: string, language: Language): string {
  return explainIndicator(allotment, allotment.indicators[id]!, language)
}

/** A count of faults or plots that are like this, in words. */
function explainWhere(where: FilterSpec, language: Language, register = fault): string {
  const leaf = leafOf(register.id, { where: readOrFail(register, where) })
  const sentence = explainIndicator(allotment, leaf, language)
  return sentence.split(language === 'zh' ? '只计：' : 'only: ')[1]?.slice(0, -1) ?? ''
}

describe('a definition in words', () => {
  it.each([
    ['visits', '「巡园」的记录数；以「巡园日期」为准归入统计时段。'],
    [
      'harvest',
      '「巡园」各条记录的「采收量（千克）」之和；以「巡园日期」为准归入统计时段；只计：类别为采收日。',
    ],
    ['plotsVisited', '「巡园」中不同的「地块」，重复的只计一次；以「巡园日期」为准归入统计时段。'],
    ['smallVisits', '「巡园」的记录数；以「巡园日期」为准归入统计时段；只计：人数不大于3。'],
    ['emptyPlots', '「地块」的记录数；按截止日当天的情况统计；只计：认领人未填，年租金已填。'],
    ['wateredPlots', '「地块」的记录数；按截止日当天的情况统计；只计：通水为是。'],
    [
      'largePlots',
      '「地块」的记录数；按截止日当天的情况统计；只计：面积（平方米）不小于100，（类别为果园或年租金大于300.00）。',
    ],
    [
      'leasedPlots',
      '「地块」的记录数；按截止日当天的情况统计；只计：租期起不晚于截止日，租期止不早于截止日。',
    ],
    [
      'waterFaults',
      '「园地毛病」的记录数；以「发现日期」为准归入统计时段；只计：毛病含“水”，不属于（轻重为大毛病）。',
    ],
    [
      'overdueFaults',
      '「园地毛病」的记录数；按截止日当天的情况统计；只计：修好期限早于截止日，状态为已发现或已告知或待看。',
    ],
    [
      'meanTakings',
      '「巡园」各条记录的「摊位净收入」的平均数，未填的不计；一条也没有时不出数；以「巡园日期」为准归入统计时段；四舍五入保留2位小数。',
    ],
    [
      'visitsChange',
      '（本期巡园次数 − 紧接在前的同长时段的数）÷ 紧接在前的同长时段的数，四舍五入保留1位小数；紧接在前的同长时段的数为零时不出数。',
    ],
    ['peopleChange', '本期巡园人次 − 上年同期数，四舍五入保留0位小数。'],
    ['mendedRateChange', '本期修好率 − 紧接在前的同长时段的数，以百分点计，四舍五入保留1位小数。'],
    [
      'foundReached',
      '发现毛病 ÷ 专项行动计划所定的目标数，四舍五入保留1位小数；没有选定专项行动或计划没有定的不出数。',
    ],
    ['harvestReached', '采收量 ÷ 目标数60，四舍五入保留1位小数。'],
    [
      'attendance',
      '「巡园」各条记录的「人数」之和；以「巡园日期」为准归入统计时段；某单位某时段没有记录的，取该单位报送的数，两者不相加。',
    ],
    [
      'plotsTended',
      '「巡园」中不同的「地块」，重复的只计一次；以「巡园日期」为准归入统计时段；没有记录时取单位报送的数，各单位的数不相加。',
    ],
    [
      'mendedRank',
      '在同级中按修好率从高到低排的名次，数值相同的并列，没有数的不排，排不出的取外部文件载明的名次。',
    ],
    ['overdueRank', '在同级中按过期未修好从低到高排的名次，数值相同的并列，没有数的不排。'],
    ['cropsPicked', '「巡园」各条记录的「采收明细」的行数；以「巡园日期」为准归入统计时段。'],
    [
      'fruitBaskets',
      '「巡园」各条记录的「采收明细」逐行的「筐数」之和；以「巡园日期」为准归入统计时段；只计「采收明细」中这样的行：作物属于果品（含下级）。',
    ],
    [
      'plotsPicked',
      '「巡园」各条记录的「采收明细」各行中不同的「地块」，重复的只计一次；以「巡园日期」为准归入统计时段。',
    ],
    [
      'unvisitedPlots',
      '「地块」的记录数；按截止日当天的情况统计；只计：通水为是；截止日前30天内（以「巡园日期」为准）没有「巡园」的记录。',
    ],
    [
      'troubledPlots',
      '「地块」的记录数；按截止日当天的情况统计；截止日当天有「园地毛病」的记录（状态为已发现或已告知或待看，轻重为大毛病）；截止日以前（以「巡园日期」为准）没有「巡园」的记录（类别为日常巡园）。',
    ],
    ['leaflets', '不由台账统计；取各单位报送的数；只取所指时段在统计时段以内的。'],
    ['waterButts', '不由台账统计；取各单位报送的数；取截止日前最近的一次。'],
    [
      'tidiness',
      '不由台账统计；取各单位报送的数；没有报送的，取外部文件载明的数；只取所指时段在统计时段以内的；不相加：有一份能说明全部时才出数。',
    ],
    ['mendedRate', '修好 ÷ 发现毛病，四舍五入保留1位小数；分母为零时不出数。'],
  ])('%s', (id, sentence) => {
    expect(explain(id, 'zh')).toBe(sentence)
  })

  it.each([
    [
      'overdueFaults',
      'the number of records in “Garden faults”; as things stand on the as-of day; only: Due is before the as-of day, State is found or notified or to be looked at.',
    ],
    [
      'largePlots',
      'the number of records in “Plots”; as things stand on the as-of day; only: Area (square metres) is at least 100, (Kind is orchard or Rent a year is more than 300.00).',
    ],
    [
      'peopleChange',
      'People sent out now − that of the same days a year earlier, rounded half up to 0 decimals.',
    ],
    ['harvestReached', 'Harvest ÷ the goal of 60, rounded half up to 1 decimals.'],
    [
      'seriousRate',
      'Serious faults ÷ Faults found, rounded half up to 0 decimals; no figure when there is nothing to divide by.',
    ],
  ])('%s, in English', (id, sentence) => {
    expect(explain(id, 'en')).toBe(sentence)
  })

  it.each(Object.keys(allotment.indicators))('of %s shows no name that only the pack knows', (id) => {
    expect(explain(id, 'zh')).not.toMatch(/[A-Za-z_{}]/)
    // What the pack calls fields, states and options is not what English readers call them.
    expect(explain(id, 'en')).not.toMatch(/[a-z][A-Z]|[a-z]\.[a-z]|[{}_]/)
  })

  it.each(languages)('mentions every field that the definition reads, in %s', (language) => {
    const options = { asOf: true }
    fc.assert(
      fc.property(filterSpecs(fault, stock, options), (where) => {
        const filter = readOrFail(fault, where)
        const words = fieldsOf(filter).map((field) =>
          wordOf(allotment, language, field === 'state' ? 'field.state' : `field.fault.${field}`),
        )
        const text = explainWhere(where, language)
        // A choice that lets everything pass or nothing needs no more words.
        if (JSON.stringify(filter).match(/\[\]/)) return
        for (const word of words) expect(text).toContain(word)
      }),
    )
  })
})

describe('brackets', () => {
  it('keep apart what is joined in different ways', () => {
    const any = [{ grade: 'serious' }, { cost: null }]
    expect(explainWhere({ any }, 'zh')).toBe('轻重为大毛病或花费未填')
    expect(explainWhere({ state: 'found', any }, 'zh')).toBe('状态为已发现，（轻重为大毛病或花费未填）')
    expect(explainWhere({ any: [{ state: 'found', grade: 'minor' }, { cost: null }] }, 'zh')).toBe(
      '（状态为已发现，轻重为小毛病）或花费未填',
    )
    expect(explainWhere({ state: 'found', all: [{ grade: 'minor' }, { all: [{ cost: null }] }] }, 'en')).toBe(
      'State is found, Grade is minor, Cost is not known',
    )
    expect(explainWhere({ all: [{ any: [{ grade: 'minor' }] }, { cost: null }] }, 'en')).toBe(
      'Grade is minor, Cost is not known',
    )
  })

  it('are not needed for what lets everything pass or nothing', () => {
    expect(explainWhere({}, 'zh')).toBe('')
    expect(explainWhere({ all: [{}, { any: [{}, { grade: 'minor' }] }] }, 'zh')).toBe('')
    expect(explainWhere({ any: [] }, 'zh')).toBe('一条也不计')
    expect(explainWhere({ grade: [] }, 'en')).toBe('none at all')
    expect(explainWhere({ not: {} }, 'en')).toBe('none at all')
  })
})

describe('a test in words', () => {
  it.each<[FilterSpec, string, string]>([
    [{ due: { known: true } }, '修好期限有具体日期', 'Due names a day'],
    [{ due: null }, '修好期限没有具体日期', 'Due names no day'],
    [{ owner: [null] }, '养护单位未填', 'Mended by is not known'],
    [{ what: { has: '{field}' } }, '毛病含“{field}”', 'Fault contains “{field}”'],
    [
      { not: { grade: ['minor', 'serious'] } },
      '不属于（轻重为小毛病或大毛病）',
      'not (Grade is minor or serious)',
    ],
    [
      { foundOn: { after: '2022-10-01', upTo: 'asOf' } },
      '发现日期晚于2022-10-01，发现日期不晚于截止日',
      'Found on is after 2022-10-01, Found on is not after the as-of day',
    ],
    [
      { cost: { before: '5', upTo: '6.50', from: '1', after: '0' } },
      '花费小于5，花费不大于6.50，花费不小于1，花费大于0',
      'Cost is less than 5, Cost is at most 6.50, Cost is at least 1, Cost is more than 0',
    ],
  ])('%j', (where, zh, en) => {
    expect([explainWhere(where, 'zh'), explainWhere(where, 'en')]).toEqual([zh, en])
  })

  it('says yes and no', () => {
    expect(explainWhere({ watered: [true, false] }, 'zh', plot)).toBe('通水为是或否')
  })
})
