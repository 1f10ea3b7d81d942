import type { Draft } from '../finding.ts'
import type { Reading } from '../read/figure.ts'
import { show } from '../relate/arithmetic.ts'

const rising = /^[^，。；：（]{0,8}?(?:增加|增长|上升|提高|提升|升|增|扩大|上涨|攀升)(?:了)?(?:到|至|为)$/
const falling = /^[^，。；：（]{0,8}?(?:减少|下降|降低|回落|降|减|缩减|压减|下滑)(?:了)?(?:到|至|为)$/

/** 由41件下降到52件: the word goes one way and the numbers the other. */
export function checkFromTo(reading: Reading): Draft[] {
  return reading.figures.flatMap((now, i) => {
    const before = reading.figures[i - 1]
    if (
      !before ||
      before.sentence !== now.sentence ||
      before.unit !== now.unit ||
      now.cell ||
      now.unit === ''
    )
      return []
    if (!/(?:由|从)[^，。；]{0,14}$/.test(reading.text.slice(Math.max(0, before.from - 16), before.from)))
      return []
    const between = reading.text
      .slice(before.to, now.from)
      .replace(/20\d\d年|\d{1,2}月份?|今年|本[年月季周]度?|目前|现在|的/g, '')
    const isRise = rising.test(between)
    if (!isRise && !falling.test(between)) return []
    if (isRise ? now.value > before.value : now.value < before.value) return []
    if (now.value === before.value || before.rough !== 'exact' || now.rough !== 'exact') return []
    const word = /[\u4e00-\u9fff]{1,2}(?:到|至|为)$/.exec(between)?.[0] ?? ''
    const from = reading.text.lastIndexOf(word, now.from)
    const right = isRise ? '下降' : '上升'
    return [
      {
        kind: 'change',
        from: from > before.to ? from : now.from,
        to: now.to,
        right: null,
        zh: `${show(before)}到${show(now)}是${right}，不是“${word}”`,
        en: `from ${show(before)} to ${show(now)} is ${isRise ? 'a fall' : 'a rise'}`,
      },
    ]
  })
}
