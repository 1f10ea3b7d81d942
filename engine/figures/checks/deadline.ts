import type { Draft } from '../finding.ts'
import type { Reading } from '../read/figure.ts'

interface Deadline {
  day: string
  from: number
  to: number
  thing: string
}

const asked =
  /(?:请|须|应)[^，。；\n]{0,12}?(?:于|在)?((?:\d{1,2}月)?\d{1,2}日)(?:\d{1,2}时|下班)?(?:之?前|以前)[^。；\n]{0,4}?(?:将|把)?([^，。；\n]{2,20}?)(?:报送?|交|送|反馈|上报|发)/g
const ends =
  /([^，。；：\n]{2,16}?)(?:报送|上报|提交|反馈|收取|报名)?(?:的?截止(?:时间|日期)|最后期限|报送时限)[^。；\n\d]{0,16}?(?:是|为|到|：)((?:\d{1,2}月)?\d{1,2}日)/g

/** 7月6日前把名单报…; 名单报送截止时间是7月8日: one thing is due on two days. */
export function checkDeadlines({ text }: Reading): Draft[] {
  if (!/截止(?:时间|日期)|最后期限|报送时限/.test(text)) return []
  const first = [...text.matchAll(asked)].map((m): Deadline => spanOf(m, m[1]!, m[2]!))
  const second = [...text.matchAll(ends)].map((m): Deadline => spanOf(m, m[2]!, m[1]!))
  return second.flatMap((b) => {
    const a = first.find((x) => sharesPair(x.thing, b.thing) && x.from !== b.from)
    if (!a || sameDay(a.day, b.day) || first.some((x) => sameDay(x.day, b.day))) return []
    if (/延|推迟|顺延|改|调整/.test(text.slice(Math.min(a.to, b.to), Math.max(a.from, b.from)))) return []
    return [
      {
        kind: 'conflict' as const,
        from: b.from,
        to: b.to,
        right: null,
        zh: `前文期限为“${a.day}”，此处为“${b.day}”`,
        en: `due on “${a.day}” before and on “${b.day}” here`,
      },
    ]
  })
}

const spanOf = (found: RegExpMatchArray, day: string, thing: string): Deadline => {
  const from = found.index! + found[0].lastIndexOf(day)
  return { day, from, to: from + day.length, thing }
}

/** 6日 may be short for 7月6日. */
const sameDay = (a: string, b: string) => a === b || a.endsWith(`月${b}`) || b.endsWith(`月${a}`)

const common = /各|单位|相关|有关|情况|报送|材料$/
function sharesPair(a: string, b: string): boolean {
  for (let i = 0; i + 2 <= a.length; i++) {
    const pair = a.slice(i, i + 2)
    if (!common.test(pair) && b.includes(pair)) return true
  }
  return false
}
