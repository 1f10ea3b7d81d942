export { library, loans } from './library.ts'
