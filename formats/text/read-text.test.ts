import {
  DeletedTextRun,
  Document,
  FootnoteReferenceRun,
  InsertedTextRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { readText } from './index.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array, name?: string) => {
  const read = readText(bytes, name)
  if (!read.ok) throw new Error(read.refusal.en)
  return read.text
}
const codeOf = (bytes: Uint8Array) => {
  const read = readText(bytes)
  return read.ok ? 'read' : read.refusal.code
}
const document = (body: string, more: Record<string, Uint8Array> = {}) =>
  zipSync({
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="x"><w:body>${body}</w:body></w:document>`,
    ),
    ...more,
  })
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

let real: Uint8Array

beforeAll(async () => {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const made = new Document({
    footnotes: { 1: { children: [new Paragraph('注：含上月结转5处。')] } },
    sections: [
      {
        children: [
          new Paragraph({
            children: [
              new TextRun('全区排查隐患1871处'),
              new FootnoteReferenceRun(1),
              new DeletedTextRun({
                text: '，已整改9999处',
                id: 1,
                author: '甲',
                date: '2022-09-01T00:00:00Z',
              }),
              new InsertedTextRun({
                text: '，已整改1824处',
                id: 2,
                author: '甲',
                date: '2022-09-01T00:00:00Z',
              }),
              new TextRun('。'),
            ],
          }),
          new Table({
            rows: [
              new TableRow({ children: [cell('乡镇'), cell('隐患')] }),
              new TableRow({ children: [cell('青石镇'), cell('120')] }),
            ],
          }),
        ],
      },
    ],
  })
  real = new Uint8Array(await Packer.toBuffer(made))
})

describe('a .docx', () => {
  it('gives body, tables and footnotes, without tracked deletions', () => {
    expect(
      textOf(real)
        .split('\n')
        .filter((line) => line.trim() !== ''),
    ).toEqual(['全区排查隐患1871处，已整改1824处。', '乡镇\t隐患', '青石镇\t120', '注：含上月结转5处。'])
  })

  it('gives a text box once, after its paragraph', () => {
    const box = '<w:txbxContent><w:p><w:r><w:t>框内12处</w:t></w:r></w:p></w:txbxContent>'
    const drawn = `<w:p><w:r><w:t>正文。</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r></w:p>`
    expect(textOf(document(drawn))).toBe('正文。\n框内12处')
  })

  it('leaves out deleted rows, moved-away text, hidden text and field codes', () => {
    const row = (mark: string, text: string) =>
      `<w:tr>${mark}<w:tc>${paragraph(text)}</w:tc><w:tc>${paragraph('1')}</w:tc></w:tr>`
    const body = `<w:tbl>${row('', '留')}${row('<w:trPr><w:del w:id="1"/></w:trPr>', '删')}</w:tbl><w:p><w:moveFrom><w:r><w:t>走</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>见</w:t></w:r></w:p>`
    expect(textOf(document(body))).toBe('留\t1\n见')
  })

  it('keeps the columns that a merged cell covers', () => {
    const wide = `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('隐患')}</w:tc>`
    expect(textOf(document(`<w:tbl><w:tr>${wide}<w:tc>${paragraph('率')}</w:tc></w:tr></w:tbl>`))).toBe(
      '隐患\t\t率',
    )
  })
})

describe('a plain text', () => {
  it('is read as UTF-8, UTF-16 or GB18030', () => {
    const gbk = Uint8Array.from([0xd2, 0xfe, 0xbb, 0xbc, 0x31, 0x32, 0xb4, 0xa6])
    expect(textOf(gbk)).toBe('隐患12处')
    expect(textOf(utf8('\ufeff隐患12处\r\n完'))).toBe('隐患12处\n完')
    expect(textOf(Uint8Array.from([0xff, 0xfe, 0x90, 0x96, 0xa3, 0x60]))).toBe('隐患')
  })

  it('loses the marks of Markdown when its name says so', () => {
    expect(textOf(utf8('## 小结\n* 检查**125**家，见[附表](a.html)\n检查*家，整改*处'), 'a.md')).toBe(
      '小结\n- 检查125家，见附表\n检查*家，整改*处',
    )
  })
})

describe('another thing', () => {
  it('is refused in one sentence that says what to do', () => {
    const ole = (name: string) =>
      Uint8Array.from([
        0xd0,
        0xcf,
        0x11,
        0xe0,
        ...Array<number>(64).fill(0),
        ...Array.from(name).flatMap((c) => [c.charCodeAt(0), 0]),
      ])
    expect(codeOf(ole('WordDocument'))).toBe('oldWord')
    expect(codeOf(ole('Workbook'))).toBe('sheet')
    expect(codeOf(ole('EncryptedPackage'))).toBe('locked')
    expect(codeOf(utf8('%PDF-1.7'))).toBe('pdf')
    expect(codeOf(utf8('{\\rtf1 x}'))).toBe('rtf')
    expect(codeOf(utf8('<?xml version="1.0"?><w:wordDocument/>'))).toBe('web')
    expect(codeOf(zipSync({ 'xl/workbook.xml': strToU8('<a/>') }))).toBe('sheet')
    expect(codeOf(zipSync({ 'a.txt': strToU8('x') }))).toBe('archive')
    expect(codeOf(new Uint8Array())).toBe('empty')
    const read = readText(utf8('%PDF-1.7'))
    expect(read.ok ? '' : read.refusal.zh).toMatch(/^[^。]*\.docx[^。]*。$/)
  })
})

describe('a hostile file', () => {
  it('is refused when it inflates too far, within bounded memory', () => {
    const bomb = document(`<w:p><w:r><w:t>${' '.repeat(120 * 1024 * 1024)}</w:t></w:r></w:p>`)
    expect(bomb.length).toBeLessThan(1024 * 1024)
    const before = process.memoryUsage().rss
    expect(codeOf(bomb)).toBe('tooLarge')
    expect(process.memoryUsage().rss - before).toBeLessThan(500 * 1024 * 1024)
  })

  it('is refused with a document type, so no entity is ever expanded', () => {
    const lol =
      '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]><w:document xmlns:w="x"><w:p><w:t>&c;</w:t></w:p></w:document>'
    expect(codeOf(zipSync({ 'word/document.xml': strToU8(lol) }))).toBe('broken')
  })

  it('is refused when its XML nests too deep', () => {
    expect(codeOf(document('<w:p>'.repeat(200_000)))).toBe('broken')
    expect(codeOf(document('<w:tbl><w:tr><w:tc>'.repeat(100)))).toBe('broken')
  })

  it('never throws: random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4000 }), (bytes) => {
        const read = readText(bytes)
        expect(read.ok ? read.text.length : read.refusal.zh.length).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 300 },
    )
  })

  it('never throws: a real file with bytes changed, cut or doubled', () => {
    const change = fc.tuple(fc.nat(), fc.nat(255))
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 30 }), fc.nat(), (changes, end) => {
        const bytes = real.slice(0, end % 3 === 0 ? end % real.length : real.length)
        for (const [at, value] of changes) if (bytes.length > 0) bytes[at % bytes.length] = value
        const read = readText(bytes)
        expect(read.ok || read.refusal.zh.endsWith('。')).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('may not claim more entries than it has, nor a place outside of it', () => {
    const bytes = document(paragraph('一'))
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    view.setUint16(bytes.length - 22 + 10, 0xffff, true)
    expect(codeOf(bytes)).toBe('read')
    view.setUint32(bytes.length - 22 + 16, 0xfffffff0, true)
    expect(codeOf(bytes)).toBe('archive')
  })
})
