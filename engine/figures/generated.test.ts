import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkText, type Kind } from './index.ts'

/** A text made from random numbers: right as it stands, or with one slip of the kind that it is made for. */
interface Phrasing {
  kind: Kind
  /** `n` are two counts with 40 ≤ small < large ≤ 4000, `slip` says whether the mistake is planted. */
  make: (n: Numbers, slip: boolean) => string
}

interface Numbers {
  large: number
  small: number
  third: number
  thing: Thing
  place: string
}

interface Thing {
  found: string
  fixed: string
  noun: string
  unit: string
  rate: string
}

const things: readonly Thing[] = [
  { found: '排查', fixed: '整改', noun: '隐患', unit: '处', rate: '整改率' },
  { found: '发现', fixed: '整改', noun: '问题', unit: '个', rate: '整改率' },
  { found: '受理', fixed: '办结', noun: '举报', unit: '件', rate: '办结率' },
  { found: '查出', fixed: '销号', noun: '火灾隐患', unit: '条', rate: '销号率' },
  { found: '交办', fixed: '完成', noun: '事项', unit: '项', rate: '完成率' },
]
const places = ['全区', '东河镇', '本月全县', '专项行动期间，全市', '1—9月，各镇街']

const percent = (a: number, b: number, decimals = 1) =>
  (Math.floor((a * 1000 * 10 ** decimals) / b / 10 + 0.5) / 10 ** decimals).toFixed(decimals)

/** A rate that is wrong in its first decimals, whatever the right one is. */
const wrongRate = (a: number, b: number) => ((((a * 100) / b + 3.7) % 90) + 5).toFixed(1)

const ratios: readonly Phrasing['make'][] = [
  ({ large, small, thing: t, place }, slip) =>
    `${place}共${t.found}${t.noun}${large}${t.unit}，已${t.fixed}${small}${t.unit}，${t.rate}${slip ? wrongRate(small, large) : percent(small, large)}%。`,
  ({ large, small, thing: t }, slip) =>
    `${t.found}的${large}${t.unit}${t.noun}中，已有${small}${t.unit}完成${t.fixed}，${t.rate}达${slip ? wrongRate(small, large) : percent(small, large)}%。`,
  ({ large, small }, slip) =>
    `全镇现有商铺${large}家，已签订承诺书${small}家，签订率为${slip ? wrongRate(small, large) : percent(small, large)}%。`,
  ({ large, small }, slip) =>
    `应参训${large}人，实际参训${small}人，参训率${slip ? wrongRate(small, large) : percent(small, large)}%。`,
  ({ large, small }, slip) =>
    `在册企业${large}家，其中规上企业${small}家，占${slip ? wrongRate(small, large) : percent(small, large)}%。`,
]

const sums: readonly Phrasing['make'][] = [
  ({ small, third, thing: t, place }, slip) =>
    `${place}${t.found}${t.noun}${small + third + (slip ? 10 : 0)}${t.unit}，其中一般${t.noun}${small}${t.unit}、重大${t.noun}${third}${t.unit}。`,
  ({ small, third, large }, slip) =>
    `检查工业企业${small}家、商贸企业${third}家、其他单位${large}家，合计${small + third + large + (slip ? 100 : 0)}家。`,
  ({ small, third, large }, slip) =>
    `共出动${small + third + large + (slip ? 10 : 0)}人次，其中执法人员${small}人次，专家${third}人次，网格员${large}人次。`,
  ({ small, third, large }, slip) =>
    `部门排查${small}处，乡镇排查${large}处，企业自查${third}处，三个来源合计${small + third + large + (slip ? 10 : 0)}处。`,
  ({ small, third }, slip) =>
    `至上周累计检查${small}家次，本周${third}家次，至本周累计检查${small + third + (slip ? 10 : 0)}家次。`,
  ({ small, third }, slip) =>
    `共下达文书${small + third + (slip ? 10 : 0)}份，包括现场检查记录${small}份和整改指令书${third}份。`,
]

