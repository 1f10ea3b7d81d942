import { administratorRole, serverRole } from './core-roles.ts'
import { type PackSource, register } from './notation/index.ts'
import en from './words/en.json' with { type: 'json' }
import zh from './words/zh.json' with { type: 'json' }

const keepers = { role: [administratorRole] }

const organ = register({
  title: '{name}',
  fields: {
    name: { type: 'text', required: true, search: true },
    shortName: { type: 'text', max: 40, search: true },
    parent: { type: 'organ' },
    // 单位排序: the official order, never alphabetical.
    rank: { type: 'integer', min: 0 },
  },
  create: { by: keepers },
  correct: { by: keepers },
  withdraw: { by: keepers },
  list: { columns: ['rank', 'name', 'shortName', 'parent'], order: ['rank', 'name'] },
})

const person = register({
  title: '{name}',
  fields: {
    name: { type: 'text', required: true, max: 60, search: true },
    organ: { type: 'organ', required: true },
    post: { type: 'text', max: 60 },
    rank: { type: 'integer', min: 0 },
  },
  create: { by: keepers },
  correct: { by: keepers },
  withdraw: { by: keepers },
  list: { columns: ['name', 'organ', 'post'], filters: ['organ'], order: ['rank', 'name'] },
})

const file = register({
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

/** The engine's own registers, in the same notation as every other. */
export const core: PackSource = {
  id: 'core',
  version: '0.1.0',
  buildsOn: [],
  roles: { [administratorRole]: { sees: 'district' } },
  registers: { organ, person, file },
  words: { zh, en },
}
