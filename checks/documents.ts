import { existsSync, readFileSync } from 'node:fs'
import { projectFiles, top } from './files.ts'

/** Something that a document names and that is not there. */
export interface DeadName {
  document: string
  name: string
}

/** What the names in documents are looked up in. */
export interface Known {
  exists: (path: string) => boolean
  scripts: ReadonlySet<string>
  commands: ReadonlySet<string>
  /** All of the project's own code, for identifiers. */
  code: string
}

export function readKnown(): Known {
  const manifest = JSON.parse(readFileSync(`${top}/package.json`, 'utf8')) as {
    scripts: Record<string, string>
  }
  const commands = [...readFileSync(`${top}/cli/main.ts`, 'utf8').matchAll(/^ {2}(\w+): async/gm)].map(
    ([, name]) => name!,
  )
  const sources = projectFiles().filter((file) => /\.(tsx?|json)$/.test(file) && file !== 'package-lock.json')
  return {
    exists: (path) => existsSync(`${top}/${path}`),
    scripts: new Set(Object.keys(manifest.scripts)),
    commands: new Set(commands),
    code: sources.map((file) => readFileSync(`${top}/${file}`, 'utf8')).join('\n'),
  }
}

// Made by a build or a run, so not in the repository.
const made = /^(build|node_modules|\.anzhi)(\/|$)/
const pathLike = /^[\w.@-]+(\/[\w.@{},-]+)+\/?$|^[\w-]+\.(ts|tsx|js|json|md|xlsx|docx)$/

/** The paths, npm scripts and commands that a document names and that lead nowhere. */
export function deadNames(document: string, text: string, known: Known): DeadName[] {
  const folder = document.split('/').slice(0, -1).join('/')
  const isThere = (path: string) => made.test(path) || known.exists(path) || known.exists(`${folder}/${path}`)
  const ticked = [...text.matchAll(/`([^`\n]+)`/g)].map(([, name]) => name!.trim())
  const linked = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map(([, name]) => name!)
    .filter((name) => !/^[a-z]+:/.test(name))
  const paths = [...ticked.filter((name) => pathLike.test(name) && !name.startsWith('@')), ...linked]
  const dead = paths.filter((path) => !isThere(path.replace(/\/$/, '')))
  return [...new Set([...dead, ...deadCommands(text, known)])].map((name) => ({ document, name }))
}

function deadCommands(text: string, known: Known): string[] {
  const scripts = [...text.matchAll(/\bnpm run ([\w:-]+)/g)].filter(([, name]) => !known.scripts.has(name!))
  const commands = [...text.matchAll(/\bnpx anzhi ([a-z]\w*)/g)].filter(
    ([, name]) => !known.commands.has(name!),
  )
  return [...scripts, ...commands].map(([whole]) => whole)
}

/** The identifiers of the glossary that no code and no pack knows. */
export function unknownTerms(glossary: string, known: Known): string[] {
  const terms = [...glossary.matchAll(/\|\s*`([A-Za-z]\w*)`\s*\|/g)].map(([, term]) => term!)
  return terms.filter((term) => !new RegExp(`\\b${term}\\b`).test(known.code))
}

/** Every document of the project. */
export function documents(): { name: string; text: string }[] {
  const names = projectFiles().filter((file) => file.endsWith('.md'))
  return names.map((name) => ({ name, text: readFileSync(`${top}/${name}`, 'utf8') }))
}
