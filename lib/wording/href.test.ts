import { describe, expect, it } from 'vitest'
import { boardHref, changeHref, changesPageHref, domainHref, domainsHref, gateHref, ownershipHref } from './href.ts'

describe('the URL is the state', () => {
  it('leaves out what is the page’s own', () => {
    expect(ownershipHref()).toBe('/ownership')
    expect(ownershipHref('resolve', { path: '' })).toBe('/ownership')
    expect(changesPageHref({ cursor: null, repository: null })).toBe('/changes')
    expect(boardHref({ tab: 'items', commit: null })).toBe('/board')
    expect(domainHref('web', 'lane')).toBe('/domains/web')
  })

  it('keeps what is looked at from page to page', () => {
    const of = { repository: 'a/b', commit: 'sha256:1' }
    expect(boardHref({ ...of, tab: 'layers', cell: 'web.2' })).toBe('/board?repository=a%2Fb&commit=sha256%3A1&tab=layers&cell=web.2')
    expect(domainsHref(of)).toBe('/domains?repository=a%2Fb&commit=sha256%3A1')
    expect(domainHref('web', 'eligibility', { ...of, at: 'status-slo' })).toBe(
      '/domains/web?repository=a%2Fb&commit=sha256%3A1&tab=eligibility#status-slo',
    )
  })

  it('finds a gate in its own lane, and one of no domain in the lane that was looked at', () => {
    expect(gateHref('web/smoke/global-navigation', 'gpuaas')).toBe('/domains/web#web/smoke/global-navigation')
    expect(gateHref('global/contracts', 'gpuaas')).toBe('/domains/gpuaas#global/contracts')
  })

  it('keeps a hostile value inside its parameter', () => {
    expect(ownershipHref('resolve', { path: 'a&tab=x#y/../\n' })).toBe('/ownership?path=a%26tab%3Dx%23y%2F..%2F%0A')
    expect(changeHref('../x', { gate: 'a/local/b' })).toBe('/changes/..%2Fx?gate=a%2Flocal%2Fb')
    expect(ownershipHref('unmapped', { repository: 'a/b', q: 'x' })).toBe('/ownership?tab=unmapped&repository=a%2Fb&q=x')
    expect(ownershipHref('unmapped', { q: '\ud800' })).toBe('/ownership?tab=unmapped&q=%EF%BF%BD')
  })
})
