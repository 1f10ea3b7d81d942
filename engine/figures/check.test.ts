import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkText, findFigures, type Leader, type VocabularyEntry } from './index.ts'

const kindsOf = (text: string) => checkText(text).map((finding) => finding.kind)

describe('one finding', () => {
  it('quotes the text at its offsets and gives the arithmetic in one line', () => {
    const text = '𠮷祥镇共排查隐患1871处，已整改1824处，整改率98.9%。'
    const [finding] = checkText(text)
    expect(finding).toEqual({
      kind: 'ratio',
      from: text.indexOf('98.9%'),
      to: text.indexOf('98.9%') + 5,
      quote: '98.9%',
      printed: '98.9%',
      right: '97.5%',
      why: '1824÷1871＝97.49%，应为97.5%，文中为98.9%',
    })
    expect(checkText(text, { language: 'en' })[0]?.why).toBe('1824÷1871 = 97.49%, so 97.5%; printed 98.9%')
  })

  it('tells a cut rate from a wrong one, and rounds half up', () => {
    expect(kindsOf('发现隐患87处，整改85处，整改率97%。')).toEqual(['truncated'])
    expect(kindsOf('发现隐患87处，整改85处，整改率98%。')).toEqual([])
    expect(kindsOf('发现隐患800处，整改25处，整改率3.13%。')).toEqual([])
    expect(kindsOf('发现隐患800处，整改25处，整改率3.12%。')).toEqual(['truncated'])
  })
})

describe('gaps', () => {
  /** A report of an invented district with 67 masks: 43 figures, 18 names, 6 parts of a date. */
  const masked = [
    '*区高度重视，*月*日召开动员会。区安委办*次向*位区领导印发提示函。成立以区委书记*为顾问、区长*为组长的领导小组，从区住建局、区交通局各抽调*名工作人员，于*月*日召开专班会议。区财政列支专项经费*万元，其中拨付应急局*万元。',
    '加快了*、*岔路口的治理，完成*市场路段护栏建设。投入资金*万，对*镇中心小学旁路口进行整治。对全区*个马路市场分类施策。*月*日，对*的经营门店进行检查，查处*家非法门店，没收烟花*箱，鞭炮*盘。检查企业*家，整改隐患*处。查处*起非法加油行为。全区*个小区施划了标线。检查使用单位*家次，设备*(台/套)，排查风险隐患*条，下达指令书*份，封停设备*台，检验率*%。发放告家长书、承诺书各*万份，彩页*份，挂图*份。累计推送*余万条次。张贴标语*余张和横幅*余条，增设警示牌*余块。',
    '对企业处罚*多万元。在《*新闻网》开辟专栏，滚动标语*余条，悬挂横幅*多条。为做好*市场群防控，启动了*市场群整治，下发《*市场群实施方案》。成立以常务副区长*为组长，副区长*、公安分局局长*为副组长的机构，明确了*市场群*个市场的责任。针对*市场开展六大行动。设置标识牌*块，摆放《关于规范*市场群的通知》，发放宣传单*份，张贴横幅*多条，标语*条，签订承诺书*份。对*个市场*多商户进行培训。添置灭火器*个，救援服*套，配发灭火器*个。劝导违规行为*余起，行政拘留*人。',
  ].join('\n')

  it('are each a figure, a name or a part of a date', () => {
    const gaps = checkText(masked)
    expect(gaps.every((gap) => gap.kind === 'gap' && gap.quote === '*')).toBe(true)
    expect(gaps).toHaveLength(67)
    expect(gaps.filter((gap) => gap.indicator !== undefined)).toHaveLength(43)
    expect(gaps.filter((gap) => gap.slot?.startsWith('date.'))).toHaveLength(6)
    expect(gaps.filter((gap) => gap.slot !== undefined && !gap.slot.startsWith('date.'))).toHaveLength(18)
  })

  it('name the indicator or slot of the vocabulary that would fill them', () => {
    const vocabulary: VocabularyEntry[] = [
      { id: 'sites', kind: 'indicator', unit: '家', words: ['检查企业'] },
      { id: 'found', kind: 'indicator', unit: '处', words: ['发现隐患', '隐患'] },
      { id: 'mayor', kind: 'slot', words: ['区长'] },
    ]
    expect(
      checkText('区长*带队检查企业__家，发现隐患XX处。', { vocabulary }).map(
        (gap) => gap.slot ?? gap.indicator,
      ),
    ).toEqual(['mayor', 'sites', 'found'])
  })

  it('may be signs, rules, brackets or blanks, but not emphasis, shorthand or codes', () => {
    expect(kindsOf('检查企业   家，发现隐患（  ）处，X月X日整改××处，罚款____元。')).toEqual(
      Array(6).fill('gap'),
    )
    expect(
      kindsOf('**检查企业125家**，按“1+X”方案执行，带*号的为必填项，规格3*4米，型号XX-9A。\n* 第一项'),
    ).toEqual([])
  })
})

