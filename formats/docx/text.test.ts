import type { BlockKind, Document } from '@anzhi/engine/document'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DocxOptions, writeDocx } from './index.ts'
import { all, readParts, wordsOf } from './testing/read-back.ts'
import { block, figureRun } from './testing/sample.ts'

async function wordsIn(document: Document, options?: DocxOptions): Promise<string[]> {
  const main = readParts(await writeDocx(document, options)).get('word/document.xml')!
  return all(main, 'w:p').map(wordsOf)
}

async function printed(text: string): Promise<string> {
  const [words] = await wordsIn({ title: text, blocks: [block('paragraph', text)] })
  return words!
}

describe('text is never interpreted', () => {
  it.each([
    '<w:p/><script>alert(1)</script>',
    '&amp; &lt; &#65; &nbsp; &',
    ']]> <![CDATA[ x ]]>',
    '"双" \'单\' `反`',
    '{default-bullet-numbering-0} {{title}} {#x}{/x} {',
    'CURRENT',
    'TOTAL_PAGES',
    '=1+1 <?xml?> <!-- x --> <!DOCTYPE x>',
    '𠮷野家 🚒👩‍🚒 é e\u0301 ﷺ',
    'שלום עולם مرحبا \u202E倒\u202C',
    '  前后空格  　全角　',
    '一行\n二行\t三列',
    '*** __x__ $(x) {=organ}',
  ])('%s', async (text) => {
    expect(await printed(text)).toBe(text)
  })

  it('has one kind of line end', async () => {
    expect(await printed('一\r\n二\r三\n四')).toBe('一\n二\n三\n四')
  })

  it('leaves out what XML cannot carry, and nothing else', async () => {
    expect(await printed('a\u0000b\u0008c\u000Bd\u001Fe\uFFFEf\uFFFFg')).toBe('abcdefg')
    expect(await printed('半\uD842个\uDFB7字\uD842\uDFB7')).toBe('半个字𠮷')
  })

  it('is not interpreted in the tag of a figure or in the properties', async () => {
    const hostile = 'a"<&]]>\u0001'
    const file = await writeDocx({ title: hostile, blocks: [block('paragraph', figureRun(hostile, '1'))] })
    const parts = readParts(file)
    const clean = hostile.replace('\u0001', '')
    expect(all(parts.get('word/document.xml')!, 'w:tag')[0]?.attributes['w:val']).toBe(clean)
    expect(all(parts.get('docProps/core.xml')!, 'dc:title')[0]?.children.join('')).toBe(clean)
  })
})

describe('any text comes out as the same text in the same order', () => {
  const sign = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '{',
      '}',
      '\n',
      '\t',
      'CURRENT',
      ']]>',
      '&',
      '{default-bullet-numbering-0}',
      '𠮷',
      '。',
      '二〇二六年',
      '\uD842',
      '\uDFB7',
    ),
  )
  const run = fc.record({
    text: fc.array(sign, { maxLength: 4 }).map((signs) => signs.join('')),
    figure: fc.boolean(),
  })
  const kinds: BlockKind[] = ['title', 'heading1', 'heading2', 'paragraph', 'signature']
  const blocks = fc.array(
    fc.record({ kind: fc.constantFrom(...kinds), runs: fc.array(run, { maxLength: 3 }) }),
    { maxLength: 6 },
  )

  /** A reader sees the empty lines of the norm and the breaks of a title; the words are the rest. */
  const joined = (texts: readonly string[]) => texts.join('').replaceAll('\n', '')

  it.each(['bound', 'plain'] as const)('figures %s', async (figures) => {
    await fc.assert(
      fc.asyncProperty(blocks, async (drawn) => {
        const made = drawn.map(({ kind, runs }) =>
          block(kind, ...runs.map(({ text, figure }) => (figure ? figureRun('x', text) : text))),
        )
        const words = await wordsIn({ title: '', blocks: made }, { figures })
        const texts = made.flatMap(({ runs }) => runs.map(({ text }) => text))
        expect(joined(words)).toBe(joined(texts.map(legal)))
      }),
      { numRuns: 60 },
    )
  })
})

/** The characters of XML 1.0, written out apart from the code under test. */
function legal(text: string): string {
  const kept = [...text].filter((character) => {
    const code = character.codePointAt(0)!
    if (code < 32) return code === 9 || code === 10 || code === 13
    return (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff
  })
  return kept.join('').replace(/\r\n?/g, '\n')
}
