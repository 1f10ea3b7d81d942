/** Words of reporting that say nothing about which things are meant. */
const idle =
  /[^\u4e00-\u9fff]|截至|目前|现已|现|已经|已|均|都|皆|全部|全数|悉数|所有|各|实现|做到|达到|全覆盖|完成|完毕|到位|整改|治理|销号|清零|闭环|办结|的|了|把|将|对|我们|本|安全隐患|问题隐患|隐患|问题|排查|发现|检查|反馈|存在|存量|全[区市县镇乡省]|我[区市县镇乡]|辖区|目标|任务|工作|今年以来|今年|年底|月底|无一遗漏|一个不落|这|上述|以上|其|为|有|共|中/g

/** The runs of characters that name things: 养老机构 of 把养老机构的隐患全部清零了. */
export const nameRuns = (text: string): string[] =>
  text
    .replace(idle, '|')
    .split('|')
    .filter((run) => run.length >= 2)

/** Whether a text names everything that the runs name: two thirds of their pairs of characters stand in it. */
export function isNamedIn(runs: readonly string[], text: string): boolean {
  const pairs = runs.flatMap((run) => [...run].slice(1).map((_, i) => run.slice(i, i + 2)))
  const found = pairs.filter((pair) => text.includes(pair)).length
  return found >= (pairs.length * 2) / 3
}
