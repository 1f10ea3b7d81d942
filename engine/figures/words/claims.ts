/** Words that assert a whole without a number. */
const words = (text: string): readonly string[] => text.split(' ').sort((a, b) => b.length - a.length)

export const grades = words('特别重大 重大及以上 较大及以上 重特大 特大 重大 较大 一般 有影响 有重大影响')
