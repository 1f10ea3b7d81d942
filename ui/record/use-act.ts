import type { Act, Register } from '@anzhi/engine/pack'
import type { Problem } from '@anzhi/engine/problem'
import { useMemo, useState } from 'react'
import type { FieldEnv, Me } from '../reader/index.ts'
import {
  type Draft,
  type FilledAct,
  filledAct,
  firstDraft,
  formOf,
  formProblems,
  type SeenRecord,
} from './act-form.ts'
import { type Changed, type Choice, changedMeanwhile, rebase } from './stale.ts'

/** A record as it is now, with what is still open to the person. */
export interface LatestRecord extends SeenRecord {
  may: string[]
}

export interface ActHands {
  /** Sends the act; gives the problems, none when it is done. */
  submit: (filled: FilledAct, version: number) => Promise<Problem[]>
  /** Reads the record anew, after somebody else changed it. */
  readLatest: () => Promise<LatestRecord | null>
}

export interface Stale {
  changed: Changed[]
  latest: LatestRecord
}

interface Doing extends ActHands {
  register: Register
  act: Act
  record: SeenRecord | null
  me: Me
  env: FieldEnv
}

/** The course of one act: filling in, sending, and deciding again when the record has changed meanwhile. */
export function useAct({ register, act, record, me, env, submit, readLatest }: Doing) {
  const [base, setBase] = useState(record)
  const form = useMemo(
    () => formOf(register, act, base, { today: me.today, organ: me.organ.id }),
    [register, act, base, me],
  )
  const [draft, setDraft] = useState(() => firstDraft(form, me.today))
  const [problems, setProblems] = useState<Problem[]>([])
  const [isSending, setSending] = useState(false)
  const [stale, setStale] = useState<Stale | null>(null)

  async function send(from: SeenRecord | null, filled: Draft): Promise<Problem[]> {
    const found = formProblems(form, from, filled, env)
    if (found.length > 0) {
      setProblems(found)
      return found
    }
    setSending(true)
    const values = filledAct(form, from, filled, me.today)
    const answer = await submit(values, from?.version ?? 0)
    const isStale = from !== null && answer.some(({ code }) => code === 'stale')
    const compared = isStale && (await compare(from, values))
    setProblems(compared ? [] : answer)
    setSending(false)
    return answer
  }

  /** Puts what was filled in beside the record as it is now; false when that could not be read. */
  async function compare(from: SeenRecord, mine: FilledAct): Promise<boolean> {
    const latest = await readLatest()
    if (latest !== null) {
      setStale({ latest, changed: changedMeanwhile(register, from, latest, mine.values) })
    }
    return latest !== null
  }

  return {
    form,
    base,
    draft,
    problems,
    isSending,
    stale,
    change: (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part })),
    setField: (field: string, value: unknown) => {
      setDraft((now) => ({ ...now, values: { ...now.values, [field]: value } }))
      setProblems((now) => now.filter((problem) => problem.field !== field))
    },
    send: () => send(base, draft),
    /** Goes on from the record as it is now, with what was chosen for each field that both changed. */
    settle: (choices: Record<string, Choice>) => {
      if (stale === null) return Promise.resolve<Problem[]>([])
      const settled = rebase(draft, stale.changed, choices)
      setBase(stale.latest)
      setDraft(settled)
      setStale(null)
      return send(stale.latest, settled)
    },
  }
}
