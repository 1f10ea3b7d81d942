import type { AnswerOf, endpoints } from '@anzhi/engine/api'
import type { Result } from '@anzhi/engine/problem'
import { sentenceOf } from '@anzhi/ui/problems'
import { Waiting } from '@anzhi/ui/waiting'
import { instantInWords, useSay } from '@anzhi/ui/words'
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { call, expected, queries, queryClient } from '../../client/index.ts'
import classes from './accounts.module.css'

type Sessions = AnswerOf<typeof endpoints.listOwnSessions>['sessions']

/** Where I am signed in, and the way to end it there. */
export function OwnSessions() {
  const { language, say } = useSay()
  const sessions = useQuery(queries.ownSessions())
  async function end(ending: Promise<Result<unknown>>) {
    const reply = await ending
    const sentence = reply.ok
      ? say('sessions.ended')
      : reply.problems.map((problem) => sentenceOf(problem, language)).join(' ') || say('offline')
    notifications.show({ message: sentence, closeButtonProps: { 'aria-label': say('close') } })
    void queryClient.invalidateQueries({ queryKey: queries.ownSessions().queryKey })
  }
  const endOne = (id: string) => end(call('endOwnSession', { params: { id } }))
  return (
    <section className={classes.sheet}>
      <h2>{say('sessions.title')}</h2>
      <p className={classes.quiet}>{say('sessions.line')}</p>
      <Waiting for={expected(sessions)}>
        {({ sessions: all }) => (
          <>
            <SessionTable sessions={all} onEnd={(id) => void endOne(id)} />
            {all.length > 1 && (
              <Button variant="default" onClick={() => void end(call('endOtherSessions', {}))}>
                {say('sessions.endOthers')}
              </Button>
            )}
          </>
        )}
      </Waiting>
    </section>
  )
}

function SessionTable({ sessions, onEnd }: { sessions: Sessions; onEnd: (id: string) => void }) {
  const { say } = useSay()
  return (
    <div className={classes.frame}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{say('sessions.device')}</th>
            <th scope="col">{say('sessions.created')}</th>
            <th scope="col">{say('sessions.used')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ id, device, createdAt, usedAt, isThis }) => {
            const name = device ?? say('sessions.unknown')
            const at = instantInWords(createdAt)
            return (
              <tr key={id}>
                <td>{name}</td>
                <td>{at}</td>
                <td>{isThis ? <strong>{say('sessions.this')}</strong> : instantInWords(usedAt)}</td>
                <td>
                  {!isThis && (
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={say('sessions.endNamed', { device: name, at })}
                      onClick={() => onEnd(id)}
                    >
                      {say('sessions.end')}
                    </Button>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