const orders: readonly Phrasing['make'][] = [
  ({ large, small, thing: t, place }, slip) =>
    `${place}${t.found}${t.noun}${slip ? small : large}${t.unit}，已${t.fixed}${slip ? large : small}${t.unit}。`,
  ({ large, small }, slip) => `检查企业${slip ? large : small}家、${slip ? small : large}家次。`,
  ({ large, small }, slip) => `罚款${slip ? small : large}.5万元，已收缴${slip ? large : small}.5万元。`,
  ({ large, small }, slip) =>
    `检查企业${slip ? small : large}家次（${slip ? large : small}家），发现问题12个。`,
  ({ large, small, place }, slip) =>
    `${place}共排查隐患${large}处，涉及企业36家。\n排查的隐患中，电气类${slip ? large + 9 : small}处。`,
  ({ large, small }, slip) => `登记渔船${slip ? small : large}艘，其中12米以上${slip ? large : small}艘。`,
]

const changes: readonly Phrasing['make'][] = [
  ({ large, small, thing: t }, slip) =>
    `${t.found}${t.noun}${large}${t.unit}，去年同期${small}${t.unit}，同比增长${percent(large - small, slip ? large : small)}%。`,
  ({ large, small }, slip) =>
    `检查企业由上年的${large}家降至${small}家，下降${percent(large - small, slip ? small : large)}%。`,
  ({ large, small }, slip) =>
    `本月立案${large}件，比上月的${small}件增加${large - small + (slip ? 7 : 0)}件。`,
  ({ large, small }, slip) =>
    `接警${small}起，较去年同期的${large}起下降${percent(large - small, slip ? small : large)}%。`,
  ({ large, small, thing: t }, slip) =>
    `本周${t.found}${t.noun}${large}${t.unit}，${t.noun}数${slip ? '减少' : '增加'}${large - small}${t.unit}（上周${small}${t.unit}）。`,
  ({ large, small }, slip) =>
    `发送旅客${small}人次，比上年春运的${large}人次${slip ? '增加' : '减少'}${large - small}人次。`,
  ({ large, small }, slip) => `受理举报由上年的${large}件${slip ? '上升' : '下降'}到${small}件。`,
  ({ large, small }, slip) =>
    `7月查了${large}家次，6月查了${small}家次，环比增长${percent(large - small, slip ? large : small)}%。`,
]

const conflicts: readonly Phrasing['make'][] = [
  ({ large }, slip) =>
    `一、基本情况\n全县共有烟花爆竹零售点${large}家。\n二、主要做法\n对全县${large + (slip ? 2 : 0)}家烟花爆竹零售点逐一检查。`,
  ({ large, small, thing: t }, slip) =>
    `今年以来，${t.found}${t.noun}${large}${t.unit}。\n上述${large + (slip ? 2 : 0)}${t.unit}${t.noun}中，已${t.fixed}${small}${t.unit}。`,
]

const claims: readonly Phrasing['make'][] = [
  ({ large, small, thing: t }, slip) =>
    `${t.found}${t.noun}${large}${t.unit}，已${t.fixed}${slip ? small : large}${t.unit}，已全部${t.fixed}到位。`,
  ({ large, third, thing: t }, slip) =>
    `全县${t.found}${t.noun}${large}${t.unit}，剩余${third}${t.unit}需更换设备，预计年底前完成。目前，${slip ? `${t.noun}已全部${t.fixed}到位` : '正在推进'}。`,
  ({ third }, slip) =>
    `东河镇整改率9${third % 5}.4%，西河镇整改率97.8%。东河镇和西河镇整改率均在${slip ? 95 : 90}%以上。`,
  ({ large, third }, slip) =>
    `抽查企业${large}家，其中未发现问题的${third}家。一些同志反映，抽查的企业${slip ? '家家都有问题' : '大多存在问题'}。`,
  ({ large, third }, slip) =>
    `抽检气瓶${large}只，不合格${third}只，${slip ? '抽检的气瓶全部合格' : '不合格的已停用'}。`,
  ({ large, small }, slip) => `全县共有学校${large}所，已检查${slip ? small : large}所，实现检查全覆盖。`,
]

