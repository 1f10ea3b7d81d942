const quarters = ['一季度', '二季度', '三季度', '四季度', '上半年', '下半年']

/** 二季度 follows 一季度, 2022年 follows 2021年, 10月 follows 9月. */
export function isNextPeriod(before: string, now: string): boolean {
  const [x, y] = [before, now].map((p) => quarters.indexOf(p.replace(/^第/, ''))) as [number, number]
  if (x >= 0 && y === x + 1 && y !== 4) return true
  const [a, b] = [/^(\d{1,4})(年度?|月份?)$/.exec(before), /^(\d{1,4})(年度?|月份?)$/.exec(now)]
  return a !== null && b !== null && a[2]![0] === b[2]![0] && Number(b[1]) - Number(a[1]) === 1
}
