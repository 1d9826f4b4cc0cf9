import { describe, expect, it } from 'vitest'
import { webAddress } from './web-address.ts'

describe('only an address that cannot run anything becomes a link', () => {
  it.each(['https://ci.example.test/runs/7?x=1#log', 'http://[::1]:3000/', 'HTTPS://CI.EXAMPLE.TEST'])('%s is one', (text) => {
    expect(webAddress(text)?.protocol).toMatch(/^https?:$/)
  })

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>1</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//ci.example.test',
    '/runs/7',
    'ci.example.test',
    '',
    null,
    undefined,
  ])('%j is none', (text) => {
    expect(webAddress(text)).toBeNull()
  })
})
