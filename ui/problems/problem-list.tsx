import type { Register } from '@anzhi/engine/pack'
import type { Problem } from '@anzhi/engine/problem'
import { Icon } from '../icons/index.ts'
import { useReader } from '../reader/index.ts'
import classes from './problem-list.module.css'
import { namedSentence } from './sentence.ts'

interface ProblemListProps {
  problems: readonly Problem[]
  register?: Register
  /** Nobody answered at all. */
  isSilent?: boolean
}

/**
 * Problems that belong to no field on the screen, each as a sentence. Whose session has ended can sign in in
 * another window, so that what was filled in here is not lost.
 */
export function ProblemList({ problems, register, isSilent = false }: ProblemListProps) {
  const { pack, language, say } = useReader()
  if (problems.length === 0 && !isSilent) return null
  const sentences = isSilent
    ? [say('offline')]
    : [...new Set(problems.map((problem) => namedSentence(problem, language, { pack, register })))]
  return (
    <div role="alert" tabIndex={-1} className={classes.box}>
      <Icon name="warning" />
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        {problems.some(({ code }) => code === 'signedOut') && (
          <li>
            <a href="/sign-in" target="_blank" rel="noreferrer">
              {say('signIn.again')}
            </a>
          </li>
        )}
      </ul>
    </div>
  )
}
