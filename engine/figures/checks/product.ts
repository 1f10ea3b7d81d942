import type { Draft } from '../finding.ts'
import type { Reading } from '../read/figure.ts'
import { isClose, show, showLike, showNumber } from '../relate/arithmetic.ts'
import { isExact } from '../relate/same.ts'

/** 5个组各8人，共42人. */
export function products(reading: Reading): Draft[] {
  return reading.figures.flatMap((total) => {
    if (total.cell || total.meaning.total === '' || !isExact(total) || total.meaning.steps.length > 1)
      return []
    const [count, one] = [reading.figures[total.index - 2], reading.figures[total.index - 1]]
    if (
      !count ||
      !one ||
      one.sentence !== total.sentence ||
      count.sentence !== total.sentence ||
      one.unit !== total.unit
    )
      return []
    const between = reading.text.slice(count.to, one.from)
    if (
      !/(?:各|每[个家名组队支场台]?)[\u4e00-\u9fff]{0,10}$/.test(between) ||
      /[。；]/.test(between) ||
      !isExact(one) ||
      !isExact(count)
    )
      return []
    const product = count.value * one.value
    const beside = reading.figures[count.index - 1]
    if (
      beside &&
      count.from - beside.to <= 2 &&
      isClose((beside.value + count.value) * one.value, total.value)
    )
      return []
    if (isClose(product, total.value) || count.unit === one.unit || between.length > 16) return []
    return [
      {
        kind: 'sum',
        from: count.from,
        to: total.to,
        right: showLike(total, product),
        zh: `${show(count)}×${show(one)}＝${showNumber(product)}，文中为${show(total)}`,
        en: `${show(count)} × ${show(one)} = ${showNumber(product)}, printed ${show(total)}`,
      },
    ]
  })
}

/** An equation that the text prints itself: 69+915+1815=2899. */
export function equations(reading: Reading): Draft[] {
  const drafts: Draft[] = []
  for (const found of reading.text.matchAll(
    /(?<![\d.])\d{1,9}(?:\.\d{1,4})?(?:\s?[+＋]\s?\d{1,9}(?:\.\d{1,4})?){1,12}\s?[=＝]\s?(\d{1,10}(?:\.\d{1,4})?)/g,
  )) {
    const left = found[0].split(/[=＝]/)[0]!
    const sum = left.split(/[+＋]/).reduce((total, n) => total + Number(n), 0)
    if (isClose(sum, Number(found[1]))) continue
    drafts.push({
      kind: 'sum',
      from: found.index,
      to: found.index + found[0].length,
      right: showNumber(sum),
      zh: `${left.trim()}＝${showNumber(sum)}，文中为${found[1]}`,
      en: `${left.trim()} = ${showNumber(sum)}, printed ${found[1]}`,
    })
  }
  return drafts
}
