/** The months of one year that a phrase covers. */
export interface Months {
  from: number
  to: number
  first: number
  last: number
  words: string
}

export const numerals = '零一二三四五六七八九十'
const numberOf = (word: string) => Number(word) || numerals.indexOf(word.replace('两', '二'))

/** The months that a name of a period covers. */
export const namedMonths: Readonly<Record<string, readonly [first: number, last: number]>> = {
  一季度: [1, 3],
  二季度: [4, 6],
  三季度: [7, 9],
  四季度: [10, 12],
  上半年: [1, 6],
  下半年: [7, 12],
  前三季度: [1, 9],
  前两季度: [1, 6],
  全年: [1, 12],
}

const pattern =
  /(?<![\d—–-])(?:(前[三两]个?季度|第?[一二三四]季度|上半年|下半年|全年)|前(\d{1,2}|[一二两三四五六七八九十]{1,2})个月|(\d{1,2})月?\s?(?:-|－|—{1,2}|–|~|～|至|到)\s?(\d{1,2})月份?(?!\d|[底初末日上中下])|(\d{1,2})月(?:份(?!以[来后前])|(?=[，,]|全[区市县镇乡]|我[区市县镇乡]|共|累计|安全|工作|消防|检查|执法)))/g

/** Every phrase of months in a text: 上半年, 前三季度, 1—9月, 9月份; days are none. */
export function monthsIn(text: string): Months[] {
  return [...text.matchAll(pattern)].flatMap((found) => {
    const span = spanOf(found)
    if (!span || span[0] < 1 || span[1] > 12 || span[0] > span[1]) return []
    const words = found[0]
    return [{ from: found.index, to: found.index + words.length, first: span[0], last: span[1], words }]
  })
}

function spanOf([, name, count, a, b, month]: RegExpMatchArray): readonly [number, number] | undefined {
  if (name !== undefined) return namedMonths[name.replace('个季', '季').replace(/^第/, '')]
  if (count !== undefined) return [1, numberOf(count)]
  if (a !== undefined) return [Number(a), Number(b)]
  return [Number(month), Number(month)]
}

export const isSameMonths = (a: Months, b: Months): boolean => a.first === b.first && a.last === b.last
