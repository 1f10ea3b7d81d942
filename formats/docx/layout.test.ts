import { describe, expect, it } from 'vitest'
import { writeDocx } from './index.ts'
import {
  all,
  type Element,
  elementsOf,
  first,
  readParts,
  resolveStyle,
  wordsOf,
} from './testing/read-back.ts'
import { report } from './testing/sample.ts'

const parts = readParts(await writeDocx(report))
const body = first(parts.get('word/document.xml')!, 'w:body')
const styles = parts.get('word/styles.xml')!
const settings = parts.get('word/settings.xml')!
const paragraphs = elementsOf(body).filter(({ name }) => name === 'w:p')

/** The twips of a length in millimetres. */
const mm = (length: number) => (length / 25.4) * 1440

function styleId(paragraph: Element): string {
  return first(paragraph, 'w:pStyle').attributes['w:val']!
}

describe('the page (GB/T 9704-2012, 5.1, 5.2.1)', () => {
  const size = first(body, 'w:pgSz').attributes
  const margin = first(body, 'w:pgMar').attributes

  it('is A4 upright', () => {
    expect(Number(size['w:w'])).toBeCloseTo(mm(210), -0.5)
    expect(Number(size['w:h'])).toBeCloseTo(mm(297), -0.5)
    expect(size['w:orient'] ?? 'portrait').toBe('portrait')
  })

  it.each([
    ['w:top', 37],
    ['w:bottom', 35],
    ['w:left', 28],
    ['w:right', 26],
  ])('has its %s margin of %d mm', (side, length) => {
    expect(Math.abs(Number(margin[side]) - mm(length))).toBeLessThan(1)
  })

  it('is printed on both sides: the wide margin is always at the binding', () => {
    expect(all(settings, 'w:mirrorMargins')).toHaveLength(1)
  })
})

describe('22 lines of 28 characters (5.2.3)', () => {
  const grid = first(body, 'w:docGrid').attributes
  const text = resolveStyle(styles, 'BodyText')
  const { 'w:h': height } = first(body, 'w:pgSz').attributes
  const { 'w:top': top, 'w:bottom': bottom } = first(body, 'w:pgMar').attributes
  const room = Number(height) - Number(top) - Number(bottom)

  it('has a grid of lines, not of characters', () => {
    expect(grid).toMatchObject({ 'w:type': 'lines', 'w:linePitch': '579' })
  })

  it('lets 22 lines in, and not 23', () => {
    const line = Number(text['w:spacing']!['w:line'])
    expect(text['w:spacing']!['w:lineRule']).toBe('exact')
    expect(22 * line).toBeLessThanOrEqual(room)
    expect(22 * line).toBeGreaterThan(room - 22)
  })

  it('lets 28 characters in, and not 29', () => {
    const advance = (Number(text['run w:sz']!['w:val']) / 2) * 20 + Number(text['run w:spacing']!['w:val'])
    expect(28 * advance).toBeLessThanOrEqual(mm(156))
    expect(28 * advance).toBeGreaterThan(mm(156) - 28)
  })

  it('keeps the count: no widow rule, no sign in the margin, no room added beside digits', () => {
    for (const rule of ['w:widowControl', 'w:overflowPunct', 'w:autoSpaceDE', 'w:autoSpaceDN']) {
      expect(text[rule], rule).toEqual({ 'w:val': '0' })
    }
    expect(text['w:jc']).toEqual({ 'w:val': 'both' })
    expect(first(settings, 'w:characterSpacingControl').attributes['w:val']).toBe('doNotCompress')
  })
})

