import type { Draft } from '../finding.ts'
import type { Reading } from '../read/figure.ts'
import type { Mention } from '../relate/people.ts'

export function personDraft(mention: Mention, right: string | null, zh: string, en: string): Draft {
  return { kind: 'person', from: mention.from, to: mention.to, right, zh, en }
}

/** 局长陶敏 and 局长陶明敏: one name with a character more, under one post. */
export function shortened(reading: Reading, mentions: readonly Mention[]): Draft[] {
  return mentions.flatMap((m, i) => {
    const near = mentions
      .slice(0, i)
      .find((b) => b.title === m.title && (isLonger(b.name, m.name) || isLonger(m.name, b.name)))
    if (!near || !/[。\n]/.test(reading.text.slice(near.to, m.from))) return []
    if (mentions.some((x) => x.name === m.name && x.from < m.from)) return []
    return [
      personDraft(
        m,
        near.name,
        `前文为“${near.title}${near.name}”，此处为“${m.name}”`,
        `“${near.name}” before, “${m.name}” here`,
      ),
    ]
  })
}

const isLonger = (a: string, b: string) =>
  a.length === b.length + 1 && a[0] === b[0] && b.length >= 2 && a.at(-1) === b.at(-1)

/** 区交通运输局副局长梁启华 and 区水利局副局长梁启华: one name, one post, two organs that share no word. */
export function otherOrgans(reading: Reading, mentions: readonly Mention[]): Draft[] {
  return mentions.flatMap((m, i) => {
    const near = mentions.slice(0, i).find((b) => b.name === m.name && b.title === m.title)
    if (!near || !/局长$|主任$|大队长$/.test(m.title)) return []
    const [a, b] = [near, m].map((x) => organOf(reading, x)) as [string, string]
    if (a.length < 2 || b.length < 2 || [...a].some((c) => b.includes(c))) return []
    return [
      personDraft(
        m,
        null,
        `前文${m.name}为“${a}局${near.title}”，此处为“${b}局${m.title}”`,
        `${m.name} is of “${a}” before and of “${b}” here`,
      ),
    ]
  })
}

/** 区水利局 → 水利: the organ's own words, in whatever length they are printed. */
const organOf = (reading: Reading, m: Mention): string =>
  /(?:^|[^\u4e00-\u9fff]|[和与由及]|[区县市])([\u4e00-\u9fff]{2,8})(?:局|办|大队)$/
    .exec(reading.text.slice(Math.max(0, m.from - 12), m.from))?.[1]
    ?.replace(/^[区县市]/, '') ?? ''
