import type { Draft } from '../finding.ts'
import type { Figure, Reading } from '../read/figure.ts'
import { show } from '../relate/arithmetic.ts'

export function conflictDraft(reading: Reading, a: Figure, b: Figure): Draft {
  const line = reading.text.slice(0, a.from).split('\n').length
  const quote = (f: Figure) =>
    `${f.head.replace(/^.*[，。；：]/, '').slice(-16)}${reading.text.slice(f.from, f.to)}`
  return {
    kind: 'conflict',
    from: b.from,
    to: b.to,
    right: null,
    zh: `前文（第${line}行）为“${quote(a)}”，此处为“${quote(b)}”，相差${show({ ...b, value: Math.abs(a.value - b.value) })}`,
    en: `line ${line} has “${quote(a)}”, here “${quote(b)}”, ${show({ ...b, value: Math.abs(a.value - b.value) })} apart`,
  }
}
