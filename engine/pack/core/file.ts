import { serverRole } from '../core-roles.ts'
import { register } from '../notation/index.ts'

/** How a file came to be, as whoever hands it in says. */
export const fileSources = ['camera', 'album', 'scan', 'document', 'other']

/** What whoever hands a file in may say of it; everything else the server finds out by itself. */
export const statedOfFile = ['source', 'capturedAt', 'capturedPlace', 'place', 'takenBy']

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
    source: { type: 'choice', options: 'file-source' },
    capturedAt: { type: 'dateTime', notAfter: 'today' },
    capturedPlace: { type: 'place', within: 'division' },
    // In words: where it was taken, or where the paper lies.
    place: { type: 'text' },
    takenBy: { type: 'person' },
  },
  create: { by: { role: serverRole }, dates: 'receivedOn' },
  correct: { by: { role: serverRole } },
  withdraw: { by: { role: serverRole } },
  list: {
    columns: ['name', 'mediaType', 'size', 'source', 'capturedAt', 'receivedOn'],
    order: ['-receivedOn'],
  },
})
