import { type Figure, unitWord } from '@anzhi/engine/indicator'
import { useReader } from '../reader/index.ts'
import { dayInWords } from '../words/index.ts'
import classes from './figure.module.css'
import { FigureButton } from './figure-button.tsx'
import { footingLines } from './footing.ts'
import { seesAllOf } from './scope.ts'

interface FigureSourceProps {
  figure: Figure
  /** The definition in words, made from the definition itself. */
  definition: string
  /** What its records come to when they are added up anew; two totals for a rate. */
  footing: readonly string[]
  onPart: (figure: Figure) => void
}

/** All that a figure has to say for itself: value, source class, days, definition, footing, and its parts. */
export function FigureSource({ figure, definition, footing, onPart }: FigureSourceProps) {
  const { pack, me, language, say } = useReader()
  const day = (written: string) => dayInWords(language, written)
  const { from, to } = figure.period
  const rows = [
    [say('figure.source'), say('figure.counted')],
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
      {figure.parts !== undefined && <Parts parts={figure.parts} onPart={onPart} />}
    </div>
  )
}

function Parts({ parts, onPart }: { parts: [Figure, Figure]; onPart: (figure: Figure) => void }) {
  const { say, word } = useReader()
  return (
    <section aria-label={say('figure.parts')}>
      <h3>{say('figure.parts')}</h3>
      <ul className={classes.pair}>
        {parts.map((part, index) => (
          <li key={part.indicator}>
            <span>
              {say(index === 0 ? 'figure.part' : 'figure.whole')} · {word(`indicator.${part.indicator}`)}
            </span>
            <FigureButton figure={part} onPress={onPart} />
          </li>
        ))}
      </ul>
    </section>
  )
}
