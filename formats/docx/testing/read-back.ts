import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

/** An XML element as it stands in a part, with prefixes as written. */
export interface Element {
  name: string
  attributes: Record<string, string>
  children: (Element | string)[]
}

/** The parts of a Word file by path; anything that is not well-formed XML throws. */
export function readParts(file: Uint8Array): Map<string, Element> {
  return new Map(Object.entries(unzipSync(file)).map(([path, bytes]) => [path, parseXml(strFromU8(bytes))]))
}

function parseXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [] }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', (text) => open.at(-1)!.children.push(text))
  parser.write(xml).close()
  return elementsOf(root)[0]!
}

export function elementsOf(element: Element): Element[] {
  return element.children.filter((child) => typeof child !== 'string')
}

/** All elements of a name at any depth, in order. */
export function all(element: Element, name: string): Element[] {
  return elementsOf(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...all(child, name),
  ])
}

/** The first element of a name at any depth. */
export function first(element: Element, name: string): Element {
  const found = all(element, name)[0]
  if (found === undefined) throw new Error(`no ${name}`)
  return found
}

/** The words of a part or a paragraph, as a reader that knows nothing of us takes them. */
export function wordsOf(element: Element): string {
  if (element.name === 'w:br') return '\n'
  if (element.name === 'w:tab') return '\t'
  if (element.name === 'w:t') return element.children.join('')
  return elementsOf(element).map(wordsOf).join('')
}

/** What a style comes to: its own properties over those it is based on, over the defaults of the file. */
export function resolveStyle(styles: Element, id: string): Record<string, Record<string, string>> {
  const style = all(styles, 'w:style').find(({ attributes }) => attributes['w:styleId'] === id)
  if (style === undefined) throw new Error(`no style ${id}`)
  const base = all(style, 'w:basedOn')[0]?.attributes['w:val']
  const below = base === undefined ? propertiesIn(first(styles, 'w:docDefaults')) : resolveStyle(styles, base)
  return { ...below, ...propertiesIn(style) }
}

/** Paragraph properties as they are named, run properties with `run` before the name. */
function propertiesIn(element: Element): Record<string, Record<string, string>> {
  const paragraph = all(element, 'w:pPr').flatMap(elementsOf)
  const run = all(element, 'w:rPr').flatMap(elementsOf)
  return Object.fromEntries([
    ...paragraph.map(({ name, attributes }) => [name, attributes]),
    ...run.map(({ name, attributes }) => [`run ${name}`, attributes]),
  ])
}
