import type { Act, Register } from '@anzhi/engine/pack'
import type { Result } from '@anzhi/engine/problem'
import { useReader } from '@anzhi/ui/reader'
import type { FilledAct, LatestRecord } from '@anzhi/ui/record'
import { notifications } from '@mantine/notifications'
import { useMemo } from 'react'
import { actKeys, call, forgetAllButMe } from '../client/index.ts'

/** What a form of an act needs of the server: to send it, and to read the record anew when it was too late. */
export function useActHands(register: Register, act: Act | null, id: string) {
  const { language, say, word } = useReader()
  // One key for one submission: opening another act begins a new one.
  const keyOf = useMemo(() => actKeys(), [])
  return {
    submit: async (filled: FilledAct, version: number): Promise<Result<unknown>> => {
      const body = { register: register.id, act: act!.id, id, version, ...filled }
      const reply = await call('performAct', { body, key: keyOf(body) })
      if (reply.ok) await forgetAllButMe()
      return reply
    },
    readLatest: async (): Promise<LatestRecord | null> => {
      const reply = await call('readRecord', {
        params: { register: register.id, id },
        query: { language },
      })
      return reply.ok ? reply.value : null
    },
    tellDone: () =>
      notifications.show({
        message: say('act.done', { act: word(`act.${register.id}.${act!.id}`) }),
        withCloseButton: false,
      }),
  }
}
