import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { top } from './files.ts'

/** A field type found in a folder: the name that packs use, and the file that holds it. */
interface Found {
  name: string
  file: string
}

const note = '// Made from the files of this folder by `npm run make:fields`; nobody edits it.'

const stem = (file: string) => file.replace(/\.tsx?$/, '')

/** The files that hold one field type each: `date-time.ts` gives `export const dateTime: FieldType<…>`. */
function typesIn(folder: string, contract: string): Found[] {
  return readdirSync(folder)
    .filter((file) => /^[a-z-]+\.tsx?$/.test(file) && !file.startsWith('registry.'))
    .sort((a, b) => (stem(a) < stem(b) ? -1 : 1))
    .flatMap((file) => {
      const name = stem(file).replace(/-[a-z]/g, (part) => part[1]!.toUpperCase())
      const declares = new RegExp(`^export const ${name}: ${contract}<`, 'm')
      return declares.test(readFileSync(`${folder}/${file}`, 'utf8')) ? [{ name, file }] : []
    })
}

const specOf = (name: string) => `${name[0]!.toUpperCase()}${name.slice(1)}Spec`
const importing = (what: string, from: string) => ['import', what, 'from', `'${from}'\n`].join(' ')
const listed = (found: Found[]) => found.map(({ name }) => `  ${name},\n`).join('')

function engineRegistry(folder: string): string {
  const found = typesIn(folder, 'FieldType')
  const imports = found.map(({ name, file }) => importing(`{ type ${specOf(name)}, ${name} }`, `./${file}`))
  const union = found.map(({ name }) => `  | ${specOf(name)}\n`).join('')
  return `${note}
${imports.join('')}
/** A field as a pack declares it. */
export type FieldSpec =
${union}
/** Every field type by its name in a pack. */
export const fieldTypes = {
${listed(found)}} as const
`
}

function uiRegistry(folder: string): string {
  const found = typesIn(folder, 'FieldControl')
  const imports = [
    ...found.map(({ name, file }) => ({ file, line: importing(`{ ${name} }`, `./${file}`) })),
    { file: 'field-control.ts', line: importing('type { FieldControl, SpecOf }', './field-control.ts') },
  ].sort((a, b) => (stem(a.file) < stem(b.file) ? -1 : 1))
  return `${note}
${importing('type { FieldTypeName }', '@anzhi/engine/fields')}${imports.map(({ line }) => line).join('')}
/** How every field type is seen and filled in, by its name in a pack. */
export const fieldControls: { [Type in FieldTypeName]: FieldControl<SpecOf<Type>, never> } = {
${listed(found)}}
`
}

/** The registries of the field types as the folders under `root` want them, by their paths. */
export function registries(root: string): { path: string; text: string }[] {
  return [
    { path: 'engine/fields/registry.ts', text: engineRegistry(`${root}/engine/fields`) },
    { path: 'ui/fields/registry.ts', text: uiRegistry(`${root}/ui/fields`) },
  ]
}

export function writeRegistries(root: string): void {
  for (const { path, text } of registries(root)) writeFileSync(`${root}/${path}`, text)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeRegistries(top)
