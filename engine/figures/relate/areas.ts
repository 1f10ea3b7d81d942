/** How far an area reaches: a town lies in a county, a county in a city. */
const levels: Readonly<Record<string, number>> = { 村: 1, 镇: 2, 乡: 2, 街道: 2, 区: 3, 县: 3, 市: 4, 省: 5 }

export interface Area {
  from: number
  to: number
  words: string
  /** 区, 县, 镇 … */
  kind: string
}

const areaWords = /(?:全|我)(区|县|市|镇|乡|街道|省)(?![域内]?(?:委|政府|直|级|长|局|管|安|域网))/g

export function areasIn(text: string): Area[] {
  return [...text.matchAll(areaWords)].map((m) => ({
    from: m.index,
    to: m.index + m[0].length,
    words: m[0],
    kind: m[1]!,
  }))
}

export const levelOf = (kind: string): number => levels[kind] ?? 0

/** The kind of area whose paper this is, by the name at the head of its title. */
export function kindOfTitle(line: string): string | undefined {
  const name = /^[\s\u3000]*(?:关于)?[\u4e00-\u9fff]{1,4}?(区|县|市|镇|乡|街道)(?!场|民)/.exec(line)
  const kind = name?.[1]
  // 青梧区栗溪镇…: the last of the names is the organ's.
  const after = name
    ? /^[\u4e00-\u9fff]{1,3}?(镇|乡|街道)(?!企|村|场)/.exec(line.slice(name[0].length))
    : undefined
  return after?.[1] ?? kind
}
