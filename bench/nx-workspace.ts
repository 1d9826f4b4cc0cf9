import { existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

/** The `nx` on the path, or null: it is no package of ours, so it is measured only where somebody has installed it. */
export function findNx(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder.endsWith(join('node_modules', '.bin')))
  return folders.map((folder) => join(folder, 'nx')).find((file) => existsSync(file)) ?? null
}

/** Makes the folder a workspace in which every folder of `packages` is a project, and lets it find nx. */
export function layNxWorkspace(folder: string, nx: string): void {
  writeFileSync(join(folder, 'nx.json'), '{}\n')
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ name: 'bench', private: true, workspaces: ['packages/*'] })}\n`)
  const packages = join(folder, 'packages')
  for (const name of existsSync(packages) ? readdirSync(packages) : []) {
    writeFileSync(join(packages, name, 'package.json'), `${JSON.stringify({ name, version: '1.0.0' })}\n`)
  }
  symlinkSync(dirname(dirname(nx)), join(folder, 'node_modules'))
}

/** The command that asks nx which projects the last commit affects. */
export function nxAffected(nx: string): readonly string[] {
  return [nx, 'show', 'projects', '--affected', '--base', 'HEAD~1', '--head', 'HEAD']
}