describe('with an office', () => {
  const leaders: Leader[] = [
    { name: '沈国平', posts: ['区委书记'] },
    { name: '林志远', posts: ['区长'] },
    { name: '何敏', posts: ['副区长'] },
  ]

  it("holds names, posts and order against the leaders' table", () => {
    const check = (text: string) => checkText(text, { leaders }).map((f) => [f.kind, f.quote, f.right])
    expect(check('区委书记沈国平、区长林志远、副区长何敏出席。')).toEqual([])
    expect(check('区长林志运主持会议。')).toEqual([['person', '区长林志运', '林志远']])
    expect(check('区长何敏主持会议。')).toEqual([['person', '区长何敏', '副区长']])
    expect(check('区长林志远、区委书记沈国平出席。').map(([kind]) => kind)).toEqual(['person'])
  })

  it("holds values against the records, for the text's own period", () => {
    const known = [
      { indicator: 'found', label: ['排查', '隐患'], unit: '处', value: 1871 },
      { indicator: 'found-september', label: ['排查', '隐患'], unit: '处', period: '9月', value: 203 },
    ]
    const check = (text: string) =>
      checkText(text, { known }).map((f) => [f.kind, f.quote, f.right, f.indicator])
    expect(check('今年以来，全区排查隐患1871处。9月，全区排查隐患203处。')).toEqual([])
    expect(check('今年以来，全区排查隐患1781处。')).toEqual([['ledger', '1781处', '1871处', 'found']])
    expect(check('9月，全区排查隐患230处。')).toEqual([['ledger', '230处', '203处', 'found-september']])
    expect(check('全区排查隐患1800余处。')).toEqual([])
    expect(check('全区排查隐患1900余处。')).toEqual([['ledger', '1900余处', '1871处', 'found']])
  })
})

describe('findFigures', () => {
  it('gives what is counted, its unit, its period and how exact it is', () => {
    const figures = findFigures(
      '1—9月检查企业1.2万余家次，排查隐患三百二十处，第3期简报印发45岁以下人员10-15名。',
    )
    expect(figures.map((f) => [f.quote, f.value, f.unit, f.rough, f.period])).toEqual([
      ['1.2万余家次', 12000, '家次', 'over', '1—9月'],
      ['三百二十处', 320, '处', 'exact', '1—9月'],
      ['10-15名', 10, '名', 'range', '1—9月'],
    ])
    expect(figures[1]?.steps).toEqual(['排查'])
    expect(figures[1]?.object).toBe('隐患')
  })

  it('counts no dates, numbers of papers, articles, ages, lists or codes', () => {
    const text =
      '一、根据安委〔2024〕2号文件第九十七条，2023年9月30日，45岁的甲（电话13800001234）按GB 45067-2024在3号楼检查。\n（二）按“1+2+12”方案，24名…'
    expect(findFigures(text).map((f) => f.quote)).toEqual(['24名'])
  })
})

describe('any text', () => {
  const pieces = fc.constantFrom(
    '全区',
    '检查企业',
    '排查隐患',
    '已整改',
    '整改率',
    '其中',
    '共',
    '合计',
    '同比增长',
    '去年同期',
    '分别为',
    '占',
    '各',
    '全部',
    '未发生',
    '事故',
    '家',
    '处',
    '%',
    '万元',
    '余',
    '，',
    '。',
    '；',
    '、',
    '（',
    '）',
    '\n',
    '\t',
    '|',
    '*',
    '  ',
    '区长张',
    '1',
    '20',
    '98.9',
    '1871',
    '三百',
    '亿',
    '/',
    '-',
    '“',
    '”',
    '《',
  )

  it('gives the same findings twice, in order, each quoting its place', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 120 }), (words) => {
        const text = words.join('')
        const findings = checkText(text)
        expect(checkText(text)).toEqual(findings)
        for (const [i, finding] of findings.entries()) {
          expect(finding.quote).toBe(text.slice(finding.from, finding.to))
          expect(finding.quote).not.toBe('')
          if (i > 0) expect(finding.from).toBeGreaterThanOrEqual(findings[i - 1]!.from)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('never fails on arbitrary strings', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(checkText(text).every((f) => f.from < f.to && f.to <= text.length)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    '1234567890',
    '*',
    '* ',
    '企  家',
    '（',
    '其中1家、',
    '1\t',
    '|1',
    '全部',
    '区长张',
    '未发生',
    '“',
    '12',
    '1+',
    '一',
  ])('stays linear on a long run of %j', (piece) => {
    const text = piece.repeat(Math.ceil(60_000 / piece.length))
    const start = Date.now()
    checkText(text)
    expect(Date.now() - start).toBeLessThan(8000)
  })

  it('reads five million digits', () => {
    expect(checkText('7'.repeat(5_000_000))).toEqual([])
  })
})
