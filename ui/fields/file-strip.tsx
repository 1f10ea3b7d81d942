import { CloseButton } from '@mantine/core'
import { Icon } from '../icons/index.ts'
import type { FieldEnv } from '../reader/index.ts'
import classes from './fields.module.css'

interface FileStripProps {
  ids: readonly string[]
  photos: boolean
  env: FieldEnv
  onRemove?: (id: string) => void
}

/** Files side by side; a photo is seen small and opens large, a paper opens by its name. */
export function FileStrip({ ids, photos, env, onRemove }: FileStripProps) {
  return (
    <ul className={classes.files}>
      {ids.map((id, index) => {
        const name = env.titleOf('file', id) ?? env.say(photos ? 'file.photo' : 'file.open', { n: index + 1 })
        return (
          <li key={id} className={photos ? classes.photo : classes.paper}>
            <a
              href={env.fileUrl(id)}
              target="_blank"
              rel="noreferrer"
              aria-label={env.say('file.open', { name })}
            >
              {photos ? <img src={env.fileUrl(id)} alt={name} loading="lazy" /> : <Icon name="file" />}
              {!photos && <span>{name}</span>}
            </a>
            {onRemove !== undefined && (
              <CloseButton
                size="xs"
                className={classes.remove}
                aria-label={env.say('file.remove', { name })}
                onClick={() => onRemove(id)}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
