import type { Act, Register } from '@anzhi/engine/pack'
import type { Problem, Result } from '@anzhi/engine/problem'
import { useMemo, useState } from 'react'
import type { FieldEnv, Me, Titles } from '../reader/index.ts'
import {
  type Draft,
  type DraftBehalf,
  type FilledAct,
  filledAct,
  firstDraft,
  formOf,
  formProblems,
  type SeenRecord,
  typedFor,
} from './act-form.ts'
import { type Changed, type Choice, changedMeanwhile, rebase } from './stale.ts'

/** A record as it is now, with what is still open to the person. */
export interface LatestRecord extends SeenRecord {
  may: string[]
  titles: Titles
}

export interface ActHands {
  /** Sends the act. Refused without a problem means that nobody answered. */
  submit: (filled: FilledAct, version: number) => Promise<Result<unknown>>
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
  /** The organ for which it has to be typed, as far as it is known; undefined for oneself. */
  behalf?: DraftBehalf
}

/** The course of one act: filling in, sending, and deciding again when the record has changed meanwhile. */
export function useAct({ register, act, record, me, env, behalf, submit, readLatest }: Doing) {
  const [base, setBase] = useState(record)
  const form = useMemo(
    () => formOf(register, act, base, { today: me.today, organ: me.organ.id }),
    [register, act, base, me],
  )
  const [draft, setDraft] = useState(() => ({ ...firstDraft(form, me.today), behalf: behalf ?? null }))
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [isSilent, setSilent] = useState(false)
  const [isSending, setSending] = useState(false)
  const [stale, setStale] = useState<Stale | null>(null)

  /** Is it done? What is in its way is shown. */
  async function send(from: SeenRecord | null, filled: Draft): Promise<boolean> {
    const found = formProblems(form, from, filled, env)
    setSilent(false)
    setProblems(found)
    if (found.length > 0) return false
    setSending(true)
    const values = filledAct(form, from, filled, me.today)
    const answer = await submit(values, from?.version ?? 0)
    if (!answer.ok) await refuse(answer.problems, from, values)
    setSending(false)
    return answer.ok
  }

  async function refuse(
    refused: readonly Problem[],
    from: SeenRecord | null,
    mine: FilledAct,
  ): Promise<void> {
    const isStale = from !== null && refused.some(({ code }) => code === 'stale')
    if (isStale && (await compare(from, mine))) return
    setProblems(refused)
    setSilent(refused.length === 0)
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
    isSilent,
    isSending,
    stale,
    change: (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part })),
    setBehalf: (behalf: DraftBehalf | null) => {
      setDraft((now) => typedFor(form, now, behalf, me.organ.id))
      setProblems((now) => now.filter(({ field }) => field?.startsWith('onBehalfOf') !== true))
    },
    setField: (field: string, value: unknown) => {
      setDraft((now) => ({ ...now, values: { ...now.values, [field]: value } }))
      setProblems((now) => now.filter((problem) => problem.field !== field))
    },
    send: () => send(base, draft),
    /** Goes on from the record as it is now, with what was chosen for each field that both changed. */
    settle: (choices: Record<string, Choice>) => {
      if (stale === null) return Promise.resolve(false)
      const settled = rebase(draft, stale.changed, choices)
      setBase(stale.latest)
      setDraft(settled)
      setStale(null)
      return send(stale.latest, settled)
    },
  }
}
