/** Markdown without its marks, line for line: heads, emphasis, code, links; tables and lists keep their shape. */
export function plainOfMarkdown(text: string): string {
  return text.split('\n').map(plainLine).join('\n')
}

function plainLine(line: string): string {
  if (line.length > 20_000) return line
  return line
    .replace(/^ {0,3}#{1,6} +/, '')
    .replace(/^ {0,3}(?:> ?){1,6}/, '')
    .replace(/^( {0,12})[*+] +/, '$1- ')
    .replace(/!?\[([^[\]\n]{0,300})\]\([^()\s]{0,500}\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)([^*_\n]{1,400}?\S|\S)\1/g, '$2')
    .replace(/(?<![*\w])\*(?=[^\s*，。、])([^*\n]{2,200}?)\*(?![*\w])/g, (all, inner: string) =>
      /[，。；、]/.test(inner) ? all : inner,
    )
    .replace(/`([^`\n]{1,200})`/g, '$1')
    .replace(/\\([*_#|`[\]])/g, '$1')
}
