import { sentencesOf } from '../normal/sentences.ts'
import type { PackSource, ReportBlockSpec, ReportSpec } from '../notation/index.ts'
import { checkCondition } from './conditions.ts'
import { checkName } from './looking.ts'
import type { Declared, Tell } from './packs.ts'
import { checkSlot, reportSlots } from './slots.ts'

/** `{indicator}`, `{=slot}` and `{?claim}` in a sentence of a report. */
export const placeholder = /\{([=?]?)([^{}]*)\}/g

// 一是 to 十是: a list that is longer is a table.
const mostNumbered = 10

/** Tells what is wrong with a pack's reports; what a sentence prints is looked at in every language. */
export function checkReports(declared: Declared, source: PackSource, tell: Tell): void {
  for (const [id, report] of Object.entries(source.reports ?? {})) {
    const path = `${source.id}/reports/${id}`
    if (report.blocks.length === 0) tell(path, 'empty')
    for (const [name, slot] of Object.entries(report.slots ?? {}))
      checkSlot(declared, name, slot, `${path}/slots/${name}`, tell)
    for (const [name, claim] of Object.entries(report.claims ?? {})) {
      checkName(name, `${path}/claims/${name}`, tell)
      checkCondition(declared, claim.when, `${path}/claims/${name}/when`, tell)
    }
    report.blocks.forEach((block, index) => {
      checkBlock(declared, block, `${path}/blocks/${index}`, tell)
    })
    checkSentences({ declared, source, report, path, tell })
  }
}

function checkBlock(declared: Declared, block: ReportBlockSpec, path: string, tell: Tell): void {
  const { clauses, numbered, join } = { clauses: undefined, numbered: undefined, join: undefined, ...block }
  if (block.text === undefined && (clauses ?? []).length === 0) tell(path, 'empty')
  // Only a paragraph is a list of clauses, and only clauses are counted and joined.
  if (clauses !== undefined && (block.kind as string) !== 'paragraph') tell(path, 'wrongValue', 'clauses')
  if (clauses === undefined && numbered !== undefined) tell(path, 'wrongValue', 'numbered')
  if (clauses === undefined && join !== undefined) tell(path, 'wrongValue', 'join')
  if (numbered === true && (clauses ?? []).length > mostNumbered) tell(path, 'wrongValue', 'numbered')
  for (const [index, { when }] of (clauses ?? []).entries()) {
    if (when !== undefined) checkCondition(declared, when, `${path}/clauses/${index}/when`, tell)
  }
}

interface Reading {
  declared: Declared
  source: PackSource
  report: ReportSpec
  path: string
  tell: Tell
}

/** Every placeholder leads somewhere; and every slot and claim is printed by some sentence. */
function checkSentences({ declared, source, report, path, tell }: Reading): void {
  const printed = new Set<string>()
  for (const { at, key, inClaim } of sentencesOf(report)) {
    for (const language of ['zh', 'en'] as const) {
      for (const [, sign, name] of (source.words[language][key] ?? '').matchAll(placeholder)) {
        printed.add(`${sign}${name}`)
        // A claim that prints another would print itself one day.
        const known = sign === '?' && inClaim ? false : isKnown(declared, report, sign!, name!)
        if (!known) tell(`${path}/${at}`, 'unknownPlaceholder', name)
      }
    }
  }
  for (const name of Object.keys(report.slots ?? {}))
    if (!printed.has(`=${name}`)) tell(`${path}/slots/${name}`, 'unreachable', name)
  for (const name of Object.keys(report.claims ?? {}))
    if (!printed.has(`?${name}`)) tell(`${path}/claims/${name}`, 'unreachable', name)
}

function isKnown(declared: Declared, { slots = {}, claims = {} }: ReportSpec, sign: string, name: string) {
  if (sign === '?') return Object.hasOwn(claims, name)
  if (sign === '=') return (reportSlots as readonly string[]).includes(name) || Object.hasOwn(slots, name)
  return declared.indicators.has(name)
}
