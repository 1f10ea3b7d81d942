import { type Figure, type Footing, unitWord } from '@anzhi/engine/indicator'
import { findIndicator } from '@anzhi/engine/pack'
import { type Titles, useReader } from '../reader/index.ts'
import { dayInWords, type WordKey } from '../words/index.ts'
import classes from './figure.module.css'
import { FigureButton } from './figure-button.tsx'
import { footingLines } from './footing.ts'
import { PaperTable } from './paper-table.tsx'
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
      {figure.parts !== undefined && <Parts figure={figure} parts={figure.parts} onPart={onPart} />}
    </div>
  )
}

interface PartsProps {
  figure: Figure
  parts: readonly Figure[]
  onPart: (index: number) => void
}

function Parts({ figure, parts, onPart }: PartsProps) {
  const { pack, language, say, word } = useReader()
  const kind = findIndicator(pack, figure.indicator)?.kind
  const names = kind === 'change' || kind === 'target' ? partNames[kind] : partNames.ratio
  return (
    <section aria-label={say(names.title)}>
      <h3>{say(names.title)}</h3>
      <ul className={classes.pair}>
        {parts.map((part, index) => (
          <li key={`${part.indicator} ${part.period.from} ${part.asOf}`}>
            <span>
              {say(names.parts[index]!)} · {word(`indicator.${part.indicator}`)}
              <PartDays figure={figure} part={part} />
            </span>
            <FigureButton figure={part} onPress={() => onPart(index)} />
          </li>
        ))}
        {figure.goal !== undefined && (
          <li>
            <span>{say('figure.goal')}</span>
            {figure.goal} {unitWord(pack, language, parts[0]!.unit)}
          </li>
        )}
      </ul>
    </section>
  )
}

/** The days of a part that speaks of others than the whole. */
function PartDays({ figure, part }: { figure: Figure; part: Figure }) {
  const { language, say } = useReader()
  if (part.period.from === figure.period.from && part.asOf === figure.asOf) return null
  const day = (written: string) => dayInWords(language, written)
  const { from, to } = part.period
  return <small>{say('period.words', { from: day(from), to: day(to) })}</small>
}

const partNames = {
  ratio: { title: 'figure.parts', parts: ['figure.part', 'figure.whole'] },
  change: { title: 'figure.compared', parts: ['figure.now', 'figure.then'] },
  target: { title: 'figure.share', parts: ['figure.reached'] },
} as const satisfies Record<string, { title: WordKey; parts: readonly WordKey[] }>
