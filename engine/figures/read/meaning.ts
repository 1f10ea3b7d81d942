import { flows, narrowers, notDone, onlyOrdered, rateSteps } from '../words/flows.ts'
import { periodWords } from '../words/not-counted.ts'
import { past, strongTotal, weakTotal } from '../words/relations.ts'
import type { Meaning } from './figure.ts'

const stepWords = [
  ...new Set([
    ...flows.flatMap((flow) => [...flow.whole, ...flow.part]),
    ...Object.keys(rateSteps),
    ...Object.values(rateSteps).flat(),
  ]),
]
  .filter(
    (word) =>
      !word.startsWith('已') &&
      !['已', '决定', '签', '实际', '计划', '及时', '按时', '按期', '如期'].includes(word),
  )
  .sort((a, b) => b.length - a.length)

/** Words of a label that say nothing about what is counted. */
const fillers =
  '上午 下午 全天 当天 当晚 白天 夜间 晚上 全区范围内 全市范围内 我区 我市 我县 我镇 全区 全市 全县 全镇 全乡 全街道 辖区内 辖区 全辖区 各级各部门 各部门 各单位 各级 各乡镇 各类 各种 各项 一共 总共 共计 合计 总计 累计 共有 现有 已经 已全部 全部 全面 及时 分别 先后 组织 开展 进行 完毕 完成 实现 达到 达 通过 督促 发动 派出 共 已 均 尚未 未能 正在 未 尚 仍 有 了 的 为 是 计 对 在 将 把 并 及 和 与 等 也 又 再 还 其中 包括 总数 数量 金额 总额 数额 数 总 个 约 近 截至 截止 月底 年底 超过 超 逾 不足 至 到 上 下 中 内 实际 实 当 所 其 该 这 上述 以上 次 比 较 由 从 增长 增加 上升 提高 下降 减少 降低 同比 环比'
    .split(' ')
    .sort((a, b) => b.length - a.length)

/** Words that name one thing in two ways, so that 问题隐患 and 安全隐患 meet. */
const sameThings: readonly (readonly [RegExp, string])[] = [
  [/(?:生产)?(?:安全|风险|问题|火灾|事故|消防安全)*(?:隐患)(?:问题)?/g, '隐患'],
  [/突出问题|问题/g, '隐患'],
  [/生产经营单位|企业单位|企\(事\)业单位|企事业单位/g, '企业'],
]

const byFirst = (words: readonly string[]) => {
  const map = new Map<string, string[]>()
  for (const word of words) map.set(word[0]!, [...(map.get(word[0]!) ?? []), word])
  return map
}
const stepMap = byFirst(stepWords)
const fillerMap = byFirst(
  [...new Set([...fillers, ...periodWords, ...past])].sort((a, b) => b.length - a.length),
)

/** A total may open with its period and its area: 一季度全区共…. */
const leadWords = new RegExp(
  `^(?:${periodWords.join('|')}|全区|全市|全县|全镇|我区|我县|我市|我镇|三[镇家组]|各[镇组])+`,
)

interface StepAt {
  word: string
  at: number
}

/** Steps are verbs; in 整改通知书 or 检查组 the word only names a thing. */
const nounAfter =
  /^(?:通知|指令|文书|意见|方案|台账|清单|措施|资金|建议|情况|组|人员|站|点位|记录|报告|员|表|率|证|责任|卡|工作(?!总结|方案|台账)|期限|时限|要求)/

/** 考核人员320人 are people who were examined; 检查人员 are those who check. */
const learning = new Set(['考核', '培训', '参训', '参考'])

export function stepsIn(label: string): StepAt[] {
  const found: StepAt[] = []
  for (let i = 0; i < label.length; i++) {
    const word = stepMap.get(label[i]!)?.find((w) => label.startsWith(w, i))
    if (!word) continue
    const after = label.slice(i + word.length, i + word.length + 4)
    if (!nounAfter.test(after) || (learning.has(word) && /^人员/.test(after))) found.push({ word, at: i })
    i += word.length - 1
  }
  return found
}

/** What the label counts once steps and filling words are taken out. */
export function objectOf(label: string): string {
  let left = ''
  for (let i = 0; i < label.length; ) {
    const word =
      stepMap.get(label[i]!)?.find((w) => label.startsWith(w, i)) ??
      fillerMap.get(label[i]!)?.find((w) => label.startsWith(w, i))
    if (word) i += word.length
    else left += label[i++]
  }
  left = left.replace(/[^\u4e00-\u9fffA-Za-z]/g, '')
  for (const [pattern, word] of sameThings) left = left.replace(pattern, word)
  return left
}

/** 剩余3处均为线路改造, 余下5处本月底前完成: what is left stays open unless its own words close it. */
const isRest = (head: string, tail: string) =>
  /(?:剩余|余下|尚余|还剩|仅剩|^[还仍尚只]?剩)的?$/.test(head) &&
  !/已|(?<!前)完成|全部|到位|合格|通过/.test(tail)

/** Step two, second half: what a number's own words say about it. */
export function meaningOf(head: string, tail: string): Meaning {
  const headSteps = stepsIn(head)
  const label = headSteps.length > 0 ? head : `${head}${tail}`
  const steps = headSteps.length > 0 ? headSteps : stepsIn(tail)
  const stepText = headSteps.length > 0 ? head : tail
  const last = steps.at(-1)
  const beforeLast = last ? stepText.slice(Math.max(0, last.at - 4), last.at) : ''
  const bare = head.replace(/[，。；：、\s]/g, '').replace(leadWords, '')
  return {
    steps: steps.map((step) => step.word),
    open:
      isRest(head, tail) ||
      (last
        ? notDone.some((w) => beforeLast.endsWith(w) || beforeLast.includes(`${w}按`)) ||
          /未|尚|正在|剩余|其余|余下/.test(stepText)
        : /^(?:.{0,3})(?:未|尚有|尚余|还有|还剩|剩余|剩下|正在|其余|余下)/.test(label) ||
          /(?:尚有|尚余|还有|还剩|仍剩|剩余|剩下|其余|余下|仅剩|只剩|仅余|^余|^[还仍尚只]?剩)的?$|^(?:请假|缺席|缺勤)$/.test(
            head,
          )),
    ordered: last && !/[了好完掉]$/.test(last.word) ? onlyOrdered.some((w) => beforeLast.endsWith(w)) : false,
    object: objectOf(`${head}${tail}`),
    noun: objectOf(`${last ? head.slice(headSteps.at(-1)?.at ?? 0) : head}${tail}`),
    narrow: narrowers.filter((word) => `${head}${tail}`.includes(word)),
    total:
      strongTotal.some((w) => bare.startsWith(w) || bare.endsWith(w)) ||
      /[类项组次部级者镇地区方]合计/.test(bare)
        ? 'strong'
        : weakTotal.some((w) => bare === w || bare === `${w}有` || bare.startsWith(w))
          ? 'weak'
          : '',
    past: past.some((w) => head.includes(w)),
  }
}
