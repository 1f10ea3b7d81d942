export { alongFor, axisTo, isAsFound, isTagged, leadsTo, type Node } from './along.ts'
export { orderOf } from './among.ts'
export { boundOf, splitFilter } from './bounds.ts'
export { checkPaper } from './check-paper.ts'
export { type Contribution, contributionsOf, counts } from './contributions.ts'
export { explainIndicator } from './explain.ts'
export {
  type Around,
  type Asked,
  type Figure,
  type Footing,
  figureFrom,
  leavesOf,
  type Need,
  needsOf,
} from './figure.ts'
export { goalIn } from './goal.ts'
export { figureInMemory } from './in-memory.ts'
export { isStock, type Paper, paperOf, paperRegisters, papersAsked, papersLeaf } from './papers.ts'
export { pointedIn } from './pointed.ts'
export { pointingLeaf } from './pointing.ts'
export type { Beside, Given, Reading } from './resolve.ts'
export { unitWord, withUnit } from './show.ts'
export { leafValue, type Tally, tallyOf } from './tally.ts'
