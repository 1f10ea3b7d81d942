const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What XML 1.0 (2.2) has no place for: control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** A text without the characters that XML cannot carry; all others stay, and line ends become `\n`. */
export function legalText(text: string): string {
  return text.replace(illegal, '').replace(/\r\n?/g, '\n')
}

/** An element as XML; attributes that are undefined are left out. Children are XML already. */
export function element(
  name: string,
  attributes: Record<string, string | number | undefined> = {},
  ...children: readonly string[]
): string {
  const pairs = Object.entries(attributes).filter(([, value]) => value !== undefined)
  const head = name + pairs.map(([key, value]) => ` ${key}="${escaped(String(value))}"`).join('')
  return children.length === 0 ? `<${head}/>` : `<${head}>${children.join('')}</${name}>`
}

/** A text as XML. */
export function escaped(text: string): string {
  return legalText(text).replace(/[&<>"]/g, (sign) => entities[sign]!)
}

/** A whole part of the file. */
export function part(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`
}
