/** Where text goes: the lines of a story (body, cell, text box) with its open paragraph. */
interface Story {
  lines: string[]
  paragraph: string
  /** Paragraphs of a text box come after the one that it is anchored in. */
  after: string[]
}

interface TableRow {
  cells: string[]
  isDeleted: boolean
}

/** What Word shows as left out: deletions, moved-away text, field codes, the second copy of a drawing. */
const skipped = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'delInstrText',
  'Fallback',
  'rPrChange',
  'pPrChange',
  'tblGrid',
  'sdtPr',
  'annotation',
])
const cellBreak = '\t'

/** Collects a document's text from the events of its XML. It lives as long as one part is read. */
export class DocxText {
  private readonly stories: Story[] = [{ lines: [], paragraph: '', after: [] }]
  private readonly rows: TableRow[] = []
  private skip = 0
  private inText = false
  private span = 1
  private isHidden = false
  private isNote = true
  private inRowMarks = false

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'trPr') this.inRowMarks = true
    if (name === 'del' && this.inRowMarks) this.dropRow()
    if (this.skip > 0 || skipped.has(name)) {
      this.skip++
      return
    }
    if (name === 't') this.inText = !this.isHidden && this.isNote
    else if (name === 'tab' || name === 'ptab') this.add(' ')
    else if (name === 'br' || name === 'cr') this.add('\n')
    else if (name === 'noBreakHyphen') this.add('-')
    else if (name === 'r') this.isHidden = false
    else if (name === 'vanish') this.isHidden = !/^(?:0|false|off)$/.test(attributes['w:val'] ?? '1')
    else if (name === 'footnote' || name === 'endnote')
      this.isNote = attributes['w:type'] === undefined || attributes['w:type'] === 'normal'
    else if (name === 'tr') this.rows.push({ cells: [], isDeleted: false })
    else if (name === 'tc') this.openStory()
    else if (name === 'gridSpan') this.span = Math.min(60, Math.max(1, Number(attributes['w:val'] ?? 1) || 1))
    else if (name === 'txbxContent') this.openStory()
  }

  close(name: string): void {
    if (this.skip > 0) {
      this.skip--
      return
    }
    if (name === 'trPr') this.inRowMarks = false
    else if (name === 't') this.inText = false
    else if (name === 'p') this.endParagraph()
    else if (name === 'tc') this.endCell()
    else if (name === 'tr') this.endRow()
    else if (name === 'txbxContent') this.endBox()
    else if (name === 'footnote' || name === 'endnote') this.isNote = true
  }

  text(piece: string): void {
    if (this.inText && this.skip === 0) this.story().paragraph += piece
  }

  lines(): string[] {
    while (this.stories.length > 1) this.endBox()
    const story = this.story()
    if (story.paragraph !== '') this.endParagraph()
    return story.lines
  }

  private story(): Story {
    return this.stories.at(-1)!
  }

  private add(sign: string): void {
    if (this.isNote) this.story().paragraph += sign
  }

  private openStory(): void {
    this.stories.push({ lines: [], paragraph: '', after: [] })
    if (this.stories.length > 64) throw new RangeError('stories nest too deep')
    this.span = 1
  }

  private endParagraph(): void {
    const story = this.story()
    if (this.isNote) story.lines.push(story.paragraph, ...story.after)
    story.paragraph = ''
    story.after = []
  }

  /** A cell is one line; a merged cell keeps the columns that it covers. */
  private endCell(): void {
    const lines = this.endStory()
    const row = this.rows.at(-1)
    const text = lines
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .join(' ')
      .replace(/[\t\n]+/g, ' ')
    row?.cells.push(text, ...Array<string>(this.span - 1).fill(''))
    this.span = 1
  }

  private endRow(): void {
    const row = this.rows.pop()
    if (!row || row.isDeleted) return
    const story = this.story()
    story.lines.push(this.rows.length > 0 ? row.cells.join(' ') : row.cells.join(cellBreak))
  }

  /** A whole row struck out is marked in its properties. */
  private dropRow(): void {
    const row = this.rows.at(-1)
    if (row) row.isDeleted = true
  }

  private endBox(): void {
    const lines = this.endStory()
    this.story().after.push(...lines)
  }

  private endStory(): string[] {
    if (this.stories.length === 1) return []
    const story = this.stories.pop()!
    if (story.paragraph !== '' || story.after.length > 0) story.lines.push(story.paragraph, ...story.after)
    return story.lines
  }
}