const units: readonly Phrasing['make'][] = [
  ({ large, small }, slip) =>
    slip
      ? `没收烟花${large}箱、鞭炮${small}盘，共计${large + small}箱。`
      : `没收烟花${large}箱、鞭炮${small}盘。`,
  ({ large, small }, slip) => `检查企业${large}家，下达整改通知书${small}${slip ? '吨' : '份'}。`,
  ({ large, small }, slip) => `发放手册${large}${slip ? '人' : '册'}，悬挂横幅${small}条。`,
  ({ large }, slip) => `检查餐饮店${large}家。上述${large}${slip ? '家次' : '家'}餐饮店均已建立台账。`,
]

const scopes: readonly Phrasing['make'][] = [
  ({ large, small }, slip) =>
    `望江县安全生产简报\n今年以来，全县排查隐患${large}处，整改${small}处。会议指出，${slip ? '全市' : '全县'}排查的${large}处隐患中，消防类最多。`,
  ({ large, small }, slip) =>
    `青岩镇一季度工作汇报\n${slip ? '上半年' : '一季度'}，全镇检查企业${large}家次，发现隐患${small}处。`,
  ({ large, small }, slip) =>
    `1—9月，全县立案${large}件，同比增长${percent(large - small, small)}%（${slip ? '去年全年' : '去年1—9月'}${small}件）。`,
]

const approximations: readonly Phrasing['make'][] = [
  ({ small }, slip) =>
    `共培训${small}人，参训的${Math.floor((small - (slip ? 0 : 1)) / 10) * 10 + (slip ? 10 : 0)}余人均取得证书。`,
]

const gaps: readonly Phrasing['make'][] = [
  ({ large, small, thing: t }, slip) =>
    `检查企业${large}家，发现隐患${slip ? '' : small}处，${t.noun}台账已建立。`,
  ({ large, small }, slip) => `立案${large}起，罚款${slip ? '' : small}万元。`,
]

const all: Readonly<Partial<Record<Kind, readonly Phrasing['make'][]>>> = {
  ratio: ratios,
  sum: sums,
  order: orders,
  change: changes,
  conflict: conflicts,
  claim: claims,
  unit: units,
  scope: scopes,
  approx: approximations,
  gap: gaps,
}

const numbers = fc
  .record({
    small: fc.integer({ min: 41, max: 1900 }),
    gap: fc.integer({ min: 23, max: 2000 }),
    third: fc.integer({ min: 11, max: 39 }),
    thing: fc.constantFrom(...things),
    place: fc.constantFrom(...places),
  })
  .map(({ gap, ...n }): Numbers => ({ ...n, large: Math.floor(n.small * 1.25) + gap }))

describe.each(Object.entries(all) as [Kind, readonly Phrasing['make'][]][])('%s', (kind, makes) => {
  it.each(makes.map((make, i) => [i + 1, make] as const))('phrasing %i is silent when right', (_, make) => {
    fc.assert(
      fc.property(numbers, (n) => {
        expect(checkText(make(n, false)), make(n, false)).toEqual([])
      }),
    )
  })

  it.each(makes.map((make, i) => [i + 1, make] as const))(
    'phrasing %i is told once when wrong',
    (_, make) => {
      fc.assert(
        fc.property(numbers, (n) => {
          const text = make(n, true)
          const found = checkText(text).map((f) => f.kind)
          expect(
            found.length === 1 && (found[0] === kind || isCut(found[0]!, kind)),
            `${text} ${found}`,
          ).toBe(true)
        }),
      )
    },
  )
})

/** A wrong rate may by chance be the right one cut. */
const isCut = (found: Kind, kind: Kind) => kind === 'ratio' && found === 'truncated'
