import Big from 'big.js'
import { tidy } from './numeral.ts'

const digits = '零壹贰叁肆伍陆柒捌玖'
const d = '[壹贰叁肆伍陆柒捌玖]'
const section = new RegExp(`^(?:(${d})仟)?(?:零?(${d})佰)?(?:零?(${d})?(拾))?(?:零?(${d}))?零?$`)
const amount = new RegExp(`^(?:人民币)?(?:(.+)[元圆])?(?:零?(${d})角)?(?:零?(${d})分)?[整正]?$`)

/** 壹万贰仟元整 as 12000.00 yuan; undefined for what is no amount in capitals. Below a hundred million times ten thousand. */
export function yuanInCapitals(text: string): string | undefined {
  const [whole, yuan, jiao, fen] = amount.exec(tidy(text).replace(/\s/g, '')) ?? []
  if (whole === undefined || (yuan === undefined && jiao === undefined && fen === undefined)) return undefined
  const full = yuan === undefined || yuan === '零' ? new Big(0) : wholeYuan(yuan)
  return full?.plus(`0.${digitOf(jiao)}${digitOf(fen)}`).toFixed(2)
}

/** Up to three parts of four digits each: 亿, 万, and what is left. */
function wholeYuan(text: string): Big | undefined {
  const [, hundredMillions = '', tenThousands = '', rest = ''] =
    /^(?:(.+)亿)?(?:(.+)万)?(.*)$/.exec(text) ?? []
  const parts = [hundredMillions, tenThousands, rest].map(fourDigits)
  if (parts.some((part) => part === undefined)) return undefined
  return parts.reduce<Big>((sum, part) => sum.times(10_000).plus(part!), new Big(0))
}

function fourDigits(text: string): number | undefined {
  const found = section.exec(text.replace(/^零(?=.)/, ''))
  if (found === null) return undefined
  const [, thousands, hundreds, tens, ten, ones] = found
  const some = ten === undefined ? 0 : tens === undefined ? 1 : digitOf(tens)
  return digitOf(thousands) * 1000 + digitOf(hundreds) * 100 + some * 10 + digitOf(ones)
}

function digitOf(sign: string | undefined): number {
  return sign === undefined ? 0 : digits.indexOf(sign)
}
