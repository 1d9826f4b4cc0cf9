import { realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { visible } from '#lib/wording/fit-text.ts'
import { CommandFault } from './command-fault.ts'

/**
 * A path as a person writes it, made relative to the repository's root. It is read from the folder the person is in; the file need not
 * be there. Faults when it leads out of the repository.
 */
export function repositoryPath(path: string, { root, from }: { readonly root: string; readonly from: string }): string {
  const inside = relative(realpathSync(root), throughLinks(resolve(from, path)))
  if (path === '' || inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
    throw new CommandFault(
      'path-outside',
      `${visible(path) || 'The empty path'} is no path inside the repository ${visible(root)}.`,
      'Give paths of files below its root.',
    )
  }
  return inside.split(sep).join('/')
}

/** The folder is followed through links, the last name is not: a link is a file of its own. */
function throughLinks(path: string): string {
  for (let folder = dirname(path), rest = basename(path); ; rest = join(basename(folder), rest), folder = dirname(folder)) {
    try {
      return join(realpathSync(folder), rest)
    } catch {
      if (dirname(folder) === folder) return path
    }
  }
}
