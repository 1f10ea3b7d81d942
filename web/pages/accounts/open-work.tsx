import type { AnswerOf, endpoints } from '@anzhi/engine/api'
import { useReader } from '@anzhi/ui/reader'
import { Link } from '@tanstack/react-router'
import classes from './accounts.module.css'

type Work = AnswerOf<typeof endpoints.readAccount>['work']

/** What waits for this person and nobody else, each with its list. */
export function OpenWork({ work, organ }: { work: Work; organ: string }) {
  const { say, word } = useReader()
  return (
    <section className={classes.part}>
      <h3>{say('accounts.work')}</h3>
      {work.length === 0 && <p className={classes.quiet}>{say('accounts.workNone')}</p>}
      <ul className={classes.works}>
        {work.map(({ register, why, states, field, of, records }) => (
          <li key={`${register} ${why} ${field}`}>
            <Link
              to="/registers/$register"
              params={{ register }}
              search={{ state: states.join(','), ...(field === null ? {} : { [field]: of ?? '' }) }}
            >
              {say(`accounts.work.${why}`, {
                register: word(`register.${register}`),
                n: records,
                organ: field === null ? say('accounts.workDistrict') : organ,
              })}
            </Link>
          </li>
        ))}
      </ul>
      {work.length > 0 && <p className={classes.quiet}>{say('accounts.workLine')}</p>}
    </section>
  )
}
