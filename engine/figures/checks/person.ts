import type { Draft, Leader } from '../finding.ts'
import type { Reading } from '../read/figure.ts'
import { findMentions, type Mention } from '../relate/people.ts'
import { personDraft as draft, otherOrgans, shortened } from './person-name.ts'

/** A leader's name, post or order that differs within the text, or from the leaders' table. */
export function checkPerson(reading: Reading, leaders: readonly Leader[]): Draft[] {
  const mentions = findMentions(reading)
  const wrong = leaders.length > 0 ? mentions.flatMap((m) => againstTable(m, leaders)) : []
  const seen = new Set(wrong.map((d) => d.from))
  const inner = [
    ...names(reading, mentions),
    ...spellings(reading, mentions),
    ...shortened(reading, mentions),
    ...otherOrgans(reading, mentions),
    ...otherPosts(reading, mentions),
    ...bareNames(reading, mentions),
  ].filter((d) => !seen.has(d.from))
  const unique = [...new Map(inner.map((d) => [d.from, d])).values()]
  return [...wrong, ...unique, ...orders(reading, mentions, leaders)]
}

const isSame = (a: string, b: string) => a === b || a.startsWith(b) || b.startsWith(a)

/** One post that one person holds, two names. */
function names(reading: Reading, mentions: readonly Mention[]): Draft[] {
  const first = new Map<string, Mention>()
  return mentions.flatMap((m) => {
    if (m.isShared || isFormer(reading, m)) return []
    const before = first.get(m.post)
    if (!before) first.set(m.post, m)
    if (!before || isSame(before.name, m.name)) return []
    return [
      draft(
        m,
        before.name,
        `前文${m.post}为“${before.name}”，此处为“${m.name}”`,
        `${m.post} is “${before.name}” before and “${m.name}” here`,
      ),
    ]
  })
}

const isFormer = (reading: Reading, m: Mention) =>
  /原|时任|前任|新任|兼/.test(reading.text.slice(Math.max(0, m.from - 8), m.from).slice(-3))

/** 李志强 and 李志刚 under one shared post, never side by side: a slip in one character. */
function spellings(reading: Reading, mentions: readonly Mention[]): Draft[] {
  return mentions.flatMap((m, i) => {
    if (!m.isShared) return []
    const near = mentions
      .slice(0, i)
      .find(
        (b) =>
          b.title === m.title &&
          differsByOne(b.name, m.name) &&
          !mentions.some((x) => x.name === m.name && x.from < m.from),
      )
    if (!near || /[。\n]/.test(reading.text.slice(near.to, m.from)) === false) return []
    return [
      draft(
        m,
        near.name,
        `前文为“${near.title}${near.name}”，此处为“${m.name}”，差一个字`,
        `“${near.name}” before, “${m.name}” here: one character differs`,
      ),
    ]
  })
}

const differsByOne = (a: string, b: string) =>
  a.length === b.length && a.length >= 3 && [...a].filter((c, i) => c !== b[i]).length === 1

/** 宁知春一行, 屈恒之17人次: a name without its post, one character off the only name that the text knows like it. */
function bareNames(reading: Reading, mentions: readonly Mention[]): Draft[] {
  const known = [...new Set(mentions.map((m) => m.name))].filter((name) => name.length >= 3)
  if (known.length === 0 || known.length > 60) return []
  return known.flatMap((name) => likeNames(reading, name, mentions))
}

function likeNames(reading: Reading, name: string, mentions: readonly Mention[]): Draft[] {
  const like = [...name].map((_, i) => `${name.slice(0, i)}[\u4e00-\u9fff]${name.slice(i + 1)}`).slice(1)
  const pattern = new RegExp(
    `(?<=^|[、，：；。（中由经在对和与及“\\n])(?:${like.join('|')})(?=${afterBare})`,
    'g',
  )
  const found = [...reading.text.matchAll(pattern)].find(
    (m) => m[0] !== name && !mentions.some((x) => x.name === m[0]) && !isSideBySide(reading, m.index, name),
  )
  if (!found) return []
  return [
    {
      kind: 'person' as const,
      from: found.index,
      to: found.index + name.length,
      right: name,
      zh: `前文为“${name}”，此处为“${found[0]}”，差一个字`,
      en: `“${name}” before, “${found[0]}” here: one character differs`,
    },
  ]
}

