import type { Language } from '@anzhi/engine/pack'
import { useSay } from '@anzhi/ui/words'
import { useSetLanguage } from '../app/language.tsx'
import classes from './shell.module.css'

/** The other language, at one press, in its own name. */
export function LanguageSwitch({ language }: { language: Language }) {
  const { say } = useSay()
  const set = useSetLanguage()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <button
      type="button"
      className={classes.plain}
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      aria-label={say('language.switch')}
      onClick={() => set(other)}
    >
      {say('language.other')}
    </button>
  )
}
