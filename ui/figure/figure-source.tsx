import { type Figure, type Footing, unitWord } from '@anzhi/engine/indicator'
import { type Titles, useReader } from '../reader/index.ts'
import { dayInWords } from '../words/index.ts'
import classes from './figure.module.css'
import { FigureParts } from './figure-parts.tsx'
import { footingLines } from './footing.ts'
import { PaperTable } from './paper-table.tsx'
import { RankTable } from './rank-table.tsx'
import { seesAllOf } from './scope.ts'

interface FigureSourceProps {
  figure: Figure
  /** The definition in words, made from the definition itself. */
  definition: string
  /** What its listed records come to; a figure made of others has one for each of them. */
  footing: readonly Footing[]
  titles: Titles
  /** Opens one of the figures that it is made of. */
  onPart: (index: number) => void
}

/** All that a figure has to say for itself: value, source class, days, definition, footing, and its parts. */
export function FigureSource({ figure, definition, footing, titles, onPart }: FigureSourceProps) {
  const { pack, me, language, say } = useReader()
  const day = (written: string) => dayInWords(language, written)
  const { from, to } = figure.period
  const rows = [
    [say('figure.source'), say(`figure.${figure.source}`)],
    [say('figure.period'), say('period.words', { from: day(from), to: day(to) })],
    [say('figure.asOf'), day(figure.asOf)],
    ...(figure.node === undefined
      ? []
      : [[say('figure.of'), titles[figure.node.tree]?.[figure.node.id] ?? '…']]),
    [
      say('figure.scope'),
      seesAllOf(pack, me.roles, figure)
        ? say('figure.scopeAll')
        : say('figure.scopeOwn', { organ: me.organ.name }),
    ],
    [say('figure.definition'), definition],
  ]
  return (
    <div className={classes.source}>
      <p className={classes.large}>
        {figure.shown}
        {figure.value !== null && <small>{unitWord(pack, language, figure.unit)}</small>}
      </p>
      <dl>
        {rows.map(([name, words]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        <div>
          <dt>{say('figure.footing')}</dt>
          <dd>
            {footingLines(pack, language, figure, footing).map(({ text, agrees }) => (
              <p key={text} data-differs={!agrees || undefined}>
                {text}
              </p>
            ))}
          </dd>
        </div>
      </dl>
      {figure.given !== undefined && (
        <PaperTable title={say('paper.given')} papers={figure.given} titles={titles} />
      )}
      {figure.beside !== undefined && (
        <PaperTable title={say('paper.beside')} papers={figure.beside} titles={titles} />
      )}
      {figure.places !== undefined && <RankTable figure={figure} titles={titles} onPart={onPart} />}
      {figure.parts !== undefined && figure.places === undefined && (
        <FigureParts figure={figure} parts={figure.parts} onPart={onPart} />
      )}
    </div>
  )
}
