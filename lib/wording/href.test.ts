import { describe, expect, it } from 'vitest'
import { changeHref, changesPageHref, ownershipHref } from './href.ts'

describe('the URL is the state', () => {
  it('leaves out what is the page’s own', () => {
    expect(ownershipHref()).toBe('/ownership')
    expect(ownershipHref('resolve', { path: '' })).toBe('/ownership')
    expect(changesPageHref({ cursor: null, repository: null })).toBe('/changes')
  })

  it('keeps a hostile value inside its parameter', () => {
    expect(ownershipHref('resolve', { path: 'a&tab=x#y/../\n' })).toBe('/ownership?path=a%26tab%3Dx%23y%2F..%2F%0A')
    expect(changeHref('../x', { gate: 'a/local/b' })).toBe('/changes/..%2Fx?gate=a%2Flocal%2Fb')
    expect(ownershipHref('unmapped', { repository: 'a/b', q: 'x' })).toBe('/ownership?tab=unmapped&repository=a%2Fb&q=x')
    expect(ownershipHref('unmapped', { q: '\ud800' })).toBe('/ownership?tab=unmapped&q=%EF%BF%BD')
  })
})
