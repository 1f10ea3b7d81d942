import type { Problem } from '@anzhi/engine/problem'
import { Button, Loader } from '@mantine/core'
import type { ReactNode } from 'react'
import { sentenceOf } from '../problems/index.ts'
import { useSay } from '../words/index.ts'
import classes from './waiting.module.css'

/** What a page is waiting for: not there yet, refused, or there. */
export type Expected<T> =
  | { is: 'waiting' }
  | { is: 'failed'; problems: readonly Problem[]; retry: () => void }
  | { is: 'there'; value: T }

interface WaitingProps<T> {
  for: Expected<T>
  /** Is there nothing in it? */
  isEmpty?: (value: T) => boolean
  /** What is said when there is nothing; a plain sentence unless given. */
  empty?: ReactNode
  children: (value: T) => ReactNode
}

/** The four faces of everything that is read: waiting, failed with a way on, empty, full. */
export function Waiting<T>({ for: awaited, isEmpty, empty, children }: WaitingProps<T>) {
  const { language, say } = useSay()
  if (awaited.is === 'waiting') {
    return (
      <div className={classes.box} role="status">
        <Loader size="sm" type="dots" />
        <span>{say('loading')}</span>
      </div>
    )
  }
  if (awaited.is === 'failed') {
    const sentences = awaited.problems.map((problem) => sentenceOf(problem, language))
    return (
      <div className={classes.box} role="alert">
        <strong>{say('failed')}</strong>
        <span>{sentences.length === 0 ? say('offline') : sentences.join(' ')}</span>
        {mayPass(awaited.problems) && (
          <Button size="xs" variant="default" onClick={awaited.retry}>
            {say('retry')}
          </Button>
        )}
      </div>
    )
  }
  if (isEmpty?.(awaited.value) === true) return <p className={classes.empty}>{empty ?? say('empty')}</p>
  return <>{children(awaited.value)}</>
}

const passing: readonly Problem['code'][] = ['busy', 'internal', 'locked', 'signedOut']

/** Asking again helps when nobody answered or the server was in trouble, not when the question was wrong. */
function mayPass(problems: readonly Problem[]): boolean {
  return problems.length === 0 || problems.some(({ code }) => passing.includes(code))
}
