import { describe, expect, it } from 'vitest'
import fourthFile from './corpus/fourth.json' with { type: 'json' }
import freshFile from './corpus/fresh.json' with { type: 'json' }
import heldOutFile from './corpus/held-out.json' with { type: 'json' }
import secondFile from './corpus/second.json' with { type: 'json' }
import thirdFile from './corpus/third.json' with { type: 'json' }
import tunedFile from './corpus/tuned.json' with { type: 'json' }
import untouchedFile from './corpus/untouched.json' with { type: 'json' }
import { checkText, type Finding, type Kind, kinds } from './index.ts'

interface Place {
  quote: string
  near: string
}

interface Draft {
  id: string
  style: string
  text: string
  findings: (Place & { kind: Kind; right: string | null; why: string; also?: Place[] })[]
}

interface Score {
  expected: number
  found: number
  hits: number
}

/** The figures of every set are printed, so that a reader of the test run sees them. */
declare const console: { log(text: string): void }

const draftsOf = (file: { drafts: unknown[] }) => file.drafts as Draft[]

/** `near` stands once in the text and holds the quotation once. */
function spanOf(text: string, { quote, near }: Place): readonly [number, number] {
  const from = text.indexOf(near) + near.indexOf(quote)
  return [from, from + quote.length]
}

/** A finding answers an expectation of its kind when it overlaps the quotation or an `also`; each answers one. */
function scoreDraft(draft: Draft, scores: Map<Kind, Score>): string[] {
  const found = checkText(draft.text)
  const open = new Set(found)
  const faults: string[] = []
  for (const expected of draft.findings) {
    const score = scores.get(expected.kind)!
    score.expected++
    const spans = [expected, ...(expected.also ?? [])].map((place) => spanOf(draft.text, place))
    const answers = (f: Finding) =>
      f.kind === expected.kind && spans.some(([from, to]) => f.from < to && from < f.to)
    const hit = [...open].find(answers)
    if (hit) {
      open.delete(hit)
      score.hits++
    } else faults.push(`${draft.id} missed ${expected.kind} “${expected.quote}”`)
  }
  for (const finding of found) scores.get(finding.kind)!.found++
  for (const finding of open)
    faults.push(`${draft.id} false ${finding.kind} “${finding.quote}”: ${finding.why}`)
  return faults
}

function scoreAll(drafts: readonly Draft[]) {
  const scores = new Map<Kind, Score>(kinds.map((kind) => [kind, { expected: 0, found: 0, hits: 0 }]))
  const faults = drafts.flatMap((draft) => scoreDraft(draft, scores))
  return { scores, faults }
}

const share = (a: number, b: number) => (b === 0 ? '—' : (a / b).toFixed(3))

function table(name: string, drafts: readonly Draft[], scores: Map<Kind, Score>): string {
  const rows = [...scores].filter(([, s]) => s.expected + s.found > 0)
  const all = total(scores)
  const line = (kind: string, s: Score) =>
    `${kind.padEnd(10)} expected ${String(s.expected).padStart(3)}  precision ${share(s.hits, s.found)}  recall ${share(s.hits, s.expected)}`
  return [
    `${name}: ${drafts.length} drafts, ${drafts.filter((d) => d.findings.length === 0).length} of them right`,
    ...rows.map(([kind, s]) => line(kind, s)),
    line('all', all),
  ].join('\n')
}

const total = (scores: Map<Kind, Score>): Score =>
  [...scores.values()].reduce((a, b) => ({
    expected: a.expected + b.expected,
    found: a.found + b.found,
    hits: a.hits + b.hits,
  }))

describe('the corpus of drafts', () => {
  const tuned = draftsOf(tunedFile)
  const { scores, faults } = scoreAll(tuned)

  it('has at least 75 tuned drafts, half of them right, and quotations that stand where they say', () => {
    expect(tuned.length).toBeGreaterThanOrEqual(75)
    expect(tuned.filter((draft) => draft.findings.length === 0).length).toBeGreaterThanOrEqual(
      Math.floor(tuned.length * 0.45),
    )
    for (const draft of tuned) {
      for (const place of draft.findings.flatMap((f) => [f, ...(f.also ?? [])])) {
        expect(draft.text.split(place.near).length, `${draft.id} ${place.near}`).toBe(2)
        expect(place.near.split(place.quote).length, `${draft.id} ${place.quote}`).toBe(2)
      }
    }
  })

  it('finds what is wrong in the tuned half, and nothing else', () => {
    console.log(table('tuned half', tuned, scores))
    const all = total(scores)
    expect(all.hits / all.expected, faults.join('\n')).toBeGreaterThanOrEqual(0.98)
    expect(all.hits / all.found, faults.join('\n')).toBeGreaterThanOrEqual(0.98)
    for (const [kind, s] of scores)
      if (s.expected > 0) expect(s.hits, `${kind}\n${faults.join('\n')}`).toBeGreaterThan(0)
  })

  it('says nothing about a draft that is right', () => {
    const noisy = tuned
      .filter((draft) => draft.findings.length === 0)
      .flatMap((draft) => checkText(draft.text).map((f) => `${draft.id} ${f.kind} “${f.quote}”`))
    expect(noisy).toEqual([])
  })

  it('gives the right value that the tuned half names', () => {
    for (const draft of tuned) {
      for (const expected of draft.findings.filter((f) => f.right !== null)) {
        const [from, to] = spanOf(draft.text, expected)
        const finding = checkText(draft.text).find(
          (f) => f.kind === expected.kind && f.from < to && from < f.to,
        )
        expect(finding?.right, `${draft.id} ${expected.quote}`).toBe(expected.right)
      }
    }
  })

  it.each([
    ['held-out half', draftsOf(heldOutFile)],
    ['fresh set', draftsOf(freshFile)],
    ['second set', draftsOf(secondFile)],
    ['third set', draftsOf(thirdFile)],
    ['fourth set', draftsOf(fourthFile)],
  ])('keeps to what it has learnt from the %s', (name, drafts) => {
    const result = scoreAll(drafts)
    console.log(table(name, drafts, result.scores))
    const all = total(result.scores)
    expect(all.hits / all.expected, result.faults.join('\n')).toBeGreaterThanOrEqual(0.95)
    expect(all.hits / all.found, result.faults.join('\n')).toBeGreaterThanOrEqual(0.98)
    const noisy = drafts
      .filter((draft) => draft.findings.length === 0)
      .flatMap((draft) => checkText(draft.text).map((f) => `${draft.id} ${f.kind} “${f.quote}”`))
    expect(noisy).toEqual([])
  })

  it('tells how it does on drafts that it has not met', () => {
    const untouched = draftsOf(untouchedFile)
    const result = scoreAll(untouched)
    console.log(table('untouched set', untouched, result.scores))
    // Nothing is asked of it but that it gets no worse: whoever tunes to it has no measure left.
    expect(total(result.scores).hits).toBeGreaterThanOrEqual(24)
    expect(total(result.scores).found - total(result.scores).hits).toBeLessThanOrEqual(9)
  })
})
