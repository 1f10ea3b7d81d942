import type { ReportSpec } from '../notation/index.ts'

/** A sentence of a report: its place in the definition and the key of its words. */
interface Sentence {
  at: string
  key: string
  inClaim: boolean
}

/** Every sentence of a report, those of its claims last. */
export function sentencesOf({ blocks, claims = {} }: ReportSpec): Sentence[] {
  const inBlocks = blocks.flatMap((block, index) => {
    const own = block.text === undefined ? [] : [{ at: `blocks/${index}`, key: block.text }]
    const clauses = 'clauses' in block ? (block.clauses ?? []) : []
    return [...own, ...clauses.map(({ text }, n) => ({ at: `blocks/${index}/clauses/${n}`, key: text }))]
  })
  const inClaims = Object.entries(claims).flatMap(([id, { says, otherwise }]) =>
    [says, otherwise].map((key) => ({ at: `claims/${id}`, key })),
  )
  return [
    ...inBlocks.map((sentence) => ({ ...sentence, inClaim: false })),
    ...inClaims.map((sentence) => ({ ...sentence, inClaim: true })),
  ]
}
