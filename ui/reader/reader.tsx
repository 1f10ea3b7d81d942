import type { Day } from '@anzhi/engine/calendar'
import type { CheckEnv, ShowEnv } from '@anzhi/engine/fields'
import { envOf, type Language, type Pack, wordOf } from '@anzhi/engine/pack'
import type { Result } from '@anzhi/engine/problem'
import { type ComponentType, createContext, type ReactNode, useContext, useMemo, useRef } from 'react'
import { type Say, useSay } from '../words/index.ts'

/** Titles of linked records: register → id → title. */
export type Titles = Record<string, Record<string, string>>

export interface Found {
  id: string
  title: string
}

/** What the components cannot do themselves, because they never fetch. */
export interface Hands {
  findRecords: (register: string, words: string) => Promise<Found[]>
  /** Hands a file in and gives its id. */
  handIn: (file: File) => Promise<Result<{ id: string; name: string }>>
  fileUrl: (id: string) => string
  /** A link to a record's page. */
  RecordLink: ComponentType<{ register: string; id: string; children: ReactNode }>
}

/** The person before the screen: what they may read it with, and the day it is for them. */
export interface Me {
  account: string
  name: string
  roles: readonly string[]
  organ: { id: string; name: string }
  today: Day
}

interface ReaderValue {
  pack: Pack
  me: Me
  hands: Hands
}

export interface Reader extends ReaderValue {
  language: Language
  say: Say
  /** The pack's word for a key. */
  word: (key: string) => string
}

/** What every field control gets. */
export interface FieldEnv extends CheckEnv, ShowEnv, Hands {
  language: Language
  say: Say
}

const ReaderContext = createContext<ReaderValue | null>(null)

export function ReaderProvider({ children, ...value }: ReaderValue & { children: ReactNode }) {
  const { pack, me, hands } = value
  const kept = useMemo(() => ({ pack, me, hands }), [pack, me, hands])
  return <ReaderContext value={kept}>{children}</ReaderContext>
}

export function useReader(): Reader {
  const value = useContext(ReaderContext)
  const { language, say } = useSay()
  if (value === null) throw new Error('no ReaderProvider above')
  return useMemo(
    () => ({ ...value, language, say, word: (key) => wordOf(value.pack, language, key) }),
    [value, language, say],
  )
}

/**
 * What fields need to be shown and edited beside these titles. Titles that were found or handed in on the
 * way are kept, so that a record just chosen has its name at once.
 */
export function useFieldEnv(titles: Titles): FieldEnv {
  const { pack, me, hands, language, say } = useReader()
  const learned = useRef<Titles>({})
  return useMemo(() => {
    const learn = (register: string, id: string, title: string) => {
      learned.current[register] = { ...learned.current[register], [id]: title }
    }
    learn('organ', me.organ.id, me.organ.name)
    const titleOf = (register: string, id: string) =>
      titles[register]?.[id] ?? learned.current[register]?.[id]
    return {
      ...envOf(pack, me.today, language, titleOf),
      ...learning(hands, learn),
      language,
      say,
    }
  }, [pack, me, hands, language, say, titles])
}

type Learn = (register: string, id: string, title: string) => void

/** The same hands, which remember the names of what they bring. */
function learning(hands: Hands, learn: Learn): Hands {
  return {
    ...hands,
    findRecords: async (register, words) => {
      const found = await hands.findRecords(register, words)
      for (const { id, title } of found) learn(register, id, title)
      return found
    },
    handIn: async (file) => {
      const answer = await hands.handIn(file)
      if (answer.ok) learn('file', answer.value.id, answer.value.name)
      return answer
    },
  }
}