const afterBare =
  '\\d|一行|同志|强调|要求|指出|来到|带队|率|主持|说|表示|介绍|分别|先后|先|随后|还|在|对|就|到|深入|听取|查看|检查|为|给|与|向|带|调研|督导|出席|参加|讲话|作'

/** 何敏之、何敏芝 side by side are two people. */
const isSideBySide = (reading: Reading, at: number, name: string): boolean =>
  new RegExp(`${name}[、和与及]`).test(reading.text.slice(Math.max(0, at - name.length - 1), at)) ||
  new RegExp(`^[、和与及]${name}`).test(reading.text.slice(at + name.length, at + 2 * name.length + 1))

/** One name under two posts of which neither holds the other. */
function otherPosts(reading: Reading, mentions: readonly Mention[]): Draft[] {
  const byName = new Map<string, Mention[]>()
  for (const m of mentions) byName.set(m.name, [...(byName.get(m.name) ?? []), m])
  return [...byName.values()].flatMap((list) => {
    const first = list[0]!
    const other = list.find(
      (m) => isOtherPost(first, m) || isOtherDeputy(reading, first, m) || isOtherBody(reading, first, m),
    )
    return other && list.length < 50
      ? [
          draft(
            other,
            first.title,
            `前文${first.name}为“${first.title}”，此处为“${other.title}”`,
            `${first.name} is “${first.title}” before and “${other.title}” here`,
          ),
        ]
      : []
  })
}

/** 副县长 and 县委副书记 are two people's posts unless the text names them together. */
function isOtherDeputy(reading: Reading, a: Mention, b: Mention): boolean {
  const isDeputy = [a, b].some((m) => /^(?:常务)?副[区县市]长$/.test(m.title))
  const isSecretary = [a, b].some((m) => /^(?:[区县市]委)?副书记$/.test(m.title))
  return isDeputy && isSecretary && !/副书记、[^，。；、]{0,8}副[区县市]长/.test(reading.text)
}

/** 常务副县长 and 县政协副主席: nobody sits in both bodies. */
function isOtherBody(reading: Reading, a: Mention, b: Mention): boolean {
  const bodyOf = (m: Mention) =>
    /^(?:常务)?副?[区县市镇乡]长$/.test(m.title)
      ? '政府'
      : (/(政协|人大)(?:常委会)?(?:党组)?$/.exec(reading.text.slice(Math.max(0, m.from - 8), m.from))?.[1] ??
        '')
  const [x, y] = [bodyOf(a), bodyOf(b)]
  return (
    x !== '' && y !== '' && x !== y && a.from !== b.from && !isFormer(reading, a) && !isFormer(reading, b)
  )
}

/** 副区长 and 副县长: nobody is both. */
const area = (title: string) => /^(?:常务)?副?([区县市])长$/.exec(title)?.[1] ?? ''

const member = /常委|党组成员|党委书记|党组书记|委员/
function isOtherPost(a: Mention, b: Mention): boolean {
  if ([a, b].some((m) => /^[镇乡]党委书记$/.test(m.title)) && [a, b].some((m) => /^[镇乡]长$/.test(m.title)))
    return true
  if (isSamePost(a.title, b.title) || member.test(a.title) || member.test(b.title)) return false
  if (area(a.title) !== '' && area(b.title) !== '' && area(a.title) !== area(b.title))
    return a.title.replace(/[区县市]/, '') === b.title.replace(/[区县市]/, '')
  const rank = (t: string) => t.replace(/^区|^县|^市/, '')
  if (a.title.endsWith('书记') !== b.title.endsWith('书记'))
    return /区长|县长|市长|镇长|乡长/.test(a.title + b.title) && !/副/.test(a.title + b.title)
  return (
    rank(a.title) !== rank(b.title) &&
    (a.title.endsWith(b.title.replace(/^副|^常务副/, '')) ||
      b.title.endsWith(a.title.replace(/^副|^常务副/, '')))
  )
}

