import { Button, FileButton, Input, Loader } from '@mantine/core'
import { useRef, useState } from 'react'
import { Icon } from '../icons/index.ts'
import { sentenceOf } from '../problems/index.ts'
import type { EditProps, SpecOf } from './field-control.ts'
import classes from './fields.module.css'
import { FileStrip } from './file-strip.tsx'

interface FileInputProps extends EditProps<SpecOf<'files'>> {
  draft: string[]
}

/** Hands files in one after the other as they are chosen; those that fail say why and can be chosen again. */
export function FileInput({ id, label, required, problem, draft, spec, env, onChange }: FileInputProps) {
  const [sending, setSending] = useState<string | null>(null)
  const [failed, setFailed] = useState<string[]>([])
  // Files that were chosen before the form was drawn again are added to the newest list.
  const held = useRef(draft)
  held.current = draft
  const photos = spec.accept === 'image'
  const say = env.say

  async function handInAll(chosen: File[]) {
    setFailed([])
    for (const file of chosen) {
      setSending(file.name)
      const answer = await env.handIn(file)
      if (answer.ok) {
        held.current = [...new Set([...held.current, answer.value.id])]
        onChange(held.current)
      } else {
        const why = answer.problems.map((found) => sentenceOf(found, env.language)).join(' ')
        setFailed((others) => [
          ...others,
          say('file.failed', { name: file.name, problem: why || say('offline') }),
        ])
      }
    }
    setSending(null)
  }

  function remove(gone: string) {
    const rest = draft.filter((other) => other !== gone)
    onChange(rest.length === 0 ? null : rest)
  }

  return (
    <Input.Wrapper label={label} withAsterisk={required} error={problem} labelElement="div">
      <div className={classes.stack}>
        <FileStrip ids={draft} photos={photos} env={env} onRemove={remove} />
        <div className={classes.row}>
          <FileButton
            multiple
            accept={photos ? 'image/*' : undefined}
            onChange={(chosen) => void handInAll(chosen)}
          >
            {(button) => (
              <Button
                {...button}
                id={id}
                size="xs"
                variant="default"
                disabled={sending !== null}
                leftSection={<Icon name="plus" size={14} />}
              >
                {say(photos ? 'file.addPhotos' : 'file.add')}
              </Button>
            )}
          </FileButton>
          {sending !== null && (
            <span role="status" className={classes.sending}>
              <Loader size={14} /> {say('file.sending', { name: sending })}
            </span>
          )}
        </div>
        {failed.map((line) => (
          <span key={line} role="alert" className={classes.failed}>
            {line}
          </span>
        ))}
      </div>
    </Input.Wrapper>
  )
}
