import { readdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

/** What stands for an open part of an address. */
export type Parts = Readonly<Record<string, string>>

/** Every page there is, with its open parts filled; those for whose parts nothing is given are named apart. `/` only leads to another. */
export function everyPage(parts: Parts): { readonly pages: readonly string[]; readonly left: readonly string[] } {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) => /\/page\.tsx$/.test(file))
  const routes = files.map((file) => {
    const folders = file.split('/').slice(0, -1)
    return `/${folders.filter((folder) => !folder.startsWith('(')).join('/')}`
  })
  const filled = routes.map((route) => route.replace(/\[+(?:\.\.\.)?(\w+)\]+/g, (open, name: string) => parts[name] ?? open)).sort()
  return { pages: filled.filter((route) => !route.includes('[')), left: filled.filter((route) => route.includes('[')) }
}

/** Bytes of script, compressed, that a page's own document asks for; the part for browsers without modules is left out. */
export async function firstLoad(address: string): Promise<number> {
  const answer = await fetch(address, { headers: { accept: 'text/html' } })
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  const html = await answer.text()
  const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => !/\bnomodule\b/i.test(tag))
  const sources = new Set(scripts.flatMap((tag) => /\bsrc="([^"]+)"/.exec(tag)?.[1] ?? []))
  const sizes = await Promise.all([...sources].map(async (source) => compressedSize(new URL(source.replaceAll('&amp;', '&'), address))))
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function compressedSize(address: URL): Promise<number> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  return gzipSync(Buffer.from(await answer.arrayBuffer()), { level: 9 }).byteLength
}
