import type { Language } from '@anzhi/engine/pack'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { type Say, sayIn } from './say.ts'

interface Speaking {
  language: Language
  say: Say
}

const SpeakingContext = createContext<Speaking>({ language: 'zh', say: sayIn('zh') })

/** Everything inside speaks this language. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  const speaking = useMemo(() => ({ language, say: sayIn(language) }), [language])
  return <SpeakingContext value={speaking}>{children}</SpeakingContext>
}

/** The reader's language and the application's voice in it. */
export function useSay(): Speaking {
  return useContext(SpeakingContext)
}
