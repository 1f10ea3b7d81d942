export type { AnswerOf, BodyInput, BodyOf, Endpoint, ParamsOf, QueryInput, QueryOf } from './endpoint.ts'
export * as endpoints from './endpoints/index.ts'
export { problems as problemsShape } from './shapes.ts'
