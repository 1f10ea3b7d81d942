import type { Draft } from '../finding.ts'
import type { Reading } from '../read/figure.ts'
import type { Fact } from '../relate/facts.ts'
import { isCount } from '../relate/same.ts'

const general =
  /三年行动|治本攻坚|百日|大检查|大排查|大整治|大起底|重点(?:行业|领域)|专项行动|行动|攻坚|执法[月季]/
const sameForm = /(领域|专项整治)$/

/** One kind of count under two campaigns that overlap, side by side: the reader will add them. */
export function checkScope(reading: Reading, facts: readonly Fact[]): Draft[] {
  const drafts: Draft[] = []
  /** 检查 and 发现 of the same two campaigns are one warning. */
  const told = new Set<string>()
  const byParagraph = new Map<string, Fact>()
  for (const fact of facts) {
    if (
      fact.scope === '' ||
      !general.test(fact.scope) ||
      !isCount(fact.figure) ||
      fact.step === '' ||
      fact.figure.unit === ''
    )
      continue
    const key = `${fact.figure.paragraph}|${fact.figure.meaning.steps.at(-1)}|${fact.object}|${fact.figure.unit}`
    const first = byParagraph.get(key)
    if (!first) byParagraph.set(key, fact)
    else if (overlaps(first, fact) && first.figure.value !== fact.figure.value) {
      const pair = `${fact.figure.paragraph}|${first.scope}|${fact.scope}`
      if (!told.has(pair)) drafts.push(scopeDraft(reading, first, fact))
      told.add(pair)
    }
  }
  return drafts
}

function overlaps(a: Fact, b: Fact): boolean {
  if (a.scope === b.scope || a.scope.includes(b.scope) || b.scope.includes(a.scope)) return false
  const forms = [sameForm.exec(a.scope)?.[1], sameForm.exec(b.scope)?.[1]]
  const isGeneral = (scope: string) => /重点|大领域|大行业|三年行动|治本|百日|大检查|大排查/.test(scope)
  return forms[0] === undefined || forms[0] !== forms[1] || isGeneral(a.scope) || isGeneral(b.scope)
}

function scopeDraft(reading: Reading, a: Fact, b: Fact): Draft {
  const quote = (f: Fact) => reading.text.slice(f.figure.from, f.figure.to)
  return {
    kind: 'scope',
    from: b.figure.from,
    to: b.figure.to,
    right: null,
    zh: `“${a.scope}”${quote(a)}与“${b.scope}”${quote(b)}口径有重叠，同一次检查可能两边都计，请写明关系，不要相加`,
    en: `“${a.scope}” ${quote(a)} and “${b.scope}” ${quote(b)} overlap: say how they relate, do not add them`,
  }
}
