import { type Language, languages } from '@anzhi/engine/pack'
import { LanguageProvider } from '@anzhi/ui/words'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'

const place = 'anzhi.language'
const SetContext = createContext<(language: Language) => void>(() => {})

/** Speaks Chinese unless this browser was told otherwise, and remembers what it is told. */
export function Languages({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(remembered)
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  const set = (chosen: Language) => {
    remember(chosen)
    setLanguage(chosen)
  }
  return (
    <SetContext value={set}>
      <LanguageProvider language={language}>{children}</LanguageProvider>
    </SetContext>
  )
}

export function useSetLanguage(): (language: Language) => void {
  return useContext(SetContext)
}

function remembered(): Language {
  try {
    const kept = localStorage.getItem(place)
    return languages.find((language) => language === kept) ?? 'zh'
  } catch {
    return 'zh'
  }
}

// A browser may forbid to keep anything; then it is asked again next time.
function remember(language: Language): void {
  try {
    localStorage.setItem(place, language)
  } catch {}
}
