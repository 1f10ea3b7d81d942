import type { Draft } from '../finding.ts'
import type { Figure, Reading } from '../read/figure.ts'
import { isClose, isMadeOf, isNear, show } from '../relate/arithmetic.ts'
import { findSharings, isParallel, type Sharing } from '../relate/parts.ts'
import { isCount, isExact, nearBefore, sameUnit, subjectsIn } from '../relate/same.ts'
import { wholeOf } from '../relate/wholes.ts'
import { carriedOver } from '../words/relations.ts'
import { checkCarry } from './carry.ts'
import { equations, products } from './product.ts'
import { runs } from './run.ts'
import { sumDraft, sumOf, sumSlack } from './sum-draft.ts'

/** Parts that do not make the printed whole. */
export function checkSum(reading: Reading): Draft[] {
  return [
    ...sharings(reading),
    ...totals(reading),
    ...remainders(reading),
    ...products(reading),
    ...equations(reading),
    ...runs(reading),
    ...checkCarry(reading),
  ]
}

function sharings(reading: Reading): Draft[] {
  return findSharings(reading).flatMap((sharing) => {
    const joint = (whole: Figure) => sumOf(sharing.wholes.filter((f) => f.clause === whole.clause))
    const wholes = [...sharing.wholes, ...sharing.wholes.map((whole) => ({ ...whole, value: joint(whole) }))]
    const fits = wholes.some((whole) =>
      sharing.readings.some((list) => isClose(sumOf(list), whole.value, sumSlack([whole, ...list]) * 0.99)),
    )
    const whole = fits || isPrinted(reading, sharing) ? undefined : brokenWhole(sharing)
    return whole ? [sumDraft(whole, sharing.parts)] : []
  })
}

/** The sum stands in the paragraph before the parts: they share that number, whatever stands nearer. */
function isPrinted(reading: Reading, { parts }: Sharing): boolean {
  const first = parts[0]!
  const sum = sumOf(parts)
  return reading.figures
    .slice(Math.max(0, first.index - 40), first.index)
    .some((f) => f.paragraph === first.paragraph && sameUnit(f.unit, first.unit) && isClose(f.value, sum))
}

function brokenWhole({ wholes, parts, isComplete, hasMore }: Sharing): Figure | undefined {
  if (parts.length < 2 || !isParallel(parts)) return undefined
  const sum = sumOf(parts)
  const whole = [...wholes].sort((a, b) => Math.abs(a.value - sum) - Math.abs(b.value - sum))[0]!
  if (sum < whole.value && hasMore) return undefined
  if (parts.some((part) => part.value > whole.value)) return undefined
  const isOver =
    sum > whole.value && sum <= whole.value * 1.15 && parts.every((p) => p.clause === parts[0]!.clause)
  return isComplete || isOver || isNear(sum, whole.value) ? whole : undefined
}

/** 甲12处、乙30处，合计42处: the parts stand before. */
function totals(reading: Reading): Draft[] {
  return reading.figures.flatMap((total) => {
    if (
      total.cell ||
      !(
        /共|总|合计|小计/.test(total.head) ||
        /[个年月天]累计[^，。；]{0,6}$/.test(
          reading.text.slice(total.from - Math.min(total.from, 12), total.from),
        )
      ) ||
      /其余|其他|其它|余下|剩余/.test(total.head) ||
      !isCount(total) ||
      !isExact(total)
    )
      return []
    const isBare = total.meaning.steps.length === 0 && /^[，、]?(?:共|总)[计有是为]?$|^一共$/.test(total.head)
    const own = nearBefore(reading, total, 0).filter(
      (f) => isCount(f) && f.bracket === total.bracket && !f.meaning.past,
    )
    const inPart = own.filter((f) => f.part === total.part)
    const row = partsBefore(inPart, total)
    const parts = namedParts(reading, total, inPart) ?? row
    if (
      total.meaning.total !== 'strong' &&
      !isBare &&
      !namesCount(reading, total, parts) &&
      !repeats(parts, total)
    )
      return []
    if (parts.some((f) => /(?:各|每)[^，。；]{0,4}$/.test(f.head))) return []
    if (
      parts.length < 2 ||
      parts.some((f) => !isExact(f)) ||
      fitsSome(own, total) ||
      isMadeOf(
        total.value,
        own.filter((f) => sameUnit(f.unit, total.unit)),
      ) ||
      isStarted(parts, total)
    )
      return []
    if (carriedOver.some((w) => reading.text.slice(parts[0]!.from, total.to).includes(w))) return []
    if (isAnyRun(own, total)) return []
    return [scaleDraft(total, parts) ?? sumDraft(total, parts)]
  })
}

