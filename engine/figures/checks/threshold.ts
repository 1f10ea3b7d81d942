import type { Draft } from '../finding.ts'
import type { Figure, Reading } from '../read/figure.ts'
import { show } from '../relate/arithmetic.ts'
import { subjectsIn } from '../relate/same.ts'
import { isFuture } from './none.ts'

const bound =
  /([\u4e00-\u9fff]{2,8}(?:率|面))(均|都|皆|全部|全都)(?:已)?(在|达到?了?|超过了?|高于|不低于|保持在|稳定在|突破|为|低于|不超过|控制在)(?:了)?$/

interface Bound {
  /** 整改率 */
  name: string
  /** 均在 …: where the claim begins. */
  from: number
  to: number
  /** What stands before the rate's name in the clause. */
  lead: string
  figure: Figure
  isLeast: boolean
}

/** 三个镇整改率均在95%以上, and one of them is printed with 90.8%. */
export function checkThresholds(reading: Reading): Draft[] {
  return reading.figures.flatMap((figure) => {
    const said = boundOf(reading, figure)
    if (!said) return []
    const against = exceptionTo(reading, said)
    return against ? [draft(reading, said, against)] : []
  })
}

function boundOf(reading: Reading, figure: Figure): Bound | undefined {
  if (figure.unit !== '%' || figure.cell) return undefined
  const from = Math.max(reading.sentences[figure.sentence]?.from ?? 0, figure.from - 80)
  const clause = reading.text.slice(from, figure.from).replace(/^.*[，。；：\n]/s, '')
  const found = bound.exec(clause)
  if (!found || isFuture(clause) || /要求|目标|去年|上年|同期|标准|应|除/.test(clause)) return undefined
  const after = /^(?:以上|以下|以内)/.exec(reading.text.slice(figure.to, figure.to + 2))?.[0] ?? ''
  const isLeast = !/低于$|不超过|控制/.test(found[3]!.replace('不低于', '')) && !/以下|以内/.test(after)
  const isWhole = found[3] === '为' && figure.value !== 100
  if (isWhole || /^的/.test(reading.text.slice(figure.to + after.length))) return undefined
  const name = /[\u4e00-\u9fff]{2}[率面]$/.exec(found[1]!)![0]
  const at = figure.from - (clause.length - found.index - found[1]!.length)
  const lead = `${clause.slice(0, found.index)}${found[1]!.slice(0, -name.length)}`
  return { name, from: at, to: figure.to + after.length, lead, figure, isLeast }
}

/** A rate of that name, of one of the organs that the claim names, on the wrong side. */
function exceptionTo(reading: Reading, said: Bound): Figure | undefined {
  const names = namesIn(said.lead)
  const isAny = /各|所有|全部|每|[\d一二三四五六七八九十]个?[\u4e00-\u9fff]{1,4}$/.test(said.lead)
  const kind = /(镇|乡|街道|县|区|部门|局|村|社区|企业|单位|市)[）)]?的?$/.exec(
    said.lead.replace(/隐患|问题/g, ''),
  )?.[1]
  return reading.figures.slice(Math.max(0, said.figure.index - 80), said.figure.index).find((f) => {
    if (f.unit !== '%' || f.meaning.past || f.rough === 'range' || f.cell) return false
    if (said.figure.from - f.to > 1500) return false
    const isWrong = said.isLeast ? f.value < said.figure.value : f.value > said.figure.value
    if (!isWrong) return false
    const part = stretchBefore(reading, f)
    if (
      !new RegExp(`${said.name}[^，。；\\d]{0,6}$`).test(part) ||
      /去年|上年|同期|由|从|较|比/.test(part.slice(-20))
    )
      return false
    if (names.length > 0 && !isAny) return names.some((name) => part.includes(name))
    const own = subjectsIn(part)
    return (
      isAny &&
      kind !== undefined &&
      own.some((s) => s.endsWith(kind) || kin.some(([a, b]) => a.test(kind) && b.test(s)))
    )
  })
}

/** 各镇 takes in streets, 各部门 takes in bureaus. */
const kin: readonly (readonly [RegExp, RegExp])[] = [
  [/镇|乡|街道/, /[镇乡]$|街道$/],
  [/部门/, /[局办委]$|大队$/],
  [/单位/, /./],
]

/** 沙汀街道、枣林镇和云路镇: the organs before the rate's name. */
const namesIn = (lead: string) =>
  lead
    .replace(/^从[^，]{0,8}看/, '')
    .split(/[、和与及]|以及/)
    .map((name) => name.replace(/的?(?:隐患|问题)?$|等.*$|的$/g, ''))
    .filter((name) => name.length >= 2)

/** From the last semicolon, full stop or line. */
const stretchBefore = (reading: Reading, f: Figure) =>
  reading.text.slice(Math.max(0, f.from - 120), f.from).replace(/^.*[；。\n]/s, '')

function draft(reading: Reading, said: Bound, against: Figure): Draft {
  const words = reading.text.slice(said.from, said.to)
  const quote = `${stretchBefore(reading, against).slice(0, 8)}…${said.name}${show(against)}`
  return {
    kind: 'claim',
    from: said.from,
    to: said.to,
    right: null,
    zh: `“${words}”与文中“${quote}”不符`,
    en: `“${words}” against “${quote}”`,
  }
}
