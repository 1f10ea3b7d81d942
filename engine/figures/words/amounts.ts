/** Words that make a printed number more or less than exact. */
export const roughBefore = {
  over: '超过 超 逾 突破 多于 不少于 不低于 至少 高于 大于 上'.split(' '),
  under: '不足 将近 接近 近 不到 少于 低于 不超过 至多 最多 小于'.split(' '),
  about: '大约 约 左右 大致 大概 平均'.split(' '),
} as const

export const roughAfter = {
  over: '以上'.split(' '),
  under: '以下 以内'.split(' '),
  about: '左右 上下 不等 许'.split(' '),
} as const

/** 余/多/来/几 stand between the numeral and its unit, or after 万. */
export const more = '余多来几'

export const scales: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1000,
  万: 10_000,
  十万: 100_000,
  百万: 1_000_000,
  千万: 10_000_000,
  亿: 100_000_000,
  万亿: 1_000_000_000_000,
}

export const hanDigits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