/** 学校36所、医院8家，共44家: the numbers right before make it, whatever their units. */
const isAnyRun = (own: readonly Figure[], total: Figure) =>
  own.some((_, i) => own.length - i >= 2 && isClose(sumOf(own.slice(i)), total.value))

/** 1.2万元、0.8万元，合计2元: the digits are right, 万 is missing. */
function scaleDraft(total: Figure, parts: readonly Figure[]): Draft | undefined {
  const sum = sumOf(parts)
  if (![1e4, 1e-4, 1e8, 1e-8].some((scale) => isClose(sum, total.value * scale))) return undefined
  const draft = sumDraft(total, parts)
  return {
    ...draft,
    kind: 'unit',
    from: total.from,
    to: total.to,
    right: `${show({ ...total, value: sum, scaled: sum >= 1e4 })}${total.unit}`,
  }
}

const counts = '零一两三四五六七八九十'

/** 三个来源合计: so many numbers of its unit stand right before it, whatever verbs they have. */
function namedParts(reading: Reading, total: Figure, own: readonly Figure[]): Figure[] | undefined {
  const named = countNamed(reading, total)
  if (named === undefined || named < 2) return undefined
  const parts = own.slice(-named)
  return parts.length === named && parts.every((f) => f.unit === total.unit && isExact(f)) ? parts : undefined
}

/** 三年共36起 after three parts: the total says how many it adds. */
const namesCount = (reading: Reading, total: Figure, parts: readonly Figure[]): boolean =>
  countNamed(reading, total) === parts.length

function countNamed(reading: Reading, total: Figure): number | undefined {
  const named =
    /([两二三四五六七八九十]|\d{1,2})(?:次|年|个月|项|类|镇|乡|家|月|组|批|地|者|种|个[\u4e00-\u9fff]{1,4}|类[\u4e00-\u9fff]{1,4})?(?:一共|共|合计|总计|累计)[\u4e00-\u9fff]{0,8}$/.exec(
      reading.text.slice(Math.max(0, total.from - 18), total.from),
    )?.[1]
  return named === undefined ? undefined : Number(named) || counts.indexOf(named.replace('二', '两'))
}

/** 1月检查企业86家、2月检查企业92家，一季度共检查企业178家: the total says what each part says. */
const repeats = (parts: readonly Figure[], total: Figure) =>
  isNear(sumOf(parts), total.value) &&
  /共/.test(total.head) &&
  (parts.every(
    (p) => p.meaning.steps.join() === total.meaning.steps.join() && p.meaning.object === total.meaning.object,
  ) ||
    isRow(parts, total))

/** 无证12起，超范围7起，违规储存15起，共查处34起: three or more in a row, nothing else between, one verb for all. */
const isRow = (parts: readonly Figure[], total: Figure) =>
  parts.length >= 3 &&
  /^共/.test(total.head) &&
  parts.every(
    (p, i) => p.index === total.index - parts.length + i && (i === 0 || p.meaning.steps.length === 0),
  ) &&
  parts[0]!.meaning.steps.join() === total.meaning.steps.join()

/** The unbroken run of figures of one unit before the total that say the same thing. */
function partsBefore(own: readonly Figure[], total: Figure): Figure[] {
  const run: Figure[] = []
  for (const figure of [...own].reverse()) {
    if (figure.han && figure.unit === '个' && total.unit !== '个') continue
    if (!sameUnit(figure.unit, total.unit)) {
      if (run.length === 0 || figure.clause === run[0]!.clause) continue
      break
    }
    if (
      run.length > 0 &&
      run[0]!.meaning.steps.join() !== figure.meaning.steps.join() &&
      figure.meaning.steps.length > 0 &&
      run[0]!.meaning.steps.length > 0
    )
      break
    run.unshift(figure)
  }
  return run
}

