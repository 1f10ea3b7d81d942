import type { Draft } from '../finding.ts'
import type { Figure, Reading } from '../read/figure.ts'
import { isCount, isExact } from '../relate/same.ts'

/** A list side by side in which one member lies within another, by the text's own words or by its name. */
export function checkNested(reading: Reading): Draft[] {
  return reading.sentences.flatMap((sentence) => {
    if (sentence.paragraph < 0 || sentence.figures.length < 2 || sentence.figures.length > 60) return []
    const list = sentence.figures.filter((f) => isCount(f) && isExact(f) && !f.meaning.past && !f.cell)
    return list
      .flatMap((b, i) => {
        const a = list
          .slice(Math.max(0, i - 4), i + 4)
          .find(
            (x) => x !== b && isSide(reading, x, b) && (isPlaceWithin(x, b) || isSaidWithin(reading, x, b)),
          )
        return a && !isTold(reading, a, b) ? [draft(reading, a, b)] : []
      })
      .slice(0, 1)
  })
}

/** Joined by 、 under one verb. */
const isSide = (reading: Reading, a: Figure, b: Figure) => {
  if (a.unit !== b.unit || a.part !== b.part || a.bracket !== b.bracket || a.value < b.value) return false
  const between = reading.text.slice(Math.min(a.to, b.to), Math.max(a.from, b.from))
  return /、/.test(between) && !/[，；。（(]|其中|含|包括/.test(between)
}

const labelOf = (f: Figure) => `${f.head}${f.tail}`.replace(/^.*[，。；：]/, '')

/** 石塘集镇片区 lies in 石塘镇. */
function isPlaceWithin(wide: Figure, narrow: Figure): boolean {
  const place = /([\u4e00-\u9fff]{2,3})(?:镇|乡|街道)/.exec(labelOf(wide))
  if (!place) return false
  const stem = place[1]!.replace(/^.*(?:[，中在对])/, '').slice(-2)
  return new RegExp(
    `${stem}(?:镇|乡|街道)?[\\u4e00-\\u9fff]{0,4}(?:片区|集镇|社区|园区|工业园|开发区|街区|村)`,
  ).test(labelOf(narrow))
}

/** 粉尘涉爆、有限空间的都是工贸企业名单里头的: the next sentence says that one holds the other. */
function isSaidWithin(reading: Reading, wide: Figure, narrow: Figure): boolean {
  const name = (f: Figure) =>
    labelOf(f).replace(/检查|排查|抽查|企业|单位|场所|领域|行业|[^\u4e00-\u9fff]/g, '')
  const [w, n] = [name(wide), name(narrow)]
  if (w.length < 2 || n.length < 2) return false
  const from = reading.sentences[narrow.sentence]!.to
  const after = reading.text.slice(from, from + 80).split('。')[0]!
  if (!/都是|均是|属|均为|含在|都在|均在|也是/.test(after)) return false
  const key = (text: string) => text.slice(0, 2)
  return new RegExp(
    `${key(n)}[^。]{0,24}?(?:都是|均是|属于|都属|均属|均为|含在|包含在|都在|均在|也是)[^，。；]{0,4}${key(w)}[^，。；]{0,8}(?:里|内|中|名单|范围|之列|企业|单位|一类|。|$)`,
  ).test(after)
}

/** The list says itself how the two stand. */
const isTold = (reading: Reading, a: Figure, b: Figure) =>
  /其中|不含|除外|已剔除|扣除|不重复|去重|另/.test(
    reading.text.slice(Math.max(0, Math.min(a.from, b.from) - 30), Math.max(a.to, b.to) + 20),
  )

function draft(reading: Reading, wide: Figure, narrow: Figure): Draft {
  const name = (f: Figure) => `${labelOf(f).slice(-10)}${reading.text.slice(f.from, f.to)}`
  return {
    kind: 'scope',
    from: narrow.from,
    to: narrow.to,
    right: null,
    zh: `“${name(narrow)}”含在“${name(wide)}”之内，并列会重复计数，请写明是否包含`,
    en: `“${name(narrow)}” lies within “${name(wide)}”: side by side they count things twice`,
  }
}
