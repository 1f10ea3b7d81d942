import { type Finding, kindNames, type Language, warnings } from '@anzhi/engine/figures'

/** The list that a person reads: line and place, the quotation, what is right, and the arithmetic in one line. */
export function showFindings(text: string, findings: readonly Finding[], language: Language): string {
  const starts = lineStarts(text)
  const blocks = findings.map((finding, i) =>
    showOne(finding, i + 1, placeOf(starts, finding.from), language),
  )
  return `${blocks.join('\n')}${blocks.length > 0 ? '\n' : ''}${summary(findings, language)}\n`
}

function showOne(
  finding: Finding,
  number: number,
  [line, column]: readonly [number, number],
  language: Language,
): string {
  const zh = language === 'zh'
  const place = zh ? `第${line}行第${column}字` : `line ${line}, character ${column}`
  const right =
    finding.right === null
      ? ''
      : zh
        ? `  应为 ${oneLine(finding.right)}`
        : `  right: ${oneLine(finding.right)}`
  const fills = finding.indicator ?? finding.slot
  const filled = finding.kind === 'gap' && fills ? `  〔${fills}〕` : ''
  return `${number}. ${place} ${kindNames[finding.kind][language]} ${zh ? '“' : '"'}${oneLine(finding.quote)}${zh ? '”' : '"'}${right}${filled}\n   ${oneLine(finding.why)}`
}

function summary(findings: readonly Finding[], language: Language): string {
  const light = findings.filter((f) => warnings.has(f.kind)).length
  const wrong = findings.length - light
  if (language === 'en')
    return wrong + light === 0
      ? 'Nothing wrong was found.'
      : `${wrong} wrong, ${light} to fill in or to look at.`
  return wrong + light === 0 ? '未发现问题。' : `共${wrong}处有误，${light}处待填或待看。`
}

/** Control signs of a hostile text never reach the terminal. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function placeOf(starts: readonly number[], at: number): readonly [number, number] {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= at) low = middle + 1
    else high = middle
  }
  return [low, at - starts[low - 1]! + 1]
}
