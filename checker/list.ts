import { type Finding, kindNames, type Language, warnings } from '@anzhi/engine/figures'
import { element } from './dom.ts'
import type { Words } from './words.ts'

/** Most findings drawn; a text of nothing but gaps has a million. */
export const mostListed = 2000

export function drawList(
  findings: readonly Finding[],
  lineOf: (at: number) => number,
  language: Language,
  words: Words,
  press: (number: number) => void,
): HTMLElement {
  const list = element('ol', 'findings')
  for (const [number, finding] of findings.slice(0, mostListed).entries()) {
    list.append(itemOf(finding, number, lineOf(finding.from), language, words, press))
  }
  return list
}

function itemOf(
  finding: Finding,
  number: number,
  line: number,
  language: Language,
  words: Words,
  press: (number: number) => void,
): HTMLElement {
  const head = element(
    'span',
    'head',
    element(
      'span',
      `kind ${warnings.has(finding.kind) ? 'light' : 'wrong'}`,
      kindNames[finding.kind][language],
    ),
    element('span', 'place', words.line(line)),
  )
  const quote = element('span', 'quote', short(finding.quote))
  const right =
    finding.right === null
      ? []
      : [element('span', 'right', `${words.right} `, element('b', '', finding.right))]
  const press_ = element('button', 'finding', head, quote, ...right, element('span', 'why', finding.why))
  press_.type = 'button'
  press_.dataset.number = String(number)
  press_.addEventListener('click', () => press(number))
  return element('li', '', press_)
}

const short = (quote: string) => (quote.length > 80 ? `${quote.slice(0, 40)}……${quote.slice(-36)}` : quote)

/** The list as plain lines, for a chat or a letter. */
export function listAsText(
  findings: readonly Finding[],
  lineOf: (at: number) => number,
  language: Language,
  words: Words,
): string {
  return findings
    .map(
      (f, i) =>
        `${i + 1}. ${words.line(lineOf(f.from))} ${kindNames[f.kind][language]}：${f.quote}${f.right === null ? '' : ` ${words.right} ${f.right}`}（${f.why}）`,
    )
    .join('\n')
}

export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyOld(text)
  }
}

/** A page opened from disk may have no clipboard of the new kind. */
function copyOld(text: string): boolean {
  const field = element('textarea', 'offscreen')
  field.value = text
  document.body.append(field)
  field.select()
  const done = document.execCommand('copy')
  field.remove()
  return done
}