describe('types (5.2.2, 7.3.1, 7.3.3)', () => {
  it.each([
    ['Title', '方正小标宋简体', 22],
    ['BodyText', '仿宋_GB2312', 16],
    ['Heading1', '黑体', 16],
    ['Heading2', '楷体_GB2312', 16],
    ['Heading3', '仿宋_GB2312', 16],
    ['Heading4', '仿宋_GB2312', 16],
    ['Signature', '仿宋_GB2312', 16],
    ['Footer', '宋体', 14],
  ])('%s is %s of %d pt', (id, face, points) => {
    const style = resolveStyle(styles, id)
    expect(style['run w:rFonts']!['w:eastAsia']).toBe(face)
    expect(style['run w:sz']).toEqual({ 'w:val': String(points * 2) })
    expect(style['run w:b']).toBeUndefined()
  })

  it.each(['Title', 'BodyText', 'Heading1', 'Heading2', 'Signature'])('%s has Latin in one face', (id) => {
    const { 'w:ascii': ascii, 'w:hAnsi': high } = resolveStyle(styles, id)['run w:rFonts']!
    expect([ascii, high]).toEqual(['Times New Roman', 'Times New Roman'])
  })

  it('sets quotation marks and dashes as Chinese: every run with words says so', () => {
    const runs = all(body, 'w:r').filter((run) => all(run, 'w:t').length > 0)
    expect(runs.length).toBeGreaterThan(5)
    for (const run of runs) expect(first(run, 'w:rFonts').attributes).toEqual({ 'w:hint': 'eastAsia' })
  })

  it('names what stands in for each face', () => {
    const fonts = all(parts.get('word/fontTable.xml')!, 'w:font')
    const names = new Map(
      fonts.map((font) => [font.attributes['w:name'], first(font, 'w:altName').attributes['w:val']]),
    )
    expect(names.get('仿宋_GB2312')).toBe('仿宋')
    expect(names.get('方正小标宋简体')).toBe('华文中宋')
    expect(names.get('楷体_GB2312')).toBe('楷体')
  })

  it.each(['BodyText', 'Heading1', 'Heading2'])('%s begins two characters in', (id) => {
    expect(resolveStyle(styles, id)['w:ind']).toEqual({ 'w:firstLineChars': '200', 'w:firstLine': '640' })
  })

  it('centres the title and does not indent it', () => {
    const title = resolveStyle(styles, 'Title')
    expect(title['w:jc']).toEqual({ 'w:val': 'center' })
    expect(title['w:ind']).toBeUndefined()
  })

  it('is in the language of the country, but for Latin letters and digits', () => {
    const language = { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' }
    expect(resolveStyle(styles, 'BodyText')['run w:lang']).toEqual(language)
    expect(first(settings, 'w:themeFontLang').attributes).toEqual(language)
  })
})

describe('the order of things (7.3)', () => {
  it('is title, empty line, text, empty line, organ, date', () => {
    expect(paragraphs.map((paragraph) => [styleId(paragraph), wordsOf(paragraph)])).toEqual([
      ['Title', '青禾区情况汇报'],
      ['Normal', ''],
      ['BodyText', '现将有关情况汇报如下：'],
      ['Heading1', '一、强化组织领导'],
      ['Heading2', '（一）压实责任链条'],
      ['BodyText', '共检查生产经营单位127家。'],
      ['Normal', ''],
      ['Signature', '青禾区安全生产委员会办公室'],
      ['Signature', '2026年9月30日'],
    ])
  })

  it('keeps the signature with the end of the text, and headings with what they head', () => {
    const kept = paragraphs.map((paragraph) => all(paragraph, 'w:keepNext').length > 0)
    expect(kept).toEqual([false, false, false, false, false, true, true, true, false])
    for (const id of ['Title', 'Heading1', 'Heading2'])
      expect(resolveStyle(styles, id)['w:keepNext']).toEqual({})
  })
})

describe('page numbers (7.5)', () => {
  const relations = all(parts.get('word/_rels/document.xml.rels')!, 'Relationship')
  const footers = new Map(
    all(body, 'w:footerReference').map(({ attributes }) => {
      const target = relations.find((relation) => relation.attributes.Id === attributes['r:id'])!
      return [attributes['w:type'], parts.get(`word/${target.attributes.Target}`)!]
    }),
  )

  it('differ on odd and even pages', () => {
    expect(all(settings, 'w:evenAndOddHeaders')).toHaveLength(1)
    expect([...footers.keys()].sort()).toEqual(['default', 'even'])
  })

  it.each([
    ['default', 'right', 'w:right'],
    ['even', 'left', 'w:left'],
  ])('%s: %s, one character in', (kind, side, indent) => {
    const footer = footers.get(kind)!
    expect(first(footer, 'w:jc').attributes['w:val']).toBe(side)
    expect(first(footer, 'w:ind').attributes).toEqual({ [indent]: '320' })
    expect(first(footer, 'w:pStyle').attributes['w:val']).toBe('Footer')
  })

  it.each(['default', 'even'])('%s: a number between two dashes', (kind) => {
    const footer = footers.get(kind)!
    expect(wordsOf(footer)).toBe('—  —')
    expect(first(footer, 'w:instrText').children.join('').trim()).toBe('PAGE')
    const order = all(footer, 'w:r').map((run) => wordsOf(run) || elementsOf(run).at(-1)!.name)
    expect(order).toEqual(
      ['— ', 'w:fldChar', 'w:instrText', 'w:fldChar', 'w:fldChar', ' —'].slice(0, order.length),
    )
  })

  it('are digits of the same Song face as the dashes', () => {
    const { 'w:ascii': digits, 'w:eastAsia': dashes } = resolveStyle(styles, 'Footer')['run w:rFonts']!
    expect([digits, dashes]).toEqual(['宋体', '宋体'])
  })

  it('have their dashes 7 mm below the block', () => {
    const { 'w:bottom': bottom, 'w:footer': edge } = first(body, 'w:pgMar').attributes
    const line = Number(resolveStyle(styles, 'Footer')['w:spacing']!['w:line'])
    const dash = Number(bottom) - Number(edge) - line / 2
    expect(Math.abs(dash - mm(7))).toBeLessThan(2)
  })
})
