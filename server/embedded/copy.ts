import { chmod, constants, copyFile, mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { makeOpenFolder } from './place.ts'

/** Copies a native package so that every user may read and run it; a copy cut short never bears the final name. */
export async function copyProgram(packageFolder: string, copy: string): Promise<void> {
  const draft = `${copy}.part`
  await makeOpenFolder(draft)
  await copyFile(join(packageFolder, 'package.json'), join(draft, 'package.json'))
  await copyOpenly(join(packageFolder, 'native'), join(draft, 'native'), 0o644)
  await rename(draft, copy)
}

/** Deletes all copies in `keep`, finished or not: of an older version, or broken. */
export async function dropCopies(keep: string): Promise<void> {
  const names = await readdir(keep).catch(() => [])
  for (const name of names.filter((name) => name.startsWith('program-'))) {
    await rm(join(keep, name), { recursive: true, force: true })
  }
}

// Modes are set, not copied: a tree installed under a strict umask is closed to others file by file.
async function copyOpenly(from: string, to: string, fileMode: number): Promise<void> {
  await mkdir(to)
  await chmod(to, 0o755)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await copyOpenly(source, target, entry.name === 'bin' ? 0o755 : fileMode)
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target)
    else {
      await copyFile(source, target, constants.COPYFILE_FICLONE)
      await chmod(target, fileMode)
    }
  }
}
