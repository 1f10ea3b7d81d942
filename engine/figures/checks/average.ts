import type { Draft } from '../finding.ts'
import type { Figure, Reading } from '../read/figure.ts'
import { quotient, show } from '../relate/arithmetic.ts'
import { isCount, isExact, nearBefore, turnsBetween } from '../relate/same.ts'

const perWords: Readonly<Record<string, readonly string[]>> = {
  户: ['户', '家'],
  人: ['人', '名', '人次'],
  案: ['起', '件'],
  件: ['件', '起'],
  起: ['起', '件'],
  企: ['家'],
  站: ['个', '站'],
}

/** 检查120家，发现360处，平均每家4处; 62起罚款248万元，案均5.2万元: an average against the counts that make it. */
export function checkAverage(reading: Reading): Draft[] {
  return reading.figures.flatMap((mean) => {
    const per = mean.cell || !isExact(mean) || !isCount(mean) ? undefined : perOf(reading, mean)
    if (!per) return []
    const near = nearBefore(reading, mean).filter((f) => isCount(f) && isExact(f) && !f.meaning.past)
    const wholes = near.filter((f) => per.includes(f.unit))
    const parts = near.filter((f) => f.unit === mean.unit && f.scaled === mean.scaled)
    const made = parts.some((a) => near.some((b) => b !== a && isMade(a, b, mean)))
    const [part, whole] = [parts.at(-1), wholes.at(-1)]
    if (made || parts.length !== 1 || wholes.length !== 1 || !part || !whole || whole === part) return []
    if (whole.value === 0 || turnsBetween(reading, whole, mean) || Math.abs(part.index - whole.index) > 2)
      return []
    return [averageDraft(mean, part, whole)]
  })
}

const scaleOf = (f: Figure) => (f.scaled ? 1e4 : 1)
const isMade = (a: Figure, b: Figure, mean: Figure) =>
  b.value > 0 && quotient(a.value / scaleOf(mean), b.value, 1, mean.decimals) === mean.value / scaleOf(mean)

/** The units that 平均每家, 户均, 案均 divide by. */
function perOf(reading: Reading, mean: Figure): readonly string[] | undefined {
  const lead = reading.text.slice(Math.max(0, mean.from - 12), mean.from)
  if (/约|近|超|[上去]年|比|较/.test(lead)) return undefined
  const each = /(?:平均)?每([家户个起件处名人座])(?:企业|单位|乡镇|案件)?[^，。；\d]{0,5}$/.exec(lead)?.[1]
  if (each && /平均/.test(lead)) return [each]
  const short = /([户人案件起企站])均[^，。；\d]{0,5}$/.exec(lead)?.[1]
  return short === undefined ? undefined : perWords[short]
}

function averageDraft(mean: Figure, part: Figure, whole: Figure): Draft {
  const scale = scaleOf(mean)
  const value = quotient(part.value / scale, whole.value, 1, mean.decimals)
  const fine = quotient(part.value / scale, whole.value, 1, mean.decimals + 1)
  const right = `${value.toFixed(mean.decimals)}${scale > 1 ? '万' : ''}${mean.unit}`
  return {
    kind: 'ratio',
    from: mean.from,
    to: mean.to,
    right,
    zh: `${show(part)}÷${show(whole)}＝${fine}${scale > 1 ? '万' : ''}，平均应为${right}`,
    en: `${show(part)} ÷ ${show(whole)} = ${fine}, so ${right}`,
  }
}
