import { afterEach, describe, expect, it, vi } from 'vitest'
import { writeDocx } from './index.ts'
import { all, elementsOf, first, readParts, wordsOf } from './testing/read-back.ts'
import { block, figureRun, report } from './testing/sample.ts'

/** The names and times in the headers of a zip's files. */
function headersOf(zip: Uint8Array): { name: string; time: number }[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const headers: { name: string; time: number }[] = []
  for (let at = 0; view.getUint32(at, true) === 0x04034b50; ) {
    const nameLength = view.getUint16(at + 26, true)
    const name = new TextDecoder().decode(zip.subarray(at + 30, at + 30 + nameLength))
    headers.push({ name, time: view.getUint32(at + 10, true) })
    at += 30 + nameLength + view.getUint16(at + 28, true) + view.getUint32(at + 18, true)
  }
  return headers
}

describe('the file', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('is the same bytes for the same document, whenever it is written', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-31T23:59:59Z') })
    const before = await writeDocx(report)
    vi.setSystemTime(new Date('2031-07-01T08:00:00Z'))
    expect(Buffer.compare(before, await writeDocx(structuredClone(report)))).toBe(0)
  })

  it('begins with its list of contents and has no times', async () => {
    const headers = headersOf(await writeDocx(report))
    expect(headers[0]!.name).toBe('[Content_Types].xml')
    expect(headers.map(({ name }) => name)).toContain('word/document.xml')
    // 1 January 1980, 0:00, the earliest that a zip can say.
    expect(new Set(headers.map(({ time }) => time))).toEqual(new Set([0x00210000]))
  })

  it('has no macros and nothing from outside', async () => {
    const parts = readParts(await writeDocx(report))
    expect([...parts.keys()].filter((path) => /vba|activeX|embeddings|externalLinks/i.test(path))).toEqual([])
    const types = all(parts.get('[Content_Types].xml')!, 'Override').map(
      ({ attributes }) => attributes.ContentType,
    )
    expect(types.some((type) => type?.includes('wordprocessingml.document.main+xml'))).toBe(true)
    expect(types.filter((type) => type?.includes('macro'))).toEqual([])
    for (const [path, root] of parts) {
      if (!path.endsWith('.rels')) continue
      for (const { attributes } of all(root, 'Relationship')) expect(attributes.TargetMode).toBeUndefined()
    }
  })

  it('names its title and language, and no person or time', async () => {
    const core = readParts(await writeDocx(report)).get('docProps/core.xml')!
    expect(elementsOf(core).map(({ name, children }) => [name, children.join('')])).toEqual([
      ['dc:title', '青禾区情况汇报'],
      ['dc:language', 'zh-CN'],
    ])
  })

  it('holds every part that it refers to', async () => {
    const parts = readParts(await writeDocx(report))
    for (const { attributes } of all(parts.get('word/_rels/document.xml.rels')!, 'Relationship')) {
      expect([...parts.keys()]).toContain(`word/${attributes.Target}`)
    }
  })

  it('may be empty', async () => {
    const parts = readParts(await writeDocx({ title: '', blocks: [] }))
    expect(wordsOf(parts.get('word/document.xml')!)).toBe('')
  })
})

describe('figures', () => {
  const document = {
    title: '',
    blocks: [
      block(
        'paragraph',
        '检查',
        figureRun('inspected-units', '127家'),
        '，整改率',
        figureRun('fixed-rate', '97.98%'),
      ),
      block('paragraph', '其中', figureRun('inspected-units', '127家'), '。'),
    ],
  }

  it('are content controls that name their indicator, each with a number of its own', async () => {
    const controls = all(readParts(await writeDocx(document)).get('word/document.xml')!, 'w:sdt')
    const value = (name: string) => controls.map((control) => first(control, name).attributes['w:val'])
    expect(controls.map(wordsOf)).toEqual(['127家', '97.98%', '127家'])
    expect(value('w:tag')).toEqual(['inspected-units', 'fixed-rate', 'inspected-units'])
    expect(value('w:id')).toEqual(['1', '2', '3'])
    expect(controls.every((control) => all(control, 'w:text').length === 1)).toBe(true)
  })

  it('are plain words when asked', async () => {
    const main = readParts(await writeDocx(document, { figures: 'plain' })).get('word/document.xml')!
    expect(all(main, 'w:sdt')).toEqual([])
    expect(all(main, 'w:p').map(wordsOf)).toEqual(['检查127家，整改率97.98%', '其中127家。'])
  })
})
