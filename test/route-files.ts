import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServedHandler } from '#lib/http/serve.ts'

/** A route file of the application, where Next serves it, and what it exports. */
export interface RouteFile {
  readonly file: string
  /** As OpenAPI writes it; null for the file that answers every other path. */
  readonly path: string | null
  readonly exports: Readonly<Record<string, ServedHandler>>
}

/** Every route file of the application. */
export async function routeFiles(): Promise<readonly RouteFile[]> {
  return Promise.all(
    filesNamed('route.ts').map(async (file) => ({
      file,
      path: pathOf(file),
      exports: await import(/* @vite-ignore */ pathToFileURL(resolve('app', file)).href),
    })),
  )
}

/** The addresses of all pages, as Next names their parts: `/domains/[domain]`. */
export function pagePaths(): readonly string[] {
  return filesNamed('page.tsx').map((file) => `/${foldersOf(file).join('/')}`)
}

function filesNamed(name: string): readonly string[] {
  return readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) => file === name || file.endsWith(`/${name}`))
}

function pathOf(file: string): string | null {
  const folders = foldersOf(file)
  return folders.some((folder) => folder.startsWith('[[...')) ? null : `/${folders.join('/')}`.replace(/\[(\w+)\]/g, '{$1}')
}

function foldersOf(file: string): readonly string[] {
  return file
    .split('/')
    .slice(0, -1)
    .filter((folder) => !folder.startsWith('('))
}
