import type { Draft, Gap } from '@anzhi/engine/document'
import { useReader } from '../reader/index.ts'
import classes from './document.module.css'

/** What whoever signs a draft has to see to: places that stand open, and clauses that were left out. */
export function DraftNotes({ draft: { gaps, leftOut } }: { draft: Draft }) {
  const { say, word } = useReader()
  if (gaps.length === 0 && leftOut.length === 0) return null
  const figuresIn = (figures: readonly string[]) => figures.map((id) => word(`indicator.${id}`)).join(' · ')
  const gapLine = ({ code, name, count = 0, figures = [] }: Gap) =>
    say(`gap.${code}`, { name, count, figures: figuresIn(figures) })
  return (
    <aside className={classes.notes} aria-label={say('draft.notes')}>
      {gaps.length > 0 && <h2>{say('draft.gaps')}</h2>}
      <ul>
        {gaps.map((gap) => (
          <li key={`${gap.code} ${gap.id}`}>{gapLine(gap)}</li>
        ))}
      </ul>
      {leftOut.length > 0 && <h2>{say('draft.leftOut')}</h2>}
      <ul>
        {leftOut.map(({ text, why }) => (
          <li key={text}>{say(`leftOut.${why}`, { text })}</li>
        ))}
      </ul>
    </aside>
  )
}
