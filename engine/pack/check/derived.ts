import { type DerivedSpec, type FieldSpec, fieldTypeOf, plainSpec } from '../../fields/index.ts'
import { isKnownType, type Looking, needField } from './looking.ts'

/** What can be worked out. */
const results = ['integer', 'decimal', 'money', 'choice']
// Said of the field itself, not of what comes of it.
const ofField = ['required', 'tracked', 'search', 'was', 'default', 'copy'] as const

/** Tells what is wrong with a value that follows from others; that `as` is a right declaration, is told before. */
export function checkDerived(looking: Looking, field: DerivedSpec, path: string): void {
  const { as, from } = field
  const { tell } = looking
  if (!isKnownType(as)) return
  if (!results.includes(as.type)) return tell(`${path}/as`, 'wrongType', as.type)
  for (const word of ofField) if (as[word] !== undefined) tell(`${path}/as`, 'wrongValue', word)
  const checking: Checking = { ...looking, field, path: `${path}/from` }
  if ('sum' in from) checkSum(checking, from.sum)
  else if ('daysBetween' in from) checkDays(checking, from.daysBetween)
  else if ('highest' in from) checkHighest(checking, from.highest)
  else checkThreshold(checking, from.threshold)
}

interface Checking extends Looking {
  field: DerivedSpec
  path: string
}

function checkSum(checking: Checking, name: string): void {
  const { field, path, tell } = checking
  const found = findSource(checking, name, true)
  if (found === undefined) return
  const [source, result] = [decimalsOf(found), decimalsOf(field.as)]
  if (!name.includes('.') || source === undefined) tell(path, 'wrongType', name)
  else if (result === undefined || result < source) tell(path, 'wrongValue', field.as.type)
}

function checkDays(checking: Checking, names: readonly string[]): void {
  const { field, path, tell } = checking
  for (const name of names) {
    const found = findSource(checking, name, false)
    if (found !== undefined && fieldTypeOf(found).key.isDay !== true) tell(path, 'wrongType', name)
  }
  if (field.as.type !== 'integer') tell(path, 'wrongValue', field.as.type)
}

function checkHighest(checking: Checking, names: readonly string[]): void {
  const { field, path, tell } = checking
  for (const name of names) {
    const found = findSource(checking, name, true)
    if (found === undefined) continue
    const plain = plainSpec(found)
    // Only what comes from one list can be told higher or lower.
    const isAlike =
      plain.type === 'choice' && field.as.type === 'choice' && plain.options === field.as.options
    if (!isAlike) tell(path, 'wrongType', name)
  }
}

function checkThreshold(checking: Checking, threshold: Record<string, Record<string, number>>): void {
  const { declared, field, path, tell } = checking
  const list = field.as.type === 'choice' ? declared.options.get(field.as.options) : []
  if (Object.keys(threshold).length === 0) tell(path, 'empty')
  for (const [name, least] of Object.entries(threshold)) {
    const found = findSource(checking, name, false)
    if (found !== undefined && decimalsOf(found) === undefined) tell(path, 'wrongType', name)
    for (const option of Object.keys(least))
      if (list?.includes(option) === false) tell(path, 'wrongValue', option)
  }
}

/** How many decimals a plain number has; undefined for what is none, or has a unit of its own. */
function decimalsOf(spec: FieldSpec): number | undefined {
  const plain = plainSpec(spec)
  if (plain.type === 'integer') return 0
  if (plain.type === 'money') return 2
  return plain.type === 'decimal' ? (plain.decimals ?? 2) : undefined
}

/** What a name stands for: a field that is declared before, so that what follows has an order, or a field of its rows. */
function findSource(
  { spec, field, path, tell }: Checking,
  given: string,
  inRows: boolean,
): FieldSpec | undefined {
  const [name = '', inner] = given.split('.')
  if (!needField(spec, name, path, tell)) return undefined
  const source = spec.fields[name]!
  const names = Object.keys(spec.fields)
  const own = names.findIndex((one) => spec.fields[one] === field)
  if (!isKnownType(source)) return undefined
  const isLater = source.type === 'derived' && own <= names.indexOf(name)
  if (isLater || (inner !== undefined && (!inRows || source.type !== 'rows'))) {
    tell(path, 'wrongType', given)
    return undefined
  }
  if (inner === undefined || source.type !== 'rows') return source
  const found = Object.hasOwn(source.fields, inner) ? source.fields[inner]! : undefined
  if (found === undefined) tell(path, 'unknownField', given)
  return found !== undefined && isKnownType(found) ? found : undefined
}
