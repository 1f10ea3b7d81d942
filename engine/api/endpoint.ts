import type { z } from 'zod'

/** What a request may carry and what it answers: the contract of one fixed endpoint. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> {
  method: 'GET' | 'POST' | 'DELETE'
  /** With `:name` for a parameter. */
  path: string
  /** One line for the readable page. */
  summary: string
  /** Takes data out of the house: who did so, and of what, is written down. */
  exports?: boolean
  /** May be called without being signed in. */
  open?: boolean
  /** Only for administrators, who keep the accounts of their own district. */
  administrators?: boolean
  /** May also be called while the password is a one-time password still. */
  whileExpired?: boolean
  params?: Params
  query?: Query
  body?: Body
  /** Absent when the answer is not JSON (`media` says what it is). */
  answer?: Answer
  media?: string
}

/** An endpoint as it is written, with the types of its own shapes. */
export function endpoint<const E extends Endpoint>(definition: E): E {
  return definition
}

export type ParamsOf<E> = E extends { params: infer T extends z.ZodType } ? z.output<T> : undefined
export type QueryOf<E> = E extends { query: infer T extends z.ZodType } ? z.output<T> : undefined
export type BodyOf<E> = E extends { body: infer T extends z.ZodType } ? z.output<T> : undefined
export type AnswerOf<E> = E extends { answer: infer T extends z.ZodType } ? z.output<T> : undefined

/** What a caller writes, before defaults are filled in. */
export type QueryInput<E> = E extends { query: infer T extends z.ZodType } ? z.input<T> : undefined
export type BodyInput<E> = E extends { body: infer T extends z.ZodType } ? z.input<T> : undefined