/** 区长 is the end of 区政府区长, but not of 副区长. */
function isSamePost(a: string, b: string): boolean {
  const [long, short] = a.length > b.length ? [a, b] : [b, a]
  return long.endsWith(short) && !/[副务]$/.test(long.slice(0, long.length - short.length))
}

function againstTable(m: Mention, leaders: readonly Leader[]): Draft[] {
  const known = leaders.find((l) => l.name === m.name)
  if (known) {
    if (known.posts.some((p) => isSamePost(p, m.title))) return []
    return [
      draft(
        m,
        known.posts[0] ?? null,
        `领导名册中${m.name}为“${known.posts.join('、')}”，文中为“${m.title}”`,
        `${m.name} is “${known.posts.join(', ')}” in the leaders' table, “${m.title}” here`,
      ),
    ]
  }
  const holders = leaders.filter((l) => l.posts.some((p) => p === m.title))
  if (m.isShared) {
    const near = holders.find((l) => differsByOne(l.name, m.name))
    return near
      ? [
          draft(
            m,
            near.name,
            `领导名册中为“${near.name}”，文中为“${m.name}”`,
            `“${near.name}” in the leaders' table`,
          ),
        ]
      : []
  }
  const holder = holders[0]
  return holder && holders.length === 1
    ? [
        draft(
          m,
          holder.name,
          `领导名册中${m.title}为“${holder.name}”，文中为“${m.name}”`,
          `${m.title} is “${holder.name}” in the leaders' table`,
        ),
      ]
    : []
}

/** Leaders listed in one sentence stand in the order of the table, or of the text's first list. */
function orders(reading: Reading, mentions: readonly Mention[], leaders: readonly Leader[]): Draft[] {
  const known = leaders.length > 0 ? leaders.map((l) => l.name) : [...new Set(mentions.map((m) => m.name))]
  const lists = reading.sentences
    .flatMap((s) => (s.paragraph < 0 ? [] : [listIn(reading, s, known)]))
    .filter((l) => l.length >= 2)
  let order = leaders.length > 0 ? known : undefined
  return lists.flatMap((list) => {
    const first = order?.filter((name) => list.some((x) => x.name === name)) ?? []
    if (first.length < 2) {
      order ??= list.map((x) => x.name)
      return []
    }
    const own = list.map((x) => x.name).filter((name) => first.includes(name))
    if (own.join() === first.join()) return []
    const at = list.find((x) => first.includes(x.name) && x.name !== first[0])!
    const end = list.at(-1)!
    return [
      {
        kind: 'person' as const,
        from: list[0]!.at,
        to: end.at + end.name.length,
        right: first.join('、'),
        zh: `排序与${leaders.length > 0 ? '领导名册' : '前文'}不同，应为“${first.join('、')}”`,
        en: `order differs: ${first.join(', ')} (${at.name})`,
      },
    ]
  })
}

/** Names that only 、 and posts set apart. */
function listIn(
  reading: Reading,
  sentence: { from: number; to: number },
  known: readonly string[],
): { name: string; at: number }[] {
  const text = reading.text.slice(sentence.from, Math.min(sentence.to, sentence.from + 600))
  const hits = known
    .slice(0, 60)
    .flatMap((name) => {
      const at = text.indexOf(name)
      return at >= 0 ? [{ name, at: at + sentence.from }] : []
    })
    .sort((a, b) => a.at - b.at)
  const joined = hits.filter(
    (hit, i) => i === 0 || isListed(reading.text.slice(hits[i - 1]!.at + hits[i - 1]!.name.length, hit.at)),
  )
  return joined.length === hits.length ? hits : []
}

const isListed = (between: string) =>
  /^(?:同志)?[、和及，]/.test(between) &&
  !/[。；：]/.test(between) &&
  between.length < 24 &&
  !/为|任|分管|负责|带队|主持/.test(between)
