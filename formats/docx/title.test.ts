import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeDocx } from './index.ts'
import { all, first, readParts, wordsOf } from './testing/read-back.ts'
import { block, figureRun } from './testing/sample.ts'
import { titleBreaks } from './title.ts'
import { widthOf } from './width.ts'

function linesOf(title: string): string[] {
  const starts = [0, ...titleBreaks(title)]
  return starts.map((from, index) => title.slice(from, starts[index + 1]))
}

describe('a title (GB/T 9704-2012, 7.3.1)', () => {
  it('stays on one line while it fits', () => {
    expect(titleBreaks('关于全市安全生产工作情况的报告')).toEqual([])
    expect(titleBreaks('字'.repeat(20))).toEqual([])
    expect(titleBreaks('')).toEqual([])
  })

  it('is broken between words, the name of the campaign whole', () => {
    expect(linesOf('关于青禾区2026年第三季度安全生产治本攻坚三年行动进展情况的汇报')).toEqual([
      '关于青禾区2026年第三季度',
      '安全生产治本攻坚三年行动进展情况的汇报',
    ])
  })

  it('is broken after the organ', () => {
    expect(
      linesOf('青禾区安全生产委员会办公室关于2026年上半年全区重大事故隐患排查整治工作情况的通报')[0],
    ).toBe('青禾区安全生产委员会办公室')
  })

  it('keeps brackets with what they hold at both ends of a line', () => {
    const lines = linesOf('关于印发《青禾区烟花爆竹“打非”专项整治行动方案》等三项制度（试行）的通知')
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) expect(line).not.toMatch(/^[》”）的]|[《“（]$/u)
  })

  it('is a trapezoid, not a block, where its words allow it', () => {
    const [above, below] = linesOf('字'.repeat(30))
    expect(Math.abs(widthOf(above!) - widthOf(below!))).toBeGreaterThanOrEqual(2)
  })

  it('leaves the lines that somebody typed', () => {
    expect(titleBreaks(`${'字'.repeat(18)}\n${'字'.repeat(12)}`)).toEqual([])
  })

  it('leaves to Word what does not fit in four lines, or has no place to break', () => {
    expect(titleBreaks('字'.repeat(81))).toEqual([])
    expect(titleBreaks('x'.repeat(60))).toEqual([])
  })

  it('has no line longer than the page, and loses nothing', () => {
    const sign = fc.constantFrom(...'关于青禾区安全生产的情况汇报和第三季度2026年（《》）“”、a b', '𠮷', '🚒')
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 90 }), (signs) => {
        const lines = linesOf(signs.join(''))
        expect(lines.join('')).toBe(signs.join(''))
        if (lines.length > 1) for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(20)
      }),
    )
  })
})

describe('the runs of a title', () => {
  const text = '关于青禾区2026年第三季度安全生产治本攻坚三年行动进展情况的汇报'

  async function titleParagraph(...runs: Parameters<typeof block>[1][]) {
    const file = await writeDocx({ title: '', blocks: [block('title', ...runs)] })
    return first(readParts(file).get('word/document.xml')!, 'w:p')
  }

  it.each([
    ['one run', [text]],
    ['cut at the break', [text.slice(0, 14), text.slice(14)]],
    ['cut everywhere', [...text]],
  ])('break in the same place: %s', async (_, runs) => {
    expect(wordsOf(await titleParagraph(...runs))).toBe(
      '关于青禾区2026年第三季度\n安全生产治本攻坚三年行动进展情况的汇报',
    )
  })

  it('do not break inside a figure', async () => {
    const paragraph = await titleParagraph(figureRun('x', text))
    expect(wordsOf(first(paragraph, 'w:sdt'))).toBe(text)
    expect(all(paragraph, 'w:br')).toEqual([])
  })
})
