export type { FigureStyle } from './runs.ts'
export { type DocxOptions, writeDocx } from './write.ts'
