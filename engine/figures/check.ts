import { checkApprox } from './checks/approx.ts'
import { checkAverage } from './checks/average.ts'
import { checkChange } from './checks/change.ts'
import { checkClaim } from './checks/claim.ts'
import { checkClaimAfter } from './checks/claim-after.ts'
import { checkClaimTable } from './checks/claim-table.ts'
import { checkConflict } from './checks/conflict.ts'
import { checkEvery } from './checks/every.ts'
import { checkGap } from './checks/gap.ts'
import { checkLedger } from './checks/ledger.ts'
import { checkOrder } from './checks/order.ts'
import { checkPending } from './checks/pending.ts'
import { checkPeriod } from './checks/period.ts'
import { checkPerson } from './checks/person.ts'
import { checkRatio } from './checks/ratio.ts'
import { checkReportArea } from './checks/report-area.ts'
import { checkReportPeriod } from './checks/report-period.ts'
import { checkScope } from './checks/scope.ts'
import { checkSum } from './checks/sum.ts'
import { checkTables } from './checks/table.ts'
import { checkTableText } from './checks/table-text.ts'
import { checkUnit } from './checks/unit.ts'
import { checkUnitSlip } from './checks/unit-slip.ts'
import type { CheckOptions, Draft, Finding, Language } from './finding.ts'
import type { Reading } from './read/figure.ts'
import { readFigures } from './read/read.ts'
import { findFacts } from './relate/facts.ts'
import { findRates } from './relate/rates.ts'

/**
 * Everything in a Chinese text that does not agree with the rest of it: rates, sums, units, changes, claims,
 * people, gaps. Offsets are UTF-16 units into `text`. The same text and options give the same findings.
 */
export function checkText(text: string, options: CheckOptions = {}): Finding[] {
  const reading = readFigures(text)
  const facts = findFacts(reading)
  const drafts = [
    ...checkRatio(reading, findRates(reading)),
    ...checkAverage(reading),
    ...checkSum(reading),
    ...checkTables(reading),
    ...checkTableText(reading),
    ...checkOrder(reading),
    ...checkUnit(reading, facts),
    ...checkUnitSlip(reading),
    ...checkChange(reading),
    ...checkConflict(reading, facts),
    ...checkApprox(reading, facts),
    ...claims(reading),
    ...checkPerson(reading, options.leaders ?? []),
    ...checkScope(reading, facts),
    ...checkPeriod(reading),
    ...checkReportArea(reading),
    ...checkReportPeriod(reading),
    ...checkGap(reading, options.vocabulary ?? []),
    ...checkLedger(reading, options.known ?? []),
  ]
  return settle(drafts).map((draft) => findingOf(text, draft, options.language ?? 'zh'))
}

/** What the text asserts; two readings of one assertion are one finding. */
function claims(reading: Reading): Draft[] {
  const first = checkClaim(reading)
  const more = [
    ...checkEvery(reading),
    ...checkPending(reading),
    ...checkClaimAfter(reading),
    ...checkClaimTable(reading),
  ]
  const all = [...first]
  for (const d of more) if (!all.some((x) => overlaps(x, d))) all.push(d)
  return all
}

/** One mistake is told once: goods added across units are no wrong sum as well, a wrong order no wrong rate. */
function settle(drafts: readonly Draft[]): Draft[] {
  const units = drafts.filter((d) => d.kind === 'unit')
  const conflicts = drafts.filter((d) => d.kind === 'conflict')
  const seen = new Set<string>()
  const kept = drafts.filter((draft) => {
    const key =
      draft.kind === 'sum' && draft.printed
        ? `sum|${draft.printed[0]}`
        : `${draft.kind}|${draft.from}|${draft.to}`
    if (seen.has(key) || (draft.kind === 'sum' && units.some((u) => overlaps(u, draft)))) return false
    if (draft.kind === 'order' && conflicts.some((c) => draft.printed?.[0] === c.from)) return false
    seen.add(key)
    return true
  })
  return kept.sort((a, b) => a.from - b.from || a.to - b.to || (a.kind < b.kind ? -1 : 1))
}

const overlaps = (a: Draft, b: Draft) => a.from < b.to && b.from < a.to

function findingOf(text: string, draft: Draft, language: Language): Finding {
  const quote = text.slice(draft.from, draft.to)
  const { kind, from, to, right } = draft
  const finding: Finding = {
    kind,
    from,
    to,
    quote,
    printed: draft.printed ? text.slice(...draft.printed) : quote,
    right,
    why: language === 'zh' ? draft.zh : draft.en,
  }
  if (draft.indicator !== undefined) finding.indicator = draft.indicator
  if (draft.slot !== undefined) finding.slot = draft.slot
  return finding
}
