import type { Register } from '@anzhi/engine/pack'
import type { Problem } from '@anzhi/engine/problem'
import { Icon } from '../icons/index.ts'
import { useReader } from '../reader/index.ts'
import classes from './problem-list.module.css'
import { namedSentence } from './sentence.ts'

/** Problems that belong to no field on the screen, each as a sentence. */
export function ProblemList({ problems, register }: { problems: readonly Problem[]; register?: Register }) {
  const { pack, language } = useReader()
  if (problems.length === 0) return null
  const sentences = [
    ...new Set(problems.map((problem) => namedSentence(problem, language, { pack, register }))),
  ]
  return (
    <div role="alert" className={classes.box}>
      <Icon name="warning" />
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}
