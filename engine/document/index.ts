export { conditionHolds } from './condition.ts'
export {
  type Block,
  type BlockKind,
  type Document,
  type Draft,
  type Gap,
  gapCodes,
  type LeftOut,
  plainText,
  type Run,
} from './document.ts'
export { type CellContent, showCell, totalOfColumn } from './form-cells.ts'
export { formHead, type HeadCell } from './form-head.ts'
export { type CellRead, type FormRow, formRows, readsOf, totalReadsOf } from './form-rows.ts'
export { treeOfForm } from './form-tree.ts'
export { buildReport, indicatorsOf } from './report.ts'
export type { ReportInput } from './sentence.ts'
export { type Found, findInMemory } from './slot.ts'
