import { faces, firstLine, lines, pageNumber, row, sizes } from './norm.ts'
import { element, part } from './xml.ts'

/** The names by which paragraphs ask for a style. Word knows them all, so an office's template can take over. */
export const styleIds = {
  paragraph: 'BodyText',
  title: 'Title',
  heading1: 'Heading1',
  heading2: 'Heading2',
  signature: 'Signature',
  pageNumber: 'Footer',
} as const

interface Style {
  id: string
  name: string
  face: string
  size?: number
  /** The order of the XML is fixed by the schema: these come before, and those after, the line spacing. */
  before?: readonly string[]
  after?: readonly string[]
}

const indented = element('w:ind', {
  'w:firstLineChars': firstLine.hundredths,
  'w:firstLine': firstLine.twips,
})
const withNext = element('w:keepNext')

const styles: readonly Style[] = [
  { id: styleIds.paragraph, name: 'Body Text', face: faces.body, after: [indented] },
  {
    id: styleIds.title,
    name: 'Title',
    face: faces.title,
    size: sizes.title,
    before: [withNext],
    after: [element('w:jc', { 'w:val': 'center' })],
  },
  heading(1, faces.heading1),
  heading(2, faces.heading2),
  heading(3, faces.body),
  heading(4, faces.body),
  { id: styleIds.signature, name: 'Signature', face: faces.body },
  { id: styleIds.pageNumber, name: 'footer', face: faces.pageNumber, size: sizes.pageNumber },
]

/** `styles.xml`: the norm's types of text as the styles of a Word file. */
export function stylesPart(): string {
  const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const children = [defaults(), normal(), noList(), ...styles.map(paragraphStyle)]
  return part(element('w:styles', { 'xmlns:w': namespace }, ...children))
}

function heading(level: 1 | 2 | 3 | 4, face: string): Style {
  const outline = element('w:outlineLvl', { 'w:val': level - 1 })
  return {
    id: `Heading${level}`,
    name: `heading ${level}`,
    face,
    before: [withNext],
    after: [indented, outline],
  }
}

/** What all text shares: 3号仿宋 for Chinese, the face of offices for Latin letters, and the language. */
function defaults(): string {
  const run = element('w:rPr', {}, fonts(faces.body), spaced(row.spacing), ...sized(sizes.body), language())
  return element('w:docDefaults', {}, element('w:rPrDefault', {}, run), element('w:pPrDefault'))
}

/** 22 lines of 28 characters that fill the block: no sign outside it, no more room between Chinese and digits. */
function normal(): string {
  const off = { 'w:val': 0 }
  const paragraph = element(
    'w:pPr',
    {},
    element('w:widowControl', off),
    element('w:overflowPunct', off),
    element('w:autoSpaceDE', off),
    element('w:autoSpaceDN', off),
    lineOf(lines.pitch),
    element('w:jc', { 'w:val': 'both' }),
  )
  const attributes = { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' }
  return element('w:style', attributes, named('Normal'), element('w:qFormat'), paragraph)
}

function noList(): string {
  return element(
    'w:style',
    { 'w:type': 'numbering', 'w:default': 1, 'w:styleId': 'NoList' },
    named('No List'),
  )
}

function paragraphStyle({ id, name, face, size, before = [], after = [] }: Style): string {
  const line = id === styleIds.pageNumber ? [lineOf(pageNumber.line)] : []
  const latin = id === styleIds.pageNumber ? face : faces.latin
  return element(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': id },
    named(name),
    element('w:basedOn', { 'w:val': 'Normal' }),
    element('w:next', { 'w:val': id.startsWith('Heading') ? styleIds.paragraph : id }),
    element('w:qFormat'),
    ...wrapped('w:pPr', [...before, ...line, ...after]),
    element('w:rPr', {}, fonts(face, latin), ...(size === undefined ? [] : [spaced(0), ...sized(size)])),
  )
}

function wrapped(name: string, children: readonly string[]): string[] {
  return children.length === 0 ? [] : [element(name, {}, ...children)]
}

function named(name: string): string {
  return element('w:name', { 'w:val': name })
}

function fonts(face: string, latin: string = faces.latin): string {
  return element('w:rFonts', { 'w:ascii': latin, 'w:hAnsi': latin, 'w:eastAsia': face, 'w:cs': latin })
}

function sized(size: number): string[] {
  return [element('w:sz', { 'w:val': size }), element('w:szCs', { 'w:val': size })]
}

function spaced(twentieths: number): string {
  return element('w:spacing', { 'w:val': twentieths })
}

function lineOf(twips: number): string {
  return element('w:spacing', { 'w:line': twips, 'w:lineRule': 'exact' })
}

/** Chinese; Latin letters and digits are not, or some programs break a number at the end of a line. */
function language(): string {
  return element('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' })
}
