import type { Draft } from '../finding.ts'
import type { Reading } from '../read/figure.ts'
import { namedMonths, numerals } from '../relate/months.ts'

/** A period whose months do not agree with its name, and 同比 where the month before is compared with: another scope than it says. */
export function checkPeriod(reading: Reading): Draft[] {
  return [
    ...monthsBeside(reading.text),
    ...weeks(reading.text),
    ...titled(reading),
    ...wrongBase(reading.text),
  ]
}

const draft = (from: number, quote: string, zh: string, en: string): Draft => ({
  kind: 'scope',
  from,
  to: from + quote.length,
  right: null,
  zh,
  en,
})

/** 三季度（6—9月）. */
function monthsBeside(text: string): Draft[] {
  const pattern =
    /(前[三两]个?季度|[一二三四]季度|上半年|下半年|全年|前([一二三四五六七八九十]{1,2}|\d{1,2})个月)[（(](?:即)?(?:20\d\d年)?((\d{1,2})月?\s?(?:-|－|—{1,2}|–|~|～|至|到)\s?(\d{1,2})月份?)[）)，]/g
  return [...text.matchAll(pattern)].flatMap((found) => {
    const [all, name, count, months, a, b] = found
    const span = namedMonths[name!.replace('个季', '季')] ?? [
      1,
      Number(count) || numerals.indexOf(count ?? ''),
    ]
    if (Number(a) === span[0] && Number(b) === span[1]) return []
    const from = found.index + all.indexOf(months!)
    return [
      draft(
        from,
        months!,
        `${name}是${span[0]}—${span[1]}月，此处为${months}，口径不一`,
        `${name} is months ${span[0]}–${span[1]}, printed ${months}`,
      ),
    ]
  })
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** 本周（11月3日至11月16日） is longer than a week. */
function weeks(text: string): Draft[] {
  const pattern =
    /[本上一]周[（(]((\d{1,2})月(\d{1,2})日?\s?(?:-|－|—{1,2}|–|~|～|至|到)\s?(?:(\d{1,2})月)?(\d{1,2})日)[）)]/g
  return [...text.matchAll(pattern)].flatMap((found) => {
    const [all, quote, m1, d1, m2, d2] = found
    const month = Number(m2 ?? m1)
    const carried = month === Number(m1) ? 0 : (monthDays[Number(m1) - 1] ?? 31)
    const days = Number(d2) + carried - Number(d1) + 1
    if (days <= 7 && days > 0) return []
    const line = `${quote}是${days}天，一周只有7天，口径不一`
    return [draft(found.index + all.indexOf(quote!), quote!, line, `${quote} are ${days} days, a week has 7`)]
  })
}

const wholeYearSpan =
  /(?<![\d-])1月?\s?(?:-|－|—{1,2}|–|~|～|至|到)\s?(\d{1,2})月|前(\d{1,2}|[一二三四五六七八九十]{1,2})个月/
const endOf = (found: RegExpExecArray) => Number(found[1] ?? found[2]) || numerals.indexOf(found[2] ?? '')

/** A title says 1—9月, its text begins with 前10个月. */
function titled({ text, paragraphs }: Reading): Draft[] {
  const [title, ...rest] = paragraphs
    .slice(0, 8)
    .filter((p) => text.slice(p.from, p.to).trim() !== '')
    .map((p) => ({ from: p.from, line: text.slice(p.from, p.to) }))
  if (!title || title.line.length > 60 || /[。；]/.test(title.line)) return []
  const named = wholeYearSpan.exec(title.line)
  const first = rest.find((p) => wholeYearSpan.test(p.line) && p.line.length > 24)
  const told = first && wholeYearSpan.exec(first.line)
  if (!named || !told || endOf(named) === endOf(told)) return []
  if (
    rest.some((p) => p.line.includes(named[0])) ||
    /比|同期|上年|去年/.test(first.line.slice(0, told.index))
  )
    return []
  const line = `标题为“${named[0]}”，此处为“${told[0]}”，口径不一`
  return [draft(first.from + told.index, told[0], line, `the title says ${named[0]}, here ${told[0]}`)]
}

/** 较9月份的165个同比下降: the month before is 环比; 较去年同期环比 is 同比. */
function wrongBase(text: string): Draft[] {
  const pattern =
    /(?:较|比|与)((?:上个?月|上季度|上周)|(?:[一二三四]季度|\d{1,2}月份?)(?!.{0,4}同期))[^，。；同环]{0,14}(同比)|(?:较|比|与)((?:去年|上年)同期)[^，。；同环]{0,14}(环比)/g
  return [...text.matchAll(pattern)].flatMap((found) => {
    const base = found[1] ?? found[3]!
    const word = found[2] ?? found[4]!
    const right = word === '同比' ? '环比' : '同比'
    const from = found.index + found[0].length - word.length
    return [
      {
        ...draft(from, word, `与“${base}”相比是${right}，不是${word}`, `against ${base} it is ${right}`),
        right,
      },
    ]
  })
}
