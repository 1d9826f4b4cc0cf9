import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ENDPOINTS } from '#lib/http/endpoints.ts'
import { PROBLEMS } from '#lib/http/problem.ts'

const API = readFileSync('docs/api.md', 'utf8')
const CLI = readFileSync('docs/cli.md', 'utf8')

describe('docs/api.md', () => {
  it('names every endpoint', () => {
    const endpoints = Object.values(ENDPOINTS).map(({ method, path }) => `\`${method} ${path}\``)
    expect(endpoints.filter((endpoint) => !API.includes(endpoint))).toEqual([])
  })

  it('gives every problem code with its status', () => {
    const documented = new Map(
      API.split('\n').flatMap((line) => {
        const status = /^\| (`.*`) \| (\d{3}) \|$/.exec(line)
        return status === null ? [] : [...(status[1] ?? '').matchAll(/`([^`]+)`/g)].map((code) => [code[1], Number(status[2])] as const)
      }),
    )
    expect(Object.fromEntries(documented)).toEqual(Object.fromEntries(Object.entries(PROBLEMS).map(([code, { status }]) => [code, status])))
  })
})

describe('docs/cli.md', () => {
  it('names every command and option that the help names', () => {
    const helpOf = (...words: string[]) => spawnSync(process.execPath, ['bin/lanekeeper', ...words, '--help'], { encoding: 'utf8' }).stdout
    const commandsIn = (text: string) =>
      [...(text.split('\nCommands:\n')[1] ?? '').matchAll(/^ {2}([a-z]+)\b/gm)]
        .map((match) => match[1] ?? '')
        .filter((name) => name !== 'help')
    const first = commandsIn(helpOf())
    const commands = first.flatMap((name) => [name, ...commandsIn(helpOf(name)).map((second) => `${name} ${second}`)])
    const help = [helpOf(), ...commands.map((words) => helpOf(...words.split(' ')))]
    expect(commands.length).toBeGreaterThan(15)
    expect(commands.filter((command) => !CLI.includes(`\`lanekeeper ${command}`))).toEqual([])
    const options = new Set(help.flatMap((text) => [...text.matchAll(/--[a-z][a-z-]+/g)].map(([option]) => option)))
    expect([...options].filter((option) => !['--help', '--version'].includes(option) && !CLI.includes(option))).toEqual([])
  })
})

describe('README.md', () => {
  it('shows what the command line really prints', () => {
    const [, command = '', output = ''] = /^```console\n\$ ([^\n]*)\n(.*?)^```$/ms.exec(readFileSync('README.md', 'utf8')) ?? []
    const run = spawnSync('sh', ['-c', command], { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } })
    expect(command).toContain('bin/lanekeeper')
    expect(run.stdout).toBe(output)
  })
})
