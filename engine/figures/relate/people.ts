import type { Reading, Span } from '../read/figure.ts'
import { afterName, notNames, posts, sharedPosts, surnames, twoSurnames } from '../words/people.ts'

/** A name printed with its post. */
export interface Mention extends Span {
  name: string
  /** 区长, 区应急局局长: with the organ that narrows a common post. */
  post: string
  title: string
  nameFrom: number
  isShared: boolean
}

const postPattern = new RegExp(posts.join('|'), 'g')
const needsOrgan = new Set(
  '镇长 乡长 局长 主任 大队长 支队长 中队长 队长 主席 部长 书记 站长 所长 校长 院长 政委 教导员'.split(' '),
)

export function findMentions(reading: Reading): Mention[] {
  const { text } = reading
  const mentions: Mention[] = []
  const open: { at: number; title: string }[] = []
  for (const found of text.matchAll(postPattern)) {
    const after = nameAfter(text, found.index + found[0].length)
    const before = after ? undefined : nameBefore(text, found.index)
    const name = after ?? before
    if (name) mentions.push(mentionOf(text, found.index, found[0], name))
    else open.push({ at: found.index, title: found[0] })
  }
  return withKnown(text, mentions, open)
}

/** A name of three characters that stands elsewhere is known again, whatever word follows it. */
function withKnown(
  text: string,
  mentions: readonly Mention[],
  open: readonly { at: number; title: string }[],
): Mention[] {
  const known = new Set(mentions.map((m) => m.name).filter((name) => name.length === 3))
  const more = open.flatMap(({ at, title }) => {
    const from = at + title.length
    return known.has(text.slice(from, from + 3)) ? [mentionOf(text, at, title, { from, to: from + 3 })] : []
  })
  return [...mentions, ...more].sort((a, b) => a.from - b.from)
}

function mentionOf(text: string, at: number, title: string, name: Span): Mention {
  const organ = needsOrgan.has(title) ? organBefore(text, at) : ''
  return {
    from: Math.min(at, name.from),
    to: Math.max(at + title.length, name.to),
    nameFrom: name.from,
    name: text.slice(name.from, name.to),
    title,
    post: `${organ}${title}`,
    isShared: sharedPosts.includes(title) || (needsOrgan.has(title) && organ === ''),
  }
}

/** 区应急局 of 区应急局局长; long and short names of one office meet. */
function organBefore(text: string, at: number): string {
  const run = /[\u4e00-\u9fff]{1,10}$/.exec(text.slice(Math.max(0, at - 10), at))?.[0] ?? ''
  const organ =
    /[\u4e00-\u9fff]{0,8}(?:局|办|委|中心|大队|支队|街道|镇|乡|院|所|公司|部|会)$/.exec(run)?.[0] ?? ''
  return organ
    .replace(/^.*(?:由|和|及|与|、|，|为|任|经|请|随|据|对|向)/, '')
    .replace(/管理|人民政府|政府|委员会|^[区县市]/g, '')
}

function nameAfter(text: string, at: number): Span | undefined {
  const from = text[at] === ' ' || text[at] === '：' || text[at] === '\u3000' ? at + 1 : at
  const length = nameLength(text, from)
  return length > 0 ? { from, to: from + length } : undefined
}

/** Length of the name that begins here: one or two characters after a surname. */
export function nameLength(text: string, from: number): number {
  const surname =
    twoSurnames.find((s) => text.startsWith(s, from))?.length ?? (surnames.has(text[from] ?? '') ? 1 : 0)
  if (surname === 0 || notNames.has(text.slice(from, from + 2))) return 0
  const han = (i: number) => /[\u4e00-\u9fff]/.test(text[i] ?? '')
  const end = (i: number) => i >= text.length || afterName.has(text[i]!) || !han(i)
  if (
    han(from + surname) &&
    han(from + surname + 1) &&
    !isEndBefore(text, from + surname + 1) &&
    end(from + surname + 2)
  )
    return surname + 2
  if (han(from + surname) && end(from + surname + 1)) return surname + 1
  return 0
}

/** 张伟带队: the third character opens the next word. */
const isEndBefore = (text: string, at: number) =>
  /^(?:带队|带领|主持|任组|为组|为副|为顾|在|率队|率|出席|参加|强调|到会|赴|同志|作出|听取|要求|就|对|深入|一行|等|先后|分别|前往|多次|指出|亲自|召开|调研|督导|检查|来到|担任|及|与|表示|宣布|传达|负责|牵头|签|批示|做|会同|陪同|专题|作[表了出总讲报发]|表[示态])/.test(
    text.slice(at, at + 3),
  )

/** 李明远区长, 李明远（区长）, or a row 李明远  区长. */
function nameBefore(text: string, at: number): Span | undefined {
  let to = at
  while (
    to > 0 &&
    (text[to - 1] === ' ' ||
      text[to - 1] === '（' ||
      text[to - 1] === '(' ||
      text[to - 1] === '\u3000' ||
      text[to - 1] === '\t')
  )
    to--
  const isApart = to < at
  for (const length of [4, 3, 2]) {
    const from = to - length
    const opens = from <= 0 || /[，。；、：（(\s:“\u3000由和与]/.test(text[from - 1]!)
    if (
      from >= 0 &&
      opens &&
      isWholeName(text.slice(from, to)) &&
      (isApart || length > 2 || /[，。；、：\s]/.test(text[from - 1] ?? '\n'))
    )
      return { from, to }
  }
  return undefined
}

const isWholeName = (name: string) => {
  const surname = twoSurnames.some((s) => name.startsWith(s)) ? 2 : surnames.has(name[0] ?? '') ? 1 : 0
  return (
    surname > 0 &&
    name.length - surname >= 1 &&
    name.length - surname <= 2 &&
    /^[\u4e00-\u9fff]+$/.test(name) &&
    !posts.some((p) => name.includes(p)) &&
    !/[镇乡局办区县市委院部室科处股队长]/.test(name.slice(1))
  )
}
