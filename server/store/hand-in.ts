import { serverRole, statedOfFile } from '@anzhi/engine/pack'
import { problem } from '@anzhi/engine/problem'
import type { Values } from '@anzhi/engine/record'
import { fileTypeFromBuffer } from 'file-type'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../context.ts'
import { ProblemError, refuse } from '../problem-error.ts'
import { type FileFolder, keepContent } from './files.ts'
import { isWhole } from './is-whole.ts'
import { performAct } from './perform-act.ts'

// What an office keeps as evidence. Nothing that a browser would run: no SVG, no HTML.
const accepted = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/heic',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/x-cfb',
  'audio/mpeg',
  'video/mp4',
])

export interface HandedIn {
  id: string
  name: string
  mediaType: string
  size: number
  sha256: string
}

/**
 * Takes a file: its type is read from its content, whatever its name says; its record is the server's own act. What
 * whoever hands it in says of it (when, where and by whom it was taken) is kept as that: stated.
 */
export async function handIn(
  context: Context,
  files: FileFolder,
  name: string,
  content: Uint8Array,
  stated: Values = {},
): Promise<HandedIn> {
  // Of its own record whoever hands a file in says nothing but this.
  const unasked = Object.keys(stated).filter((field) => !statedOfFile.includes(field))
  if (unasked.length > 0) throw new ProblemError(unasked.map((field) => problem('notAsked', field)))
  const type = await fileTypeFromBuffer(content)
  if (type === undefined || !accepted.has(type.mime) || !isWhole(type.mime, content))
    return refuse('wrongType', 'body', { found: type?.mime ?? null })
  const file = {
    name: baseName(name),
    mediaType: type.mime,
    size: content.length,
    sha256: await keepContent(files, content),
  }
  const id = uuidv7()
  const asServer = { ...context, actor: { ...context.actor, roles: [...context.actor.roles, serverRole] } }
  const values = { ...stated, ...file, receivedOn: context.today }
  const change = await performAct(asServer, { register: 'file', act: 'create', id, version: 0, values })
  return { id, ...file, name: change.values.name as string }
}

// A name is shown, never opened: its folders say nothing to us.
function baseName(name: string): string {
  return (
    name
      .split(/[\\/]/)
      .at(-1)!
      .replace(/\p{Cc}/gu, '')
      .trim() || '文件'
  )
}
