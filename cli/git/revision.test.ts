import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CommandFault } from '#cli/command-fault.ts'
import { fetchCommand, refuseHostileRevision } from './revision.ts'

describe('refs that look like options are refused before git sees them', () => {
  it.each([
    '-x',
    'main..feature',
    '--upload-pack=touch /tmp/x',
    '--output=/etc/passwd',
    '-',
    '--',
    '',
    'main\n--output=x',
    'main\0',
    'main\u001b[2J',
    'a'.repeat(2000),
  ])('refuses %j', (revision) => {
    expect(() => refuseHostileRevision('--base', revision)).toThrow(CommandFault)
  })

  it.each(['main', 'origin/main', 'HEAD~3', 'v1.2.0', 'a'.repeat(40), 'refs/heads/føø', "feature/it's", 'HEAD@{1}', 'a b'])(
    'lets %j through',
    (revision) => {
      expect(() => refuseHostileRevision('--base', revision)).not.toThrow()
    },
  )

  it('never lets through what is more than one line or could be an option', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (revision) => {
        try {
          refuseHostileRevision('--head', revision)
        } catch {
          return
        }
        expect(revision.startsWith('-')).toBe(false)
        expect(/[\n\0\r]/.test(revision)).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('an unknown revision says what to fetch', () => {
  it.each([
    ['origin/main', 'git fetch origin main:refs/remotes/origin/main'],
    ['main', 'git fetch origin main'],
    ['main~3', 'git fetch origin main'],
    ['0123456789012345678901234567890123456789', 'git fetch origin 0123456789012345678901234567890123456789'],
    ['HEAD~40', 'git fetch origin'],
  ])('%s: %s', (revision, command) => {
    expect(fetchCommand(revision)).toBe(command)
  })

  it('is one shell command with one name, whatever is in the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a/\'"$;`&|() \\*é'), minLength: 1, maxLength: 12 }), (name) => {
        const words = fetchCommand(name).replace(/^git fetch origin ?/, '')
        if (words === '') return
        const shown = spawnSync('sh', ['-c', `printf '%s\\n' ${words}`], { encoding: 'utf8' })
        expect(shown.stdout).toBe(`${name}\n`)
      }),
      { numRuns: 60 },
    )
  })
})