/** The first of the run is itself the whole, or the total counts another step. */
function isStarted(parts: readonly Figure[], total: Figure): boolean {
  if (total.meaning.total === 'strong' && total.meaning.steps.length > 0)
    return !parts.some((p) => p.meaning.steps.some((s) => total.meaning.steps.includes(s)))
  return (
    parts[0]!.meaning.total !== '' ||
    (total.meaning.total !== 'strong' &&
      parts.length > 2 &&
      parts.some((p) => p.meaning.open !== parts[0]!.meaning.open))
  )
}

function fitsSome(own: readonly Figure[], total: Figure): boolean {
  const same = own.filter((f) => sameUnit(f.unit, total.unit))
  if (total.meaning.total !== 'strong' && same.some((f) => isClose(f.value, total.value))) return true
  for (let from = 0; from < same.length - 1; from++) {
    let sum = same[from]!.value
    for (let to = from + 1; to < same.length; to++) {
      sum += same[to]!.value
      if (isClose(sum, total.value, sumSlack(same.slice(from, to + 1)) * 0.99)) return true
    }
  }
  return false
}

/** 发现320处，已整改312处，剩余6处: done and open make the whole. */
function remainders(reading: Reading): Draft[] {
  return reading.figures.flatMap((open) => {
    if (
      open.cell ||
      !open.meaning.open ||
      !isCount(open) ||
      !isExact(open) ||
      open.meaning.narrow.length > 0 ||
      open.meaning.past
    )
      return []
    const near = nearBefore(reading, open).filter((f) => isCount(f) && !f.meaning.past)
    const done = near
      .filter(
        (f) => !f.meaning.open && f.meaning.steps.length > 0 && isExact(f) && sameUnit(f.unit, open.unit),
      )
      .at(-1)
    if (
      !done ||
      (done.part !== open.part && !/剩余|其余|余下|仍有|尚有|还有/.test(open.head)) ||
      subjectsIn(reading.text.slice(done.to, open.from)).length > 0 ||
      /其中/.test(reading.text.slice(done.to, open.from))
    )
      return []
    const whole = wholeOf(
      reading,
      done,
      near.filter((f) => f.from < done.from),
    )
    if (
      !whole ||
      whole.value < done.value ||
      carriedOver.some((w) => reading.text.slice(whole.from - Math.min(12, whole.from), open.to).includes(w))
    )
      return []
    const opens = (reading.sentences[open.sentence]?.figures ?? []).filter(
      (f) => f.meaning.open && sameUnit(f.unit, open.unit) && f.from >= open.from,
    )
    if (near.some((f) => f.meaning.open && f.sentence === open.sentence && sameUnit(f.unit, open.unit)))
      return []
    const sums = opens.map((_, i) => sumOf([done, ...opens.slice(0, i + 1)]))
    const together = sumOf(
      near.filter(
        (f) =>
          f.from > whole.from &&
          f.sentence === open.sentence &&
          sameUnit(f.unit, open.unit) &&
          f.meaning.steps.length > 0 &&
          !f.meaning.open,
      ),
    )
    const run = near.filter((f) => f.index > whole.index && sameUnit(f.unit, open.unit))
    const next = reading.figures[open.index + 1]
    const isBeside = next !== undefined && /^[^，。；]{0,4}$/.test(reading.text.slice(open.to, next.from))
    if (isBeside && isMadeOf(whole.value, [...run, next])) return []
    if (isClose(sumOf(run) + open.value, whole.value)) return []
    if (isClose(together + sumOf(opens), whole.value) || isClose(together + open.value, whole.value))
      return []
    const dones = near.filter(
      (f) =>
        f.meaning.steps.join() === done.meaning.steps.join() &&
        f.sentence === done.sentence &&
        f.value < done.value,
    )
    if (
      sums.some((sum) => isClose(sum, whole.value)) ||
      dones.some((d) => isClose(d.value + open.value, whole.value)) ||
      isOther(reading, whole, open)
    )
      return []
    const draft = sumDraft(whole, [
      done,
      ...(opens.length > 1 && sumOf([done, ...opens]) <= whole.value ? opens : [open]),
    ])
    return [open.part === whole.part ? draft : { ...draft, from: open.from, to: open.to }]
  })
}

/** Any two printed figures whose difference is the remainder excuse it. */
function isOther(reading: Reading, whole: Figure, open: Figure): boolean {
  const near = nearBefore(reading, open).filter((f) => isCount(f) && sameUnit(f.unit, open.unit))
  return (
    near.some((a) => near.some((b) => a !== b && isClose(a.value - b.value, open.value))) || whole === open
  )
}
