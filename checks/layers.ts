/** What an area is and what it may import: the whole rule of the house, as a table. */
export interface Rule {
  /** The folder, or the file, that the rule is for. The longest that fits a file is the one that holds. */
  at: string
  /** Folders of ours that it may import from; its own is always allowed unless `notOwn`. */
  may: string[]
  /** Packages that only this place may import, by name or by prefix with `*`. Others are open to all. */
  packages?: string[]
}

export const rules: Rule[] = [
  { at: 'engine', may: [], packages: ['big.js', 'zod'] },
  { at: 'formats', may: ['engine'], packages: ['docx', 'fflate', 'saxes'] },
  { at: 'packs/allotment', may: ['engine'], packages: [] },
  { at: 'packs/base', may: ['engine'], packages: [] },
  // The holidays of the past are taken over from a package once; what ships is the JSON made of them.
  { at: 'packs/base/calendar', may: ['engine'], packages: ['chinese-days/*'] },
  { at: 'packs/three-year-action', may: ['engine', 'packs/base'], packages: [] },
  // Inside the server: routes → store, never back.
  { at: 'server/embedded', may: ['server/config.ts'], packages: ['node:*', 'pg'] },
  {
    at: 'server/store',
    may: ['engine', 'formats', 'server/context.ts', 'server/problem-error.ts'],
    packages: [
      'node:*',
      'kysely',
      'pg',
      'pg-copy-streams',
      'uuid',
      'yauzl',
      'yazl',
      'file-type',
      '@node-rs/argon2',
    ],
  },
  {
    at: 'server/routes',
    may: ['engine', 'formats', 'server/store', 'server/http', 'server/context.ts', 'server/problem-error.ts'],
    packages: [],
  },
  {
    at: 'server/http',
    may: [
      'engine',
      'formats',
      'server/store',
      'server/routes',
      'server/context.ts',
      'server/problem-error.ts',
    ],
    packages: ['node:*', 'fastify', '@fastify/*', 'zod'],
  },
  {
    at: 'server/demo',
    may: ['engine', 'server/store', 'server/open-house.ts', 'server/context.ts'],
    packages: ['node:*', 'uuid'],
  },
  { at: 'server/testing', may: ['engine', 'formats', 'server', 'packs/allotment'], packages: ['*'] },
  { at: 'server', may: ['engine', 'formats', 'server'], packages: ['node:*'] },
  {
    at: 'ui',
    may: ['engine'],
    packages: ['react', 'react-dom', 'react/*', '@mantine/*', 'dayjs', 'dayjs/*'],
  },
  {
    at: 'web',
    may: ['ui', 'engine', 'formats'],
    packages: [
      'react',
      'react-dom',
      'react-dom/*',
      'react/*',
      '@mantine/*',
      '@tanstack/*',
      'dayjs',
      'dayjs/*',
      'uuid',
      'vite',
      '@vitejs/*',
      'node:*',
    ],
  },
  { at: 'checker', may: ['engine', 'formats', 'packs/base'], packages: ['vite', 'virtual:*', 'node:*'] },
  { at: 'cli', may: ['engine', 'formats', 'server', 'packs/base'], packages: ['node:*', 'tsx/*'] },
  // From outside, anything; and nobody imports them.
  { at: 'walks', may: ['*'], packages: ['*'] },
  { at: 'bench', may: ['*'], packages: ['*'] },
  { at: 'checks', may: [], packages: ['node:*'] },
]

/** An import that the table does not allow. */
export interface Breach {
  file: string
  imports: string
  why: 'layer' | 'package' | 'environment' | 'nobody imports this'
}

/** Test files may reach across: they stand outside and look in. */
export const isTest = (file: string): boolean =>
  /\.test\.tsx?$/.test(file) || /(^|\/)(testing|trial)\//.test(file)

/** Only here is the environment read. */
const readsEnvironment = ['server/config.ts', 'cli/', 'checks/', 'walks/', 'bench/', 'server/testing/']

export function ruleFor(file: string): Rule | undefined {
  const fitting = rules.filter(({ at }) => file === at || file.startsWith(`${at}/`))
  return fitting.sort((a, b) => b.at.length - a.at.length)[0]
}

/** Every breach of the table in one file. `target` is a file of ours, or undefined for a package. */
export function breachesIn(file: string, text: string): Breach[] {
  const rule = ruleFor(file)
  if (rule === undefined || isTest(file)) return []
  const breaches = importsIn(text).flatMap((name): Breach[] => {
    const target = targetOf(file, name)
    if (target === undefined)
      return allowsPackage(rule, name) ? [] : [{ file, imports: name, why: 'package' }]
    return allowsFile(rule, target) ? [] : [{ file, imports: name, why: 'layer' }]
  })
  const reads = /\bprocess\.env\b/.test(text) && !readsEnvironment.some((place) => file.startsWith(place))
  return reads ? [...breaches, { file, imports: 'process.env', why: 'environment' }] : breaches
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** The names that a file imports, in whatever way it is written. */
export function importsIn(text: string): string[] {
  return [...text.matchAll(importPattern)].map(([, still, moving]) => still ?? moving!)
}

function targetOf(file: string, name: string): string | undefined {
  if (name.startsWith('@anzhi/pack-')) return name.replace('@anzhi/pack-', 'packs/')
  if (name.startsWith('@anzhi/')) return name.replace('@anzhi/', '')
  if (!name.startsWith('.')) return undefined
  const parts = file.split('/').slice(0, -1)
  for (const part of name.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

function allowsFile(rule: Rule, target: string): boolean {
  const inside = (folder: string) => target === folder || target.startsWith(`${folder}/`)
  // An area's own longer rule is another place: server/store may not reach into server/routes.
  return (
    rule.may.includes('*') || rule.may.some(inside) || (inside(rule.at) && ruleFor(target)?.at === rule.at)
  )
}

function allowsPackage(rule: Rule, name: string): boolean {
  return (rule.packages ?? ['*']).some((allowed) =>
    allowed.endsWith('*') ? name.startsWith(allowed.slice(0, -1)) : allowed === name,
  )
}
