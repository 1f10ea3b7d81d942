export { type Block, type BlockKind, type Document, plainText, type Run } from './document.ts'
export { buildReport, indicatorsOf, type ReportInput } from './report.ts'
