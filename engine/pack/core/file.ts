import { serverRole } from '../core-roles.ts'
import { register } from '../notation/index.ts'

/** 文件: its record is the server's own; nobody types what it is. */
export const file = register({
  title: '{name}',
  fields: {
    name: { type: 'text', required: true, search: true },
    mediaType: { type: 'text', required: true },
    // Bytes.
    size: { type: 'integer', required: true },
    sha256: { type: 'text', required: true },
    // The server's own clock: known. What a camera says is only claimed.
    receivedOn: { type: 'date', required: true },
  },
  create: { by: { role: serverRole }, dates: 'receivedOn' },
  correct: { by: { role: serverRole } },
  withdraw: { by: { role: serverRole } },
  list: { columns: ['name', 'mediaType', 'size', 'receivedOn'], order: ['-receivedOn'] },
})
