import { describe, expect, it } from 'vitest'
import { whyNotAddress, whyNotHost } from './reachable-address.ts'

/** The host as a URL has it, whatever way it was written. */
const hostOf = (text: string) => new URL(`https://${text}/`).hostname

describe('a server calls nobody inside by accident', () => {
  it.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.254',
    '192.168.1.1',
    '100.64.0.1',
    '100.127.255.254',
    '[fd00::1]',
    '[fc00::1]',
    '[::ffff:10.0.0.1]',
    '[::ffff:192.168.0.1]',
  ])('%s only where that is meant', (written) => {
    expect(whyNotHost(hostOf(written), false)).toContain('private address')
    expect(whyNotHost(hostOf(written), true)).toBeNull()
  })

  it.each([
    '169.254.169.254',
    '[::ffff:169.254.169.254]',
    '[fe80::1]',
    '0.0.0.0',
    '0',
    '[::]',
    '255.255.255.255',
    '224.0.0.1',
    '[ff02::1]',
    '240.0.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '[2001:db8::1]',
    '[64:ff9b::a9fe:a9fe]',
    '[2002:7f00:1::]',
    '[2001::1]',
  ])('%s never', (written) => {
    expect(whyNotHost(hostOf(written), true)).toContain('special address')
    expect(whyNotHost(hostOf(written), false)).not.toBeNull()
  })

  it.each(['1.1.1.1', '93.184.216.34', '[2606:4700:4700::1111]', '172.32.0.1', '100.128.0.1'])('%s is the public internet', (written) => {
    expect(whyNotHost(hostOf(written), false)).toBeNull()
  })

  it('a name is judged by what it resolves to, and nothing by what it is not', () => {
    expect(whyNotHost('hooks.example.com', false)).toBeNull()
    expect(whyNotAddress('not an address', true)).toBe('its host has no address')
  })
})
