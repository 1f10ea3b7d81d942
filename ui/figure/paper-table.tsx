import type { Beside, Given } from '@anzhi/engine/indicator'
import { type Titles, useFieldEnv, useReader } from '../reader/index.ts'
import { dayInWords } from '../words/index.ts'
import classes from './figure.module.css'

interface PaperTableProps {
  papers: readonly (Given | Beside)[]
  titles: Titles
  title: string
}

const registers = { stated: 'statement', quoted: 'quotation' } as const

/** Statements and quotations, each with the record that it is; beside a figure also what counts in its place. */
export function PaperTable({ papers, titles, title }: PaperTableProps) {
  const { say } = useReader()
  const isBeside = papers.some((paper) => 'counted' in paper)
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <table className={classes.footing}>
        <thead>
          <tr>
            <th scope="col">{say('paper.of')}</th>
            <th scope="col">{say('figure.period')}</th>
            <th scope="col" className={classes.value}>
              {say('paper.amount')}
            </th>
            {isBeside && (
              <>
                <th scope="col" className={classes.value}>
                  {say('paper.counted')}
                </th>
                <th scope="col" className={classes.value}>
                  {say('paper.difference')}
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {papers.map((paper) => (
            <Row key={paper.record} paper={paper} titles={titles} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ paper, titles }: { paper: Given | Beside; titles: Titles }) {
  const { language, say } = useReader()
  const env = useFieldEnv(titles)
  const { from, to } = paper.period
  const day = (written: string) => dayInWords(language, written)
  const whose = paper.organ === null ? say('paper.whole') : (env.titleOf('organ', paper.organ) ?? '…')
  return (
    <tr>
      <td>
        <env.RecordLink register={registers[paper.source]} id={paper.record}>
          {paper.source === 'stated' ? whose : say('paper.quoted', { whose })}
        </env.RecordLink>
      </td>
      <td>{from === to ? day(to) : say('period.words', { from: day(from), to: day(to) })}</td>
      <td className={classes.value}>{paper.amount}</td>
      {'counted' in paper && (
        <>
          <td className={classes.value}>{paper.counted ?? '—'}</td>
          <td className={classes.value}>{paper.difference ?? '—'}</td>
        </>
      )}
    </tr>
  )
}
