import { serverRole } from '../core-roles.ts'
import { list } from '../normal/names.ts'
import type { ExtensionSpec, PackSource, RegisterSpec } from '../notation/index.ts'
import { builtInActs } from './looking.ts'
import type { Declared, Tell } from './packs.ts'

/** Tells what is wrong with what a pack adds to the registers of others, as far as the register itself does not tell. */
export function checkExtensions(declared: Declared, source: PackSource, tell: Tell): void {
  const earlier = declared.sources.slice(0, declared.sources.indexOf(source))
  for (const [id, extension] of Object.entries(source.extends ?? {})) {
    const path = `${source.id}/extends/${id}`
    const owner = earlier.find(({ registers }) => Object.hasOwn(registers ?? {}, id))
    if (owner === undefined) tell(path, 'unknownRegister', id)
    else checkExtension(declared, owner.registers![id]!, extension, path, tell)
  }
  checkTwice(earlier, source, tell)
}

function checkExtension(
  { roles }: Declared,
  spec: RegisterSpec,
  { by, fields = {}, acts = {} }: ExtensionSpec,
  path: string,
  tell: Tell,
): void {
  for (const name of Object.keys(fields)) {
    if (Object.hasOwn(spec.fields, name)) tell(`${path}/fields/${name}`, 'ownedTwice', name)
  }
  for (const name of Object.keys(acts)) {
    const isThere = builtInActs.includes(name) || Object.hasOwn(spec.life?.acts ?? {}, name)
    if (isThere) tell(`${path}/acts/${name}`, 'ownedTwice', name)
  }
  for (const role of list(by)) if (!roles.has(role)) tell(`${path}/by`, 'unknownRole', role)
  // What only the server makes is made by nobody else.
  const isServers = [spec.create.by].flat().some(({ role }) => list(role).includes(serverRole))
  if (by !== undefined && isServers) tell(`${path}/by`, 'wrongValue', 'by')
}

/** Two packs may not add the same name to one register. */
function checkTwice(earlier: readonly PackSource[], source: PackSource, tell: Tell): void {
  for (const [id, { fields = {}, acts = {} }] of Object.entries(source.extends ?? {})) {
    for (const other of earlier) {
      for (const [part, own] of [
        ['fields', fields],
        ['acts', acts],
      ] as const) {
        const theirs = other.extends?.[id]?.[part] ?? {}
        for (const name of Object.keys(own)) {
          if (Object.hasOwn(theirs, name))
            tell(`${source.id}/extends/${id}/${part}/${name}`, 'ownedTwice', name)
        }
      }
    }
  }
}

/** What is wrong with a field or an act is told where it was written: in the pack that added it. */
export function whereWritten(sources: readonly PackSource[], tell: Tell): Tell {
  const places = sources.flatMap((source) =>
    Object.entries(source.registers ?? {}).flatMap(([id, spec]) =>
      sources.flatMap((other) => (other === source ? [] : moved(source, other, id, spec))),
    ),
  )
  // A role that nobody has is told where the extension names it.
  const unknown = sources.flatMap((source) =>
    Object.values(source.extends ?? {}).flatMap(({ by }) => list(by)),
  )
  return (path, code, given) => {
    const isTold = code === 'unknownRole' && unknown.includes(given!) && path.endsWith('/by/role')
    const place = places.find(([from]) => path === from || path.startsWith(`${from}/`))
    if (place !== undefined) tell(`${place[1]}${path.slice(place[0].length)}`, code, given)
    else if (!isTold) tell(path, code, given)
  }
}

function moved(owner: PackSource, other: PackSource, id: string, spec: RegisterSpec): [string, string][] {
  const { fields = {}, acts = {} } = other.extends?.[id] ?? {}
  const [from, to] = [`${owner.id}/registers/${id}`, `${other.id}/extends/${id}`]
  return [
    ...Object.keys(fields)
      .filter((name) => !Object.hasOwn(spec.fields, name))
      .map((name): [string, string] => [`${from}/fields/${name}`, `${to}/fields/${name}`]),
    ...Object.keys(acts)
      .filter((name) => !Object.hasOwn(spec.life?.acts ?? {}, name))
      .map((name): [string, string] => [`${from}/life/acts/${name}`, `${to}/acts/${name}`]),
  ]
}
